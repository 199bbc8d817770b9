"""Linear least squares, accurate for predictors that are nearly dependent.

Columns are centred and scaled, then orthogonalised (orthogonalisation.py), so that a predictor is
refused only where it is truly a combination of others, and the answer is that of the given numbers
to about the last digit whatever their condition.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from analysis.statistics.decimal_values import written_decimals
from analysis.statistics.double_double import extended
from analysis.statistics.orthogonalisation import (
    DependentColumns,
    Orthogonalised,
    ScaledColumns,
    orthogonalise,
)
from analysis.statistics.unavailable import NotPossible

_NEGLIGIBLE = 1e-14


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """Fit of y on k columns and, if `constant`, a constant, n rows; p = k + 1 or k coefficients.

    coefficients: (p,), the constant first. transform: (p, p), whose product with its transpose is
    the inverse cross-product matrix. orthonormal: (n, p), the columns made orthonormal, with
    coefficients = transform @ orthonormal.T @ y. fitted, residuals: (n,). column_ss: (k,) sums of
    squares of the columns, about their means if there is a constant.
    """

    constant: bool
    coefficients: np.ndarray
    transform: np.ndarray
    orthonormal: np.ndarray
    fitted: np.ndarray
    residuals: np.ndarray
    column_ss: np.ndarray
    ss_total: float
    ss_regression: float
    ss_residual: float

    @property
    def n(self) -> int:
        return int(self.residuals.shape[0])

    @property
    def df_regression(self) -> int:
        return int(self.column_ss.shape[0])

    @property
    def df_residual(self) -> int:
        return self.n - int(self.coefficients.shape[0])

    @property
    def ms_residual(self) -> float:
        return self.ss_residual / self.df_residual

    @property
    def r_squared(self) -> float:
        return self.ss_regression / self.ss_total

    @property
    def unscaled_variances(self) -> np.ndarray:
        """Diagonal (p,) of the inverse cross-product matrix."""
        return np.einsum("ij,ij->i", self.transform, self.transform)

    @property
    def standard_errors(self) -> np.ndarray:
        return np.sqrt(self.ms_residual * self.unscaled_variances)

    @property
    def tolerance(self) -> np.ndarray:
        """(k,) share of each column's sum of squares that the other columns leave unexplained."""
        slopes = self.unscaled_variances[1:] if self.constant else self.unscaled_variances
        return np.minimum(1.0, 1.0 / (self.column_ss * slopes))

    @property
    def leverage(self) -> np.ndarray:
        """(n,) diagonal of the hat matrix, the constant's 1/n included."""
        return np.einsum("ij,ij->i", self.orthonormal, self.orthonormal)


def fit(x: np.ndarray, y: np.ndarray, constant: bool = True) -> LeastSquares:
    """Least squares of y (n,) on the columns of x (n, k); complete float64 numbers, n > k.

    Raises DependentColumns where a column is constant or a combination of earlier ones, that is,
    where what is left of it is no more than the rounding of the numbers. A residual sum of squares
    below that rounding is returned as exactly zero (a perfect fit), and so are its coefficients.
    """
    columns = _scaled(np.column_stack([x, y]))
    return _in_original_units(columns, orthogonalise(columns, constant), constant)


def refit(fitted: LeastSquares, y: np.ndarray) -> LeastSquares:
    """Another outcome (n,) on the same columns, reusing their orthonormal basis; plain doubles."""
    effects = fitted.orthonormal.T @ y
    predicted = fitted.orthonormal @ effects
    residuals = y - predicted
    centre = float(y.mean()) if fitted.constant else 0.0
    slopes = effects[1:] if fitted.constant else effects
    return replace(
        fitted,
        coefficients=fitted.transform @ effects,
        fitted=predicted,
        residuals=residuals,
        ss_total=float(np.square(y - centre).sum()),
        ss_regression=float(slopes @ slopes),
        ss_residual=float(residuals @ residuals),
    )


def fit_named(x: np.ndarray, y: np.ndarray, names: tuple[str, ...]) -> LeastSquares:
    """`fit` with the refusals of a study: raises NotPossible naming the columns.

    "too_few_respondents" (n, needed) for n <= k + 1, "constant_outcome", "constant_predictor"
    (columns), "rank_deficient" (columns, others) for a combination of others.
    """
    n, k = x.shape
    if n <= k + 1:
        raise NotPossible("too_few_respondents", n=n, needed=k + 2)
    if np.ptp(y) == 0:
        raise NotPossible("constant_outcome", n=n)
    still = tuple(name for j, name in enumerate(names) if np.ptp(x[:, j]) == 0)
    if still:
        raise NotPossible("constant_predictor", columns=still)
    try:
        return fit(x, y)
    except DependentColumns as found:
        others = tuple(names[i] for i in found.others)
        raise NotPossible("rank_deficient", columns=(names[found.index],), others=others) from None


def _scaled(values: np.ndarray) -> ScaledColumns:
    """Columns as whole numbers where they were written as decimals, then below 1 by a power of two.

    Powers of two scale without rounding and keep squares far from overflow.
    """
    n, width = values.shape
    scaled = np.empty((n, width), order="F")
    unit = np.empty(width)
    exact = np.empty(width, dtype=bool)
    for j in range(width):
        written = written_decimals(np.ascontiguousarray(values[:, j]))
        largest = max(float(written.values.max()), -float(written.values.min()), 1e-290)
        power = 2.0 ** -math.ceil(math.log2(largest))
        np.multiply(written.values, power, out=scaled[:, j])
        unit[j], exact[j] = power * written.divisor, written.exact
    return ScaledColumns(scaled, unit, exact)


def _without_rounding(coefficients: np.ndarray, x: np.ndarray, y: np.ndarray, constant: bool) -> np.ndarray:
    """(p,) coefficients of a perfect fit, exactly zero where they move no fitted value but by rounding."""
    reach = np.abs(x).max(axis=0)
    if constant:
        reach = np.concatenate([[1.0], reach])
    largest = max(float(np.abs(y).max()), float((np.abs(coefficients) * reach).max()))
    return np.where(np.abs(coefficients) * reach > _NEGLIGIBLE * largest, coefficients, 0.0)


def _in_original_units(columns: ScaledColumns, parts: Orthogonalised, constant: bool) -> LeastSquares:
    x_unit, y_unit = columns.unit[:-1], float(columns.unit[-1])
    slopes = (parts.slopes * extended(x_unit) / extended(y_unit)).rounded()
    transform = parts.inverse.rounded() * x_unit[:, None]
    basis = parts.orthonormal
    if constant:
        n = basis.shape[0]
        slopes = np.concatenate([[float(parts.start.rounded()) / y_unit], slopes])
        corner = np.concatenate([[n**-0.5], parts.start_transform.rounded()])
        transform = np.vstack([corner, np.column_stack([np.zeros(len(x_unit)), transform])])
        basis = np.concatenate([np.full((1, n), n**-0.5), basis.T]).T
    residuals = parts.residuals / y_unit
    y = columns.values[:, -1] / y_unit
    if parts.ss_residual == 0:
        slopes = _without_rounding(slopes, columns.values[:, :-1] / x_unit, y, constant)
    return LeastSquares(
        constant=constant,
        coefficients=slopes,
        transform=transform,
        orthonormal=basis,
        fitted=y - residuals,
        residuals=residuals,
        column_ss=np.square(parts.norms[:-1] / x_unit),
        ss_total=(parts.norms[-1] / y_unit) ** 2,
        ss_regression=parts.ss_regression / y_unit**2,
        ss_residual=parts.ss_residual / y_unit**2,
    )

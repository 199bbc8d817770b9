"""Orthogonalise the columns of a regression, in double-double arithmetic or plain doubles.

Up to moderate sizes by modified Gram-Schmidt with about 32 digits, so that no condition number that
data in doubles can have costs a digit of the answer. Large, well-conditioned problems go through the
Cholesky factor of the cross-products with one step of iterative refinement (Bjorck, 1996).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.double_double import DoubleDouble, extended

EXTENDED_CELLS = 200_000
EXTENDED_STEPS = 1_000_000
"""Up to this many cells, and cells times columns, the extended arithmetic is always used."""

_WELL_CONDITIONED = 1e-4
"""Least pivot (a tolerance, given the columns before) for which plain doubles are used above it."""

_ROUNDING = 4 * np.finfo(np.float64).eps
_EXTENDED_ROUNDING = 1e-28


class DependentColumns(Exception):
    """Column `index` is a linear combination of the columns `others` (none: it is constant)."""

    def __init__(self, index: int, others: tuple[int, ...]) -> None:
        super().__init__(index, others)
        self.index = index
        self.others = others


@dataclass(frozen=True, slots=True)
class ScaledColumns:
    """Columns (n, k + 1), y last, all magnitudes at most 1; `values` / `unit` are the given numbers.

    exact: (k + 1,) whether a column holds what was written without any rounding.
    """

    values: np.ndarray
    unit: np.ndarray
    exact: np.ndarray

    def rounding(self) -> np.ndarray:
        """(k + 1,) norm of the rounding that each column may carry."""
        norms = np.sqrt(np.einsum("ij,ij->j", self.values, self.values))
        return norms * np.where(self.exact, _EXTENDED_ROUNDING, _ROUNDING)


@dataclass(frozen=True, slots=True)
class Orthogonalised:
    """x = orthonormal @ R about the means, in the units of ScaledColumns.

    inverse: (k, k) inverse of R. start: the constant; start_transform: (k,) its row of the
    transform. norms: (k + 1,) of the columns about their means, y last.
    """

    orthonormal: np.ndarray
    inverse: DoubleDouble
    slopes: DoubleDouble
    start: DoubleDouble
    start_transform: DoubleDouble
    norms: np.ndarray
    residuals: np.ndarray
    ss_regression: float
    ss_residual: float


def orthogonalise(columns: ScaledColumns, constant: bool) -> Orthogonalised:
    """Raises DependentColumns where a column adds nothing beyond rounding to the earlier ones."""
    parts = None
    cells, width = columns.values.size, columns.values.shape[1]
    if cells > EXTENDED_CELLS or cells * width > EXTENDED_STEPS:
        parts = _plain(columns, constant)
    return parts or _extended(columns, constant)


def _extended(columns: ScaledColumns, constant: bool) -> Orthogonalised:
    """Modified Gram-Schmidt in double-double arithmetic."""
    n, width = columns.values.shape
    k = width - 1
    values = extended(columns.values)
    means = values.sum() / extended(float(n)) if constant else extended(np.zeros(width))
    rest = values - means
    norms = (rest * rest).sum().sqrt().rounded()
    basis = np.empty((n, k))
    triangle = np.zeros((k, width, 2))
    for j in range(k):
        pivot = (rest[:, 0] * rest[:, 0]).sum().sqrt()
        _refuse_dependent(columns, norms, triangle[..., 0], j, float(pivot.high))
        direction = rest[:, 0] / pivot
        along = (direction[:, None] * rest[:, 1:]).sum()
        rest = rest[:, 1:] - direction[:, None] * along
        basis[:, j] = direction.high
        triangle[j, j] = pivot.high, pivot.low
        triangle[j, j + 1 :] = np.column_stack([along.high, along.low])
    upper = DoubleDouble(triangle[..., 0], triangle[..., 1])
    return _solved(columns, basis, upper, means, norms, rest[:, 0])


def _solved(
    columns: ScaledColumns,
    basis: np.ndarray,
    upper: DoubleDouble,
    means: DoubleDouble,
    norms: np.ndarray,
    residual: DoubleDouble,
) -> Orthogonalised:
    """Coefficients from the triangle (k, k + 1), whose last column is y along each direction."""
    k = basis.shape[1]
    inverse = _inverse_of_upper(upper)
    effects = upper[:, k]
    slopes = (inverse.transposed() * effects[:, None]).sum()
    ss_residual = float((residual * residual).sum().rounded())
    noise = columns.rounding()
    perfect = np.sqrt(ss_residual) <= noise[-1] + np.abs(slopes.high) @ noise[:-1]
    return Orthogonalised(
        orthonormal=basis,
        inverse=inverse,
        slopes=slopes,
        start=means[k] - (slopes * means[:k]).sum(),
        start_transform=-(inverse * means[:k][:, None]).sum(),
        norms=norms,
        residuals=np.zeros_like(residual.high) if perfect else residual.rounded(),
        ss_regression=float((effects * effects).sum().rounded()),
        ss_residual=0.0 if perfect else ss_residual,
    )


def _inverse_of_upper(upper: DoubleDouble) -> DoubleDouble:
    """Inverse of the leading square of an upper triangle, row by row from the last."""
    k = upper.high.shape[0]
    inverse = np.zeros((k, k, 2))
    for j in reversed(range(k)):
        right = DoubleDouble(inverse[j + 1 :, :, 0], inverse[j + 1 :, :, 1])
        row = extended(np.eye(k)[j])
        if j + 1 < k:
            row = row - (upper[j, j + 1 : k][:, None] * right).sum()
        row = row / upper[j, j]
        inverse[j] = np.column_stack([row.high, row.low])
    return DoubleDouble(inverse[..., 0], inverse[..., 1])


def _refuse_dependent(
    columns: ScaledColumns, norms: np.ndarray, upper: np.ndarray, j: int, pivot: float
) -> None:
    """Raise DependentColumns where column j's pivot is within the rounding of the columns involved."""
    if pivot > 1e-5 * norms[j]:
        return
    weights = np.abs(np.linalg.solve(upper[:j, :j], upper[:j, j]))
    noise = columns.rounding()
    if pivot <= noise[j] + weights @ noise[:j]:
        spread = weights * norms[:j]
        involved = np.flatnonzero(spread > 1e-9 * spread.max(initial=0))
        raise DependentColumns(j, tuple(int(i) for i in involved))


def _plain(columns: ScaledColumns, constant: bool) -> Orthogonalised | None:
    """Cholesky of the cross-products with one refinement; None where the condition forbids it."""
    centred = columns.values.copy(order="F")
    means = np.zeros(centred.shape[1])
    if constant:
        for _ in range(2):  # the second pass removes the rounding of the first
            shift = centred.mean(axis=0)
            centred -= shift
            means += shift
    norms = np.sqrt(np.einsum("ij,ij->j", centred, centred))
    if not norms.all():
        return None
    centred /= norms
    x, y = centred[:, :-1], centred[:, -1]
    try:
        lower = np.linalg.cholesky(x.T @ x)
    except np.linalg.LinAlgError:
        return None
    if np.square(np.diag(lower)).min() < _WELL_CONDITIONED:
        return None
    inverse = np.linalg.inv(lower).T
    basis = (inverse.T @ x.T).T  # column after column in memory, as x is
    effects = basis.T @ y
    residual = y - basis @ effects
    correction = basis.T @ residual
    residual -= basis @ correction
    return _plain_parts(basis, inverse, effects + correction, residual, means, norms)


def _plain_parts(
    basis: np.ndarray,
    inverse: np.ndarray,
    effects: np.ndarray,
    residual: np.ndarray,
    means: np.ndarray,
    norms: np.ndarray,
) -> Orthogonalised | None:
    """From unit columns back to scaled ones; None for a perfect fit, whose rounding needs care."""
    ss_residual = float(residual @ residual)
    if ss_residual < 1e-20:
        return None
    y_norm = norms[-1]
    inverse = inverse / norms[:-1, None]
    slopes = inverse @ effects * y_norm
    return Orthogonalised(
        orthonormal=basis,
        inverse=extended(inverse),
        slopes=extended(slopes),
        start=extended(means[-1] - means[:-1] @ slopes),
        start_transform=extended(-(means[:-1] @ inverse)),
        norms=norms,
        residuals=residual * y_norm,
        ss_regression=float(effects @ effects) * y_norm**2,
        ss_residual=ss_residual * y_norm**2,
    )

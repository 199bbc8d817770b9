"""Whether straight lines describe the relation of outcome and predictors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import f_upper_p
from analysis.statistics.least_squares import LeastSquares
from analysis.statistics.ranks import rounded
from analysis.statistics.unavailable import NotPossible


@dataclass(frozen=True, slots=True)
class FTest:
    """An F statistic with its two degrees of freedom and upper-tail p."""

    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True)
class PredictorLinearity:
    """SPSS MEANS /STATISTICS=LINEARITY: one predictor as categories, split in line and rest.

    n: respondents with this predictor and the outcome, whatever else they left out (as SPSS does).
    `deviation` is None where the predictor has two values only, through which a line always goes.
    """

    n: int
    linearity: FTest
    deviation: FTest | None


@dataclass(frozen=True, slots=True)
class Linearity:
    """`reset` is None where too few respondents or fitted values are left for it; a predictor is None
    where no value occurs twice, or where nothing varies within its values.
    """

    n: int
    reset: FTest | None
    predictors: dict[str, PredictorLinearity | None]


def linearity(fit: LeastSquares, pairs: Mapping[str, np.ndarray]) -> Linearity:
    """RESET for the model and the deviation from linearity of each predictor alone.

    pairs: predictor -> (m, 2) its values and the outcome's, complete. Raises NotPossible("perfect_fit") where no residual is left.
    """
    if fit.ss_residual == 0:
        raise NotPossible("perfect_fit", n=fit.n)
    return Linearity(
        n=fit.n,
        reset=reset(fit),
        predictors={name: deviation_from_linearity(pair[:, 0], pair[:, 1]) for name, pair in pairs.items()},
    )


def reset(fit: LeastSquares) -> FTest | None:
    """Ramsey's (1969) test with squares and cubes of the fitted values."""
    df2 = fit.df_residual - 2
    spread = fit.fitted.std()
    if df2 < 1 or spread == 0:
        return None
    # Standardised fitted values span the same powers, without their collinearity.
    z = (fit.fitted - fit.fitted.mean()) / spread
    squares = z * z
    powers = np.column_stack([squares, squares * z])
    for _ in range(2):
        powers -= fit.orthonormal @ (fit.orthonormal.T @ powers)
    basis, triangle = np.linalg.qr(powers)
    if np.abs(np.diag(triangle)).min() < 1e-9 * math.sqrt(fit.n):
        return None
    effects = basis.T @ fit.residuals
    gain = float(effects @ effects)
    return _f_test(gain, 2, fit.ss_residual - gain, df2)


def deviation_from_linearity(x: np.ndarray, y: np.ndarray) -> PredictorLinearity | None:
    """Split the variation of y (n,) between the values of x (n,) into a line and the deviation from it.

    None where no value of x repeats, x does not vary, or y does not vary within any value of x.
    """
    values, group = np.unique(rounded(x), return_inverse=True)
    n, groups = y.size, values.size
    if groups == n or groups < 2:
        return None
    deviations = y - y.mean()
    counts = np.bincount(group)
    means = np.bincount(group, weights=deviations) / counts
    within = float(np.square(deviations - means[group]).sum())
    if within <= 1e-24 * float(deviations @ deviations):
        return None
    centred = values - x.mean()
    line = float((counts * centred) @ means) ** 2 / float(counts @ np.square(centred))
    rest = max(0.0, float(counts @ np.square(means)) - line)
    df2 = n - groups
    return PredictorLinearity(
        n=n,
        linearity=_f_test(line, 1, within, df2),
        deviation=_f_test(rest, groups - 2, within, df2) if groups > 2 else None,
    )


def _f_test(ss_effect: float, df1: int, ss_error: float, df2: int) -> FTest:
    f = ss_effect / df1 / (ss_error / df2) if ss_error > 0 else math.inf
    return FTest(f, df1, df2, f_upper_p(f, df1, df2))

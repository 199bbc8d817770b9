"""Critical values of r, t, F, chi-square and Durbin-Watson, their curves and printable tables.

All are computed for the degrees of freedom asked for; nothing is read from a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import (
    chi2_critical,
    chi2_density,
    f_critical,
    f_density,
    r_critical,
    r_density,
    t_critical,
    t_density,
)
from analysis.statistics.durbin_watson_distribution import (
    Spectrum,
    durbin_watson_bounds,
    lower_spectrum,
    ratio_probability,
    ratio_reach,
    upper_spectrum,
)

CURVE_POINTS = 401
RATIO_CURVE_POINTS = 81
ALPHAS = (0.1, 0.05, 0.02, 0.01, 0.001)


@dataclass(frozen=True, slots=True)
class RejectionRegion:
    """Values of the statistic, from `low` to `high`, at which the null hypothesis is rejected."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DensityCurve:
    """Null distribution of a statistic: points (x, density), both (m,), x rising.

    `critical` are the critical values; each rejection region runs from one of them to an end of x.
    """

    statistic: str
    x: np.ndarray
    density: np.ndarray
    critical: tuple[float, ...]
    regions: tuple[RejectionRegion, ...]


@dataclass(frozen=True, slots=True)
class CriticalValueTable:
    """values[i][j] belongs to rows[i] and columns[j].

    Rows are degrees of freedom (of the denominator for F), or n for Durbin-Watson. Columns are alphas
    for r, t and chi-square, numerator degrees of freedom for F, and numbers of predictors for
    Durbin-Watson, which has a table of lower and one of upper bounds. A value that does not exist
    (too few cases) is None.
    """

    statistic: str
    rows: tuple[int, ...]
    columns: tuple[float, ...]
    values: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class DurbinWatsonTables:
    """The two tables of one alpha."""

    alpha: float
    lower: CriticalValueTable
    upper: CriticalValueTable


@dataclass(frozen=True, slots=True)
class DurbinWatsonCurves:
    """The lower curve rejects below dL, the upper one below dU; between the two the test is open."""

    lower: DensityCurve
    upper: DensityCurve


def t_curve(alpha: float, df: float, observed: float = 0.0) -> DensityCurve:
    """Student's t, two-sided; the picture reaches beyond the observed value."""
    critical = t_critical(alpha, df)
    end = max(1.5 * critical, 4.0, min(1.15 * abs(observed), 20.0))
    return _two_sided("t", np.linspace(-end, end, CURVE_POINTS), critical, lambda x: t_density(x, df))


def r_curve(alpha: float, df: float) -> DensityCurve:
    """The sample correlation where the true one is zero, two-sided, df = n - 2 >= 1."""
    # With df below 2 the density is infinite at the ends, which the picture leaves out.
    end = 1.0 if df >= 2 else 0.999
    return _two_sided(
        "r", np.linspace(-end, end, CURVE_POINTS), r_critical(alpha, df), lambda x: r_density(x, df)
    )


def f_curve(alpha: float, df1: float, df2: float, observed: float = 0.0) -> DensityCurve:
    """F, upper tail; the picture ends at ten times the critical value at the latest."""
    critical = f_critical(alpha, df1, df2)
    end = max(2 * critical, min(1.15 * observed, 10 * critical))
    x = _positive_points(end, df1)
    return DensityCurve("F", x, f_density(x, df1, df2), (critical,), (RejectionRegion(critical, end),))


def chi2_curve(alpha: float, df: float, observed: float = 0.0) -> DensityCurve:
    """Chi-square, upper tail; the picture ends at five times the critical value at the latest."""
    critical = chi2_critical(alpha, df)
    end = max(1.6 * critical, min(1.15 * observed, 5 * critical))
    x = _positive_points(end, df)
    return DensityCurve("chi_square", x, chi2_density(x, df), (critical,), (RejectionRegion(critical, end),))


def durbin_watson_curves(n: int, predictors: int, alpha: float = 0.05) -> DurbinWatsonCurves:
    """The two distributions that bound that of d under no autocorrelation, each with its critical value.

    Raises ValueError as durbin_watson_bounds. Densities are differences of computed probabilities.
    """
    bounds = durbin_watson_bounds(n, predictors, alpha)
    return DurbinWatsonCurves(
        _ratio_curve(bounds.d_lower, lower_spectrum(n, predictors)),
        _ratio_curve(bounds.d_upper, upper_spectrum(n, predictors)),
    )


def _ratio_curve(critical: float, spectrum: Spectrum) -> DensityCurve:
    reach = ratio_reach(spectrum, 5.0)
    x = np.linspace(reach.low, reach.high, RATIO_CURVE_POINTS)
    below = np.array([ratio_probability(float(d), spectrum) for d in x])
    density = np.maximum(np.gradient(below, x), 0.0)
    return DensityCurve("durbin_watson", x, density, (critical,), (RejectionRegion(reach.low, critical),))


def _positive_points(end: float, df: float) -> np.ndarray:
    """From 0, where a density with fewer than 2 degrees of freedom is infinite and left out."""
    return np.linspace(0.0 if df >= 2 else 0.02 * end, end, CURVE_POINTS)


def _two_sided(
    statistic: str, x: np.ndarray, critical: float, density: Callable[[np.ndarray], np.ndarray]
) -> DensityCurve:
    regions = (RejectionRegion(float(x[0]), -critical), RejectionRegion(critical, float(x[-1])))
    return DensityCurve(statistic, x, density(x), (-critical, critical), regions)


def r_table(rows: Sequence[int], alphas: Sequence[float] = ALPHAS) -> CriticalValueTable:
    """Two-sided critical r; rows are df = n - 2."""
    return _table("r", rows, alphas, lambda df, alpha: r_critical(alpha, df))


def t_table(rows: Sequence[int], alphas: Sequence[float] = ALPHAS) -> CriticalValueTable:
    """Two-sided critical t; rows are df."""
    return _table("t", rows, alphas, lambda df, alpha: t_critical(alpha, df))


def chi2_table(rows: Sequence[int], alphas: Sequence[float] = ALPHAS) -> CriticalValueTable:
    """Upper critical chi-square; rows are df."""
    return _table("chi_square", rows, alphas, lambda df, alpha: chi2_critical(alpha, df))


def f_table(rows: Sequence[int], numerators: Sequence[int], alpha: float = 0.05) -> CriticalValueTable:
    """Upper critical F; rows are the denominator's degrees of freedom."""
    return _table("F", rows, numerators, lambda df2, df1: f_critical(alpha, df1, df2))


def durbin_watson_tables(
    rows: Sequence[int], predictors: Sequence[int], alpha: float = 0.05
) -> DurbinWatsonTables:
    """dL and dU; rows are n. A pair with fewer than three cases more than predictors has None."""
    bounds = {(n, k): durbin_watson_bounds(n, k, alpha) for n in rows for k in predictors if n >= k + 3}

    def lower(n: int, k: float) -> float | None:
        found = bounds.get((n, int(k)))
        return found.d_lower if found else None

    def upper(n: int, k: float) -> float | None:
        found = bounds.get((n, int(k)))
        return found.d_upper if found else None

    return DurbinWatsonTables(
        alpha, _table("d_lower", rows, predictors, lower), _table("d_upper", rows, predictors, upper)
    )


def _table(
    statistic: str,
    rows: Sequence[int],
    columns: Sequence[float],
    value: Callable[[int, float], float | None],
) -> CriticalValueTable:
    values = tuple(tuple(value(row, column) for column in columns) for row in rows)
    return CriticalValueTable(statistic, tuple(rows), tuple(columns), values)

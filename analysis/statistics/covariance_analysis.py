"""Analysis of covariance: a difference between two groups adjusted for covariates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import t_critical, t_two_sided_p
from analysis.statistics.least_squares import fit_named
from analysis.statistics.unavailable import NotPossible


@dataclass(frozen=True, slots=True)
class AdjustedDifference:
    """First level minus second at equal covariates, with the adjusted means at the covariates' means.

    n: respondents with the outcome, a level and all covariates. partial_eta2: t^2 / (t^2 + df).
    """

    n: int
    covariates: tuple[str, ...]
    difference: float
    se: float
    t: float
    df: int
    p: float
    ci_low: float
    ci_high: float
    partial_eta2: float
    adjusted_means: dict[str, float]


def adjusted_difference(
    y: np.ndarray,
    in_first: np.ndarray,
    covariates: dict[str, np.ndarray],
    levels: tuple[str, str],
    alpha: float,
) -> AdjustedDifference:
    """y (n,) on membership of the first level (n,) bool and covariates (n,), parallel slopes (Fisher, 1932).

    Respondents with a missing number are left out. Raises NotPossible: "no_covariates",
    "too_few_in_group" below two in a level, "perfect_fit", and what fit_named refuses.
    """
    if not covariates:
        raise NotPossible("no_covariates")
    values = np.column_stack([in_first, *covariates.values(), y]).astype(float)
    values = values[np.isfinite(values).all(axis=1)]
    members = int(values[:, 0].sum())
    for level, count in zip(levels, (members, values.shape[0] - members), strict=True):
        if count < 2:
            raise NotPossible("too_few_in_group", level=level, n=count)
    names = (levels[0], *covariates)
    fit = fit_named(values[:, :-1], values[:, -1], names)
    difference, se = float(fit.coefficients[1]), float(fit.standard_errors[1])
    if fit.ss_residual == 0:
        raise NotPossible("perfect_fit", n=fit.n)
    t = difference / se
    half = t_critical(alpha, fit.df_residual) * se
    at_mean = float(fit.coefficients[0] + values[:, 1:-1].mean(axis=0) @ fit.coefficients[2:])
    return AdjustedDifference(
        n=fit.n,
        covariates=tuple(covariates),
        difference=difference,
        se=se,
        t=t,
        df=fit.df_residual,
        p=t_two_sided_p(t, fit.df_residual),
        ci_low=difference - half,
        ci_high=difference + half,
        partial_eta2=t**2 / (t**2 + fit.df_residual),
        adjusted_means={levels[0]: at_mean + difference, levels[1]: at_mean},
    )

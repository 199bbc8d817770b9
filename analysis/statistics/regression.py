"""Multiple linear regression of one scale on others, as SPSS REGRESSION reports it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import (
    Interval,
    f_critical,
    f_upper_p,
    noncentral_f_interval,
    t_critical,
    t_two_sided_p,
)
from analysis.statistics.influence import case_diagnostics
from analysis.statistics.least_squares import LeastSquares, fit_named
from analysis.statistics.model_sample import ModelSample, model_sample
from analysis.statistics.robust import (
    RobustCoefficient,
    hc3_covariance,
    newey_west_covariance,
    robust_coefficients,
)
from analysis.statistics.unavailable import NotPossible
from analysis.study.notice import Notice
from analysis.study.preparation import Prepared

CONSTANT = "const"
SPSS_TOLERANCE = 0.0001
"""SPSS leaves a predictor below this tolerance out of the equation."""

RESPONDENTS_PER_PREDICTOR = 10


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One row of the coefficients table; what the constant does not have is None.

    `semipartial` (SPSS "part") keeps its sign; `zero_order` and `partial` are the other two
    correlations with the outcome. `significant` is p below alpha.
    """

    b: float
    se: float
    beta: float | None
    t: float
    p: float
    ci_low: float
    ci_high: float
    semipartial: float | None
    tolerance: float | None
    vif: float | None
    significant: bool
    zero_order: float | None = None
    partial: float | None = None


@dataclass(frozen=True, slots=True)
class Anova:
    """Analysis of variance of the regression; f tests that all slopes are zero."""

    ss_regression: float
    df_regression: int
    ms_regression: float
    ss_residual: float
    df_residual: int
    ms_residual: float
    ss_total: float
    df_total: int
    f: float
    p: float


@dataclass(frozen=True, slots=True)
class WithoutInfluentialCases:
    """Sensitivity: the coefficients when the flagged cases (influence.py) are left out."""

    n: int
    removed_rows: tuple[int, ...]
    r2: float
    coefficients: dict[str, Coefficient]


@dataclass(frozen=True, slots=True)
class RegressionResult:
    """Regression of `outcome` on `predictors`, complete cases only.

    n, dropped: respondents used, and left out because of a missing score.
    coefficients, hc3: keyed "const" and each predictor, in that order.
    newey_west: the same with Newey and West's (1987) errors, only where the rows follow time.
    t_table: critical |t|, two-sided, df n-k-1; f_table: critical F with df2 = n-k-1;
    f_table_convention: critical F with df2 = n-k, as some textbooks read it.
    equation: language-neutral text with decimal points, built from the coefficients.
    r2_ci_low, r2_ci_high: noncentral-F interval of R squared (Steiger, 2004).
    without_influential: None where no case is flagged or too few would be left.
    warnings: "few_respondents_per_predictor", "tolerance_below_spss_limit", "perfect_fit".
    """

    outcome: str
    predictors: tuple[str, ...]
    n: int
    dropped: int
    alpha: float
    coefficients: dict[str, Coefficient]
    r: float
    r2: float
    r2_adjusted: float
    se_estimate: float
    anova: Anova
    t_table: float
    f_table: float
    f_table_convention: float | None
    equation: str
    f2: float
    r2_ci_low: float | None
    r2_ci_high: float | None
    hc3: dict[str, RobustCoefficient]
    without_influential: WithoutInfluentialCases | None
    warnings: tuple[Notice, ...] = ()
    newey_west: dict[str, RobustCoefficient] | None = None


@dataclass(frozen=True, slots=True)
class SlopeMeasures:
    """Of each predictor, arrays (k,): standardised slope and correlations with the outcome."""

    beta: np.ndarray
    zero_order: np.ndarray
    partial: np.ndarray
    semipartial: np.ndarray
    tolerance: np.ndarray


def compute(prepared: Prepared) -> RegressionResult:
    """Regression of the codebook's model; raises NotPossible as model_sample and fit_named do."""
    settings = prepared.codebook.settings
    return regression(model_sample(prepared), settings.alpha, in_time_order=settings.row_order == "time")


def regression(sample: ModelSample, alpha: float, in_time_order: bool = False) -> RegressionResult:
    """The whole result for one model sample."""
    fit = fit_named(sample.x, sample.y, sample.predictors)
    names = (CONSTANT, *sample.predictors)
    coefficients = coefficients_table(fit, sample, alpha)
    anova = analysis_of_variance(fit)
    interval = r_squared_interval(anova, alpha)
    return RegressionResult(
        outcome=sample.outcome,
        predictors=sample.predictors,
        n=sample.n,
        dropped=sample.dropped,
        alpha=alpha,
        coefficients=coefficients,
        r=math.sqrt(fit.r_squared),
        r2=fit.r_squared,
        r2_adjusted=1 - anova.ms_residual / (anova.ss_total / anova.df_total),
        se_estimate=math.sqrt(fit.ms_residual),
        anova=anova,
        t_table=t_critical(alpha, anova.df_residual),
        f_table=f_critical(alpha, anova.df_regression, anova.df_residual),
        f_table_convention=f_critical(alpha, anova.df_regression, anova.df_residual + 1),
        equation=equation(sample.outcome, coefficients),
        f2=fit.ss_regression / fit.ss_residual if fit.ss_residual else math.inf,
        r2_ci_low=interval.low if interval else None,
        r2_ci_high=interval.high if interval else None,
        hc3=robust_coefficients(fit, hc3_covariance(fit), names, alpha),
        without_influential=_without_influential_cases(fit, sample, alpha),
        warnings=_warnings(fit, sample),
        newey_west=(
            robust_coefficients(fit, newey_west_covariance(fit), names, alpha) if in_time_order else None
        ),
    )


def coefficients_table(fit: LeastSquares, sample: ModelSample, alpha: float) -> dict[str, Coefficient]:
    """Keyed "const" and each predictor.

    In a perfect fit t is infinite and p is 0; both are nan for a coefficient of zero, which has no test.
    """
    errors = fit.standard_errors
    with np.errstate(divide="ignore", invalid="ignore"):
        t = fit.coefficients / errors
    p = t_two_sided_p(t, fit.df_residual)
    half = t_critical(alpha, fit.df_residual) * errors
    measures = slope_measures(fit, sample)

    def row(j: int) -> Coefficient:
        slope = j - 1 if j else None
        return Coefficient(
            b=float(fit.coefficients[j]),
            se=float(errors[j]),
            beta=_at(measures.beta, slope),
            t=float(t[j]),
            p=float(p[j]),
            ci_low=float(fit.coefficients[j] - half[j]),
            ci_high=float(fit.coefficients[j] + half[j]),
            semipartial=_at(measures.semipartial, slope),
            tolerance=_at(measures.tolerance, slope),
            vif=_at(1 / measures.tolerance, slope),
            significant=bool(p[j] < alpha),
            zero_order=_at(measures.zero_order, slope),
            partial=_at(measures.partial, slope),
        )

    return {name: row(j) for j, name in enumerate((CONSTANT, *sample.predictors))}


def _at(values: np.ndarray, index: int | None) -> float | None:
    return None if index is None else float(values[index])


def slope_measures(fit: LeastSquares, sample: ModelSample) -> SlopeMeasures:
    """Effect sizes of the slopes; no division by the residual, so a perfect fit has them too."""
    slopes = fit.coefficients[1:]
    beta = slopes * np.sqrt(fit.column_ss / fit.ss_total)
    semipartial = beta * np.sqrt(fit.tolerance)
    unexplained = fit.ss_residual / fit.ss_total
    with np.errstate(invalid="ignore"):
        partial = semipartial / np.sqrt(np.square(semipartial) + unexplained)
    deviations = sample.y - sample.y.mean()
    along = (sample.x - sample.x.mean(axis=0)).T @ deviations
    zero_order = along / np.sqrt(fit.column_ss * fit.ss_total)
    return SlopeMeasures(beta, zero_order, partial, semipartial, fit.tolerance)


def analysis_of_variance(fit: LeastSquares) -> Anova:
    """Sums of squares, their means and the F test; F is infinite in a perfect fit."""
    df1, df2 = fit.df_regression, fit.df_residual
    f = fit.ss_regression / df1 / fit.ms_residual if fit.ms_residual else math.inf
    return Anova(
        ss_regression=fit.ss_regression,
        df_regression=df1,
        ms_regression=fit.ss_regression / df1,
        ss_residual=fit.ss_residual,
        df_residual=df2,
        ms_residual=fit.ms_residual,
        ss_total=fit.ss_total,
        df_total=df1 + df2,
        f=f,
        p=f_upper_p(f, df1, df2),
    )


def r_squared_interval(anova: Anova, alpha: float) -> Interval | None:
    """Interval of R squared, predictors fixed: lambda / (lambda + n) (Steiger, 2004); None if perfect."""
    if not math.isfinite(anova.f):
        return None
    noncentrality = noncentral_f_interval(anova.f, anova.df_regression, anova.df_residual, 1 - alpha)
    n = anova.df_total + 1
    return Interval(
        noncentrality.low / (noncentrality.low + n), noncentrality.high / (noncentrality.high + n)
    )


def equation(outcome: str, coefficients: dict[str, Coefficient]) -> str:
    """ "Y = 5.454 + 0.271 X1 - 0.120 X2": three decimals, more where a slope is small."""
    text = f"{outcome} = {_rounded(coefficients[CONSTANT].b)}"
    for name, coefficient in coefficients.items():
        if name != CONSTANT:
            sign = "-" if coefficient.b < 0 else "+"
            text += f" {sign} {_rounded(abs(coefficient.b))} {name}"
    return text


def _rounded(value: float) -> str:
    if value == 0 or not math.isfinite(value):
        return f"{value:.3f}"
    return f"{value:.{max(3, 2 - math.floor(math.log10(abs(value))))}f}"


def _without_influential_cases(
    fit: LeastSquares, sample: ModelSample, alpha: float
) -> WithoutInfluentialCases | None:
    flagged = case_diagnostics(fit).flagged
    if not flagged.any():
        return None
    kept = sample.only(~flagged)
    try:
        refit = fit_named(kept.x, kept.y, kept.predictors)
    except NotPossible:
        return None
    return WithoutInfluentialCases(
        n=kept.n,
        removed_rows=tuple(int(row) for row in sample.rows[flagged]),
        r2=refit.r_squared,
        coefficients=coefficients_table(refit, kept, alpha),
    )


def _warnings(fit: LeastSquares, sample: ModelSample) -> tuple[Notice, ...]:
    found = []
    needed = RESPONDENTS_PER_PREDICTOR * len(sample.predictors)
    if sample.n < needed:
        details = {"n": sample.n, "needed": needed}
        found.append(Notice("few_respondents_per_predictor", "warning", "regression", details))
    below = fit.tolerance < SPSS_TOLERANCE
    if below.any():
        names = tuple(name for name, low in zip(sample.predictors, below, strict=True) if low)
        found.append(Notice("tolerance_below_spss_limit", "warning", "regression", {"columns": names}))
    if fit.ss_residual == 0:
        found.append(Notice("perfect_fit", "warning", "regression", {"n": sample.n}))
    return tuple(found)

"""Multiple linear regression of one scale on others, as SPSS REGRESSION reports it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.robust import RobustCoefficient
from analysis.study.notice import Notice


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
    t_table: critical |t|, two-sided, df n-k-1; f_table: critical F with df2 = n-k-1;
    f_table_convention: critical F with df2 = n-k, as some textbooks read it.
    equation: language-neutral text with decimal points, built from the coefficients.
    r2_ci_low, r2_ci_high: noncentral-F interval of R squared (Steiger, 2004).
    warnings: "few_respondents_per_predictor", "tolerance_below_spss_limit".
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

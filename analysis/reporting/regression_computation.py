""" "How this is computed" for the regression, with the study's own numbers put in."""

from __future__ import annotations

from functools import partial

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number, latex_text
from analysis.reporting.regression_sentences import strongest
from analysis.reporting.sentence import sentence
from analysis.reporting.syntax_names import (
    percent_level,
    r_name,
    r_sum,
    share_level,
    spss_name,
    spss_names,
)
from analysis.statistics.regression import RegressionResult

CAR_AND_HC3 = 'car::vif(model); lmtest::coeftest(model, vcov = sandwich::vcovHC(model, "HC3"))'


def spss_regression(result: RegressionResult) -> str:
    """The regression in SPSS, with the study's own names and level of confidence."""
    return (
        f"REGRESSION\n  /STATISTICS COEFF OUTS CI({percent_level(result.alpha)}) R ANOVA COLLIN TOL ZPP\n"
        f"  /DEPENDENT {spss_name(result.outcome)}\n  /METHOD=ENTER {spss_names(result.predictors)}\n"
        "  /RESIDUALS DURBIN."
    )


def r_regression(result: RegressionResult) -> str:
    """The regression in R, with the study's own names and level of confidence."""
    formula = f"{r_name(result.outcome)} ~ {r_sum(result.predictors)}"
    level = share_level(result.alpha)
    return (
        f"model <- lm({formula}, data = data)\n"
        f"summary(model); confint(model, level = {level}); anova(model)\n{CAR_AND_HC3}"
    )


def coefficients_computation(result: RegressionResult, language: Language) -> Computation:
    """t = B / SE of the strongest predictor, and the critical t."""
    _ = language.gettext
    name = strongest(result)
    coefficient = result.coefficients[name]
    number = partial(latex_number, language=language)
    formulas = [
        Formula(
            _("Computed t of {predictor}").format(predictor=name),
            rf"t = \frac{{B}}{{SE_B}} = \frac{{{number(coefficient.b)}}}{{{number(coefficient.se)}}} = {number(coefficient.t)}",
        ),
        Formula(
            _("Critical t, two-sided"),
            rf"t_{{1-\alpha/2;\;N-k-1}} = t_{{{number(1 - result.alpha / 2)};\;{result.anova.df_residual}}} = {number(result.t_table)}",
        ),
        Formula(
            _("Interval of B"),
            rf"B \pm t \cdot SE_B = {number(coefficient.b)} \pm {number(result.t_table)} \cdot {number(coefficient.se)}"
            rf" = [{number(coefficient.ci_low)};\; {number(coefficient.ci_high)}]",
        ),
    ]
    if coefficient.vif is not None and coefficient.tolerance is not None:
        formulas.append(
            Formula(
                _("VIF of {predictor}").format(predictor=name),
                rf"VIF = \frac{{1}}{{1-R_j^2}} = \frac{{1}}{{{number(coefficient.tolerance)}}} = {number(coefficient.vif)}",
            )
        )
    return Computation(
        formulas=tuple(formulas),
        explanation=(
            sentence(
                _(
                    "B is estimated by ordinary least squares. The size of t without its sign is compared with critical t. "
                    "In a survey, an effect is an association; it shows no cause by itself."
                )
            ),
        ),
        source="Cohen, J. (1988); Gauss–Markov; SPSS Statistics Algorithms, REGRESSION.",
        spss=spss_regression(result),
        r=r_regression(result),
    )


def anova_computation(result: RegressionResult, language: Language) -> Computation:
    """F from the sums of squares, and the hypotheses it tests."""
    _ = language.gettext
    anova = result.anova
    number = partial(latex_number, language=language)
    return Computation(
        formulas=(
            Formula(
                _("Computed F"),
                rf"F = \frac{{MS_{{reg}}}}{{MS_{{res}}}} = \frac{{{number(anova.ss_regression)}/{anova.df_regression}}}"
                rf"{{{number(anova.ss_residual)}/{anova.df_residual}}} = {number(anova.f)}",
            ),
            Formula(
                _("Critical F"),
                rf"F_{{1-\alpha;\;k;\;N-k-1}} = F_{{{number(1 - result.alpha)};\;{anova.df_regression};\;{anova.df_residual}}}"
                rf" = {number(result.f_table)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "The null hypothesis says that all slopes are zero; the alternative says that at least one is not. "
                    "The second degrees of freedom are N − k − 1."
                )
            ),
        ),
        source="Fisher, R. A. (1925); Steiger, J. H. (2004).",
        spss=spss_regression(result),
        r=r_regression(result),
    )


def summary_computation(result: RegressionResult, language: Language) -> Computation:
    """R squared, adjusted R squared, and the standard error of the estimate."""
    _ = language.gettext
    anova = result.anova
    number = partial(latex_number, language=language)
    outcome = latex_text(result.outcome)
    return Computation(
        formulas=(
            Formula(
                "R Square",
                rf"R^2 = \frac{{SS_{{reg}}}}{{SS_{{total}}}} = \frac{{{number(anova.ss_regression)}}}{{{number(anova.ss_total)}}}"
                rf" = {number(result.r2)}",
            ),
            Formula(
                "Adjusted R Square",
                rf"1-(1-R^2)\frac{{N-1}}{{N-k-1}} = 1-(1-{number(result.r2)})\frac{{{anova.df_total}}}{{{anova.df_residual}}}"
                rf" = {number(result.r2_adjusted)}",
            ),
            Formula(
                _("Standard error of the estimate, in points of the outcome"),
                rf"\sqrt{{MS_{{res}}}} = \sqrt{{{number(anova.ms_residual)}}} = {number(result.se_estimate)}\;({outcome})",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "f² = R² / (1 − R²); 0.02 is small, 0.15 medium and 0.35 large. The interval of R Square uses the noncentral F distribution."
                )
            ),
        ),
        source="Cohen, J. (1988); Steiger, J. H. (2004).",
        spss=spss_regression(result),
        r=r_regression(result),
    )

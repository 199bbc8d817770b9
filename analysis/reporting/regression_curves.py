"""The curves of the t and F tests with the critical region and the observed values."""

from __future__ import annotations

from analysis.reporting.distribution_figure import Observed, distribution_figure
from analysis.reporting.figure import Figure
from analysis.reporting.language import Language
from analysis.reporting.phrases import shortened
from analysis.statistics.critical_values import f_curve, t_curve
from analysis.statistics.regression import RegressionResult

MOST_LETTERS = 20
"""Of a name beside its stem, on a phone."""


def f_figure(result: RegressionResult, language: Language) -> Figure:
    """The F distribution of the model's degrees of freedom, critical F and computed F."""
    _ = language.gettext
    df1, df2 = result.anova.df_regression, result.anova.df_residual
    observed = Observed(
        result.anova.f,
        _("computed F {f}").format(f=language.number(result.anova.f)),
        _("Sig. {p}").format(p=language.p_phrase(result.anova.p)),
    )
    return distribution_figure(
        key="f_curve",
        title=_("Distribution of F with the critical region"),
        axis_title=_("F (df1 = {df1}, df2 = {df2})").format(
            df1=language.integer(df1), df2=language.integer(df2)
        ),
        curve_label=_("F if all slopes are zero"),
        critical_label=_("critical F {value}").format(value=language.number(result.f_table)),
        curve=f_curve(result.alpha, df1, df2),
        observed=(observed,),
    )


def t_figure(result: RegressionResult, language: Language) -> Figure:
    """The t distribution of the residual degrees of freedom with each predictor's computed t."""
    _ = language.gettext
    df = result.anova.df_residual
    observed = tuple(
        Observed(
            result.coefficients[name].t,
            shortened(name, MOST_LETTERS),
            _("t = {t}; Sig. {p}").format(
                t=language.number(result.coefficients[name].t),
                p=language.p_phrase(result.coefficients[name].p),
            ),
        )
        for name in result.predictors
    )
    return distribution_figure(
        key="t_curve",
        title=_("Distribution of t with the critical regions"),
        axis_title=_("t (df = {df})").format(df=language.integer(df)),
        curve_label=_("t if the slope is zero"),
        critical_label=_("critical t ±{value}").format(value=language.number(result.t_table)),
        curve=t_curve(result.alpha, df),
        observed=observed,
    )

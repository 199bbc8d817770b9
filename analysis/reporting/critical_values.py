"""Critical values of r, t, F, chi-square and Durbin-Watson, each with its curve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from analysis.reporting.distribution_figure import Observed, distribution_figure
from analysis.reporting.exhibit import Exhibit
from analysis.reporting.figure import Figure, Line, Text
from analysis.reporting.language import Language
from analysis.reporting.phrases import limit_text
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.critical_values import (
    DensityCurve,
    chi2_curve,
    durbin_watson_curves,
    f_curve,
    r_curve,
    t_curve,
)

Statistic = Literal["r", "t", "F", "chi_square", "durbin_watson"]
SYMBOLS: dict[Statistic, str] = {"r": "r", "t": "t", "F": "F", "chi_square": "χ²", "durbin_watson": "d"}


@dataclass(frozen=True, slots=True)
class Question:
    """Which critical value is asked for.

    `df` are the degrees of freedom, for F those of the denominator, for Durbin-Watson the number of
    respondents; `df1` is the numerator of F, for Durbin-Watson the number of predictors.
    `observed` is the statistic to be decided on, None where there is none.
    """

    statistic: Statistic
    alpha: float
    df: int
    df1: int = 1
    observed: float | None = None


def exhibit(question: Question, language: Language) -> Exhibit:
    """Curve, critical value and observed value, with one sentence. r and t are two-sided.

    Raises ValueError for Durbin-Watson with fewer than three respondents more than predictors.
    """
    if question.statistic == "durbin_watson":
        return _durbin_watson(question, language)
    _ = language.gettext
    curve = _curve(question)
    critical = curve.critical[-1]
    symbol = SYMBOLS[question.statistic]
    sign = "±" if len(curve.critical) > 1 else ""
    observed = _observed(question, symbol, language)
    figure = distribution_figure(
        key="critical_value",
        title=_("Distribution of {statistic} with the critical region").format(statistic=symbol),
        axis_title=f"{symbol} ({_degrees(question, language)})",
        curve_label="",
        critical_label=f"{sign}{language.number(critical)}",
        curve=curve,
        observed=observed,
    )
    return Exhibit(
        key="critical_value",
        title=_("Critical value of {statistic}").format(statistic=symbol),
        figures=(figure,),
        sentences=(_sentence(question, critical, symbol, language),),
    )


def _durbin_watson(question: Question, language: Language) -> Exhibit:
    """Both bounding distributions, the lower with its rejection region, dL and dU."""
    _ = language.gettext
    curves = durbin_watson_curves(question.df, question.df1, question.alpha)
    lower, upper = curves.lower.critical[0], curves.upper.critical[0]
    figure = distribution_figure(
        key="critical_value",
        title=_("Distribution of {statistic} with the critical region").format(statistic="d"),
        axis_title=f"d ({_degrees(question, language)})",
        curve_label="",
        critical_label="",
        curve=curves.lower,
        observed=_observed(question, "d", language),
    )
    bounds = sentence(
        _("For {degrees} and α = {alpha}, one-sided, dL is **{lower}** and dU is **{upper}**."),
        degrees=_degrees(question, language),
        alpha=limit_text(question.alpha, language),
        lower=language.number(lower, 4),
        upper=language.number(upper, 4),
    )
    return Exhibit(
        key="critical_value",
        title=_("Critical value of {statistic}").format(statistic="d"),
        figures=(_with_upper_curve(figure, lower, curves.upper, language),),
        sentences=(bounds + _durbin_watson_decision(question.observed, lower, upper, language),)
        if question.observed is not None
        else (bounds,),
    )


def _with_upper_curve(figure: Figure, lower: float, upper: DensityCurve, language: Language) -> Figure:
    """The picture of the lower bound with the curve of the upper one and the names of both."""
    top = max(float(upper.density.max()) * 1.18, figure.y.high or 0.0)
    critical = upper.critical[0]
    low = min(figure.x.low or 0.0, float(upper.x[0]))
    marks = (
        *figure.marks,
        Line(tuple(upper.x.tolist()), tuple(upper.density.tolist()), "orange"),
        Line((critical, critical), (0.0, 0.4 * top), "orange", 1.8),
        Text(lower, 0.44 * top, f"dL {language.number(lower)}", "end", "critical", strong=True, dx=-6),
        Text(critical, 0.44 * top, f"dU {language.number(critical)}", colour="orange", strong=True, dx=6),
    )
    x = replace(figure.x, low=low, high=max(figure.x.high or 4.0, float(upper.x[-1])))
    description = f"{figure.title}. dL {language.number(lower)}. dU {language.number(critical)}."
    return replace(figure, x=x, y=replace(figure.y, high=top), marks=marks, description=description)


def _durbin_watson_decision(d: float, lower: float, upper: float, language: Language) -> Sentence:
    _ = language.gettext
    if d < lower:
        return sentence(_("The observed value is below dL: indication of positive autocorrelation."))
    if d > upper:
        return sentence(_("The observed value is above dU: no indication of positive autocorrelation."))
    return sentence(_("The observed value lies between dL and dU: the test leaves it open."))


def _curve(question: Question) -> DensityCurve:
    observed = question.observed or 0.0
    if question.statistic == "r":
        return r_curve(question.alpha, question.df)
    if question.statistic == "t":
        return t_curve(question.alpha, question.df, observed)
    if question.statistic == "F":
        return f_curve(question.alpha, question.df1, question.df, observed)
    return chi2_curve(question.alpha, question.df, observed)


def _degrees(question: Question, language: Language) -> str:
    if question.statistic == "F":
        return f"df1 = {language.integer(question.df1)}, df2 = {language.integer(question.df)}"
    if question.statistic == "durbin_watson":
        return f"n = {language.integer(question.df)}, k = {language.integer(question.df1)}"
    return f"df = {language.integer(question.df)}"


def _observed(question: Question, symbol: str, language: Language) -> tuple[Observed, ...]:
    if question.observed is None:
        return ()
    return (Observed(question.observed, f"{symbol} = {language.number(question.observed)}", ""),)


def _sentence(question: Question, critical: float, symbol: str, language: Language) -> Sentence:
    _ = language.gettext
    two_sided = question.statistic in ("r", "t")
    template = (
        _("For {degrees} and α = {alpha}, two-sided, critical {statistic} is **{value}**.")
        if two_sided
        else _("For {degrees} and α = {alpha}, critical {statistic} is **{value}**.")
    )
    found = sentence(
        template,
        degrees=_degrees(question, language),
        alpha=limit_text(question.alpha, language),
        statistic=symbol,
        value=language.number(critical, 4),
    )
    if question.observed is None:
        return found
    size = abs(question.observed) if two_sided else question.observed
    decision = (
        _("The observed value exceeds it.")
        if size > critical
        else _("The observed value does not exceed it.")
    )
    return found + sentence(decision)

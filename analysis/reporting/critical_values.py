"""Critical values of r, t, F and chi-square for any degrees of freedom, each with its curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.reporting.distribution_figure import Observed, distribution_figure
from analysis.reporting.exhibit import Exhibit
from analysis.reporting.language import Language
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.critical_values import DensityCurve, chi2_curve, f_curve, r_curve, t_curve

Statistic = Literal["r", "t", "F", "chi_square"]
STATISTICS: tuple[Statistic, ...] = ("r", "t", "F", "chi_square")
SYMBOLS: dict[Statistic, str] = {"r": "r", "t": "t", "F": "F", "chi_square": "χ²"}


@dataclass(frozen=True, slots=True)
class Question:
    """Which critical value is asked for.

    `df` are the degrees of freedom, for F those of the denominator; `df1` is the numerator of F.
    `observed` is the statistic to be decided on, None where there is none.
    """

    statistic: Statistic
    alpha: float
    df: int
    df1: int = 1
    observed: float | None = None


def exhibit(question: Question, language: Language) -> Exhibit:
    """Curve, critical value and observed value, with one sentence. r and t are two-sided."""
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
        alpha=language.number(question.alpha, 3).rstrip("0").rstrip(language.decimal_mark),
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

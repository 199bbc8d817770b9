"""The sentences of the regression, each true for any result: sign, significance, size, N."""

from __future__ import annotations

from analysis.reporting.language import Language
from analysis.reporting.phrases import deciding_p, decimals_apart
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.regression import RegressionResult


def significant_predictors(result: RegressionResult) -> list[str]:
    return [name for name in result.predictors if result.coefficients[name].significant]


def jointly_significant(result: RegressionResult) -> bool:
    return result.anova.p < result.alpha


def conclusion(result: RegressionResult, language: Language) -> Sentence:
    """The answer first: is the model significant, and how much does it explain."""
    _ = language.gettext
    share = language.percent(100 * result.r2)
    count = len(result.predictors)
    if count == 1:
        template = (
            _(
                "{predictor} **has a significant effect** on {outcome} and explains **{share}** of its variation."
            )
            if jointly_significant(result)
            else _(
                "**No significant effect** of {predictor} on {outcome} was found; "
                "it explains **{share}** of the variation in this sample."
            )
        )
    else:
        template = (
            _(
                "The {count} variables **together have a significant effect** on {outcome} "
                "and explain **{share}** of its variation."
            )
            if jointly_significant(result)
            else _(
                "**No significant joint effect** of the {count} variables on {outcome} was found; "
                "they explain **{share}** of the variation in this sample."
            )
        )
    return sentence(
        template,
        predictor=result.predictors[0],
        outcome=result.outcome,
        count=language.integer(count),
        share=share,
    )


def partial_remark(result: RegressionResult, language: Language) -> Sentence:
    """Which predictors have a partial effect and which were not found to."""
    _ = language.gettext
    found = significant_predictors(result)
    missed = [name for name in result.predictors if name not in found]
    if not missed:
        template = _("Partially, the effect of {found} is significant.")
    elif not found:
        template = _("Partially, no significant effect of {missed} was found.")
    else:
        template = _("Partially, the effect of {found} is significant; an effect of {missed} was not found.")
    return sentence(template, found=language.listing(found), missed=language.listing(missed))


def partial_effect(result: RegressionResult, predictor: str, language: Language) -> Sentence:
    """The t test of one predictor in one sentence, with the rule that decided it."""
    _ = language.gettext
    coefficient = result.coefficients[predictor]
    decimals = decimals_apart(abs(coefficient.t), result.t_table)
    if coefficient.significant:
        template = _(
            "{predictor} **has a significant partial effect** on {outcome}: computed |t| **{t}** > critical t {critical}; "
            "Sig. {p}; direction {direction}."
        )
    else:
        template = _(
            "**No significant partial effect** of {predictor} on {outcome} was found: "
            "computed |t| **{t}** ≤ critical t {critical}; Sig. {p}; direction in this sample {direction}."
        )
    return sentence(
        template,
        predictor=predictor,
        outcome=result.outcome,
        t=language.number(abs(coefficient.t), decimals),
        critical=language.number(result.t_table, decimals),
        p=deciding_p(coefficient.p, result.alpha, language),
        direction=direction_word(coefficient.b, language),
    )


def direction_word(b: float, language: Language) -> str:
    _ = language.gettext
    if b == 0:
        return _("none")
    return _("positive") if b > 0 else _("negative")


def joint_effect(result: RegressionResult, language: Language) -> Sentence:
    """The F test in one sentence."""
    count = len(result.predictors)
    decimals = decimals_apart(result.anova.f, result.f_table)
    if jointly_significant(result):
        template = language.ngettext(
            "The independent variable **has a significant effect** on {outcome}: "
            "computed F **{f}** > critical F {critical}; Sig. {p}; the model explains **{share}**.",
            "The independent variables **jointly have a significant effect** on {outcome}: "
            "computed F **{f}** > critical F {critical}; Sig. {p}; the model explains **{share}**.",
            count,
        )
    else:
        template = language.ngettext(
            "The independent variable **does not have a significant effect** on {outcome}: "
            "computed F **{f}** ≤ critical F {critical}; Sig. {p}; the model explains **{share}**.",
            "The independent variables **do not have a significant joint effect** on {outcome}: "
            "computed F **{f}** ≤ critical F {critical}; Sig. {p}; the model explains **{share}**.",
            count,
        )
    return sentence(
        template,
        outcome=result.outcome,
        f=language.number(result.anova.f, decimals),
        critical=language.number(result.f_table, decimals),
        p=deciding_p(result.anova.p, result.alpha, language),
        share=language.percent(100 * result.r2),
    )


def determination(result: RegressionResult, language: Language) -> Sentence:
    """R squared with its interval in one sentence."""
    _ = language.gettext
    share, rest = language.percent(100 * result.r2), language.percent(100 * (1 - result.r2))
    first = sentence(
        _(
            "The model explains **{share}** of the variation of {outcome}; {rest} is due to other causes and chance."
        ),
        share=share,
        rest=rest,
        outcome=result.outcome,
    )
    if result.r2_ci_low is None or result.r2_ci_high is None:
        return first
    return first + sentence(
        _("The {level} interval of R Square runs from {low} to {high}."),
        level=language.confidence(result.alpha),
        low=language.number(result.r2_ci_low),
        high=language.number(result.r2_ci_high),
    )


def meaning_of_slopes(result: RegressionResult, language: Language) -> Sentence:
    """What the strongest slope says about two respondents who differ by one point."""
    _ = language.gettext
    predictor = strongest(result)
    b = result.coefficients[predictor].b
    if len(result.predictors) == 1:
        template = (
            _("One point more {predictor} goes with {b} points more {outcome}.")
            if b >= 0
            else _("One point more {predictor} goes with {b} points less {outcome}.")
        )
    elif b >= 0:
        template = _(
            "At equal values of the other variables, one point more {predictor} goes with {b} points more {outcome}."
        )
    else:
        template = _(
            "At equal values of the other variables, one point more {predictor} goes with {b} points less {outcome}."
        )
    return sentence(template, predictor=predictor, b=language.number(abs(b)), outcome=result.outcome)


def strongest(result: RegressionResult) -> str:
    """The predictor with the largest standardised coefficient, whatever its sign."""
    return max(result.predictors, key=lambda name: abs(result.coefficients[name].beta or 0.0))


def robust_agreement(result: RegressionResult, language: Language) -> Sentence:
    """Whether robust standard errors lead to the same decisions."""
    _ = language.gettext
    changed = [
        name
        for name in result.predictors
        if (result.hc3[name].p < result.alpha) != result.coefficients[name].significant
    ]
    if not changed:
        return sentence(
            _("Robust standard errors (HC3) lead to the **same decision** for every variable (N = {n})."),
            n=language.integer(result.n),
        )
    return sentence(
        _(
            "Robust standard errors (HC3) lead to a **different decision** for {changed} (N = {n}); report both."
        ),
        changed=language.listing(changed),
        n=language.integer(result.n),
    )

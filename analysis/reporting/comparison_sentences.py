"""The sentences of the comparison of two groups, each true for any result."""

from __future__ import annotations

import math

from analysis.reporting.effect_size_figure import size_word
from analysis.reporting.language import Language
from analysis.reporting.phrases import deciding_p, decimals_apart, left_out_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.comparison import VariableComparison
from analysis.statistics.homogeneity import Levene
from analysis.statistics.rank_tests import MannWhitney
from analysis.statistics.unavailable import Unavailable


def differs(found: VariableComparison, alpha: float) -> bool:
    """Welch's test decides, whatever Levene's test says."""
    return found.welch.p < alpha


def conclusion(scale: str, found: VariableComparison, alpha: float, language: Language) -> Sentence:
    """The answer first: both means, and whether they differ significantly."""
    _ = language.gettext
    if differs(found, alpha):
        template = _(
            "Mean {scale} of {first} (**{a}**) and {second} (**{b}**) **differ significantly**: "
            "Welch t = {t}; Sig. {p}."
        )
    else:
        template = _(
            "Mean {scale} of {first} (**{a}**) and {second} (**{b}**) **do not differ significantly**: "
            "Welch t = {t}; Sig. {p}."
        )
    return sentence(template, **_values(scale, found, alpha, language))


def _values(scale: str, found: VariableComparison, alpha: float, language: Language) -> dict[str, str]:
    first, second = found.groups
    return {
        "scale": scale,
        "first": first,
        "second": second,
        "a": language.number(found.groups[first].mean, 2),
        "b": language.number(found.groups[second].mean, 2),
        "t": language.number(found.welch.t),
        "p": deciding_p(found.welch.p, alpha, language),
    }


def what_the_interval_says(found: VariableComparison, alpha: float, language: Language) -> Sentence:
    """Which differences the data are compatible with, in points."""
    _ = language.gettext
    first, second = found.groups
    low, high = found.welch.ci_low, found.welch.ci_high
    decimals = max(decimals_apart(end, 0.0, 2) for end in (low, high))
    values = {
        "first": first,
        "second": second,
        "low": language.number(low, decimals),
        "high": language.number(high, decimals),
        "level": language.confidence(alpha),
    }
    if low > 0:
        template = _("{first} score higher than {second}, by {low} to {high} points ({level} interval).")
    elif high < 0:
        values |= {"low": language.number(-high, decimals), "high": language.number(-low, decimals)}
        template = _("{second} score higher than {first}, by {low} to {high} points ({level} interval).")
    else:
        template = _(
            "The data fit with no difference, and with any difference of {first} minus {second} "
            "from {low} to {high} points ({level} interval)."
        )
    return sentence(template, **values)


def difference_sentence(scale: str, found: VariableComparison, alpha: float, language: Language) -> Sentence:
    """Means, decision and effect size with interval, as the chapter prints it below the table."""
    _ = language.gettext
    if differs(found, alpha):
        template = _("Mean {scale} of {first} (**{a}**) and {second} (**{b}**) differ significantly")
    else:
        template = _("Mean {scale} of {first} (**{a}**) and {second} (**{b}**) do not differ significantly")
    first = sentence(template, **_values(scale, found, alpha, language))
    g = found.hedges_g
    second = sentence(
        _("; g = **{g}** (CI {low} to {high}, {size}; N = {n})."),
        g=language.number(g.value),
        low=language.number(g.ci_low, decimals_apart(g.ci_low, 0.0)),
        high=language.number(g.ci_high, decimals_apart(g.ci_high, 0.0)),
        size=size_word(g.value, language),
        n=language.integer(found.n),
    )
    return Sentence((*first.runs, *second.runs))


def effect_remark(found: VariableComparison, language: Language) -> Sentence:
    """What the interval of the effect size leaves open."""
    _ = language.gettext
    low, high = found.hedges_g.ci_low, found.hedges_g.ci_high
    sizes = sorted({abs(low), abs(high)})
    words = {"smallest": size_word(sizes[0], language), "largest": size_word(sizes[-1], language)}
    if low <= 0 <= high:
        template = _(
            "The interval contains zero: the direction of the difference is not certain; at most it is {largest}."
        )
    elif words["smallest"] == words["largest"]:
        template = _("The interval leaves out zero; the effect is {largest} throughout.")
    else:
        template = _("The interval leaves out zero; the effect may be {smallest} to {largest}.")
    return sentence(template, **words)


def variances_sentence(found: VariableComparison, alpha: float, language: Language) -> Sentence:
    """Levene's test in one sentence."""
    _ = language.gettext
    if math.isnan(found.levene.p):
        return sentence(
            _(
                "Levene's test does not exist for these data: within each group all deviations are of one size."
            )
        )
    if found.levene.p < alpha:
        template = _("Levene's test finds the variances **unequal** (F = {f}; Sig. {p}).")
    else:
        template = _("Levene's test gives no indication of unequal variances (F = {f}; Sig. {p}).")
    return sentence(
        template, f=language.number(found.levene.f), p=deciding_p(found.levene.p, alpha, language)
    )


def brown_forsythe_note(found: Levene, language: Language) -> tuple[Sentence, ...]:
    """The test of equal variances that is centred on the median; nothing where it does not exist."""
    if math.isnan(found.p):
        return ()
    template = language.gettext("Brown-Forsythe, centred on the median: F = {f}; Sig. {p}.")
    return (sentence(template, f=language.number(found.f), p=language.p_phrase(found.p)),)


def left_out(missing: int, elsewhere: int, language: Language) -> tuple[Sentence, ...]:
    """Respondents who are not compared: `elsewhere` are in another group than the two."""
    notes = left_out_note(missing, language)
    if not elsewhere:
        return notes
    template = language.ngettext(
        "{n} respondent is in another group, which is not compared here.",
        "{n} respondents are in other groups, which are not compared here.",
        elsewhere,
    )
    return (sentence(template, n=language.integer(elsewhere)), *notes)


def cohen_note(found: VariableComparison, language: Language) -> Sentence:
    """The effect size before the correction for small samples."""
    template = language.gettext("Cohen's d, without the correction for small samples: {d}.")
    return sentence(template, d=language.number(found.cohen_d))


def rank_sentence(
    scale: str, found: MannWhitney, alpha: float, levels: tuple[str, str], language: Language
) -> Sentence:
    """The Mann-Whitney test in one sentence; it compares ranks, not medians."""
    _ = language.gettext
    if found.p < alpha:
        template = _(
            "By ranks, {scale} of {higher} tends to be **higher** than that of {lower} "
            "(Mann-Whitney Z = {z}; Sig. {p}; rank-biserial {r})."
        )
    else:
        template = _(
            "By ranks, no significant difference of {scale} between {higher} and {lower} was found "
            "(Mann-Whitney Z = {z}; Sig. {p}; rank-biserial {r})."
        )
    higher, lower = levels if found.rank_biserial >= 0 else (levels[1], levels[0])
    return sentence(
        template,
        scale=scale,
        higher=higher,
        lower=lower,
        z=language.number(found.z),
        p=deciding_p(found.p, alpha, language),
        r=language.number(found.rank_biserial),
    )


def adjusted_sentence(scale: str, found: VariableComparison, alpha: float, language: Language) -> Sentence:
    """The difference that remains at equal covariates."""
    _ = language.gettext
    adjusted = found.ancova
    if isinstance(adjusted, Unavailable):
        raise TypeError("the adjusted difference was not computed")
    if adjusted.p < alpha:
        template = _(
            "At equal {covariates}, the adjusted difference in {scale} is **{difference}** points (CI {low} to {high}; "
            "Sig. {p}): it **remains significant**."
        )
    else:
        template = _(
            "At equal {covariates}, the adjusted difference in {scale} is **{difference}** points (CI {low} to {high}; "
            "Sig. {p}): it is **not significant**."
        )
    return sentence(
        template,
        covariates=language.listing(adjusted.covariates),
        scale=scale,
        difference=language.number(adjusted.difference, 2),
        low=language.number(adjusted.ci_low, 2),
        high=language.number(adjusted.ci_high, 2),
        p=deciding_p(adjusted.p, alpha, language),
    )

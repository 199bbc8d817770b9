"""The sentences on the assumptions, each true for any result."""

from __future__ import annotations

import math

from analysis.reporting.assumption_checks import VIF_CUT, Check, durbin_watson_met
from analysis.reporting.language import Language
from analysis.reporting.phrases import deciding_p, decimals_apart
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.influence import Influence
from analysis.statistics.multicollinearity import Multicollinearity
from analysis.statistics.normality import Normality
from analysis.statistics.shapiro_wilk import LARGEST as LARGEST_SHAPIRO_WILK


def conclusion(deciding: list[Check], concerned: list[Check], language: Language) -> Sentence:
    """The answer first: how many of the assumptions show a sign of violation, and which."""
    _ = language.gettext
    if not deciding:
        return sentence(_("None of the assumptions could be tested with these data."))
    if not concerned:
        template = language.ngettext(
            "The assumption tested shows **no indication of violation**.",
            "All {count} assumptions tested show **no indication of violation**.",
            len(deciding),
        )
        return sentence(template, count=language.integer(len(deciding)))
    names = language.listing([_in_sentence(check.assumption) for check in concerned])
    template = language.ngettext(
        "**{concerned} of {count}** assumptions needs attention: {names}.",
        "**{concerned} of {count}** assumptions need attention: {names}.",
        len(concerned),
    )
    return sentence(
        template,
        concerned=language.integer(len(concerned)),
        count=language.integer(len(deciding)),
        names=names,
    )


def _in_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]


def remark(concerned: list[Check], language: Language) -> Sentence:
    """What stands beside the main result because of it."""
    _ = language.gettext
    if not concerned:
        return sentence(
            _("A test that finds nothing does not prove an assumption; look at the pictures too.")
        )
    return sentence(
        _("The main result stays; beside it stand: {alternatives}."),
        alternatives="; ".join(dict.fromkeys(check.alternative for check in concerned)),
    )


def counted(rows: list[Check], language: Language) -> Sentence:
    """How many of all tests show a sign of violation."""
    _ = language.gettext
    found = sum(row.met is False for row in rows)
    if not found:
        return sentence(
            _("None of the {tests} tests shows an indication of violation."),
            tests=language.integer(len(rows)),
        )
    return sentence(
        language.ngettext(
            "{found} of {tests} tests shows an indication of violation.",
            "{found} of {tests} tests show an indication of violation.",
            found,
        ),
        found=language.integer(found),
        tests=language.integer(len(rows)),
    )


def normality(found: Normality, alpha: float, language: Language) -> Sentence:
    """Shapiro-Wilk decides where it exists, else Lilliefors."""
    _ = language.gettext
    test, name = (
        (found.shapiro_wilk, "Shapiro-Wilk")
        if found.shapiro_wilk is not None
        else (found.lilliefors, "Lilliefors")
    )
    if test.p > alpha:
        template = _(
            "**No indication** of a departure from normality of the residuals was found: {name} Sig. {p}; see the pictures."
        )
    else:
        template = _(
            "An **indication** of a departure from normality of the residuals was found: {name} Sig. {p}; see the pictures."
        )
    first = sentence(template, name=name, p=deciding_p(test.p, alpha, language))
    if test.p <= alpha and found.n >= 30:
        first += sentence(
            _(
                "With N = {n} the t and F tests tolerate a mild departure; bootstrap intervals are given beside them."
            ),
            n=language.integer(found.n),
        )
    return first


def normality_left_out(found: Normality, language: Language) -> tuple[Sentence, ...]:
    """Why Shapiro-Wilk is missing where it is."""
    if found.shapiro_wilk is not None:
        return ()
    return (
        sentence(
            language.gettext("Shapiro-Wilk is made for at most {limit} respondents and is not given here."),
            limit=language.integer(LARGEST_SHAPIRO_WILK),
        ),
    )


def heteroscedasticity(found: Heteroscedasticity, alpha: float, language: Language) -> Sentence:
    """Breusch-Pagan in Koenker's form decides."""
    _ = language.gettext
    test = found.breusch_pagan
    if test.p > alpha:
        template = _(
            "**No indication** of unequal residual variance was found: Breusch-Pagan (Koenker) LM = {lm}; Sig. {p}."
        )
    else:
        template = _(
            "An **indication** of unequal residual variance was found: Breusch-Pagan (Koenker) LM = {lm}; Sig. {p}. "
            "HC3 standard errors stand beside the main result; the coefficients stay."
        )
    return sentence(template, lm=language.number(test.lm), p=deciding_p(test.p, alpha, language))


def heteroscedasticity_forms(found: Heteroscedasticity, language: Language) -> tuple[Sentence, ...]:
    """The F form of Breusch-Pagan, and why White's test is missing where it is."""
    _ = language.gettext
    test = found.breusch_pagan
    notes = []
    if not math.isnan(test.f):
        notes.append(
            sentence(
                _("Breusch-Pagan (Koenker) in its F form: F = {f}; Sig. {p}."),
                f=language.number(test.f),
                p=language.p_phrase(test.f_p),
            )
        )
    if found.white is None:
        notes.append(
            sentence(_("White's test needs more respondents than it has terms, so it is not given here."))
        )
    return tuple(notes)


def multicollinearity(found: Multicollinearity, language: Language) -> Sentence:
    """The largest VIF, and that a small VIF does not mean uncorrelated predictors."""
    _ = language.gettext
    if len(found.predictors) < 2:
        return sentence(_("With a single predictor there is nothing that could be collinear."))
    worst = found.most_collinear
    vif = found.predictors[worst].vif
    if vif < VIF_CUT:
        template = _(
            "**No severe multicollinearity**: the largest VIF is {vif} ({worst}). "
            "The other predictors still explain {share} of it."
        )
    else:
        template = _(
            "**Severe multicollinearity**: VIF {vif} ({worst}). The other predictors explain {share} of it, "
            "so unique effects are hard to tell apart."
        )
    share = 100 * (1 - found.predictors[worst].tolerance)
    decimals = decimals_apart(share, 100, least=1)
    return sentence(template, vif=language.number(vif), worst=worst, share=language.percent(share, decimals))


def linearity(rows: list[Check], language: Language) -> Sentence:
    _ = language.gettext
    if not rows:
        return sentence(_("Linearity could not be tested with these data."))
    bent = [row.test for row in rows if row.met is False]
    if not bent:
        return sentence(_("**No indication** of a departure from linearity was found."))
    return sentence(
        _("An **indication** of a departure from linearity was found in: {tests}."), tests="; ".join(bent)
    )


def autocorrelation(found: Autocorrelation, language: Language) -> Sentence:
    """Durbin-Watson against its bounds, the inconclusive zone named as such."""
    _ = language.gettext
    met = durbin_watson_met(found)
    if found.d_lower is None or found.d_upper is None:
        return sentence(
            _("Durbin-Watson d = {d}; no bounds exist for this N and number of predictors."),
            d=language.number(found.durbin_watson),
        )
    if met is True:
        template = _(
            "**No indication** of autocorrelation: d = {d} lies between dU = {upper} and 4 − dU = {mirrored}."
        )
    elif met is False:
        template = _(
            "An **indication** of autocorrelation: d = {d} lies beyond dL = {lower} or 4 − dL = {mirrored_low}."
        )
    else:
        template = _(
            "**Inconclusive**: d = {d} lies between dL and dU (dL = {lower}; dU = {upper}) or their mirror images."
        )
    return sentence(
        template,
        d=language.number(found.durbin_watson),
        lower=language.number(found.d_lower),
        upper=language.number(found.d_upper),
        mirrored=language.number(4 - found.d_upper),
        mirrored_low=language.number(4 - found.d_lower),
    )


def influence(found: Influence, language: Language) -> Sentence:
    _ = language.gettext
    count = len(found.flagged)
    if not count:
        return sentence(
            _("No respondent of {n} is flagged; the largest Cook's distance is {cook}."),
            n=language.integer(found.n),
            cook=language.number(found.max_cook),
        )
    return sentence(
        language.ngettext(
            "**{count}** respondent of {n} is flagged; the largest Cook's distance is {cook}.",
            "**{count}** respondents of {n} are flagged; the largest Cook's distance is {cook}.",
            count,
        ),
        count=language.integer(count),
        n=language.integer(found.n),
        cook=language.number(found.max_cook),
    )

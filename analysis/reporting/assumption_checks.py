"""Each assumption of the regression with its criterion and decision, once for all who print it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.reporting.exhibit import Verdict
from analysis.reporting.language import Language
from analysis.reporting.phrases import limit_text
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.linearity import FTest
from analysis.statistics.normality import Lilliefors, NormalityTest
from analysis.statistics.unavailable import Unavailable

VIF_CUT, VIF_CAUTION = 10.0, 5.0
LARGEST_LILLIEFORS_P = 0.2
"""SPSS prints no larger p of this test, whose tables end there."""


@dataclass(frozen=True, slots=True)
class Check:
    """One test of one assumption. `met` None: the test does not decide (inconclusive zone).

    `p_at_least`: from here on only "≥ 0,200" is printed.
    """

    assumption: str
    test: str
    statistic: float | None
    statistic_name: str
    df: str
    p: float | None
    criterion: str
    met: bool | None
    alternative: str
    p_at_least: float | None = None


def verdict(check: Check, language: Language) -> Verdict:
    _ = language.gettext
    if check.met is None:
        return Verdict("neutral", _("Inconclusive"))
    return Verdict("good", _("No indication")) if check.met else Verdict("attention", _("Needs attention"))


def checks(result: AssumptionsResult, alpha: float, language: Language) -> list[Check]:
    """All tests of all assumptions that could be computed, in the order of a chapter."""
    return [
        *normality_checks(result, alpha, language),
        *heteroscedasticity_checks(result, alpha, language),
        *multicollinearity_checks(result, language),
        *autocorrelation_checks(result, language),
        *linearity_checks(result, alpha, language),
    ]


def deciding_checks(result: AssumptionsResult, alpha: float, language: Language) -> list[Check]:
    """One test per assumption: the one that Angket recommends to decide by.

    Autocorrelation is left out: the order of rows of a cross-section carries no meaning.
    """
    first: dict[str, Check] = {}
    normality = {check.statistic_name: check for check in normality_checks(result, alpha, language)}
    order = [
        *(normality[name] for name in ("W", "D") if name in normality),
        *heteroscedasticity_checks(result, alpha, language),
        *_largest_vif(result, language),
        *linearity_checks(result, alpha, language),
    ]
    for check in order:
        first.setdefault(check.assumption, check)
    return list(first.values())


def _largest_vif(result: AssumptionsResult, language: Language) -> list[Check]:
    found = result.multicollinearity
    if isinstance(found, Unavailable):
        return []
    checks = multicollinearity_checks(result, language)
    return [check for check in checks if check.test == found.most_collinear]


def _above(alpha: float, language: Language) -> str:
    return language.gettext("Sig. > {alpha}").format(alpha=limit_text(alpha, language))


def printed_up_to(alpha: float) -> float | None:
    """From where on Lilliefors's p is printed as "≥ 0,200"; None where alpha itself lies above."""
    return LARGEST_LILLIEFORS_P if alpha < LARGEST_LILLIEFORS_P else None


def normality_checks(result: AssumptionsResult, alpha: float, language: Language) -> list[Check]:
    _ = language.gettext
    found = result.normality
    if isinstance(found, Unavailable):
        return []
    remedy = _("BCa bootstrap; transformation of a skewed outcome")
    tests: list[tuple[str, str, NormalityTest | Lilliefors | None]] = [
        (_("Kolmogorov-Smirnov (older SPSS)"), "D", found.kolmogorov_smirnov),
        (_("Lilliefors"), "D", found.lilliefors),
        (_("Shapiro-Wilk"), "W", found.shapiro_wilk),
        (_("Jarque-Bera"), "JB", found.jarque_bera),
    ]
    return [
        Check(
            assumption=_("Normality of residuals"),
            test=name,
            statistic=test.statistic,
            statistic_name=symbol,
            df=language.integer(2) if symbol == "JB" else language.integer(found.n),
            p=test.p,
            criterion=_above(alpha, language),
            met=test.p > alpha,
            alternative=remedy,
            p_at_least=printed_up_to(alpha) if isinstance(test, Lilliefors) else None,
        )
        for name, symbol, test in tests
        if test is not None
    ]


def heteroscedasticity_checks(result: AssumptionsResult, alpha: float, language: Language) -> list[Check]:
    _ = language.gettext
    found = result.heteroscedasticity
    if isinstance(found, Unavailable):
        return []
    name, remedy = _("Equal variance of residuals"), _("HC3 standard errors; weighted least squares")
    criterion = _above(alpha, language)
    rows = [
        Check(name, _("Breusch-Pagan (Koenker)"), found.breusch_pagan.lm, "LM",
              language.integer(found.breusch_pagan.df), found.breusch_pagan.p, criterion,
              found.breusch_pagan.p > alpha, remedy)
    ]  # fmt: skip
    if found.white is not None:
        rows.append(
            Check(name, _("White"), found.white.lm, "LM", language.integer(found.white.df), found.white.p, criterion,
                  found.white.p > alpha, remedy)
        )  # fmt: skip
    for predictor, glejser in found.glejser.items():
        if math.isnan(glejser.p):
            continue
        label = _("Glejser: {predictor}").format(predictor=predictor)
        df = language.integer(found.n - len(found.glejser) - 1)
        rows.append(Check(name, label, glejser.t, "t", df, glejser.p, criterion, glejser.p > alpha, remedy))
    return rows


def multicollinearity_checks(result: AssumptionsResult, language: Language) -> list[Check]:
    _ = language.gettext
    found = result.multicollinearity
    if isinstance(found, Unavailable) or len(found.predictors) < 2:
        return []
    return [
        Check(
            assumption=_("No severe multicollinearity"),
            test=predictor,
            statistic=value.vif,
            statistic_name="VIF",
            df="",
            p=None,
            criterion=_("VIF < {cut}").format(cut=language.integer(int(VIF_CUT))),
            met=value.vif < VIF_CUT,
            alternative=_("joint F test; combine overlapping constructs"),
        )
        for predictor, value in found.predictors.items()
    ]


def durbin_watson_met(found: Autocorrelation) -> bool | None:
    """True outside both rejection zones, None in an inconclusive zone or without bounds."""
    if found.d_lower is None or found.d_upper is None:
        return None
    nearest = min(found.durbin_watson, 4 - found.durbin_watson)
    if nearest > found.d_upper:
        return True
    return False if nearest < found.d_lower else None


def autocorrelation_checks(result: AssumptionsResult, language: Language) -> list[Check]:
    _ = language.gettext
    found = result.autocorrelation
    if isinstance(found, Unavailable):
        return []
    criterion = "–"
    if found.d_upper is not None:
        criterion = _("{upper} < d < {mirrored}").format(
            upper=language.number(found.d_upper), mirrored=language.number(4 - found.d_upper)
        )
    return [
        Check(
            assumption=_("No autocorrelation"),
            test=_("Durbin-Watson"),
            statistic=found.durbin_watson,
            statistic_name="d",
            df="",
            p=found.p,
            criterion=criterion,
            met=durbin_watson_met(found),
            alternative=_("Newey-West, only where rows are in order of time"),
        )
    ]


def linearity_checks(result: AssumptionsResult, alpha: float, language: Language) -> list[Check]:
    _ = language.gettext
    found = result.linearity
    if isinstance(found, Unavailable):
        return []
    name, remedy = _("Linearity"), _("quadratic term; Spearman correlation")
    criterion = _above(alpha, language)
    rows = []
    if found.reset is not None:
        rows.append(_f_check(name, _("Ramsey RESET"), found.reset, criterion, alpha, remedy, language))
    for predictor, parts in found.predictors.items():
        if parts is not None and parts.deviation is not None:
            label = _("Deviation from linearity: {predictor}").format(predictor=predictor)
            rows.append(_f_check(name, label, parts.deviation, criterion, alpha, remedy, language))
    return rows


def _f_check(
    name: str, test: str, found: FTest, criterion: str, alpha: float, remedy: str, language: Language
) -> Check:
    df = f"{language.integer(found.df1)}; {language.integer(found.df2)}"
    return Check(name, test, found.f, "F", df, found.p, criterion, found.p > alpha, remedy)

""" "How this is computed" for shares of respondents, means of answers and the loyalty classes."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number, latex_text
from analysis.reporting.sentence import sentence
from analysis.reporting.syntax_names import r_name, share_level, spss_name, spss_names
from analysis.statistics.descriptives import ScaleDescription
from analysis.statistics.loyalty import LoyaltyResult
from analysis.statistics.respondents import ColumnCounts

WILSON = r"\frac{\hat p + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat p(1-\hat p)}{n} + \frac{z^2}{4n^2}}}{1 + \frac{z^2}{n}}"


def frequency_computation(name: str, counts: ColumnCounts, alpha: float, language: Language) -> Computation:
    """The share of the first category and its interval."""
    _ = language.gettext
    first = counts.categories[0]
    return Computation(
        formulas=(
            Formula(
                _("Share of those who answered"),
                rf"\hat p = \frac{{{first.n}}}{{{counts.n}}} = {latex_number(first.valid_percent, language, 1)}\,\%",
            ),
            *_wilson(first.ci_low, first.ci_high, language),
        ),
        explanation=(
            sentence(
                _(
                    "% is the share of all respondents, valid % that of those who answered, cumulative % their running sum."
                )
            ),
        ),
        source="Wilson (1927).",
        spss=f"FREQUENCIES /VARIABLES={spss_name(name)}.",
        r=f"prop.test({first.n}, {counts.n}, conf.level = {share_level(alpha)}, correct = FALSE)$conf.int",
    )


def description_computation(scales: Mapping[str, ScaleDescription], language: Language) -> Computation:
    """Achievement of the first scale that has a highest score, and the lines for all scales."""
    _ = language.gettext
    name, scale = next(
        ((name, scale) for name, scale in scales.items() if scale.tcr), next(iter(scales.items()))
    )
    formulas: tuple[Formula, ...] = ()
    if scale.tcr and scale.mean is not None:
        highest = 100 * scale.mean / scale.tcr
        achievement = latex_text(_("Achievement"))
        formulas = (
            Formula(
                _("Achievement of {scale}").format(scale=name),
                rf"{achievement} = 100 \cdot \frac{{\bar x}}{{x_{{max}}}} = 100 \cdot \frac{{{latex_number(scale.mean, language, 2)}}}"
                rf"{{{latex_number(highest, language, 0)}}} = {latex_number(scale.tcr, language, 1)}",
            ),
        )
    return Computation(
        formulas=formulas,
        explanation=(
            sentence(
                _(
                    "SD divides by N − 1. Quartiles lie at (N + 1)/4, (N + 1)/2 and 3(N + 1)/4 of the ordered scores."
                )
            ),
        ),
        source="IBM SPSS Statistics Algorithms, FREQUENCIES.",
        spss=f"FREQUENCIES /VARIABLES={spss_names(scales)} /FORMAT=NOTABLE\n  /NTILES=4 /STATISTICS=MEAN STDDEV MINIMUM MAXIMUM MEDIAN.",
        r=f"x <- na.omit(data${r_name(name)})\nmean(x); sd(x); quantile(x, type = 6)",
    )


def loyalty_computation(result: LoyaltyResult, language: Language) -> Computation:
    """The four classes by their two cuts, and the share of premium loyalty."""
    _ = language.gettext
    premium = result.categories["premium"]
    return Computation(
        formulas=(
            Formula(
                _("Share of premium loyalty"),
                rf"\hat p = \frac{{{premium.n}}}{{{result.n}}} = {latex_number(100 * premium.n / result.n, language, 1)}\,\%",
            ),
            *_wilson(premium.ci_low, premium.ci_high, language),
        ),
        explanation=(
            sentence(
                _(
                    "Premium: attachment and repeat purchase both above their cut; latent: only attachment; spurious: only repeat purchase; no loyalty: neither. A score on the cut counts as low."
                )
            ),
        ),
        source="Dick & Basu (1994); Wilson (1927).",
        r=f"high_attachment <- data${r_name(result.attachment)} > {result.cuts.attachment:.12g}\n"
        f"high_repeat <- data${r_name(result.repeat_purchase)} > {result.cuts.repeat_purchase:.12g}\n"
        "table(high_attachment, high_repeat)",
    )


def _wilson(low: float | None, high: float | None, language: Language) -> tuple[Formula, ...]:
    """Wilson's score interval, its bounds in percent; nothing where nobody was counted."""
    if low is None or high is None:
        return ()
    bounds = rf"[{latex_number(low, language, 1)}\,\%;\; {latex_number(high, language, 1)}\,\%]"
    return (Formula(language.gettext("Interval after Wilson"), rf"{WILSON} = {bounds}"),)

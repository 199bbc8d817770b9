""" "How this is computed" for validity and reliability, with the study's own numbers put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number
from analysis.reporting.sentence import sentence
from analysis.reporting.syntax_names import r_strings, spss_name, spss_names
from analysis.statistics.reliability import ScaleReliability
from analysis.statistics.validity import ItemValidity


def validity_computation(
    items: Mapping[str, ItemValidity], scale_items: Mapping[str, Sequence[str]], language: Language
) -> Computation:
    """Critical r from critical t at the first item's degrees of freedom, and the corrected r.

    `scale_items`: the items of each scale, for the lines in SPSS and R.
    """
    _ = language.gettext
    item = next(iter(items.values()))
    r = item.r_table
    t = r * (item.df / (1 - r * r)) ** 0.5
    number = partial(latex_number, language=language)
    return Computation(
        formulas=(
            Formula(
                _("Critical r from critical t, df = {df}").format(df=item.df),
                rf"r_{{crit}} = \frac{{t}}{{\sqrt{{t^2 + df}}}} = \frac{{{number(t)}}}{{\sqrt{{{number(t)}^2 + {item.df}}}}} = {number(r)}",
            ),
            Formula(
                _("Corrected r: item i is taken out of the total t"),
                r"r_{i(t-i)} = \frac{r_{it}\,s_t - s_i}{\sqrt{s_i^2 + s_t^2 - 2\,r_{it}\,s_i\,s_t}}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "An item is valid when computed r is above critical r, so a negative r never is. Complete answers of each scale are used."
                )
            ),
        ),
        source="Pearson (1896); Henrysson (1963).",
        spss="\n".join(_spss_validity(scale, names) for scale, names in scale_items.items()),
        r="\n".join(
            f"psych::alpha(data[{r_strings(names)}])$item.stats[, c('raw.r', 'r.drop')]"
            for names in scale_items.values()
        ),
    )


def _spss_validity(scale: str, names: Sequence[str]) -> str:
    """The total that contains every item, its correlations, and the corrected ones."""
    listed, total = spss_names(names), f"{spss_name(scale)}_total"
    return (
        f"COMPUTE {total} = SUM.{len(names)}({', '.join(spss_name(name) for name in names)}).\n"
        f"CORRELATIONS /VARIABLES={listed} {total} /PRINT=TWOTAIL.\n"
        f"RELIABILITY /VARIABLES={listed} /SUMMARY=TOTAL."
    )


def reliability_computation(
    scales: Mapping[str, ScaleReliability],
    scale_items: Mapping[str, Sequence[str]],
    significance: float,
    language: Language,
) -> Computation:
    """Alpha of the first scale and its Feldt interval; the lines in SPSS and R for every scale.

    `significance` is the level that the interval leaves out, 0.05 for one of 95 %.
    """
    _ = language.gettext
    upper, lower = (latex_number(share, language) for share in (1 - significance / 2, significance / 2))
    name, scale = next(iter(scales.items()))
    number = partial(latex_number, language=language)
    k = scale.items
    item_variances = scale.scale_variance * (1 - scale.alpha * (k - 1) / k)
    return Computation(
        formulas=(
            Formula(
                _("Alpha of {scale}").format(scale=name),
                rf"\alpha = \frac{{k}}{{k-1}}\left(1 - \frac{{\sum s_i^2}}{{s_t^2}}\right) = \frac{{{k}}}{{{k - 1}}}"
                rf"\left(1 - \frac{{{number(item_variances)}}}{{{number(scale.scale_variance)}}}\right) = {number(scale.alpha)}",
            ),
            Formula(
                _("Interval after Feldt"),
                rf"1 - (1-\alpha)\,F_{{{upper};\,n-1,\,(n-1)(k-1)}} \ldots 1 - (1-\alpha)\,F_{{{lower}}}"
                rf" = [{number(scale.ci_low)};\; {number(scale.ci_high)}]",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "Omega total is the share of the variance of the sum that one common factor explains: (Σλ)² / ((Σλ)² + Σψ)."
                )
            ),
        ),
        source="Cronbach (1951); Feldt (1965); McDonald (1999); Nunnally (1978).",
        spss="\n".join(
            f"RELIABILITY /VARIABLES={spss_names(names)} /MODEL=ALPHA /STATISTICS=SCALE /SUMMARY=TOTAL."
            for names in scale_items.values()
        ),
        r="\n".join(
            f"x <- na.omit(data[{r_strings(names)}])\na <- psych::alpha(x); a\n"
            f"psych::alpha.ci(a$total$raw_alpha, nrow(x), ncol(x), p.val = {significance:.12g})"
            for names in scale_items.values()
        ),
    )

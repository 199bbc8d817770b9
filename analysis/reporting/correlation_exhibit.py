"""Correlations between the scales: every pair in a table, Pearson's r as a heat map."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reporting.exhibit import Column, Computation, Exhibit, Formula, Label, Quantity, Row, Table
from analysis.reporting.figure import Axis, Colour, Figure, Mark, Text, Tick, Tile
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number
from analysis.reporting.material import Material
from analysis.reporting.phrases import limit_text, pair_words, reason_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.syntax_names import r_name, share_level, spss_names
from analysis.statistics.correlations import CorrelationsResult, PairCorrelation
from analysis.statistics.unavailable import Unavailable

ROW_HEIGHT = 50
MOST_EXACT, MOST_PRINTED = 6, 8
"""Columns up to which a phone has room for three decimals, and for any figure at all."""


def correlation_exhibits(material: Material) -> list[Exhibit]:
    """The card of the correlations; nothing where there are not two scales."""
    result = material.results["correlations"]
    if not isinstance(result, CorrelationsResult):
        return []
    found = {name: pair for name, pair in result.pairs.items() if isinstance(pair, PairCorrelation)}
    if not found:
        return []
    language = material.language
    _ = language.gettext
    return [
        Exhibit(
            key="correlations",
            title=_("Correlations between the scales"),
            n=max(pair.n for pair in found.values()),
            tables=(_table(found, material),),
            figures=(_heat_map(found, material),),
            notes=_notes(result, found, language),
            sentences=correlation_sentences(found, material.study.codebook.settings.alpha, language),
            computation=_computation(
                found, list(material.prepared.scales), material.study.codebook.settings.alpha, language
            ),
            source=material.source,
        )
    ]


def _notes(
    result: CorrelationsResult, found: dict[str, PairCorrelation], language: Language
) -> tuple[Sentence, ...]:
    _ = language.gettext
    notes = [
        sentence(
            _(
                "Sig. two-sided. Interval of Pearson's r after Fisher (1921), of Spearman's rho after Bonett and Wright (2000)."
            )
        )
    ]
    sizes = {pair.n for pair in found.values()}
    if len(sizes) > 1:
        notes.append(
            sentence(
                _("N differs between pairs, from {low} to {high}: respondents who have both scores."),
                low=language.integer(min(sizes)),
                high=language.integer(max(sizes)),
            )
        )
    notes += [
        reason_note(name, pair, language)
        for name, pair in result.pairs.items()
        if isinstance(pair, Unavailable)
    ]
    return tuple(notes)


def _table(found: dict[str, PairCorrelation], material: Material) -> Table:
    _ = material.language.gettext
    pearson, spearman, kendall = "Pearson", "Spearman", "Kendall"
    level = material.language.confidence(material.study.codebook.settings.alpha)
    lower, upper = _("CI {level} lower").format(level=level), _("CI {level} upper").format(level=level)
    columns = (
        Column(_("Pair"), "left"),
        Column("N"),
        Column("r", spanner=pearson),
        Column(lower, spanner=pearson),
        Column(upper, spanner=pearson),
        Column("Sig.", spanner=pearson),
        Column("rho", spanner=spearman),
        Column(lower, spanner=spearman),
        Column(upper, spanner=spearman),
        Column("Sig.", spanner=spearman),
        Column("tau-b", spanner=kendall),
        Column("Sig.", spanner=kendall),
    )
    rows = tuple(_row(name, pair, material.language) for name, pair in found.items())
    return Table("correlations", _("Correlations between the scales"), columns, rows)


def _row(name: str, pair: PairCorrelation, language: Language) -> Row:
    return Row(
        (
            Label(pair_words(name, language)),
            Quantity(pair.n, 0),
            Quantity(pair.pearson.r),
            Quantity(pair.pearson.ci_low),
            Quantity(pair.pearson.ci_high),
            Quantity(pair.pearson.p, kind="p"),
            Quantity(pair.spearman.rho),
            Quantity(pair.spearman.ci_low),
            Quantity(pair.spearman.ci_high),
            Quantity(pair.spearman.p, kind="p"),
            Quantity(pair.kendall.tau_b),
            Quantity(pair.kendall.p, kind="p"),
        )
    )


def _heat_map(found: dict[str, PairCorrelation], material: Material) -> Figure:
    """The lower triangle: blue for positive, vermilion for negative, stronger colour for larger |r|.

    Each scale's name stands above its row and its number under its column, so that the tiles keep the
    whole width of a phone.
    """
    language = material.language
    names = list(material.prepared.scales)
    marks: list[Mark] = []
    for row, second in enumerate(names):
        at = len(names) - 1 - row
        marks.append(Text(0, at + 0.5, f"{row + 1}. {second}", dy=12, dx=2, size=12))
        for column, first in enumerate(names[:row]):
            name = f"{first} ~ {second}"
            if name in found:
                marks.append(_tile(column, at, name, found[name].pearson.r, len(names) - 1, language))
    ticks = tuple(Tick(i + 0.5, str(i + 1)) for i in range(len(names) - 1))
    return Figure(
        key="correlations",
        title=language.gettext("Pearson's r between the scales"),
        x=Axis("", 0, len(names) - 1, ticks),
        y=Axis("", 0, len(names), visible=False),
        marks=tuple(marks),
        description="; ".join(
            f"{pair_words(name, language)}: r = {language.number(pair.pearson.r)}"
            for name, pair in found.items()
        ),
        height=ROW_HEIGHT * len(names) + 76,
    )


def _tile(column: int, at: int, pair: str, r: float, columns: int, language: Language) -> Tile:
    """One pair's r; printed in the tile while a phone leaves room for it."""
    colour: Colour = "blue" if r >= 0 else "vermilion"
    decimals = 3 if columns <= MOST_EXACT else 2
    return Tile(
        column + 0.02,
        column + 0.98,
        at + 0.03,
        at + 0.5,
        colour,
        0.05 + 0.75 * abs(r) ** 1.5,
        label=language.number(r, decimals) if columns <= MOST_PRINTED else "",
        hover=f"{pair_words(pair, language)}: r = {language.number(r)}",
    )


def correlation_sentences(
    found: dict[str, PairCorrelation], alpha: float, language: Language
) -> tuple[Sentence, ...]:
    """The strongest pair with its direction, then how many of the pairs are significant."""
    _ = language.gettext
    name = max(found, key=lambda key: abs(found[key].pearson.r))
    pair = found[name]
    strongest = sentence(
        _("The strongest correlation is that of **{pair}**: r = {r}, {direction} (Sig. {p}; N = {n})."),
        pair=pair_words(name, language),
        r=language.number(pair.pearson.r),
        direction=_direction(pair.pearson.r, language),
        p=language.p_phrase(pair.pearson.p),
        n=language.integer(pair.n),
    )
    if len(found) == 1:
        return (strongest,)
    return (strongest, _significant_pairs(found, alpha, language))


def _direction(r: float, language: Language) -> str:
    _ = language.gettext
    if r == 0:
        return _("without direction")
    return _("positive") if r > 0 else _("negative")


def _significant_pairs(found: dict[str, PairCorrelation], alpha: float, language: Language) -> Sentence:
    significant = sum(pair.pearson.p < alpha for pair in found.values())
    return sentence(
        language.gettext(
            "Pairs that correlate significantly (Pearson, α = {alpha}): **{significant} of {all}**."
        ),
        significant=language.integer(significant),
        all=language.integer(len(found)),
        alpha=limit_text(alpha, language),
    )


def _computation(
    found: dict[str, PairCorrelation], scales: Sequence[str], alpha: float, language: Language
) -> Computation:
    """t of the strongest pair's r, with its numbers put in."""
    _ = language.gettext
    listed = spss_names(scales)
    first, second = (f"data${r_name(name)}" for name in scales[:2])
    name = max(found, key=lambda key: abs(found[key].pearson.r))
    pair = found[name]
    r, df = pair.pearson.r, pair.n - 2
    formulas = [
        Formula(
            _("Pearson's r of two scales"),
            r"r = \frac{\sum (x-\bar{x})(y-\bar{y})}{\sqrt{\sum (x-\bar{x})^2 \sum (y-\bar{y})^2}}",
        )
    ]
    if abs(r) < 1:
        shown = latex_number(r, language)
        t = latex_number(r * (df / (1 - r * r)) ** 0.5, language)
        formulas.append(
            Formula(
                _("t of the strongest pair, df = {df}").format(df=df),
                rf"t = \frac{{r\sqrt{{df}}}}{{\sqrt{{1-r^2}}}} = \frac{{{shown}\sqrt{{{df}}}}}{{\sqrt{{1-({shown})^2}}}} = {t}",
            )
        )
    return Computation(
        formulas=tuple(formulas),
        explanation=(
            sentence(
                _(
                    "Spearman's rho is Pearson's r of the ranks, and Kendall's tau-b compares pairs of respondents; neither asks for a straight line. A correlation shows association, not cause."
                )
            ),
        ),
        source="Pearson (1896); Spearman (1904); Kendall (1945); Fisher (1921); Bonett & Wright (2000).",
        spss=f"CORRELATIONS /VARIABLES={listed} /PRINT=TWOTAIL /MISSING=PAIRWISE.\n"
        f"NONPAR CORR /VARIABLES={listed} /PRINT=BOTH TWOTAIL.",
        r="\n".join(
            f"cor.test({first}, {second}{more})"
            for more in (
                f", conf.level = {share_level(alpha)}",
                ', method = "spearman", exact = FALSE',
                ', method = "kendall", exact = FALSE',
            )
        ),
    )

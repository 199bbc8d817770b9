"""One characteristic crossed with the group: counts, shares of each row, a bar for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table
from analysis.reporting.figure import SERIES_COLOURS
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.phrases import left_out_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.stacked_shares import Part, stacked_shares
from analysis.statistics.categorical import Association

MOST_PARTS = 4
"""Levels of the group whose names fit the key of the picture on a phone."""


@dataclass(frozen=True, slots=True)
class CrossTable:
    """`counts[i][j]`: respondents of category i of the characteristic in level j of the group."""

    characteristic: str
    group: str
    categories: tuple[str, ...]
    levels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def deciding_p(pair: Association) -> float:
    """Fisher's exact p in a 2 x 2 table with expected counts below five, else that of chi-square."""
    if pair.fisher_p is not None and pair.cells_below_five:
        return pair.fisher_p
    return pair.chi_square.p


def cross_table_exhibit(position: int, name: str, pair: Association, material: Material) -> Exhibit:
    """`name`: "A ~ B", one of them the model's group."""
    language = material.language
    crossed = _turned(name, pair, material.study.codebook.model.group)
    key = f"cross_{position}"
    title = language.gettext("{characteristic} and {group}").format(
        characteristic=crossed.characteristic, group=crossed.group
    )
    return Exhibit(
        key=key,
        title=title,
        n=pair.n,
        tables=(_table(key, title, crossed),),
        figures=(
            stacked_shares(key, title, language.gettext("Share of the row (%)"), _rows(crossed), language),
        )
        if len(crossed.levels) <= MOST_PARTS
        else (),
        notes=(
            sentence(language.gettext("% of the respondents in the row.")),
            *left_out_note(pair.dropped, language),
        ),
        sentences=(_sentence(crossed, pair, material.study.codebook.settings.alpha, language),),
        source=material.source,
        beside=True,
    )


def _turned(name: str, pair: Association, group: str) -> CrossTable:
    """The group's levels side by side, whichever of the two came first."""
    first, second = name.split(" ~ ", 1)
    if second == group:
        return CrossTable(first, second, pair.row_categories, pair.column_categories, pair.counts)
    counts = tuple(zip(*pair.counts, strict=True))
    return CrossTable(second, first, pair.column_categories, pair.row_categories, counts)


def _share(count: int, counts: Sequence[int]) -> float | None:
    return 100 * count / sum(counts) if sum(counts) else None


def _rows(crossed: CrossTable) -> dict[str, tuple[Part, ...]]:
    return {
        category: tuple(
            Part(level, count, _share(count, counts), SERIES_COLOURS[place])
            for place, (level, count) in enumerate(zip(crossed.levels, counts, strict=True))
        )
        for category, counts in zip(crossed.categories, crossed.counts, strict=True)
    }


def _table(key: str, title: str, crossed: CrossTable) -> Table:
    columns = [Column(crossed.characteristic, "left")]
    for level in crossed.levels:
        columns += [Column("n", spanner=level), Column("%", spanner=level)]
    rows = []
    for category, counts in zip(crossed.categories, crossed.counts, strict=True):
        cells = [cell for n in counts for cell in (Quantity(n, 0), Quantity(_share(n, counts), 1))]
        rows.append(Row((Label(category), *cells)))
    return Table(key, title, tuple(columns), tuple(rows))


def _sentence(crossed: CrossTable, pair: Association, alpha: float, language: Language) -> Sentence:
    _ = language.gettext
    p = deciding_p(pair)
    template = (
        _("{characteristic} and {group} are **significantly associated** (Sig. {p}).")
        if p < alpha
        else _("**No significant association** of {characteristic} and {group} was found (Sig. {p}).")
    )
    return sentence(
        template, characteristic=crossed.characteristic, group=crossed.group, p=language.p_phrase(p)
    )

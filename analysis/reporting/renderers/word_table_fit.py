"""How large and how wide a table stands on paper: type size, widths of columns, which way the page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.reporting.exhibit import Column, Quantity, Table
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.word_styles import text_width_cm

SIZES = (10.0, 9.0, 8.0)
COMPACT_SIZES = (9.0, 8.0, 7.0)
SMALLEST = 6.5
CHARACTER_CM = 0.0178
"""Mean width of a digit or letter of Times New Roman, in centimetres for each point of size."""
CELL_MARGIN_CM = 0.08
"""Air at each side of a cell."""
CELL_PADDING_CM = 2 * CELL_MARGIN_CM + 0.06
"""Both margins, and a little for words of wide letters."""
WORDY = 24
"""A text column wider than this many characters may wrap before the type becomes smaller."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """Type size in points, widths in centimetres, and whether the page must be turned."""

    size: float
    widths: tuple[float, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class _Needs:
    """Characters a column needs: at least (its longest word), on few lines, and all on one line."""

    least: int
    comfortable: int
    whole: int


def fit(table: Table, language: Language) -> TableFit:
    """The largest type at which the table fits the upright page.

    Where nothing is left but to break headings and names between words, they are broken; only then is
    the page turned, and last the type made smaller still.
    """
    needs = [_needs(table, place, language) for place in range(len(table.columns))]
    least = _under_spanners(table, [need.least for need in needs])
    comfortable = _under_spanners(table, [need.comfortable for need in needs])
    tries = [(size, comfortable, False) for size in SIZES]
    tries += [(size, least, False) for size in COMPACT_SIZES]
    tries += [(size, least, True) for size in COMPACT_SIZES]
    for size, characters, landscape in tries:
        room = text_width_cm(landscape)
        if sum(_widths(characters, size)) <= room:
            return TableFit(size, _spread(characters, needs, size, room), landscape)
    room, widths = text_width_cm(landscape=True), _widths(least, SMALLEST)
    return TableFit(SMALLEST, tuple(width * room / sum(widths) for width in widths), landscape=True)


def _needs(table: Table, place: int, language: Language) -> _Needs:
    """Numbers never break; headings, names and decisions may, between words."""
    column = table.columns[place]
    whole = len(column.title)
    words = column.title.split()
    for cell in (row.cells[place] for row in table.rows if not row.heading):
        text = cell_text(cell, language)
        whole = max(whole, len(text))
        words.extend([text] if isinstance(cell, Quantity) else text.split())
    longest_word = max(map(len, words), default=1)
    comfortable = min(whole, max(WORDY, longest_word)) if column.align == "left" else whole
    return _Needs(min(longest_word, WORDY), comfortable, whole)


def _under_spanners(table: Table, characters: list[int]) -> list[int]:
    """Widen columns whose shared heading has a longer word than they have room for."""
    widened = list(characters)
    for name, first, last in spanners(table.columns):
        longest = max(map(len, name.split()), default=0)
        missing = longest - sum(widened[first : last + 1])
        widened[last] += max(0, missing)
    return widened


def _widths(characters: list[int], size: float) -> list[float]:
    return [count * size * CHARACTER_CM + CELL_PADDING_CM for count in characters]


def _spread(characters: list[int], needs: list[_Needs], size: float, room: float) -> tuple[float, ...]:
    """Fill the text width: first what columns still lack for one line, then all alike."""
    widths = _widths(characters, size)
    lacking = [
        max(0.0, whole - width)
        for whole, width in zip(_widths([need.whole for need in needs], size), widths, strict=True)
    ]
    spare = room - sum(widths)
    granted = min(1.0, spare / sum(lacking)) if any(lacking) else 0.0
    share = (spare - granted * sum(lacking)) / len(widths)
    return tuple(width + granted * lack + share for width, lack in zip(widths, lacking, strict=True))


def spanners(columns: tuple[Column, ...]) -> Iterator[tuple[str, int, int]]:
    """Name, first and last column of each run of neighbours under one spanner."""
    for name, run in groupby(enumerate(columns), key=lambda pair: pair[1].spanner):
        places = [place for place, _ in run]
        yield name, places[0], places[-1]

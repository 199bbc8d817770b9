"""How large and how wide a table stands on paper: type size, widths of columns, which way the page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.reporting.exhibit import Column, Label, Quantity, Table
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.word_styles import text_width_cm

SIZES = (10.0, 9.0, 8.0)
COMPACT_SIZES = (9.0, 8.0, 7.0)
SMALLEST = 6.5
DIGIT_CM = 0.0176
"""Width of a digit of Times New Roman, in centimetres for each point of size: half an em."""
CAPITAL, SMALL, NARROW, BOLD = 1.4, 0.95, 0.6, 1.08
"""Mean breadth of other characters, in digits: capitals, small letters, thin ones; bold type."""
NARROW_CHARACTERS = frozenset("fijlrtI .,:;'()|/-")
MOST_LATIN = 0x24F
"""Beyond Latin letters stand signs and scripts as broad as capitals."""
INDENT = 2.0
"""Breadth that an indented name needs besides its text."""
CELL_MARGIN_CM = 0.08
"""Air at each side of a cell."""
CELL_PADDING_CM = 2 * CELL_MARGIN_CM + 0.06
"""Both margins, and a little for what a mean misses."""
WORDY = 24.0
"""A text column broader than this many digits may wrap before the type becomes smaller."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """Type size in points, widths in centimetres, and whether the page must be turned."""

    size: float
    widths: tuple[float, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class _Needs:
    """Digits that fit into a column: its broadest word, comfortably few lines, all on one line."""

    least: float
    comfortable: float
    whole: float


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
    for size, breadths, landscape in tries:
        room = text_width_cm(landscape)
        if sum(_widths(breadths, size)) <= room:
            return TableFit(size, _spread(breadths, needs, size, room), landscape)
    room, widths = text_width_cm(landscape=True), _widths(least, SMALLEST)
    return TableFit(SMALLEST, tuple(width * room / sum(widths) for width in widths), landscape=True)


def _needs(table: Table, place: int, language: Language) -> _Needs:
    """Numbers never break; headings, names and decisions may, between words."""
    column = table.columns[place]
    whole = BOLD * _breadth(column.title)
    broadest = max((BOLD * _breadth(word) for word in column.title.split()), default=1.0)
    for cell in (row.cells[place] for row in table.rows if not row.heading):
        text = cell_text(cell, language)
        indent = INDENT if isinstance(cell, Label) and cell.indented else 0.0
        words = [text] if isinstance(cell, Quantity) else text.split()
        whole = max(whole, indent + _breadth(text))
        broadest = max([broadest, *(indent + _breadth(word) for word in words)])
    comfortable = min(whole, max(WORDY, broadest)) if column.align == "left" else whole
    return _Needs(min(broadest, WORDY), comfortable, whole)


def _breadth(text: str) -> float:
    """How many digits of the same type take the room of the text."""
    return sum(map(_character_breadth, text))


def _character_breadth(character: str) -> float:
    if character in NARROW_CHARACTERS:
        return NARROW
    if character.isupper() or ord(character) > MOST_LATIN:
        return CAPITAL
    return SMALL if character.isalpha() else 1.0


def _under_spanners(table: Table, breadths: list[float]) -> list[float]:
    """Widen columns whose shared heading has a longer word than they have room for."""
    widened = list(breadths)
    for name, first, last in spanners(table.columns):
        broadest = max((BOLD * _breadth(word) for word in name.split()), default=0.0)
        missing = broadest - sum(widened[first : last + 1])
        widened[last] += max(0.0, missing)
    return widened


def _widths(breadths: list[float], size: float) -> list[float]:
    return [breadth * size * DIGIT_CM + CELL_PADDING_CM for breadth in breadths]


def _spread(breadths: list[float], needs: list[_Needs], size: float, room: float) -> tuple[float, ...]:
    """Fill the text width: first what columns still lack for one line, then all alike."""
    widths = _widths(breadths, size)
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

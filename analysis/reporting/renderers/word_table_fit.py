"""How large and how wide a table stands on paper: type size, widths of columns, which way the page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell, Verdict
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.times_widths import ems
from analysis.reporting.renderers.word_styles import text_width_cm

SIZES = (10.0, 9.0, 8.0)
COMPACT_SIZES = (9.0, 8.0, 7.5)
SMALLEST = 6.5
EM_CM = 2.54 / 72
"""A point of type in centimetres."""
INDENT = 1.2
"""Room that an indented name needs besides its text."""
CELL_MARGIN_CM = 0.08
"""Air at each side of a cell."""
CELL_PADDING_CM = 2 * CELL_MARGIN_CM + 0.05
"""Both margins, and a little for typefaces that stand in for Times New Roman."""
ROUNDING = 0.01
"""Of a line: a cell that just fits takes one."""
WORDY = 12.0
"""A text column broader than this many ems may wrap before the type becomes smaller."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """Type size in points, widths in centimetres, and whether the page must be turned."""

    size: float
    widths: tuple[float, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class _Needs:
    """Ems that fit into a column: its broadest word; cells on one or few lines under a heading that may
    wrap; the heading on one line too; everything on one line.
    """

    least: float
    wrapped: float
    comfortable: float
    whole: float


def fit(table: Table, language: Language) -> TableFit:
    """The largest type at which the table fits the upright page.

    Headings wrap before the type becomes smaller. Where nothing is left but to break names between words,
    they are broken; only then is the page turned, and last the type made smaller still.
    """
    needs = [_needs(table, place, language) for place in range(len(table.columns))]
    least = _under_spanners(table, [need.least for need in needs])
    wrapped = _under_spanners(table, [need.wrapped for need in needs])
    tries = [(SIZES[0], _under_spanners(table, [need.comfortable for need in needs]), False)]
    tries += [(size, wrapped, False) for size in SIZES]
    tries += [(size, least, False) for size in COMPACT_SIZES]
    tries += [(size, least, True) for size in COMPACT_SIZES]
    for size, breadths, landscape in tries:
        room = text_width_cm(landscape)
        if sum(_widths(breadths, size)) <= room:
            return TableFit(size, _spread(breadths, needs, size, room), landscape)
    room, widths = text_width_cm(landscape=True), _widths(least, SMALLEST)
    return TableFit(SMALLEST, tuple(width * room / sum(widths) for width in widths), landscape=True)


def lines(table: Table, fit: TableFit, language: Language) -> int:
    """About how many lines of type the rows take, where long cells wrap."""
    return sum(_row_lines(row, fit, language) for row in table.rows)


def _row_lines(row: Row, fit: TableFit, language: Language) -> int:
    if row.heading:
        return 1
    em = fit.size * EM_CM
    return max(
        ceil(ems(cell_text(cell, language), bold=row.total) * em / (width - CELL_PADDING_CM) - ROUNDING)
        for cell, width in zip(row.cells, fit.widths, strict=True)
    )


def _needs(table: Table, place: int, language: Language) -> _Needs:
    """Numbers never break; headings, names and decisions may, between words."""
    column = table.columns[place]
    heading = ems(column.title, bold=True)
    heading_word = max((ems(word, bold=True) for word in column.title.split()), default=0.5)
    broadest, cells = heading_word, 0.0
    for row in (row for row in table.rows if not row.heading):
        cell = row.cells[place]
        text = cell_text(cell, language)
        indent = INDENT if isinstance(cell, Label) and cell.indented else 0.0
        cells = max(cells, indent + ems(text, bold=row.total))
        broadest = max([broadest, *(indent + ems(part, bold=row.total) for part in _unbroken(cell, text))])
    wrapped = comfortable = max(cells, heading_word)
    if column.align == "left":
        wrapped = comfortable = min(wrapped, max(WORDY, broadest))
    else:
        comfortable = max(cells, heading)
    return _Needs(min(broadest, WORDY), wrapped, comfortable, max(cells, heading))


def _unbroken(cell: TableCell, text: str) -> list[str]:
    """The parts of a cell that stay on one line: a number, a word, the symbol of a verdict with its word."""
    if isinstance(cell, Quantity):
        return [text]
    words = text.split()
    return [" ".join(words[:2]), *words[2:]] if isinstance(cell, Verdict) else words


def _under_spanners(table: Table, breadths: list[float]) -> list[float]:
    """Widen columns whose shared heading has a longer word than they have room for."""
    widened = list(breadths)
    for name, first, last in spanners(table.columns):
        broadest = max((ems(word, bold=True) for word in name.split()), default=0.0)
        missing = broadest - sum(widened[first : last + 1])
        widened[last] += max(0.0, missing)
    return widened


def _widths(breadths: list[float], size: float) -> list[float]:
    return [breadth * size * EM_CM + CELL_PADDING_CM for breadth in breadths]


def _spread(breadths: list[float], needs: list[_Needs], size: float, room: float) -> tuple[float, ...]:
    """Fill the text width: cells on one line before headings, the least lacking first, then all alike.

    No column takes more than its share of what is left, so that one long cell does not break all others.
    """
    widths = _widths(breadths, size)
    spare = room - sum(widths)
    wrapped = _widths([need.wrapped for need in needs], size)
    by_lack = sorted(range(len(widths)), key=lambda place: wrapped[place] - widths[place])
    for served, place in enumerate(by_lack):
        share = spare / (len(widths) - served)
        granted = min(share, max(0.0, wrapped[place] - widths[place]))
        widths[place], spare = widths[place] + granted, spare - granted
    whole = _widths([need.whole for need in needs], size)
    for place in sorted(range(len(widths)), key=lambda place: whole[place] - widths[place]):
        lack = max(0.0, whole[place] - widths[place])
        if lack <= spare:
            widths[place], spare = widths[place] + lack, spare - lack
    lacking = [max(0.0, wanted - width) for wanted, width in zip(whole, widths, strict=True)]
    shares = lacking if any(lacking) else [1.0] * len(widths)
    return tuple(width + spare * share / sum(shares) for width, share in zip(widths, shares, strict=True))


def spanners(columns: tuple[Column, ...]) -> Iterator[tuple[str, int, int]]:
    """Name, first and last column of each run of neighbours under one spanner."""
    for name, run in groupby(enumerate(columns), key=lambda pair: pair[1].spanner):
        places = [place for place, _ in run]
        yield name, places[0], places[-1]

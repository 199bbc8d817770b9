"""An exhibit's table as a real Word table: rules above, below and under the head, no vertical lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell, Verdict
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.text_escape import for_document, one_line
from analysis.reporting.renderers.word_styles import text_width_cm

SIZES = (10.0, 9.0, 8.0)
COMPACT_SIZES = (9.0, 8.0, 7.5)
SMALLEST = 7.0
CHARACTER_CM = 0.0178
"""Mean width of a digit or letter of Times New Roman, in centimetres for each point of size."""
CELL_MARGIN_CM = 0.08
"""Air at each side of a cell."""
CELL_PADDING_CM = 2 * CELL_MARGIN_CM + 0.06
"""Both margins, and a little for words of wide letters."""
WORDY = 24
"""A text column wider than this many characters may wrap before the type becomes smaller."""
KEEP_TOGETHER = 14
THICK, THIN = 12, 6
"""Rules in eighths of a point."""


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


def write_table(document: Document, table: Table, language: Language, table_fit: TableFit) -> None:
    """Append the table to the document."""
    heads = 2 if any(column.spanner for column in table.columns) else 1
    word = document.add_table(rows=heads + len(table.rows), cols=len(table.columns))
    _set_widths(word, table_fit.widths)
    rows = list(word.rows)
    _write_head(rows[:heads], table, table_fit.size)
    together = len(table.rows) <= KEEP_TOGETHER
    for row, word_row in zip(table.rows, rows[heads:], strict=True):
        last = row is table.rows[-1]
        _write_row(word_row, row, table.columns, language, table_fit.size, keep=together and not last)
    _rule(rows[0], "top", THICK)
    _rule(rows[heads - 1], "bottom", THIN)
    _rule(rows[-1], "bottom", THICK)


# widths --------------------------------------------------------------------------------------------


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
    for name, first, last in _spanners(table.columns):
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


def _set_widths(word: WordTable, widths: tuple[float, ...]) -> None:
    word.autofit = False
    _set_cell_margins(word)
    for column, width in zip(word.columns, widths, strict=True):
        column.width = Cm(width)
    for row in word.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=True):
            cell.width = Cm(width)


def _set_cell_margins(word: WordTable) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(Cm(CELL_MARGIN_CM).twips)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    word._tbl.tblPr.append(margins)


# rows ----------------------------------------------------------------------------------------------


def _write_head(rows: list[_Row], table: Table, size: float) -> None:
    titles = list(rows[-1].cells)
    for cell, column in zip(titles, table.columns, strict=True):
        _write(cell, one_line(column.title), size, _side(column), bold=True, keep=True)
    if len(rows) == 2:
        _write_spanners(rows[0], table.columns, size)
    for row in rows:
        _property(row, "w:cantSplit")
        _property(row, "w:tblHeader")


def _write_spanners(row: _Row, columns: tuple[Column, ...], size: float) -> None:
    cells = list(row.cells)
    for name, first, last in _spanners(columns):
        merged = cells[first].merge(cells[last]) if last > first else cells[first]
        _write(merged, one_line(name), size, WD_ALIGN_PARAGRAPH.CENTER, bold=True, keep=True)
        if name:
            _cell_rule(merged, "bottom", THIN)


def _spanners(columns: tuple[Column, ...]) -> Iterator[tuple[str, int, int]]:
    """Name, first and last column of each run of neighbours under one spanner."""
    for name, run in groupby(enumerate(columns), key=lambda pair: pair[1].spanner):
        places = [place for place, _ in run]
        yield name, places[0], places[-1]


def _write_row(
    word_row: _Row, row: Row, columns: tuple[Column, ...], language: Language, size: float, *, keep: bool
) -> None:
    _property(word_row, "w:cantSplit")
    cells = list(word_row.cells)
    if row.heading:
        name = cells[0].merge(cells[-1])
        # A group's name stays with its first row.
        _write(name, cell_text(row.cells[0], language), size, WD_ALIGN_PARAGRAPH.LEFT, bold=True, keep=True)
        return
    for word_cell, cell, column in zip(cells, row.cells, columns, strict=True):
        _write(
            word_cell,
            cell_text(cell, language),
            size,
            _side(column),
            bold=row.total,
            keep=keep,
            indent=isinstance(cell, Label) and cell.indented,
            colour=_colour(cell),
        )


def _write(
    cell: _Cell,
    text: str,
    size: float,
    side: WD_ALIGN_PARAGRAPH,
    *,
    bold: bool,
    keep: bool,
    indent: bool = False,
    colour: str | None = None,
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    paragraph.alignment = side
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    if indent:
        paragraph.paragraph_format.left_indent = Cm(0.3)
    if not text:
        return
    run = paragraph.add_run(for_document(text))
    run.font.size, run.font.bold = Pt(size), bold
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))


def _side(column: Column) -> WD_ALIGN_PARAGRAPH:
    return WD_ALIGN_PARAGRAPH.RIGHT if column.align == "right" else WD_ALIGN_PARAGRAPH.LEFT


def _colour(cell: TableCell) -> str | None:
    """Verdicts keep their colour on paper beside symbol and word."""
    if isinstance(cell, Verdict) and cell.kind != "neutral":
        return PALETTES["print"].words[cell.kind]
    return None


# rules ---------------------------------------------------------------------------------------------


def _property(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _rule(row: _Row, side: str, eighths: int) -> None:
    """A rule along one side of every cell of a row, also of merged ones."""
    for cell in dict.fromkeys(row.cells):
        _cell_rule(cell, side, eighths)


def _cell_rule(cell: _Cell, side: str, eighths: int) -> None:
    properties = cell._tc.get_or_add_tcPr()
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        properties.append(borders)
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    # The order of edges is fixed by the format: top before bottom.
    if side == "top":
        borders.insert(0, edge)
    else:
        borders.append(edge)

"""One sheet of the workbook: tables and lines from top to bottom, columns and rows as large as their text."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.text_escape import for_document, one_line
from analysis.reporting.renderers.times_widths import ems

LONGEST_TEXT = 32_767
NARROWEST, UNSET, WIDEST, WIDEST_OF_FEW = 9.0, 8.43, 36.0, 60.0
"""Widths of columns in characters: least, where none is set, most, and most where a table has few columns."""
SCREEN_WIDTH = 110.0
"""Characters across that a laptop shows; longer lines wrap over the columns."""
LINE_POINTS, TALLEST_POINTS = 15.0, 409.0
"""Height of a line, and of the tallest row that Excel allows."""
DIGITS_PER_EM, SPACE = 2.0, 0.5
"""Columns are as wide as so many digits of Calibri; so many of these go into an em of text as Times has it."""
SHORT_TITLE = 14.0
"""Titles up to this breadth stay on one line."""
FONT_SIZE, TITLE_SIZE = 11, 14 / 11
"""Points of the usual type, and how much larger a title is."""
A4 = 9
FOOTER = "&L&A&R&P / &N"
"""Name of the sheet, page and pages."""


@dataclass(frozen=True, slots=True)
class _Wrapped:
    """Text that may need several lines in its row, from one column to another; `size` 1 is the usual type."""

    row: int
    first: int
    last: int
    text: str
    bold: bool
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    text: str
    look: dict[str, object]
    title: bool = False


class Sheet:
    """A sheet being written from top to bottom; `finish` comes last, when the widths of all columns are known.

    Heights of rows are written, not left to the program that opens the file: some do not wrap by themselves.
    """

    def __init__(self, sheet: Worksheet, language: Language, style: Callable[..., Format]) -> None:
        self.sheet = sheet
        self.language = language
        self.style = style
        self.row = 0
        self.widths: dict[int, float] = {}
        self.lines: list[_Line] = []
        self.wrapped: list[_Wrapped] = []
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(FOOTER)

    def gap(self) -> None:
        self.row += 1

    def title(self, text: str) -> None:
        """What the sheet is about, in larger type."""
        look: dict[str, object] = {"bold": True, "font_size": round(FONT_SIZE * TITLE_SIZE)}
        self.lines.append(_Line(self.row, one_line(text), look, title=True))
        self.row += 1

    def line(self, text: str, **look: object) -> None:
        self.lines.append(_Line(self.row, one_line(text), look))
        self.row += 1

    def link(self, text: str, target: Sheet) -> None:
        """A line that leads to another sheet of the workbook."""
        name = target.sheet.get_name().replace("'", "''")
        look = self.style(bold=True, underline=1, font_color="#0b57a4")
        self.sheet.write_url(self.row, 0, f"internal:'{name}'!A1", look, for_document(one_line(text)))
        self.row += 1

    def table(self, table: Table) -> None:
        """Head, rows and rules; columns become as wide as their cells."""
        if any(column.spanner for column in table.columns):
            self._spanners(table.columns)
        for place, column in enumerate(table.columns):
            self._title(place, column, table)
        self.row += 1
        widest = min(WIDEST_OF_FEW, max(WIDEST, SCREEN_WIDTH / len(table.columns)))
        for row in table.rows:
            self._row(row, table.columns, widest, last=row is table.rows[-1])

    def keep_head(self, table: Table) -> None:
        """Leave the head of the sheet's one table in view and on every printed page."""
        head = self.row - len(table.rows)
        self.sheet.freeze_panes(head, 0)
        self.sheet.repeat_rows(head - 1)

    def finish(self) -> None:
        """Write the lines between the tables, then give every row the height of its text."""
        for line in self.lines:
            self._write_line(line)
        heights: dict[int, float] = {}
        for wrapped in self.wrapped:
            points = LINE_POINTS * wrapped.size * self._lines_of(wrapped)
            heights[wrapped.row] = max(heights.get(wrapped.row, LINE_POINTS), points)
        for row, points in heights.items():
            if points > LINE_POINTS:
                self.sheet.set_row(row, min(TALLEST_POINTS, points))

    # head ------------------------------------------------------------------------------------------

    def _spanners(self, columns: tuple[Column, ...]) -> None:
        for name, run in groupby(enumerate(columns), key=lambda pair: pair[1].spanner):
            places = [place for place, _ in run]
            below = {"bottom": 1} if name else {}
            look = self.style(bold=True, align="center", text_wrap=True, top=2, **below)
            text = for_document(one_line(name))[:LONGEST_TEXT]
            if len(places) > 1:
                self.sheet.merge_range(self.row, places[0], self.row, places[-1], "", look)
            self.sheet.write_string(self.row, places[0], text, look)
            self.wrapped.append(_Wrapped(self.row, places[0], places[-1], text, bold=True))
        self.row += 1

    def _title(self, place: int, column: Column, table: Table) -> None:
        spanned = any(column.spanner for column in table.columns)
        above: dict[str, object] = {} if spanned else {"top": 2}
        title = one_line(column.title)
        look = {**self._side(place, column), "text_wrap": True, "bold": True, "bottom": 1, **above}
        self._text(self.row, place, title, **look)
        words = max((_breadth(word, bold=True) for word in title.split()), default=0.0)
        whole = _breadth(title, bold=True)
        self._widen(place, whole if whole <= SHORT_TITLE else words, WIDEST)
        self.wrapped.append(_Wrapped(self.row, place, place, title, bold=True))

    def _side(self, place: int, column: Column) -> dict[str, object]:
        """Words keep clear of the numbers at their left."""
        indent = {"indent": 1} if column.align == "left" and place else {}
        return {"align": column.align, **indent}

    # rows ------------------------------------------------------------------------------------------

    def _row(self, row: Row, columns: tuple[Column, ...], widest: float, *, last: bool) -> None:
        bold = row.heading or row.total
        texts = [cell_text(cell, self.language) for cell in row.cells]
        look: dict[str, object] = {"bottom": 2} if last else {}
        if bold:
            look["bold"] = True
        if any(_is_long(text, bold=bold) for text in texts):
            look["valign"] = "top"
        for place, (cell, text, column) in enumerate(zip(row.cells, texts, columns, strict=True)):
            self._widen(place, len(text), widest)
            if isinstance(cell, Quantity):
                self._number(place, cell, look)
            else:
                self._words(place, cell, text, {**self._side(place, column), **look})
        self.row += 1

    def _words(self, place: int, cell: TableCell, text: str, look: dict[str, object]) -> None:
        indent: dict[str, object] = {"indent": 1} if isinstance(cell, Label) and cell.indented else {}
        wrapping: dict[str, object] = {}
        bold = bool(look.get("bold"))
        if _is_long(text, bold=bold):
            wrapping["text_wrap"] = True
            self.wrapped.append(_Wrapped(self.row, place, place, text, bold))
        self._text(self.row, place, text, **{**look, **indent, **wrapping})

    def _number(self, place: int, quantity: Quantity, look: dict[str, object]) -> None:
        """The unrounded number; a missing one is an empty cell, so that the column stays numeric."""
        style = self.style(num_format=_number_format(quantity, self.language), align="right", **look)
        if quantity.value is None or not math.isfinite(quantity.value):
            self.sheet.write_blank(self.row, place, None, style)
        else:
            self.sheet.write_number(self.row, place, quantity.value, style)

    def _text(self, row: int, place: int, text: str, **look: object) -> None:
        style = self.style(**look)
        if text:
            self.sheet.write_string(row, place, for_document(text)[:LONGEST_TEXT], style)
        else:
            self.sheet.write_blank(row, place, None, style)

    # sizes -----------------------------------------------------------------------------------------

    def _widen(self, place: int, characters: float, widest: float) -> None:
        wanted = min(max(characters + 2, NARROWEST), widest)
        if wanted > self.widths.get(place, 0):
            self.widths[place] = wanted
            self.sheet.set_column(place, place, wanted)

    def _width(self, first: int, last: int) -> float:
        return sum(self.widths.get(place, UNSET) for place in range(first, last + 1))

    def _write_line(self, line: _Line) -> None:
        """On one line where it fits the screen; else over as many columns as the screen shows."""
        bold, size = bool(line.look.get("bold")), TITLE_SIZE if line.title else 1.0
        if _breadth(line.text, bold=bold) * size <= SCREEN_WIDTH:
            self._text(line.row, 0, line.text, **line.look)
            return
        last = 1
        while self._width(0, last) < SCREEN_WIDTH:
            last += 1
        look = {**line.look, "text_wrap": True, "valign": "top"}
        self.sheet.merge_range(line.row, 0, line.row, last, "", self.style(**look))
        self._text(line.row, 0, line.text, **look)
        self.wrapped.append(_Wrapped(line.row, 0, last, line.text, bold, size))

    def _lines_of(self, wrapped: _Wrapped) -> int:
        """Lines that the words fill, none divided; a word broader than the room takes several."""
        room = self._width(wrapped.first, wrapped.last) - 1
        lines, filled = 0, room
        for word in wrapped.text.split():
            breadth = _breadth(word, bold=wrapped.bold) * wrapped.size
            if filled + breadth > room:
                lines, filled = lines + max(1, math.ceil(breadth / room)), 0.0
            filled += breadth + SPACE
        return lines


def _breadth(text: str, *, bold: bool) -> float:
    """How many digits wide a text is."""
    return ems(text, bold=bold) * DIGITS_PER_EM


def _is_long(text: str, *, bold: bool) -> bool:
    """Whether a cell may need more than one line."""
    return _breadth(text, bold=bold) > WIDEST - 2


def _number_format(quantity: Quantity, language: Language) -> str:
    """How Excel shows the number; its value stays unrounded."""
    places = f"0.{'0' * quantity.decimals}" if quantity.decimals else "0"
    if quantity.kind == "percent":
        return f'#,##{places}"%"'
    if quantity.kind == "p":
        smallest = 10.0**-quantity.decimals
        small = f'[<{smallest:.{quantity.decimals}f}]"{language.p_value(0.0, quantity.decimals)}"'
        if quantity.at_least is None:
            return f"{small};{places}"
        large = language.p_value(1.0, quantity.decimals, quantity.at_least)
        return f'{small};[>={quantity.at_least:g}]"{large}";{places}'
    return f"#,##{places}"

"""The results as an Excel workbook: one sheet a section, unrounded numbers, no formula anywhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.reporting.captions import ChapterCaptions, ExhibitCaptions, number_chapter
from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, SectionView, Table, TableCell
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.equation import equation_line
from analysis.reporting.renderers.exhibit_lines import (
    decision_line,
    key_figure_line,
    n_line,
    simulated_line,
    source_line,
)
from analysis.reporting.renderers.text_escape import for_document, one_line
from analysis.reporting.report import Report, computed_sections, has_main_result, item_list, left_out_list

INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_TEXT = 32_767
LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
NARROWEST, WIDEST = 9, 36
"""Widths of columns in characters; longer text wraps."""
A4 = 9


def workbook(report: Report, language: Language) -> bytes:
    """The report as the bytes of an .xlsx file.

    Numbers are stored in full and shown with the decimals of the screen; user text is always stored as
    text, so that "=1+1" stays those four characters.
    """
    target = BytesIO()
    book = Workbook(target, INERT)
    writer = _WorkbookReport(book, report, language)
    writer.write()
    book.close()
    return target.getvalue()


class _WorkbookReport:
    def __init__(self, book: Workbook, report: Report, language: Language) -> None:
        self.book = book
        self.report = report
        self.sections = computed_sections(report.sections)
        self.language = language
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def write(self) -> None:
        _ = self.language.gettext
        captions = number_chapter(self.report.sections, self.language, self.report.chapter)
        self._front(self._sheet(_("Contents")))
        for section in self.sections:
            self._section(self._sheet(section.name), section, captions)
        self._single(_("Items"), item_list(self.report.sections, self.language))
        self._single(_("Not computed"), left_out_list(self.report.sections, self.language))
        self._single(_("Trail"), self.report.trail)
        self._single(_("Notices"), self.report.notices)
        self._appendix(_("Appendix"))
        self._single(_("Scores"), self.report.scores)

    # sheets ----------------------------------------------------------------------------------------

    def _sheet(self, wanted: str) -> _Sheet:
        name = _sheet_name(wanted, self.names)
        self.names.add(name.casefold())
        return _Sheet(self.book.add_worksheet(name), self)

    def _front(self, sheet: _Sheet) -> None:
        sheet.line(self.report.title, bold=True, font_size=14)
        for subtitle in self.report.subtitle:
            sheet.line(subtitle)
        if self.report.simulated:
            sheet.line(simulated_line(self.language), italic=True)
        sheet.gap()
        for section in self.sections:
            sheet.line(section.name, bold=True)
            if has_main_result(section):
                sheet.line(section.conclusion.plain())

    def _section(self, sheet: _Sheet, section: SectionView, captions: ChapterCaptions) -> None:
        sheet.line(section.name, bold=True, font_size=14)
        if self.report.simulated:
            sheet.line(simulated_line(self.language), italic=True)
        if has_main_result(section):
            sheet.line(section.conclusion.plain())
            if section.remark:
                sheet.line(section.remark.plain())
        for exhibit in section.exhibits:
            sheet.gap()
            self._exhibit(sheet, exhibit, captions.of(section.key, exhibit.key))

    def _exhibit(self, sheet: _Sheet, exhibit: Exhibit, captions: ExhibitCaptions) -> None:
        if not exhibit.tables:
            sheet.line(exhibit.title, bold=True)
        for table, caption in zip(exhibit.tables, captions.tables, strict=True):
            sheet.line(f"{caption.text} {one_line(table.title)}", bold=True)
            sheet.table(table)
        for line in _words(exhibit, self.language):
            sheet.line(line)

    def _single(self, name: str, table: Table | None) -> None:
        if table is not None and table.rows:
            sheet = self._sheet(name)
            sheet.line(table.title, bold=True)
            sheet.table(table)
            sheet.keep_head(table)

    def _appendix(self, name: str) -> None:
        if self.report.appendix:
            sheet = self._sheet(name)
            for table in self.report.appendix:
                sheet.line(table.title, bold=True)
                sheet.table(table)
                sheet.gap()

    def format(self, **properties: object) -> Format:
        """One format object for each look; Excel allows only so many."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": "Calibri", "font_size": 11, **properties})
        return self.formats[key]


class _Sheet:
    """A sheet being written from top to bottom."""

    def __init__(self, sheet: Worksheet, owner: _WorkbookReport) -> None:
        self.sheet = sheet
        self.owner = owner
        self.row = 0
        self.widths: dict[int, int] = {}
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def gap(self) -> None:
        self.row += 1

    def line(self, text: str, **properties: object) -> None:
        self._text(0, one_line(text), **properties)
        self.row += 1

    def table(self, table: Table) -> None:
        """Head, rows and rules; columns become as wide as their cells."""
        if any(column.spanner for column in table.columns):
            self._spanners(table.columns)
        for place, column in enumerate(table.columns):
            self._text(
                place,
                one_line(column.title),
                bold=True,
                align=column.align,
                text_wrap=True,
                **self._head(table),
            )
            self._widen(place, max(map(len, one_line(column.title).split()), default=0))
        self.row += 1
        for row in table.rows:
            self._row(row, table.columns, last=row is table.rows[-1])

    def keep_head(self, table: Table) -> None:
        """Leave the head of the sheet's one table in view and on every printed page."""
        head = self.row - len(table.rows)
        self.sheet.freeze_panes(head, 0)
        self.sheet.repeat_rows(head - 1)

    def _head(self, table: Table) -> dict[str, object]:
        spanned = any(column.spanner for column in table.columns)
        return {"bottom": 1} if spanned else {"top": 2, "bottom": 1}

    def _spanners(self, columns: tuple[Column, ...]) -> None:
        for name, run in groupby(enumerate(columns), key=lambda pair: pair[1].spanner):
            places = [place for place, _ in run]
            look = self.owner.format(bold=True, align="center", top=2, **({"bottom": 1} if name else {}))
            text = for_document(one_line(name))[:LONGEST_TEXT]
            if len(places) > 1:
                self.sheet.merge_range(self.row, places[0], self.row, places[-1], "", look)
            self.sheet.write_string(self.row, places[0], text, look)
        self.row += 1

    def _row(self, row: Row, columns: tuple[Column, ...], *, last: bool) -> None:
        border: dict[str, object] = {"bottom": 2} if last else {}
        bold: dict[str, object] = {"bold": True} if row.heading or row.total else {}
        for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
            self._cell(place, cell, column, {**border, **bold})
        self.row += 1

    def _cell(self, place: int, cell: TableCell, column: Column, look: dict[str, object]) -> None:
        text = cell_text(cell, self.owner.language)
        self._widen(place, len(text))
        if isinstance(cell, Quantity):
            self._number(place, cell, look)
            return
        indent: dict[str, object] = {"indent": 1} if isinstance(cell, Label) and cell.indented else {}
        wrap: dict[str, object] = {"text_wrap": True, "valign": "top"} if len(text) > WIDEST else {}
        self._text(place, text, align=column.align, **indent, **wrap, **look)

    def _number(self, place: int, quantity: Quantity, look: dict[str, object]) -> None:
        """The unrounded number; a missing one is an empty cell, so that the column stays numeric."""
        style = self.owner.format(
            num_format=_number_format(quantity, self.owner.language), align="right", **look
        )
        if quantity.value is None or not math.isfinite(quantity.value):
            self.sheet.write_blank(self.row, place, None, style)
        else:
            self.sheet.write_number(self.row, place, quantity.value, style)

    def _text(self, place: int, text: str, **properties: object) -> None:
        style = self.owner.format(**properties)
        if text:
            self.sheet.write_string(self.row, place, for_document(text)[:LONGEST_TEXT], style)
        else:
            self.sheet.write_blank(self.row, place, None, style)

    def _widen(self, place: int, characters: int) -> None:
        wanted = min(max(characters + 2, NARROWEST), WIDEST)
        if wanted > self.widths.get(place, 0):
            self.widths[place] = wanted
            self.sheet.set_column(place, place, wanted)


def _words(exhibit: Exhibit, language: Language) -> Iterator[str]:
    """The lines under an exhibit's tables."""
    if exhibit.equation:
        yield equation_line(exhibit.equation, language)
    if exhibit.two_values:
        for figure in (exhibit.two_values.convention, exhibit.two_values.reference):
            yield f"{figure.name}: {key_figure_line(figure)}"
        yield exhibit.two_values.note.plain()
        yield f"{decision_line(exhibit.two_values.same_decision, language)}."
    if exhibit.n is not None:
        yield n_line(exhibit.n, language)
    for note in exhibit.notes:
        yield note.plain()
    if exhibit.source:
        yield source_line(exhibit.source, language)
    for sentence in exhibit.sentences:
        yield sentence.plain()


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


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel accepts and that no other sheet has."""
    plain = one_line(wanted.translate(NOT_IN_SHEET_NAMES))[:LONGEST_SHEET_NAME].strip() or "-"
    name, count = plain, 1
    # Excel keeps this name for itself.
    while name.casefold() in {*taken, "history"}:
        count += 1
        ending = f" ({count})"
        name = plain[: LONGEST_SHEET_NAME - len(ending)] + ending
    return name

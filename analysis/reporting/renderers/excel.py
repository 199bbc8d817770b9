"""The results as an Excel workbook: one sheet a section, unrounded numbers, no formula anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from analysis.reporting.captions import ChapterCaptions, ExhibitCaptions, number_chapter
from analysis.reporting.exhibit import Exhibit, SectionView, Table
from analysis.reporting.language import Language
from analysis.reporting.renderers.equation import equation_line
from analysis.reporting.renderers.excel_sheet import FONT_SIZE, Sheet
from analysis.reporting.renderers.exhibit_lines import (
    decision_line,
    key_figure_line,
    n_line,
    simulated_line,
    source_line,
)
from analysis.reporting.renderers.text_escape import one_line
from analysis.reporting.report import Report, computed_sections, has_main_result, item_list, left_out_list

INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


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
        self.sheets: list[Sheet] = []
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def write(self) -> None:
        _ = self.language.gettext
        captions = number_chapter(self.report.sections, self.language, self.report.chapter)
        front = self._sheet(_("Contents"))
        for section in self.sections:
            self._section(self._sheet(section.name), section, captions)
        self._single(_("Items"), item_list(self.report.sections, self.language))
        self._single(_("Not computed"), left_out_list(self.report.sections, self.language))
        self._single(_("Trail"), self.report.trail)
        self._single(_("Notices"), self.report.notices)
        self._appendix(_("Appendix"))
        self._single(_("Scores"), self.report.scores)
        self._front(front)
        for sheet in self.sheets:
            sheet.finish()

    # sheets ----------------------------------------------------------------------------------------

    def _sheet(self, wanted: str) -> Sheet:
        name = _sheet_name(wanted, self.names)
        self.names.add(name.casefold())
        self.sheets.append(Sheet(self.book.add_worksheet(name), self.language, self.format))
        return self.sheets[-1]

    def _front(self, sheet: Sheet) -> None:
        """Whose results these are, and a link to every sheet with what its section concludes."""
        sheet.title(self.report.title)
        for subtitle in self.report.subtitle:
            sheet.line(subtitle)
        if self.report.simulated:
            sheet.line(simulated_line(self.language), italic=True)
        sheet.gap()
        sections = self.sheets[1 : len(self.sections) + 1]
        for section, target in zip(self.sections, sections, strict=True):
            sheet.link(section.name, target)
            if has_main_result(section):
                sheet.line(section.conclusion.plain())
        sheet.gap()
        for target in self.sheets[len(self.sections) + 1 :]:
            sheet.link(target.sheet.get_name(), target)

    def _section(self, sheet: Sheet, section: SectionView, captions: ChapterCaptions) -> None:
        sheet.title(section.name)
        if self.report.simulated:
            sheet.line(simulated_line(self.language), italic=True)
        if has_main_result(section):
            sheet.line(section.conclusion.plain())
            if section.remark:
                sheet.line(section.remark.plain())
        for exhibit in section.exhibits:
            sheet.gap()
            self._exhibit(sheet, exhibit, captions.of(section.key, exhibit.key))

    def _exhibit(self, sheet: Sheet, exhibit: Exhibit, captions: ExhibitCaptions) -> None:
        if not exhibit.tables:
            sheet.line(exhibit.title, bold=True)
        for table, caption in zip(exhibit.tables, captions.tables, strict=True):
            if table is not exhibit.tables[0]:
                sheet.gap()
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
            self.formats[key] = self.book.add_format(
                {"font_name": "Calibri", "font_size": FONT_SIZE, **properties}
            )
        return self.formats[key]


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

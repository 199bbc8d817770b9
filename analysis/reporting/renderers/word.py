"""The results chapter as a Word file: real tables, counted captions, pictures with alternative text."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from analysis.reporting.captions import (
    Caption,
    ChapterCaptions,
    ExhibitCaptions,
    number_chapter,
    number_exhibit,
)
from analysis.reporting.exhibit import Exhibit, KeyFigure, SectionView, Table, TwoValues
from analysis.reporting.figure import Figure
from analysis.reporting.language import Language
from analysis.reporting.renderers.exhibit_lines import decision_line, n_line, simulated_line, source_line
from analysis.reporting.renderers.matplotlib_figure import SCREEN_WIDTH, png_bytes
from analysis.reporting.renderers.text_escape import for_document, one_line
from analysis.reporting.renderers.word_fields import write_caption, write_field
from analysis.reporting.renderers.word_styles import new_document, set_page, text_width_cm
from analysis.reporting.renderers.word_table import write_table
from analysis.reporting.renderers.word_table_fit import fit
from analysis.reporting.report import Report, item_list
from analysis.reporting.sentence import Sentence

TALLEST_PICTURE_CM = 20.0


def word_document(report: Report, language: Language) -> bytes:
    """The report as the bytes of a .docx file.

    Control characters are left out, since Word refuses them; all other text stands as it is. Numbers
    are the text that the screen shows.
    """
    return _WordReport(report.title, report.simulated, language).chapter(report)


def exhibit_docx(exhibit: Exhibit, language: Language, captions: ExhibitCaptions | None = None) -> bytes:
    """One exhibit as the bytes of a .docx file, numbered as in the chapter where `captions` is given."""
    writer = _WordReport(exhibit.title, False, language)
    writer.exhibit(exhibit, captions or number_exhibit(exhibit, language))
    return writer.bytes()


class _WordReport:
    """A document being written from top to bottom."""

    def __init__(self, title: str, simulated: bool, language: Language) -> None:
        self.language = language
        self.document: Document = new_document(for_document(one_line(title)), language)
        self.landscape = False
        self.bookmarks = 0
        self._header_and_footer(simulated)

    def chapter(self, report: Report) -> bytes:
        self.document.add_paragraph(for_document(report.title), style="Title")
        for line in report.subtitle:
            self.document.add_paragraph(for_document(line), style="Subtitle")
        if report.simulated:
            self.document.add_paragraph(simulated_line(self.language), style="Subtitle")
        captions = number_chapter(report.sections, self.language, report.chapter)
        for number, section in enumerate(report.sections, start=1):
            self._section(section, f"{report.chapter}.{number}", captions)
        self._appendix(report)
        return self.bytes()

    def bytes(self) -> bytes:
        target = BytesIO()
        self.document.save(target)
        return target.getvalue()

    def exhibit(self, exhibit: Exhibit, captions: ExhibitCaptions) -> None:
        """Tables, two values and pictures of one exhibit with their words."""
        if exhibit.unavailable:
            self._sentence(exhibit.unavailable)
            return
        for table, caption in zip(exhibit.tables, captions.tables, strict=True):
            self._table(table, caption)
        if exhibit.tables:
            self._notes(exhibit)
        self._turn(landscape=False)
        if exhibit.two_values:
            self._two_values(exhibit.two_values)
        for figure, caption in zip(exhibit.figures, captions.figures, strict=True):
            self._figure(figure, caption)
        if not exhibit.tables:
            self._notes(exhibit)
        for sentence in exhibit.sentences:
            self._sentence(sentence)

    # parts -----------------------------------------------------------------------------------------

    def _section(self, section: SectionView, number: str, captions: ChapterCaptions) -> None:
        self.document.add_heading(f"{number} {for_document(section.name)}", 1)
        self._sentence(section.conclusion)
        if section.remark:
            self._sentence(section.remark)
        for place, exhibit in enumerate(section.exhibits, start=1):
            # The page turns before the heading, so that heading and table stay together.
            self._turn(any(fit(table, self.language).landscape for table in exhibit.tables))
            self.document.add_heading(f"{number}.{place} {for_document(exhibit.title)}", 2)
            self.exhibit(exhibit, captions.of(section.key, exhibit.key))

    def _appendix(self, report: Report) -> None:
        """Items in full, the decisions that led here, what the reader of the file saw, tables to look up."""
        self.document.add_heading(self.language.gettext("Appendix"), 1)
        items = item_list(report.sections, self.language)
        for table in (items, report.trail, report.notices, *report.appendix):
            if table is not None and table.rows:
                table_fit = fit(table, self.language)
                self._turn(table_fit.landscape)
                self.document.add_heading(for_document(table.title), 2)
                write_table(self.document, table, self.language, table_fit)
        self._turn(landscape=False)

    def _table(self, table: Table, caption: Caption) -> None:
        self._turn(self.landscape or fit(table, self.language).landscape)
        self._caption(caption, table.title).paragraph_format.keep_with_next = True
        write_table(self.document, table, self.language, fit(table, self.language))

    def _figure(self, figure: Figure, caption: Caption) -> None:
        width = text_width_cm(landscape=False)
        tall = width * figure.height / SCREEN_WIDTH
        # A picture taller than a page becomes smaller as a whole.
        shown = width * min(1.0, TALLEST_PICTURE_CM / tall)
        paragraph = self.document.add_paragraph(style="Normal")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1
        paragraph.paragraph_format.keep_with_next = True
        picture = paragraph.add_run().add_picture(BytesIO(png_bytes(figure, self.language, width)), Cm(shown))
        properties = picture._inline.docPr
        properties.set("descr", for_document(figure.description))
        properties.set("title", for_document(figure.title))
        self._caption(caption, figure.title)

    def _two_values(self, values: TwoValues) -> None:
        for figure in (values.convention, values.reference):
            paragraph = self.document.add_paragraph()
            paragraph.add_run(f"{for_document(figure.name)}: ").bold = True
            paragraph.add_run(for_document(_figure_line(figure)))
        self._sentence(values.note)
        self.document.add_paragraph(decision_line(values.same_decision, self.language))

    def _notes(self, exhibit: Exhibit) -> None:
        """N, notes and source in small print, right under the table or picture."""
        if exhibit.n is None and not exhibit.notes and not exhibit.source:
            return
        paragraph = self.document.add_paragraph(style="Exhibit Notes")
        if exhibit.n is not None:
            paragraph.add_run(n_line(exhibit.n, self.language) + " ")
        for note in exhibit.notes:
            _write_runs(paragraph, note)
            paragraph.add_run(" ")
        if exhibit.source:
            paragraph.add_run(for_document(source_line(exhibit.source, self.language)))

    def _sentence(self, sentence: Sentence) -> None:
        _write_runs(self.document.add_paragraph(), sentence)

    def _caption(self, caption: Caption, title: str) -> Paragraph:
        paragraph = self.document.add_paragraph(style="Caption")
        self.bookmarks += 1
        write_caption(paragraph, caption, one_line(title), self.bookmarks)
        return paragraph

    # pages -----------------------------------------------------------------------------------------

    def _turn(self, landscape: bool) -> None:
        """Begin a page the other way round, where the page is not that way already."""
        if landscape != self.landscape:
            set_page(self.document.add_section(WD_SECTION.NEW_PAGE), landscape)
            self.landscape = landscape

    def _header_and_footer(self, simulated: bool) -> None:
        section = self.document.sections[0]
        if simulated:
            section.header.paragraphs[0].text = simulated_line(self.language)
        write_field(section.footer.paragraphs[0], " PAGE ", "1")


def _figure_line(figure: KeyFigure) -> str:
    value = f"{figure.value} {figure.unit}".strip()
    return f"{value} ({figure.remark})" if figure.remark else value


def _write_runs(paragraph: Paragraph, sentence: Sentence) -> None:
    for run in sentence.runs:
        paragraph.add_run(for_document(run.text)).bold = run.strong

"""The results chapter as a Word file: real tables, counted captions, pictures with alternative text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from analysis.reporting.captions import (
    Caption,
    CaptionKind,
    ChapterCaptions,
    ExhibitCaptions,
    number_chapter,
    number_exhibit,
)
from analysis.reporting.exhibit import Equation, Exhibit, SectionView, Table, TwoValues
from analysis.reporting.figure import Figure
from analysis.reporting.language import Language
from analysis.reporting.renderers.equation import slopes
from analysis.reporting.renderers.exhibit_lines import (
    decision_line,
    key_figure_line,
    n_line,
    simulated_line,
    source_line,
)
from analysis.reporting.renderers.line_breaks import NO_BREAK_SPACE, kept_together
from analysis.reporting.renderers.matplotlib_figure import SCREEN_WIDTH, png_bytes
from analysis.reporting.renderers.text_escape import for_document, one_line
from analysis.reporting.renderers.word_fields import (
    ListEntry,
    write_caption,
    write_field,
    write_list,
    write_marked,
)
from analysis.reporting.renderers.word_styles import (
    CAPTIONS_LIST_ID,
    CONTENTS_IDS,
    NOTES_ID,
    new_document,
    set_page,
)
from analysis.reporting.renderers.word_table import write_table
from analysis.reporting.renderers.word_table_fit import TableFit, fit
from analysis.reporting.report import Report, computed_sections, has_main_result, item_list, left_out_list
from analysis.reporting.sentence import Sentence

PICTURE_CM = 12.6
"""Width of a picture: type of 7 points, and low enough that few pages end early for want of room."""
LONG_PICTURE_CM, TALLEST_PICTURE_CM = 13.5, 20.0
"""Rows of a longer picture stand closer; a taller one becomes smaller as a whole."""
LEAST_SQUEEZE, LEAST_SQUEEZE_UNDER_NAMES = 0.6, 0.9
"""How close rows may stand: with their names beside them, and with a name above each."""
UNDER_TABLE, UNDER_FIGURE = Pt(6), Pt(10)


def word_document(report: Report, language: Language) -> bytes:
    """The report as the bytes of a .docx file.

    Control characters are left out, since Word refuses them; all other text stands as it is. Numbers
    are the text that the screen shows.
    """
    return _WordReport(report.title, report.simulated, language).chapter(report)


def exhibit_docx(exhibit: Exhibit, language: Language, captions: ExhibitCaptions | None = None) -> bytes:
    """One exhibit as the bytes of a .docx file, numbered as in the chapter where `captions` is given."""
    writer = _WordReport(exhibit.title, False, language)
    writer.exhibit(exhibit, captions or number_exhibit(exhibit, language), _fits(exhibit, language))
    return writer.saved()


@dataclass(frozen=True, slots=True)
class _PictureSize:
    """How close the rows of a picture stand (1: as on the screen), and its width on paper."""

    squeeze: float
    width_cm: float


class _WordReport:
    """A document being written from top to bottom; the lists at its beginning come last."""

    def __init__(self, title: str, simulated: bool, language: Language) -> None:
        self.language = language
        self.document: Document = new_document(for_document(one_line(title)), language)
        self.landscape = False
        self.bookmarks = self.pictures = 0
        self.headings: list[ListEntry] = []
        self.captions: dict[CaptionKind, list[ListEntry]] = {"table": [], "figure": []}
        self._header_and_footer(simulated)

    def chapter(self, report: Report) -> bytes:
        self._paragraph("Title").add_run(for_document(report.title))
        for line in report.subtitle:
            self._paragraph("Subtitle").add_run(for_document(line))
        if report.simulated:
            self._paragraph("Subtitle").add_run(simulated_line(self.language))
        captions = number_chapter(report.sections, self.language, report.chapter)
        for number, section in enumerate(computed_sections(report.sections), start=1):
            self._section(section, f"{report.chapter}.{number}", captions)
        self._appendix(report)
        self._lists()
        return self.saved()

    def saved(self) -> bytes:
        target = BytesIO()
        self.document.save(target)
        return target.getvalue()

    def exhibit(
        self,
        exhibit: Exhibit,
        captions: ExhibitCaptions,
        fits: Sequence[TableFit],
        said: tuple[Sentence, ...] = (),
    ) -> None:
        """Tables, two values and pictures of one exhibit with their words, without those just `said`."""
        if exhibit.unavailable:
            self._sentence(exhibit.unavailable)
            return
        if exhibit.equation:
            self._equation(exhibit.equation)
        noted = exhibit.n is not None or bool(exhibit.notes) or bool(exhibit.source)
        for table, caption, table_fit in zip(exhibit.tables, captions.tables, fits, strict=True):
            self._table(table, caption, table_fit, noted=noted and table is exhibit.tables[-1])
        if exhibit.tables and noted:
            self._notes(exhibit)
        self._turn(landscape=False)
        if exhibit.two_values:
            self._two_values(exhibit.two_values)
        for figure, caption in zip(exhibit.figures, captions.figures, strict=True):
            self._figure(figure, caption)
        if noted and not exhibit.tables:
            self._notes(exhibit)
        for sentence in (sentence for sentence in exhibit.sentences if sentence not in said):
            self._sentence(sentence)

    # parts -----------------------------------------------------------------------------------------

    def _lists(self) -> None:
        """Contents, tables and figures, before the first heading, which begins a new page."""
        _ = self.language.gettext
        place = next(p for p in self.document.paragraphs if p._p.style == "Heading1")
        place.paragraph_format.page_break_before = True
        tables, figures = self.captions["table"], self.captions["figure"]
        lists = (
            (_("Table of Contents"), ' TOC \\o "1-2" \\h \\z \\u ', self.headings),
            (_("List of Tables"), f' TOC \\h \\z \\c "{_("Table")}" ', tables),
            (_("List of Figures"), f' TOC \\h \\z \\c "{_("Figure")}" ', figures),
        )
        for title, instruction, entries in lists:
            if entries:
                heading = place.insert_paragraph_before()
                heading._p.style = "TOCHeading"
                heading.add_run(title)
                write_list(place, instruction, entries)

    def _section(self, section: SectionView, number: str, captions: ChapterCaptions) -> None:
        self._heading(f"{number} {section.name}", 1)
        said = tuple(filter(None, (section.conclusion, section.remark))) if has_main_result(section) else ()
        for sentence in said:
            self._sentence(sentence)
        for place, exhibit in enumerate(section.exhibits, start=1):
            # The page turns before the heading, so that heading and table stay together.
            fits = _fits(exhibit, self.language)
            self._turn(any(table_fit.landscape for table_fit in fits))
            self._heading(f"{number}.{place} {exhibit.title}", 2)
            self.exhibit(exhibit, captions.of(section.key, exhibit.key), fits, said)

    def _appendix(self, report: Report) -> None:
        """Items in full, the decisions that led here, what the reader of the file saw, tables to look up."""
        self._heading(self.language.gettext("Appendix"), 1)
        items = item_list(report.sections, self.language)
        left_out = left_out_list(report.sections, self.language)
        for table in (items, left_out, report.trail, report.notices, *report.appendix):
            if table is not None and table.rows:
                table_fit = fit(table, self.language)
                self._turn(table_fit.landscape)
                self._heading(table.title, 2)
                write_table(self.document, table, self.language, table_fit)
        self._turn(landscape=False)

    def _table(self, table: Table, caption: Caption, table_fit: TableFit, *, noted: bool) -> None:
        self._turn(self.landscape or table_fit.landscape)
        self._caption(caption, table.title).paragraph_format.keep_with_next = True
        write_table(self.document, table, self.language, table_fit, noted=noted)

    def _figure(self, figure: Figure, caption: Caption) -> None:
        size = _picture_size(figure)
        data = png_bytes(figure, self.language, PICTURE_CM, squeeze=size.squeeze)
        paragraph = self._paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1
        paragraph.paragraph_format.keep_with_next = True
        self._picture(paragraph, figure, data, Cm(size.width_cm))
        self._caption(caption, figure.title).paragraph_format.space_after = UNDER_FIGURE

    def _picture(self, paragraph: Paragraph, figure: Figure, data: bytes, width: Length) -> None:
        """Put a picture into the text, counted here: `add_picture` searches the document for a free number."""
        self.pictures += 1
        place, image = self.document.part.get_or_add_image(BytesIO(data))
        size = image.scaled_dimensions(width, None)
        inline = CT_Inline.new_pic_inline(self.pictures, place, f"{self.pictures}.png", *size)
        # A missing distance is not nought everywhere: LibreOffice puts an eighth of an inch at both sides.
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("descr", for_document(figure.description))
        inline.docPr.set("title", for_document(figure.title))
        paragraph.add_run()._r.add_drawing(inline)

    def _equation(self, equation: Equation) -> None:
        """The equation in the middle of a line of its own, with names of variables in italics."""
        paragraph = self._paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(for_document(one_line(equation.outcome))).italic = True
        paragraph.add_run(f"{NO_BREAK_SPACE}= {self.language.number(equation.constant)}")
        for slope, term in zip(slopes(equation, self.language), equation.terms, strict=True):
            paragraph.add_run(f" {slope}{NO_BREAK_SPACE}")
            paragraph.add_run(for_document(one_line(term.name))).italic = True

    def _two_values(self, values: TwoValues) -> None:
        for figure in (values.convention, values.reference):
            paragraph = self._paragraph()
            paragraph.add_run(f"{for_document(figure.name)}: ").bold = True
            paragraph.add_run(_document_words(key_figure_line(figure)))
        paragraph = self._sentence(values.note)
        paragraph.add_run(f" {decision_line(values.same_decision, self.language)}.").bold = True

    def _notes(self, exhibit: Exhibit) -> None:
        """N, notes and source in small print, right under the table or picture."""
        paragraph = self._paragraph(NOTES_ID)
        if exhibit.n is not None:
            paragraph.add_run(_document_words(n_line(exhibit.n, self.language)) + " ")
        for note in exhibit.notes:
            _write_runs(paragraph, note)
            paragraph.add_run(" ")
        if exhibit.source:
            paragraph.add_run(for_document(source_line(exhibit.source, self.language)))

    def _sentence(self, sentence: Sentence) -> Paragraph:
        paragraph = self._paragraph()
        _write_runs(paragraph, sentence)
        return paragraph

    def _heading(self, text: str, level: int) -> None:
        self.bookmarks += 1
        bookmark = write_marked(self._paragraph(f"Heading{level}"), text, self.bookmarks)
        self.headings.append(ListEntry(text, bookmark, CONTENTS_IDS[level - 1]))

    def _caption(self, caption: Caption, title: str) -> Paragraph:
        paragraph = self._paragraph("Caption")
        self.bookmarks += 1
        bookmark = write_caption(paragraph, caption, one_line(title), self.bookmarks)
        line = f"{caption.text} {one_line(title)}"
        self.captions[caption.kind].append(ListEntry(line, bookmark, CAPTIONS_LIST_ID))
        return paragraph

    def _paragraph(self, style_id: str = "") -> Paragraph:
        """A new paragraph at the end; by the key of its style, since a name is looked up among all styles."""
        above = self.document.element.body[-1].getprevious()
        under_table = not style_id and above is not None and above.tag == qn("w:tbl")
        paragraph = self.document.add_paragraph()
        if style_id:
            paragraph._p.style = style_id
        if under_table:
            paragraph.paragraph_format.space_before = UNDER_TABLE
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


def _picture_size(figure: Figure) -> _PictureSize:
    tall = PICTURE_CM * figure.height / SCREEN_WIDTH
    least = LEAST_SQUEEZE if figure.y.visible or _in_step(figure) else LEAST_SQUEEZE_UNDER_NAMES
    squeeze = min(1.0, max(least, LONG_PICTURE_CM / tall))
    return _PictureSize(squeeze, PICTURE_CM * min(1.0, TALLEST_PICTURE_CM / (tall * squeeze)))


def _in_step(figure: Figure) -> bool:
    """Whether the rows are those of a table beside it on the screen (table_layout.py), counted from the top."""
    low, high = figure.y.low, figure.y.high
    return low is not None and high is not None and low > high


def _fits(exhibit: Exhibit, language: Language) -> list[TableFit]:
    return [fit(table, language) for table in exhibit.tables]


def _write_runs(paragraph: Paragraph, sentence: Sentence) -> None:
    for run in sentence.runs:
        paragraph.add_run(_document_words(run.text)).bold = run.strong


def _document_words(text: str) -> str:
    """Literal text in which a statistic and its value stay on one line."""
    return for_document(kept_together(text))

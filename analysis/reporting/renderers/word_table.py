"""An exhibit's table as a real Word table: rules above, below and under the head, no vertical lines.

The table is written as one piece of WordprocessingML (ECMA-376, part 1, 17.4): building it cell by cell
takes several times as long, and a chapter has thousands of cells. All text passes through the escaping
helper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from analysis.reporting.exhibit import Column, Label, Row, Table, TableCell, Verdict
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.text_escape import for_html, one_line
from analysis.reporting.renderers.word_styles import TABLE_TEXT_ID
from analysis.reporting.renderers.word_table_fit import CELL_MARGIN_CM, TableFit, lines, spanners

KEEP_TOGETHER = 12
"""A table of so many lines at most is not divided between two pages."""
FEWEST = 3
"""A page that a longer table is divided to shows at least so many of its rows."""
THICK, THIN = 12, 6
"""Rules in eighths of a point."""
INDENT_CM = 0.3


@dataclass(frozen=True, slots=True)
class _Look:
    """How one cell stands: rules in eighths of a point (0: none), `span` in columns."""

    side: str = "left"
    bold: bool = False
    keep: bool = False
    indent: bool = False
    colour: str | None = None
    top: int = 0
    bottom: int = 0
    span: int = 1


def write_table(
    document: Document, table: Table, language: Language, fit: TableFit, *, noted: bool = False
) -> None:
    """Append the table to the document; `noted` where notes follow that stay on the page of its last row."""
    written = _Writing(table, language, fit, noted)
    document.element.body.insert_element_before(parse_xml(written.table()), "w:sectPr")


class _Writing:
    """One table on its way to WordprocessingML."""

    def __init__(self, table: Table, language: Language, fit: TableFit, noted: bool) -> None:
        self.source = table
        self.noted = noted
        self.language = language
        self.kept = lines(table, fit, language) <= KEEP_TOGETHER
        self.half_points = round(fit.size * 2)
        self.widths = [_twips(width) for width in fit.widths]

    def table(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        margin = f'w:w="{_twips(CELL_MARGIN_CM)}" w:type="dxa"'
        return (
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar><w:left {margin}/><w:right {margin}/></w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(self._head())}{''.join(self._body())}</w:tbl>"
        )

    def _head(self) -> Iterator[str]:
        """One row of headings, or two where neighbours share a heading; both repeat on every page."""
        columns, above = self.source.columns, THICK
        if any(column.spanner for column in columns):
            yield _row((self._spanner(*run) for run in spanners(columns)), head=True)
            above = 0
        yield _row((self._title(place, column, above) for place, column in enumerate(columns)), head=True)

    def _spanner(self, name: str, first: int, last: int) -> str:
        look = _Look("center", True, True, top=THICK, bottom=THIN if name else 0, span=last - first + 1)
        return self._cell(first, one_line(name), look)

    def _title(self, place: int, column: Column, above: int) -> str:
        look = _Look(column.align, bold=True, keep=True, top=above, bottom=THIN)
        return self._cell(place, one_line(column.title), look)

    def _body(self) -> Iterator[str]:
        rows = len(self.source.rows)
        for place, row in enumerate(self.source.rows, start=1):
            last = place == rows
            near_an_end = self.kept or place < FEWEST or place > rows - FEWEST
            yield _row(self._row_cells(row, self.noted if last else near_an_end, THICK if last else 0))

    def _row_cells(self, row: Row, keep: bool, below: int) -> Iterator[str]:
        if row.heading:
            # A group's name stays with its first row.
            look = _Look(bold=True, keep=True, bottom=below, span=len(self.widths))
            yield self._cell(0, cell_text(row.cells[0], self.language), look)
            return
        for place, (cell, column) in enumerate(zip(row.cells, self.source.columns, strict=True)):
            indent = isinstance(cell, Label) and cell.indented
            look = _Look(column.align, row.total, keep, indent, _colour(cell), bottom=below)
            yield self._cell(place, cell_text(cell, self.language), look)

    def _cell(self, place: int, text: str, look: _Look) -> str:
        width = sum(self.widths[place : place + look.span])
        span = f'<w:gridSpan w:val="{look.span}"/>' if look.span > 1 else ""
        rules = _rule("top", look.top) + _rule("bottom", look.bottom)
        borders = f"<w:tcBorders>{rules}</w:tcBorders>" if rules else ""
        # An empty cell must not make its row taller than the type of the others does.
        empty = "" if text else f'<w:rPr><w:sz w:val="{self.half_points}"/></w:rPr>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}</w:tcPr>'
            f"<w:p>{_paragraph_properties(look, empty)}{self._run(text, look)}</w:p></w:tc>"
        )

    def _run(self, text: str, look: _Look) -> str:
        if not text:
            return ""
        bold = "<w:b/>" if look.bold else ""
        colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
        return (
            f'<w:r><w:rPr>{bold}{colour}<w:sz w:val="{self.half_points}"/></w:rPr>'
            f'<w:t xml:space="preserve">{for_html(text)}</w:t></w:r>'
        )


def _row(cells: Iterator[str], *, head: bool = False) -> str:
    """A row that is never divided between two pages."""
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _paragraph_properties(look: _Look, mark: str) -> str:
    """Style, indent and side of a paragraph; `mark` is the look of its end."""
    keep = "<w:keepNext/>" if look.keep else ""
    indent = f'<w:ind w:left="{_twips(INDENT_CM)}"/>' if look.indent else ""
    return (
        f'<w:pPr><w:pStyle w:val="{TABLE_TEXT_ID}"/>{keep}{indent}<w:jc w:val="{look.side}"/>{mark}</w:pPr>'
    )


def _rule(side: str, eighths: int) -> str:
    if not eighths:
        return ""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'


def _colour(cell: TableCell) -> str | None:
    """Verdicts keep their colour on paper beside symbol and word."""
    if isinstance(cell, Verdict) and cell.kind != "neutral":
        return PALETTES["print"].words[cell.kind].lstrip("#")
    return None


def _twips(centimetres: float) -> int:
    """Twentieths of a point, the unit of lengths in WordprocessingML."""
    return round(Cm(centimetres).twips)

"""A whole report as data: what the Word file, the workbook and the print view are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reporting.exhibit import Column, Exhibit, Label, Row, SectionView, Table
from analysis.reporting.language import Language


@dataclass(frozen=True, slots=True)
class Report:
    """`subtitle`: lines about the study under the title. `trail` lists every decision; `notices`, what the
    reader of the file noticed; `scores`, the prepared scores, only where they are wanted in the workbook;
    `appendix`, further tables to look things up in.
    """

    title: str
    subtitle: tuple[str, ...]
    simulated: bool
    sections: tuple[SectionView, ...]
    trail: Table
    notices: Table | None = None
    scores: Table | None = None
    appendix: tuple[Table, ...] = ()
    chapter: int = 4


def exhibits(sections: tuple[SectionView, ...]) -> Iterator[Exhibit]:
    """All exhibits in the order of the chapter."""
    for section in sections:
        yield from section.exhibits


def item_list(sections: tuple[SectionView, ...], language: Language) -> Table | None:
    """Every short name with the full text behind it, once each; None when there are none.

    Paper cannot show a question on demand, so a report lists them.
    """
    _ = language.gettext
    full_texts: dict[str, str] = {}
    for exhibit in exhibits(sections):
        for table in exhibit.tables:
            for cell in (cell for row in table.rows for cell in row.cells):
                if isinstance(cell, Label) and cell.full_text and cell.full_text != cell.text:
                    full_texts.setdefault(cell.text, cell.full_text)
    if not full_texts:
        return None
    columns = (Column(_("Item"), "left"), Column(_("Statement in the questionnaire"), "left"))
    rows = tuple(Row((name, text)) for name, text in full_texts.items())
    return Table("items", _("Items and their statements"), columns, rows)

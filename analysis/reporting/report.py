"""A whole report as data: what the Word file, the workbook and the print view are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

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


def computed_sections(sections: tuple[SectionView, ...]) -> tuple[SectionView, ...]:
    """The sections with what could be computed in them; one with nothing of it is left out."""
    shown = (
        replace(section, exhibits=tuple(e for e in section.exhibits if e.unavailable is None))
        for section in sections
    )
    return tuple(section for section in shown if section.exhibits)


def with_distinct_titles(sections: tuple[SectionView, ...]) -> tuple[SectionView, ...]:
    """The sections with the exhibit's title added to titles of tables and figures that several of them share.

    A screen shows one exhibit at a time; in a list of tables equal lines would tell a reader nothing.
    """
    shown = list(exhibits(sections))
    tables = Counter(table.title for exhibit in shown for table in exhibit.tables)
    figures = Counter(figure.title for exhibit in shown for figure in exhibit.figures)

    def told_apart(exhibit: Exhibit) -> Exhibit:
        return replace(
            exhibit,
            tables=tuple(replace(t, title=_full(t.title, exhibit, tables)) for t in exhibit.tables),
            figures=tuple(replace(f, title=_full(f.title, exhibit, figures)) for f in exhibit.figures),
        )

    return tuple(replace(view, exhibits=tuple(map(told_apart, view.exhibits))) for view in sections)


def _full(title: str, exhibit: Exhibit, counts: Counter[str]) -> str:
    return f"{title}: {exhibit.title}" if counts[title] > 1 and title != exhibit.title else title


def without_empty_columns(table: Table) -> Table:
    """The table without the columns that no row fills."""
    kept = [
        place
        for place in range(len(table.columns))
        if any(row.cells[place] not in (None, "") for row in table.rows)
    ]
    rows = tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)


def has_main_result(section: SectionView) -> bool:
    """Whether the conclusion answers the section's question; else it says what is needed for an answer."""
    return bool(section.key_figures)


def left_out_list(sections: tuple[SectionView, ...], language: Language) -> Table | None:
    """What a chapter on paper leaves out because it could not be computed, with the reasons."""
    _ = language.gettext
    rows = []
    for section in sections:
        if not has_main_result(section):
            rows.append(Row((section.name, section.conclusion.plain())))
        rows += [
            Row((f"{section.name}: {exhibit.title}", exhibit.unavailable.plain()))
            for exhibit in section.exhibits
            if exhibit.unavailable is not None
        ]
    if not rows:
        return None
    columns = (Column(_("Part"), "left"), Column(_("Why it is not here"), "left"))
    return Table("left_out", _("Parts that were not computed"), columns, tuple(rows))

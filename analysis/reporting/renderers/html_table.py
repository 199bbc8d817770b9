"""A table as HTML for the screen.

It carries class names only; stylesheet.css draws them. Row heights are those of
table_layout.py, so that a figure beside the table can stand in step with its rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from analysis.reporting.exhibit import Column, Label, Row, Table, TableCell, Verdict
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import SYMBOLS, cell_text
from analysis.reporting.renderers.line_breaks import kept_together, letters_attached
from analysis.reporting.renderers.text_escape import for_html, one_line

SHORT_NAME, MIDDLE_NAME = 10, 28
"""Characters that a name in the first column may have to stay on one line of a phone, and on two; longer
words in another column wrap as well."""


def table_html(table: Table, language: Language) -> str:
    """The table in a box that scrolls sideways by finger, wheel and arrow keys.

    A Label with `full_text` opens it on hover and on keyboard focus, and a screen reader reads it.
    """
    name = for_html(one_line(table.title))
    density = " angket-dense" if any(row.heading for row in table.rows) else ""
    names = _name_class(table, language)
    return (
        f'<div class="angket-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="angket-table{density}{names}" aria-label="{name}">'
        f"<thead>{_head(table)}</thead>{_bodies(table, language)}</table></div>"
    )


def _name_class(table: Table, language: Language) -> str:
    """How much of a phone's width the names in the first column ask for."""
    names = (cell_text(row.cells[0], language) for row in table.rows if row.cells and not row.heading)
    longest = max(map(len, names), default=0)
    if longest <= SHORT_NAME:
        return ""
    return " angket-names" if longest <= MIDDLE_NAME else " angket-long-names"


def _head(table: Table) -> str:
    titles = "".join(_head_cell(column) for column in table.columns)
    if not any(column.spanner for column in table.columns):
        return f"<tr>{titles}</tr>"
    spanners = "".join(_spanner_cell(name, width) for name, width in _spanners(table.columns))
    return f'<tr class="angket-spanners">{spanners}</tr><tr class="angket-spanned">{titles}</tr>'


def _head_cell(column: Column) -> str:
    # An empty heading would be announced as a heading without a name.
    if not column.title:
        return "<td></td>"
    return f'<th scope="col"{_side(column)}>{for_html(letters_attached(one_line(column.title)))}</th>'


def _spanner_cell(name: str, width: int) -> str:
    if not name:
        return f'<td colspan="{width}"></td>'
    return f'<th scope="colgroup" colspan="{width}"><span>{for_html(one_line(name))}</span></th>'


def _spanners(columns: tuple[Column, ...]) -> Iterator[tuple[str, int]]:
    """Each run of neighbours under one spanner, with its width in columns."""
    for name, members in groupby(columns, key=lambda column: column.spanner):
        yield name, len(list(members))


def _bodies(table: Table, language: Language) -> str:
    """One tbody for each group, so that its heading names exactly its own rows."""
    bodies: list[list[str]] = [[]]
    for row in table.rows:
        if row.heading and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(table, row, language))
    return "".join(f"<tbody>{''.join(rows)}</tbody>" for rows in bodies)


def _row(table: Table, row: Row, language: Language) -> str:
    if row.heading:
        name, width = _content(row.cells[0], language), len(table.columns)
        return f'<tr class="angket-group"><th scope="rowgroup" colspan="{width}">{name}</th></tr>'
    opening = '<tr class="angket-total">' if row.total else "<tr>"
    pairs = enumerate(zip(table.columns, row.cells, strict=True))
    cells = (_cell(place, column, cell, language) for place, (column, cell) in pairs)
    return f"{opening}{''.join(cells)}</tr>"


def _cell(place: int, column: Column, cell: TableCell, language: Language) -> str:
    content = _content(cell, language)
    if place == 0 and content:
        indent = ' class="angket-indented"' if isinstance(cell, Label) and cell.indented else ""
        return f'<th scope="row"{indent or _side(column)}>{content}</th>'
    if column.align == "left" and isinstance(cell, str) and len(cell) > MIDDLE_NAME:
        return f'<td class="angket-left angket-statement">{content}</td>'
    return f"<td{_side(column)}>{content}</td>"


def _side(column: Column) -> str:
    return ' class="angket-left"' if column.align == "left" else ""


def _content(cell: TableCell, language: Language) -> str:
    if isinstance(cell, Verdict):
        return verdict_html(cell)
    if isinstance(cell, Label):
        return _label(cell)
    return for_html(kept_together(cell_text(cell, language)))


def verdict_html(verdict: Verdict) -> str:
    """Symbol, word and colour; the symbol is for the eye only."""
    return f'<span class="angket-verdict angket-{verdict.kind}">{verdict_words_html(verdict)}</span>'


def verdict_words_html(verdict: Verdict) -> str:
    """Symbol and word without an element around them."""
    return f'<span aria-hidden="true">{SYMBOLS[verdict.kind]}</span> {for_html(one_line(verdict.word))}'


def _label(label: Label) -> str:
    dot = f'<span class="angket-dot angket-{label.colour}" aria-hidden="true"></span>' if label.colour else ""
    name, full = (for_html(kept_together(one_line(text))) for text in (label.text, label.full_text))
    if not full or full == name:
        return f"{dot}{name}"
    return f'{dot}<span class="angket-term" tabindex="0">{name}<span class="angket-full">{full}</span></span>'

"""The first rows of a study, each column coloured by its role and scale."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby

import streamlit as st

from analysis.reporting.figure import SERIES_COLOURS
from analysis.reporting.language import Language
from analysis.reporting.messages.trail_words import role_names
from analysis.reporting.renderers.text_escape import for_html, one_line
from analysis.study.codebook import ColumnEntry
from analysis.study.codebook_validation import scale_names
from analysis.study.study import Study
from analysis.study.wording import cell_text
from interface.language import current_language
from interface.markup import card_title, note

ROWS = 5
LONGEST_CELL = 40

Columns = list[tuple[str, ColumnEntry]]


def show_preview(study: Study) -> None:
    """Numbers as they will count, or the text as it stands in the file."""
    language = current_language()
    _ = language.gettext
    with st.container(border=True, key="card-preview"):
        with st.container(key="cardhead-preview", horizontal=True):
            title = _("The first {n} rows, coloured by role").format(n=min(ROWS, study.table.row_count))
            st.html(card_title(title, _("Preview")), width="stretch")
            as_numbers = st.segmented_control(
                _("Show answers as"),
                ["numbers", "text"],
                format_func=lambda form: _("Numbers") if form == "numbers" else _("Text in the file"),
                default="numbers",
                required=True,
                key="preview_form",
                label_visibility="collapsed",
            )
        st.html(_preview_html(study, as_numbers != "text", language))
        st.html(note(_("Point at a short name to read the whole question.")))


def _preview_html(study: Study, as_numbers: bool, language: Language) -> str:
    held = set(study.table.headers)
    columns = [(h, e) for h, e in study.codebook.columns.items() if h in held and e.role != "ignored"]
    groups = [list(members) for _name, members in groupby(columns, key=lambda pair: _group(pair[1]))]
    scales = scale_names(study.codebook.columns)
    heads = "".join(_group_head(group, scales, language) for group in groups)
    names = "".join(_name_cell(pair, last, scales) for group in groups for pair, last in _marked(group))
    rows = "".join(
        "<tr>"
        + "".join(
            _cell(study, pair, row, as_numbers, last, scales, language)
            for group in groups
            for pair, last in _marked(group)
        )
        + "</tr>"
        for row in range(min(ROWS, study.table.row_count))
    )
    label = for_html(language.gettext("The first rows of the file"))
    return (
        f'<div class="preview-scroll" tabindex="0" role="region" aria-label="{label}"><table class="preview">'
        f"<thead><tr>{heads}</tr><tr>{names}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _group(entry: ColumnEntry) -> tuple[str, str]:
    return (entry.role, entry.scale if entry.role == "item" else "")


def _marked(group: Columns) -> Iterator[tuple[tuple[str, ColumnEntry], bool]]:
    """Each column of a group, and whether it is the last, which leaves a gap to its right."""
    for position, pair in enumerate(group):
        yield pair, position == len(group) - 1


def _group_head(group: Columns, scales: tuple[str, ...], language: Language) -> str:
    entry = group[0][1]
    name = entry.scale if entry.role == "item" and entry.scale else role_names(language)[entry.role]
    return f'<th scope="colgroup" colspan="{len(group)}" class="{_classes(entry, scales)} gap">{_short(name)}</th>'


def _name_cell(pair: tuple[str, ColumnEntry], last: bool, scales: tuple[str, ...]) -> str:
    header, entry = pair
    gap = " gap" if last else ""
    title = for_html(one_line(entry.label or header))
    return f'<th scope="col" class="{_classes(entry, scales)}{gap}" title="{title}">{_short(entry.name)}</th>'


def _cell(
    study: Study,
    pair: tuple[str, ColumnEntry],
    row: int,
    as_numbers: bool,
    last: bool,
    scales: tuple[str, ...],
    language: Language,
) -> str:
    header, entry = pair
    text = cell_text(study.table.column(header)[row])
    number = entry.role in ("item", "score")
    if as_numbers and number and text in entry.answers:
        text = f"{entry.answers[text]:g}"
    elif as_numbers and entry.role == "score":
        text = _rounded(text, language)
    elif as_numbers and text in entry.categories:
        text = entry.categories[text]
    classes = f"{_classes(entry, scales)}{' number' if number and as_numbers else ''}{' gap' if last else ''}"
    return f'<td class="{classes}">{_short(text)}</td>'


def _rounded(text: str, language: Language) -> str:
    """A score with at most two decimals; what is no number stays as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    return text if not math.isfinite(value) or value.is_integer() else language.number(value, 2)


def _classes(entry: ColumnEntry, scales: tuple[str, ...]) -> str:
    scale = entry.scale or entry.name
    if scale not in scales:
        return f"role-{entry.role}"
    return f"role-{entry.role} angket-{SERIES_COLOURS[scales.index(scale) % len(SERIES_COLOURS)]}"


def _short(text: str) -> str:
    line = one_line(text)
    return for_html(line if len(line) <= LONGEST_CELL else line[: LONGEST_CELL - 1] + "…")

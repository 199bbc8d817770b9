"""The card of the variable table, and under it the categories that belong together."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook import ColumnEntry
from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from analysis.study.wording import cell_text
from interface.codebook_edits import merge_categories
from interface.language import current_language
from interface.markup import card_title, note
from interface.session import Workspace, change, workspace
from interface.text import literal
from interface.variable_table import show_variable_table

_PROBLEM = "categories_problem"
MOST_CATEGORIES = 60


def show_variable_card(current: Workspace) -> None:
    language = current_language()
    _ = language.gettext
    with st.container(border=True, key="card-variables"):
        st.html(card_title(_("Role, name and scale of every column"), _("Variable table")))
        show_variable_table(current)
        st.html(
            note(
                _(
                    "A change of one cell is saved and listed in the trail at once. "
                    "A reversed item counts as lowest plus highest minus the answer."
                )
            )
        )
        _categories(current, language)


def _categories(current: Workspace, language: Language) -> None:
    """Spellings of one column and the category each belongs to."""
    _ = language.gettext
    columns = {
        header: entry
        for header, entry in current.study.codebook.columns.items()
        if entry.role in ("group", "demographic") and header in current.study.table.headers
    }
    if not columns:
        return
    with st.expander(_("Merge spellings and name categories"), icon=":material/merge:"):
        if st.session_state.get(_PROBLEM):
            st.error(literal(st.session_state.pop(_PROBLEM)))
        header = st.selectbox(
            _("Column"),
            list(columns),
            format_func=lambda name: columns[name].name if name in columns else name,
            key="merged_column",
        )
        if header in columns:
            _category_editor(current, header, columns[header], language)


def _category_editor(current: Workspace, header: str, entry: ColumnEntry, language: Language) -> None:
    _ = language.gettext
    counts = spellings(current.study, header)
    revision = current.saved.revision if current.saved else 0
    key = f"categories_{revision}_{list(current.study.codebook.columns).index(header)}"
    st.data_editor(
        {
            "spelling": list(counts),
            "n": list(counts.values()),
            "category": [entry.categories.get(spelling, spelling) for spelling in counts],
        },
        key=key,
        hide_index=True,
        disabled=["spelling", "n"] if current.editable else True,
        column_config={
            "spelling": st.column_config.TextColumn(_("Spelling in the file")),
            "n": st.column_config.NumberColumn("n", width="small"),
            "category": st.column_config.TextColumn(_("Category"), required=True),
        },
        on_change=_merge,
        args=(key, header),
        alt=_("Spellings of this column and their categories"),
    )


def spellings(study: Study, header: str) -> dict[str, int]:
    """The most frequent texts of a column with their counts."""
    counts = Counter(cell_text(cell) for cell in study.table.column(header) if cell is not None)
    return dict(counts.most_common(MOST_CATEGORIES))


def _merge(key: str, header: str) -> None:
    current = workspace()
    if current is None:
        return
    codebook = current.study.codebook
    texts = list(spellings(current.study, header))
    categories = dict(codebook.columns[header].categories)
    for row, cells in st.session_state[key]["edited_rows"].items():
        categories[texts[int(row)]] = str(cells.get("category") or "").strip() or texts[int(row)]
    try:
        edited = merge_categories(codebook, header, categories)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    change(current.study.with_codebook(edited.codebook, *edited.decisions))

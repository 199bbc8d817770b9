"""The variable table: role, short name, scale, range, direction and use of every column, in an editor.

The editor keeps its key while its own edits are the only changes, so that nothing jumps while
typing; undo, an answered question or another tab give it a new key and a new base.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.trail_words import role_names
from analysis.reporting.messages.wording import unusable_text
from analysis.reporting.renderers.text_escape import printable
from analysis.study.codebook import ROLES, Codebook
from analysis.study.codebook_validation import scale_names
from analysis.study.notice import UnusableInput
from interface.codebook_edits import differences, edit_columns
from interface.language import current_language
from interface.session import Workspace, change, workspace
from interface.text import literal
from interface.warm_up import load_tables

ROW = 35
"""Height of the editor's rows in pixels; two more are its border."""
_BASE, _ROUND, _PROBLEM = "variable_base", "variable_round", "variable_problem"


def show_variable_table(current: Workspace) -> None:
    """The editor and, when an edit cannot stand, the sentence that says why and what to do."""
    language = current_language()
    _ = language.gettext
    base = _base(current)
    load_tables()
    st.data_editor(
        _rows(base, current.study.table.headers),
        key=_editor_key(),
        hide_index=True,
        disabled=not current.editable,
        column_config=_column_config(base, language),
        num_rows="fixed",
        height=min(ROW * (len(current.study.table.headers) + 1) + 2, 520),
        placeholder="",
        on_change=_edited,
        alt=_("Table of all columns with role, short name, scale, range, direction and use"),
    )
    problem = st.session_state.get(_PROBLEM)
    if problem:
        st.error(literal(_("Not saved yet: {problem}").format(problem=problem)), icon=":material/edit:")


def _base(current: Workspace) -> Codebook:
    """The codebook that the editor's edits start from; a new one whenever it changed elsewhere."""
    known = st.session_state.get(_BASE)
    codebook = current.study.codebook
    if known is None or known["token"] != (current.token or current.demo) or known["expected"] != codebook:
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state[_PROBLEM] = ""
        known = {"token": current.token or current.demo, "base": codebook, "expected": codebook}
        st.session_state[_BASE] = known
    return known["base"]


def _editor_key() -> str:
    return f"variables_{st.session_state[_ROUND]}"


def _edited() -> None:
    """Save what was edited; keep the edits in the editor, with the reason, when they cannot stand."""
    current, known = workspace(), st.session_state[_BASE]
    if current is None or not current.editable:
        return
    edits: Mapping[int, Mapping[str, Any]] = st.session_state[_editor_key()]["edited_rows"]
    try:
        edited = edit_columns(
            known["base"], current.study.table.headers, {int(row): cells for row, cells in edits.items()}
        )
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    st.session_state[_PROBLEM] = ""
    st.session_state[_BASE] = {**known, "expected": edited.codebook}
    study = current.study
    change(study.with_codebook(edited.codebook, *differences(study.codebook, edited.codebook)))


def _rows(codebook: Codebook, headers: Sequence[str]) -> dict[str, list[Any]]:
    """One row for each column that the study still holds; dropped columns are gone."""
    entries = [(header, codebook.columns[header]) for header in headers]
    return {
        "label": [printable(entry.label or header) for header, entry in entries],
        "role": [entry.role for _, entry in entries],
        "name": [entry.name for _, entry in entries],
        "scale": [entry.scale for _, entry in entries],
        "dimension": [entry.dimension for _, entry in entries],
        "low": [entry.points[0] if entry.points else None for _, entry in entries],
        "high": [entry.points[1] if entry.points else None for _, entry in entries],
        "reverse": [entry.reverse for _, entry in entries],
        "included": [entry.included for _, entry in entries],
    }


def _column_config(codebook: Codebook, language: Language) -> dict[str, Any]:
    _ = language.gettext
    names = role_names(language)
    column = st.column_config
    return {
        "label": column.TextColumn(_("Question in the file"), width=215),
        "role": column.SelectboxColumn(
            _("Role"),
            width=104,
            options=list(ROLES),
            format_func=lambda role: names.get(str(role), str(role)),
            required=True,
        ),
        "name": column.TextColumn(_("Short name"), width=118, required=True, max_chars=40),
        "scale": column.TextColumn(
            _("Scale"),
            width=120,
            help=_("The variable this item measures. Scales now: {scales}.").format(
                scales=literal(", ".join(scale_names(codebook.columns)) or "–")
            ),
        ),
        "dimension": column.TextColumn(
            _("Dimension"), width=104, help=_("Optional: an indicator within the scale.")
        ),
        "low": column.NumberColumn(_("Lowest"), help=_("Lowest answer that could be given."), width=93),
        "high": column.NumberColumn(_("Highest"), help=_("Highest answer that could be given."), width=92),
        "reverse": column.CheckboxColumn(
            _("Reversed"),
            help=_("A negatively worded item: its answer is counted from the other end."),
            width=100,
        ),
        "included": column.CheckboxColumn(_("Used"), width=84),
    }

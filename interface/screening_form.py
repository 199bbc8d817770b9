"""Screening: which rows stay, by the answers of a column, with the reason the report gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import streamlit as st

from analysis.reporting.language import Language
from analysis.study.codebook import Screening
from analysis.study.study import Decision, Study
from analysis.study.wording import cell_text
from interface.language import current_language
from interface.session import Workspace, change, workspace
from interface.text import literal

_COLUMN, _KEEP, _REASON, _PROBLEM = "screen_column", "screen_keep", "screen_reason", "screen_problem"
MOST_ANSWERS = 40
LONGEST_SHOWN = 34
"""A select box on a phone cuts what is longer."""


def show_screening_form(current: Workspace, language: Language) -> None:
    _ = language.gettext
    for number, rule in enumerate(current.study.codebook.screening):
        with st.container(horizontal=True, vertical_alignment="center", key=f"rule-{number}"):
            kept = ", ".join(rule.keep)
            st.markdown(literal(f"{rule.reason or rule.column}: {kept}"), width="stretch")
            st.button(_("Remove"), key=f"remove_rule_{number}", on_click=_remove, args=(number,))
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))
    headers = [
        header
        for header in current.study.table.headers
        if len(answers_of(current.study, header)) <= MOST_ANSWERS
    ]
    if not headers:
        st.caption(literal(_("No column has few enough different answers to screen by.")))
        return
    header = st.selectbox(_("Column"), headers, key=_COLUMN)
    if len(header) > LONGEST_SHOWN:
        st.caption(literal(header))
    answers = answers_of(current.study, header) if header in headers else {}
    st.multiselect(
        _("Rows stay when the answer is"),
        list(answers),
        format_func=lambda answer: f"{answer} ({answers.get(answer, 0)})",
        placeholder=_("Choose answers"),
        key=_KEEP,
    )
    st.text_input(_("Reason for leaving the others out"), key=_REASON, max_chars=200)
    st.button(_("Screen like this"), key="add_rule", on_click=_add)


def answers_of(study: Study, header: str) -> dict[str, int]:
    """Different answers of a column with their counts, most frequent first."""
    return dict(
        Counter(cell_text(cell) for cell in study.table.column(header) if cell is not None).most_common()
    )


def _add() -> None:
    current = workspace()
    keep = tuple(st.session_state.get(_KEEP) or ())
    _ = current_language().gettext
    if current is None:
        return
    if not keep:
        st.session_state[_PROBLEM] = _("Choose at least one answer whose rows stay.")
        return
    rule = Screening(st.session_state[_COLUMN], keep, str(st.session_state.get(_REASON) or "").strip())
    others = tuple(other for other in current.study.codebook.screening if other.column != rule.column)
    changed = replace(current.study.codebook, screening=(*others, rule))
    change(current.study.with_codebook(changed, Decision("screening_added", rule.column, rule.reason)))
    st.session_state[_KEEP], st.session_state[_REASON] = [], ""


def _remove(number: int) -> None:
    current = workspace()
    if current is None or number >= len(current.study.codebook.screening):
        return
    rules = current.study.codebook.screening
    changed = replace(current.study.codebook, screening=rules[:number] + rules[number + 1 :])
    change(current.study.with_codebook(changed, Decision("screening_removed", rules[number].column)))

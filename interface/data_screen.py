"""Data: from a file to a confirmed study, as a conversation."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook_validation import validate
from analysis.study.notice import UnusableInput
from analysis.study.questions import Question, accepted
from analysis.study.study import Decision
from interface.language import current_language
from interface.navigation import follow_next_link, next_link
from interface.preview import show_preview
from interface.questions import open_questions, show_questions
from interface.samples import show_samples
from interface.session import Workspace, change, workspace
from interface.states import show_missing, show_screen_name
from interface.study_tools import show_study_tools
from interface.templates import show_templates
from interface.text import literal
from interface.trail import show_changes
from interface.understanding import show_understanding
from interface.upload import draw_uploader_words, show_upload
from interface.variable_card import show_variable_card

_PROBLEM = "confirm_problem"


def show_data_screen() -> None:
    language = current_language()
    current = workspace()
    draw_uploader_words()
    if current is None:
        show_screen_name(language.gettext("Data"))
        show_missing()
        show_upload()
        show_templates()
        show_samples(language.gettext("Or look at a finished sample first"))
        return
    questions = open_questions(current.study)
    show_understanding(current, questions)
    show_study_tools(current)
    show_questions(current, questions)
    show_preview(current.study)
    show_variable_card(current)
    show_changes(current)
    _last_step(current, questions, language)


def _last_step(current: Workspace, questions: tuple[Question, ...], language: Language) -> None:
    """The one clear button: it confirms a draft, and then leads on."""
    _ = language.gettext
    if current.study.confirmed:
        next_link("data")
        return
    if questions:
        hint = language.ngettext(
            "One question is still open. Confirming accepts what is chosen now.",
            "{n} questions are still open. Confirming accepts what is chosen now.",
            len(questions),
        )
        st.caption(literal(hint.format(n=len(questions))), text_alignment="right")
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))
    with st.container(key="primary-confirm", horizontal=True, horizontal_alignment="right"):
        st.button(
            _("Confirm and continue to Respondents"),
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            key="confirm",
            on_click=_confirm,
        )


def _confirm() -> None:
    """Save the confirmation and leave; a codebook that cannot be used stays a draft, with the reason."""
    current = workspace()
    if current is None:
        return
    try:
        validate(current.study.codebook)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    trail = (*current.study.trail, *accepted(open_questions(current.study)), Decision("confirmed"))
    change(replace(current.study, confirmed=True, trail=trail))
    follow_next_link()

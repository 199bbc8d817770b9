"""Doubts of detection as cards: a question, why it is asked, one click for each answer."""

from __future__ import annotations

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.reporting.renderers.text_escape import for_html
from analysis.study.notice import UnusableInput
from analysis.study.questions import Question, answer
from analysis.study.settled import still_open
from analysis.study.study import Study
from interface import cache
from interface.language import current_language
from interface.question_words import choice_label, question_words
from interface.session import Workspace, change
from interface.text import literal

_PROBLEM = "question_problem"


def open_questions(study: Study) -> tuple[Question, ...]:
    """The doubts about this study that nobody has settled yet; a confirmed study has none."""
    return () if study.confirmed else still_open(cache.questions(study.table), study)


def show_questions(current: Workspace, questions: tuple[Question, ...]) -> None:
    """Two cards a row. An answer takes effect at once; it can be undone like every change."""
    language = current_language()
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))
    for start in range(0, len(questions), 2):
        pair = questions[start : start + 2]
        for place, question, number in zip(st.columns(2), pair, (start + 1, start + 2), strict=False):
            with place:
                _card(current, question, number, len(questions), language)


def _card(current: Workspace, question: Question, number: int, count: int, language: Language) -> None:
    _ = language.gettext
    words = question_words(question, language)
    place = _("Question {number} of {count}").format(number=number, count=count)
    with st.container(border=True, key=f"card-question-{number}", height="stretch"):
        st.html(
            f'<p class="question-place">! {for_html(place)}</p><h2 class="card-title">{for_html(words.title)}</h2>'
            f'<p class="card-text">{for_html(words.text)}</p>'
        )
        st.space("stretch")
        with st.container(horizontal=True, key=f"answers-{number}"):
            for choice in question.choices:
                st.button(
                    literal(choice_label(choice, language)),
                    key=f"answer-{question.key}-{choice.key}",
                    on_click=_answer,
                    args=(current.study, question, choice.key),
                    type="secondary",
                    disabled=not current.editable,
                )


def _answer(study: Study, question: Question, choice: str) -> None:
    try:
        answered = answer(study.codebook, question, choice)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    change(study.with_codebook(answered.codebook, answered.decision))

"""The words of a detection question and of its answers."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import filled
from analysis.study.questions import Choice, Question


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """`title` is the question itself, `text` what it rests on."""

    title: str
    text: str


def question_words(question: Question, language: Language) -> QuestionWords:
    """The sentence up to its question mark, and what follows."""
    words = filled(question.code, {"columns": question.columns, **question.details}, language).plain()
    title, mark, text = words.partition("?")
    return QuestionWords(f"{title}{mark}".strip(), text.strip())


def choice_label(choice: Choice, language: Language) -> str:
    return filled(choice.code, choice.details, language).plain()

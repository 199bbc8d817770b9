"""Doubts as questions with one-click answers: a choice is data, answering it is a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.study.codebook import Codebook, ColumnEntry, Model, Screening
from analysis.study.codebook_validation import validate
from analysis.study.model_suggestion import with_known_names
from analysis.study.notice import Details
from analysis.study.study import Decision

ANSWERED = "question."
"""Prefix of the steps that answers leave in the trail; the question's code follows."""
ACCEPTED = "accepted."
"""Prefix of the steps for questions that were still open when the study was confirmed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one column's codebook entry gets a new value; categories are added to those it has."""

    column: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """The column whose two categories are compared, the first level first; no header for no comparison."""

    header: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer. `code` and `details` make its wording; the rest is what it does.

    A choice that does nothing confirms what is in force.
    """

    key: str
    code: str
    details: Details = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    model: Model | None = None
    screening: Screening | None = None
    group: GroupColumn | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about one or more columns. `key` is unique in a study; `chosen` is in force until answered."""

    key: str
    code: str
    columns: tuple[str, ...]
    choices: tuple[Choice, ...]
    chosen: str
    details: Details = field(default_factory=dict)

    def choice(self, key: str) -> Choice:
        """The choice with a key. Raises KeyError when there is none."""
        for choice in self.choices:
            if choice.key == key:
                return choice
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Answered:
    """The codebook after an answer, and the entry for the trail."""

    codebook: Codebook
    decision: Decision


def answer(codebook: Codebook, question: Question, choice_key: str) -> Answered:
    """The codebook with one question answered. Columns that are gone are passed over.

    A model whose scales or group the answer renamed or removed is suggested anew. Raises KeyError for
    an unknown choice and UnusableInput where the answer would make the codebook unusable.
    """
    choice = question.choice(choice_key)
    columns = dict(codebook.columns)
    for change in choice.changes:
        if change.column in columns:
            columns[change.column] = _changed(columns[change.column], change)
    screening = codebook.screening
    if choice.screening is not None:
        others = tuple(rule for rule in screening if rule.column != choice.screening.column)
        screening = (*others, choice.screening)
    answered = replace(codebook, columns=columns, screening=screening)
    if choice.model is not None:
        answered = replace(answered, model=choice.model)
    if choice.group is not None:
        answered = _grouped(answered, choice.group)
    answered = with_known_names(answered)
    validate(answered)
    return Answered(answered, _decision(ANSWERED, question, choice))


def accepted(questions: Sequence[Question]) -> tuple[Decision, ...]:
    """What the trail tells of questions that nobody answered: the suggestion in force was accepted."""
    return tuple(_decision(ACCEPTED, question, question.choice(question.chosen)) for question in questions)


def _decision(prefix: str, question: Question, choice: Choice) -> Decision:
    return Decision(
        step=prefix + question.code,
        column=question.columns[0],
        reason=f"choice.{choice.code}",
        n=len(question.columns),
        before=question.chosen,
        after=choice.key,
    )


def unanswered(questions: Sequence[Question], trail: Sequence[Decision]) -> tuple[Question, ...]:
    """Questions that no decision of the trail answers."""
    answered = {(decision.step, decision.column, decision.after) for decision in trail}
    return tuple(
        question
        for question in questions
        if not any(
            (ANSWERED + question.code, question.columns[0], choice.key) in answered
            for choice in question.choices
        )
    )


def _grouped(codebook: Codebook, group: GroupColumn) -> Codebook:
    columns = {
        header: replace(entry, role="demographic") if entry.role == "group" else entry
        for header, entry in codebook.columns.items()
    }
    name = ""
    if group.header in columns:
        columns[group.header] = replace(columns[group.header], role="group")
        name = columns[group.header].name
    model = replace(codebook.model, group=name, group_levels=group.levels if name else ())
    return replace(codebook, columns=columns, model=model)


def _changed(entry: ColumnEntry, change: Change) -> ColumnEntry:
    value = change.value
    if change.field == "categories":
        value = {**entry.categories, **value}
    return replace(entry, **{change.field: value})

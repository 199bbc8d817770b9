"""What detection remarked and asked, as far as it is still true of the codebook that stands now.

A loaded codebook, an answer or an edit can settle a doubt or overrule a suggestion; what has become
untrue is not repeated to the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analysis.study.codebook import Codebook
from analysis.study.codebook_validation import scale_names
from analysis.study.notice import Details, Notice
from analysis.study.outcome_question import outcome_question
from analysis.study.questions import Choice, Question, unanswered
from analysis.study.study import Study

OUTCOME = "outcome"
REVERSED = "reversed_item"
CHOSEN_BY = frozenset({"question.outcome", "model", "main_model"})
"""Steps of the trail by which a person says which scale is explained."""

ABOUT_ITEMS = frozenset(
    {"grouping", "rating_points", "digit_range", "missing_code", "direction", "legend", REVERSED}
)
"""Questions that nobody needs to answer about columns that are no items."""


def still_true(notices: Sequence[Notice], codebook: Codebook) -> tuple[Notice, ...]:
    """The notices without those about a scale, model, group, coding or category that is another now."""
    return tuple(notice for notice in notices if _holds(notice, codebook))


def still_open(questions: Sequence[Question], study: Study) -> tuple[Question, ...]:
    """The questions that neither an answer nor a change of the codebook has settled.

    They are asked under the names that scales and items have now.
    """
    waiting = [q for q in unanswered(questions, study.trail) if not _settled(q, study)]
    return tuple(_under_names_of_now(q, study.codebook) for q in waiting)


def _under_names_of_now(question: Question, codebook: Codebook) -> Question:
    if question.key == OUTCOME:
        return outcome_question(codebook)
    if question.code != REVERSED:
        return question
    header = question.columns[0]
    entry = codebook.columns[header]
    named = {"item": entry.name, "label": entry.label or header, "scale": entry.scale}
    choices = tuple(replace(c, details={**c.details, "item": entry.name}) for c in question.choices)
    return replace(question, details={**question.details, **named}, choices=choices)


def _settled(question: Question, study: Study) -> bool:
    return _explained(question, study) if question.key == OUTCOME else _decided(question, study.codebook)


def _explained(question: Question, study: Study) -> bool:
    """Whether a person chose the model to explain, or there is nothing to choose from any more."""
    codebook, scales = study.codebook, scale_names(study.codebook.columns)
    renamed = any(choice.key not in scales for choice in question.choices)
    by_hand = any(decision.step in CHOSEN_BY for decision in study.trail)
    changed = not renamed and not _asks_the_same(question.choice(question.chosen), codebook)
    return by_hand or changed or not codebook.model.outcome or not codebook.model.predictors


def spoken_of(question: Question, given: Mapping[str, object]) -> bool:
    """Whether a codebook file says something about what the question asks."""
    columns = given.get("columns")
    listed = isinstance(columns, Mapping) and set(columns).issuperset(question.columns)
    if any(choice.model is not None for choice in question.choices):
        return "model" in given
    if any(choice.screening is not None for choice in question.choices):
        return "screening" in given
    return listed


def _holds(notice: Notice, codebook: Codebook) -> bool:
    check = _CHECKS.get("scale_from" if notice.code.startswith("scale_from_") else notice.code)
    return check is None or check(notice, codebook)


def _same_scale(notice: Notice, codebook: Codebook) -> bool:
    scale = notice.details["scale"]
    now = {e.name for e in codebook.columns.values() if e.role == "item" and e.scale == scale}
    return now == set(_texts(notice.details, "items"))


def _same_model(notice: Notice, codebook: Codebook) -> bool:
    model, details = codebook.model, notice.details
    return model.outcome == details["outcome"] and set(model.predictors) == set(_texts(details, "predictors"))


def _same_group(notice: Notice, codebook: Codebook) -> bool:
    return codebook.model.group == notice.details["column"]


def _same_coding(notice: Notice, codebook: Codebook) -> bool:
    entry = codebook.columns.get(notice.where)
    listed = set(_texts(notice.details, "answers"))
    return entry is not None and {f"{text} = {number:g}" for text, number in entry.answers.items()} <= listed


def _same_categories(notice: Notice, codebook: Codebook) -> bool:
    entry = codebook.columns.get(notice.where)
    after = notice.details["after"]
    return entry is not None and all(
        entry.categories.get(spelling) == after for spelling in _texts(notice.details, "before")
    )


def _same_classes(notice: Notice, codebook: Codebook) -> bool:
    entry = codebook.columns.get(notice.where)
    bounds = _texts(notice.details, "bounds")
    return entry is not None and tuple(f"{bound:g}" for bound in entry.classes) == bounds


_CHECKS: Mapping[str, Callable[[Notice, Codebook], bool]] = {
    "scale_from": _same_scale,
    "model_suggested": _same_model,
    "group_found": _same_group,
    "answers_coded": _same_coding,
    "spellings_merged": _same_categories,
    "number_classes": _same_classes,
}


def _texts(details: Details, name: str) -> tuple[str, ...]:
    found = details[name]
    return found if isinstance(found, tuple) else (str(found),)


def _decided(question: Question, codebook: Codebook) -> bool:
    """The suggested answer is no longer in force, another one is too, or no column is an item any more."""
    if question.code in ABOUT_ITEMS and not _any_item(question, codebook):
        return True
    chosen = question.choice(question.chosen)
    others = [choice for choice in question.choices if choice is not chosen and _acts(choice)]
    return not _in_force(chosen, codebook) or any(_in_force(choice, codebook) for choice in others)


def _any_item(question: Question, codebook: Codebook) -> bool:
    columns = codebook.columns
    return any(header in columns and columns[header].role == "item" for header in question.columns)


def _acts(choice: Choice) -> bool:
    return bool(choice.changes or choice.model or choice.screening or choice.group)


def _in_force(choice: Choice, codebook: Codebook) -> bool:
    """Whether the codebook already is as the choice would make it."""
    return (
        all(_made(codebook, change.column, change.field, change.value) for change in choice.changes)
        and (choice.model is None or _asks_the_same(choice, codebook))
        and (choice.screening is None or _screened(choice, codebook))
        and (choice.group is None or _grouped_by(codebook) == choice.group.header)
    )


def _made(codebook: Codebook, column: str, field: str, value: object) -> bool:
    """A column that is gone decides nothing; a spelling that is not listed stays itself."""
    entry = codebook.columns.get(column)
    if entry is None:
        return True
    if field == "categories" and isinstance(value, Mapping):
        return all(
            entry.categories.get(spelling, spelling) == category for spelling, category in value.items()
        )
    return bool(getattr(entry, field) == value)


def _asks_the_same(choice: Choice, codebook: Codebook) -> bool:
    model = choice.model
    return model is not None and (model.outcome, set(model.predictors)) == (
        codebook.model.outcome,
        set(codebook.model.predictors),
    )


def _screened(choice: Choice, codebook: Codebook) -> bool:
    wanted = choice.screening
    return wanted is not None and any(rule.column == wanted.column for rule in codebook.screening)


def _grouped_by(codebook: Codebook) -> str:
    return next((header for header, entry in codebook.columns.items() if entry.role == "group"), "")

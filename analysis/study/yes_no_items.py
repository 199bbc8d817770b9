"""Items answered with yes and no (Guttman scales, tests of knowledge): coded headers say so, one question decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.study.codebook import ColumnEntry
from analysis.study.column_kinds import KnownColumn
from analysis.study.demographics import yes_and_no_sides
from analysis.study.notice import Details
from analysis.study.questions import Change, Choice, Question
from analysis.study.short_names import distinct

FEWEST_ITEMS = 3


def yes_no_questions(known: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> list[Question]:
    """One question for all yes/no columns with item codes; categories until a person says items."""
    families: dict[str, list[KnownColumn]] = {}
    for column in known:
        code = column.profile.parts.scale_code
        if code and column.kind == "yes_no" and entries[column.header].role == "demographic":
            families.setdefault(code.casefold(), []).append(column)
    blocks = [columns for columns in families.values() if len(columns) >= FEWEST_ITEMS]
    if not blocks:
        return []
    changes: list[Change] = []
    answers: dict[str, float] = {}
    taken = {entry.scale for entry in entries.values()}
    for columns in blocks:
        scale = distinct(columns[0].profile.parts.scale_code, taken)
        taken.add(scale)
        for column in columns:
            numbers = _numbers(column)
            answers.update(numbers)
            changes += _as_item(column.header, scale, numbers)
    headers = tuple(column.header for columns in blocks for column in columns)
    apart = tuple(Change(header, "role", "demographic") for header in headers)
    listed: Details = {"answers": tuple(f"{text} = {number:g}" for text, number in answers.items())}
    choices = (
        Choice("categories", "yes_no_categories", {}, apart),
        Choice("items", "yes_no_items", listed, tuple(changes)),
        Choice("together", "options_together", {"n": len(headers)}, tuple(_joining(blocks, entries))),
    )
    details: Details = {"n": len(headers), "answers": tuple(answers)}
    return [Question(f"yes_no:{headers[0]}", "yes_no", headers, choices, "categories", details)]


def _joining(blocks: Sequence[Sequence[KnownColumn]], entries: Mapping[str, ColumnEntry]) -> list[Change]:
    """The columns of each code as the options of one question."""
    taken = {entry.name for entry in entries.values()}
    changes = []
    for columns in blocks:
        question = distinct(columns[0].profile.parts.scale_code, taken)
        taken.add(question)
        for column in columns:
            sides = yes_and_no_sides(column.profile.categories)
            unticked = dict.fromkeys(sides.no if sides else (), "")
            changes += [
                Change(column.header, "option_of", question),
                Change(column.header, "categories", unticked),
            ]
    return changes


def _numbers(column: KnownColumn) -> dict[str, float]:
    sides = yes_and_no_sides(column.profile.categories)
    if sides is None:
        return {}
    return {**dict.fromkeys(sides.yes, 1.0), **dict.fromkeys(sides.no, 0.0)}


def _as_item(header: str, scale: str, numbers: Mapping[str, float]) -> list[Change]:
    return [
        Change(header, "role", "item"),
        Change(header, "scale", scale),
        Change(header, "points", (0.0, 1.0)),
        Change(header, "answers", numbers),
    ]

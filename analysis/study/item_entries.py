"""Codebook entries of rating items: short names, scales, dimensions, answers, and the doubts about them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from analysis.study.codebook import ColumnEntry
from analysis.study.column_kinds import KnownColumn
from analysis.study.findings import Findings
from analysis.study.grouping import Grouping, ItemGroup, group_items, speaks_indonesian
from analysis.study.item_answers import ItemAnswers, answers_of
from analysis.study.notice import Details, Notice
from analysis.study.percent_points import percent_blocks, percent_question
from analysis.study.questions import Change, Choice, Question
from analysis.study.reversed_items import looks_reversed
from analysis.study.short_names import distinct
from analysis.study.table import Cell, CellTable
from analysis.study.wording import cell_text

MOST_ROWS_COMPARED = 2000


def describe_items(items: Sequence[KnownColumn], table: CellTable) -> Findings:
    """Entries of all rating items, with their notices and questions; empty without items."""
    if not items:
        return Findings()
    coded = answers_of(items)
    answers = _answer_matrix(items, coded, table)
    grouping = group_items([item.profile for item in items], coded.points, answers)
    entries = _entries(items, coded, grouping)
    notices = (*coded.notices, *_group_notices(grouping, entries))
    percents = percent_blocks([item.profile for item in items if item.kind == "rating_percent"])
    questions = (
        *(percent_question(block, entries) for block in percents),
        *_grouping_questions(grouping),
        *coded.questions,
        *_reversed_questions(items, grouping, entries, answers),
    )
    return Findings(entries, notices, questions)


def _answer_matrix(items: Sequence[KnownColumn], coded: ItemAnswers, table: CellTable) -> np.ndarray:
    """float64 (m, items) answers of at most 2,000 evenly spaced rows; nan where missing or out of range."""
    step = max(1, math.ceil(table.row_count / MOST_ROWS_COMPARED))
    columns = []
    for item in items:
        cells = table.columns[item.profile.position][::step]
        numbers = _cell_numbers(item, coded.answers.get(item.header, {}), set(cells))
        column = np.array([numbers.get(cell, math.nan) for cell in cells], dtype=float)
        low, high = coded.points[item.header]
        column[(column < low) | (column > high)] = math.nan
        columns.append(column)
    return np.column_stack(columns)


def _cell_numbers(item: KnownColumn, answers: Mapping[str, float], cells: set[Cell]) -> dict[Cell, float]:
    if not answers:
        return dict(item.profile.reading.values)
    return {cell: answers.get(cell_text(cell), math.nan) for cell in cells}


def _entries(items: Sequence[KnownColumn], coded: ItemAnswers, grouping: Grouping) -> dict[str, ColumnEntry]:
    scale_of = {header: group.name for group in grouping.groups for header in group.headers}
    names = _item_names(items, frozenset(grouping.uncoded))
    entries = {}
    for item in items:
        parts = item.profile.parts
        entries[item.header] = ColumnEntry(
            role="item",
            name=names[item.header],
            label=parts.sentence,
            scale=scale_of[item.header],
            dimension=parts.dimension_name or parts.dimension_code,
            points=coded.points[item.header],
            answers=dict(coded.answers.get(item.header, {})),
        )
    return entries


def _item_names(items: Sequence[KnownColumn], uncoded: frozenset[str]) -> dict[str, str]:
    """Codes where the headers have them, else P1, P2, ... (Q1, Q2, ... in English) by number or order."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for item in items:
        if item.header not in uncoded:
            names[item.header] = distinct(item.profile.parts.code, taken)
            taken.add(names[item.header])
    plain = [item.profile for item in items if item.header in uncoded]
    numbers = [profile.parts.number for profile in plain]
    numbered = None not in numbers and len(set(numbers)) == len(numbers)
    letter = "P" if speaks_indonesian([profile.header for profile in plain]) else "Q"
    for order, profile in enumerate(plain, start=1):
        own = profile.parts.code or f"{letter}{profile.parts.number if numbered else order}"
        names[profile.header] = distinct(own, taken)
        taken.add(names[profile.header])
    return names


def _group_notices(grouping: Grouping, entries: Mapping[str, ColumnEntry]) -> list[Notice]:
    notices = []
    for group in grouping.groups:
        names = tuple(entries[header].name for header in group.headers)
        code = "scale_from_codes" if group.source == "codes" else f"scale_from_{group.source}"
        notices.append(Notice(code, details={"scale": group.name, "items": names, "n": len(names)}))
    return notices


def _grouping_questions(grouping: Grouping) -> list[Question]:
    """One question for all scales that rest on a suggestion; naming them is left to the editor."""
    suggested = grouping.suggested
    if not suggested:
        return []
    headers = tuple(header for group in suggested for header in group.headers)
    choices = [Choice("suggested", "grouping_suggested", _sizes(suggested), _scale_changes(suggested))]
    if len(suggested) > 1:
        together = ItemGroup(suggested[0].name, headers, "order")
        size: Details = {"scale": together.name, "n": len(headers)}
        choices.append(Choice("one_scale", "grouping_one_scale", size, _scale_changes((together,))))
    details: Details = {"n": len(suggested), "items": len(headers)}
    return [Question("grouping", "grouping", headers, tuple(choices), "suggested", details)]


def _sizes(groups: Sequence[ItemGroup]) -> dict[str, tuple[str, ...]]:
    return {"scales": tuple(f"{group.name} ({len(group.headers)})" for group in groups)}


def _scale_changes(groups: Sequence[ItemGroup]) -> tuple[Change, ...]:
    return tuple(Change(header, "scale", group.name) for group in groups for header in group.headers)


def _reversed_questions(
    items: Sequence[KnownColumn], grouping: Grouping, entries: Mapping[str, ColumnEntry], answers: np.ndarray
) -> list[Question]:
    column = {item.header: j for j, item in enumerate(items)}
    questions = []
    for group in grouping.groups:
        positions = [column[header] for header in group.headers]
        sentences = [entries[header].label for header in group.headers]
        for suspicion in looks_reversed(answers[:, positions], sentences):
            header = group.headers[suspicion.position]
            questions.append(_reversed_question(header, entries[header], group.name, suspicion.r))
    return questions


def _reversed_question(header: str, entry: ColumnEntry, scale: str, r: float) -> Question:
    details: Details = {"item": entry.name, "label": entry.label, "scale": scale, "r": round(r, 2)}
    low, high = entry.points or (0.0, 0.0)
    choices = (
        Choice("keep", "item_keep", {"item": entry.name}, (Change(header, "reverse", False),)),
        Choice(
            "reverse",
            "item_reverse",
            {"item": entry.name, "low": low, "high": high},
            (Change(header, "reverse", True),),
        ),
        Choice(
            "leave_out",
            "item_leave_out",
            {"item": entry.name},
            (Change(header, "included", False), Change(header, "reason", f"r = {r:.3f}")),
        ),
    )
    return Question(f"reversed_item:{header}", "reversed_item", (header,), choices, "keep", details)


def mean_answers(items: Sequence[KnownColumn], table: CellTable, headers: Sequence[str]) -> np.ndarray:
    """float64 (n,) mean of digit items in each row, to recognise columns that hold totals."""
    chosen = [item for item in items if item.header in headers]
    columns = [item.profile.reading.column(table.columns[item.profile.position]) for item in chosen]
    return np.mean(np.column_stack(columns), axis=1)

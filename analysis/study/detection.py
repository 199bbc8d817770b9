"""From a table of cells to a codebook: what each column seems to be, with every doubt as a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.study.answer_codes import code_question, coded_blocks
from analysis.study.codebook import Codebook, ColumnEntry, Role
from analysis.study.column_kinds import KnownColumn, classify, looks_like_total
from analysis.study.findings import Findings
from analysis.study.group_spellings import joined_sides
from analysis.study.item_entries import describe_items, mean_answers
from analysis.study.model_suggestion import suggest_model
from analysis.study.notice import Details, Notice
from analysis.study.option_columns import option_questions
from analysis.study.outcome_question import outcome_question
from analysis.study.percent_points import percent_blocks
from analysis.study.profile import profile_columns
from analysis.study.questions import Question
from analysis.study.rankings import ranked_columns
from analysis.study.respondent_entries import (
    GroupChoice,
    choose_group,
    describe_respondent_column,
    group_question,
    number_notices,
    screening_questions,
    short_column_name,
)
from analysis.study.settled import still_true
from analysis.study.short_names import distinct
from analysis.study.table import CellTable
from analysis.study.yes_no_items import yes_no_questions

_RESPONDENT_KINDS = frozenset(("demographic", "yes_no", "multi_answer", "tick_box", "ranking"))
_NUMBER_ITEMS = ("rating_digits", "rating_percent")
_PLAIN_ROLES: Mapping[str, Role] = {
    "moment": "timestamp",
    "date": "timestamp",
    "identifier": "identifier",
    "personal": "text",
    "free_text": "text",
    "text": "text",
    "empty": "ignored",
    "constant": "ignored",
    "metadata": "ignored",
}


@dataclass(frozen=True, slots=True)
class Detection:
    """The codebook as detected. `personal` are headers to drop before anything is stored."""

    codebook: Codebook
    notices: tuple[Notice, ...]
    questions: tuple[Question, ...]
    personal: tuple[str, ...]


def detect(table: CellTable) -> Detection:
    """Understand every column of a table; never fails, whatever the cells hold.

    Items are recognised by their answers, scales by the codes in the headers, else suggested by a
    question. Nothing is reversed, merged by similarity or screened without an answer to a question.
    Cost is linear in the cells; order and correlations look at 2,000 rows at most.
    """
    known = _with_percent_points(_with_rankings(classify(profile_columns(table)), table))
    items = [column for column in known if column.kind.startswith("rating_")]
    found = describe_items(items, table)
    found += _scores(known, items, found, table)
    found += _respondents(known, found.entries)
    found += _rest(known, found.entries)
    columns = {header: found.entries[header] for header in table.headers}
    group = choose_group(known)
    levels: tuple[str, ...] = group.levels if group else ()
    if group:
        grouped = _grouped(group, known, columns[group.header])
        columns |= grouped.entries
        found += grouped
    found += _codes_apart(known, columns)
    found += _respondent_doubts(known, columns, with_group=group is not None)
    suggestion = suggest_model(columns, levels)
    codebook = Codebook(columns=columns, model=suggestion.model)
    found += _model_findings(codebook, certain=suggestion.certain)
    return Detection(codebook, still_true(found.notices, codebook), found.questions, _personal(known))


def _with_rankings(known: Sequence[KnownColumn], table: CellTable) -> tuple[KnownColumn, ...]:
    ranked = ranked_columns(known, table)
    return tuple(replace(column, kind="ranking") if column.header in ranked else column for column in known)


def _with_percent_points(known: Sequence[KnownColumn]) -> tuple[KnownColumn, ...]:
    """Number columns that look like ratings written as shares of 100, totals left out."""
    scores = [c.profile for c in known if c.kind == "score" and not looks_like_total(c.profile)]
    found = {header for block in percent_blocks(scores) for header in block.headers}
    return tuple(
        replace(column, kind="rating_percent") if column.header in found else column for column in known
    )


def _personal(known: Iterable[KnownColumn]) -> tuple[str, ...]:
    return tuple(column.header for column in known if column.kind in ("personal", "free_text", "moment"))


def _scores(
    known: Sequence[KnownColumn], items: Sequence[KnownColumn], found: Findings, table: CellTable
) -> Findings:
    """Number columns that are neither items nor demographics: scores, and totals of the items."""
    entries: dict[str, ColumnEntry] = {}
    notices: list[Notice] = []
    taken = {entry.name for entry in found.entries.values()}
    scales = {entry.scale for entry in found.entries.values()}
    for column in known:
        if column.kind not in ("score", "recommendation"):
            continue
        profile = column.profile
        code = profile.parts.code
        name = distinct(code, taken) if code else short_column_name(profile, taken)
        taken.add(name)
        entry = ColumnEntry(role="score", name=name, label=profile.parts.sentence)
        total_of = _total_of(column, items, found, table) if items else ""
        if total_of:
            entry = replace(entry, role="ignored")
            notices.append(Notice("total_column", where=profile.header, details={"scale": total_of}))
        else:
            if name in scales:
                entry = replace(entry, scale=distinct(name, scales))
            scales.add(entry.scale or name)
            notices += number_notices(profile)
            code = "recommendation_apart" if column.kind == "recommendation" else "score_column"
            notices.append(Notice(code, where=profile.header, details={"name": name}))
        entries[column.header] = entry
    return Findings(entries, tuple(notices))


def _total_of(column: KnownColumn, items: Sequence[KnownColumn], found: Findings, table: CellTable) -> str:
    """The scale whose items a column adds up or averages; its own name where only the header says total."""
    values = column.profile.reading.column(table.columns[column.profile.position])
    scales = tuple(dict.fromkeys(entry.scale for entry in found.entries.values()))
    for scale in scales:
        headers = [header for header, entry in found.entries.items() if entry.scale == scale]
        digits = [item for item in items if item.header in headers and item.kind in _NUMBER_ITEMS]
        if len(headers) < 2 or len(digits) < len(headers):
            continue
        mean = mean_answers(digits, table, headers)
        both = ~np.isnan(mean) & ~np.isnan(values)
        if both.sum() >= 3 and any(
            np.allclose(values[both], mean[both] * k, rtol=0, atol=0.011) for k in (1, len(headers))
        ):
            return scale
    return column.header if looks_like_total(column.profile, scales) else ""


def _respondents(known: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> Findings:
    taken = {entry.name for entry in entries.values()}
    found = Findings()
    for column in known:
        if column.kind in _RESPONDENT_KINDS:
            name = short_column_name(column.profile, taken, column.trait)
            taken.add(name)
            found += describe_respondent_column(column, name)
    return found


def _rest(known: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> Findings:
    """Times, identifiers, personal data, texts, empty and constant columns."""
    taken = {entry.name for entry in entries.values()}
    rest: dict[str, ColumnEntry] = {}
    notices = []
    for column in known:
        role = _PLAIN_ROLES.get(column.kind)
        if role is None:
            continue
        name = short_column_name(column.profile, taken)
        taken.add(name)
        rest[column.header] = ColumnEntry(role=role, name=name, label=column.header.strip())
        notices.append(_rest_notice(column))
    return Findings(rest, tuple(notices))


def _rest_notice(column: KnownColumn) -> Notice:
    if column.kind in ("personal", "free_text", "moment"):
        kind = column.trait if column.kind == "personal" else column.kind
        return Notice(f"personal_{kind}", where=column.header)
    return Notice(f"{column.kind}_column", where=column.header)


def _grouped(group: GroupChoice, known: Sequence[KnownColumn], entry: ColumnEntry) -> Findings:
    entry = replace(entry, role="group")
    details: Details = {"column": entry.name, "levels": group.levels}
    found = Findings({group.header: entry}, (Notice("group_found", where=group.header, details=details),))
    profile = next(column.profile for column in known if column.header == group.header)
    return found + joined_sides(profile, entry, group.levels)


def _codes_apart(known: Sequence[KnownColumn], columns: Mapping[str, ColumnEntry]) -> Findings:
    """Columns answered with codes whose headers do not say whether they are rows of one question."""
    undecided = [column.profile for column in known if columns[column.header].role == "demographic"]
    scales = {entry.scale for entry in columns.values()}
    blocks = [block for block in coded_blocks(undecided) if not block.ratings]
    return Findings(questions=tuple(code_question(block, distinct("Rating", scales)) for block in blocks))


def _respondent_doubts(
    known: Sequence[KnownColumn], columns: Mapping[str, ColumnEntry], *, with_group: bool
) -> Findings:
    """Options of one question, items in yes and no, else conditions of taking part, else groups to compare."""
    questions = option_questions(known, columns)
    questions += yes_no_questions(_besides(questions, known), columns)
    questions += screening_questions(_besides(questions, known), columns)
    if not with_group and (question := group_question(_besides(questions, known), columns)):
        questions.append(question)
    return Findings(questions=tuple(questions))


def _besides(questions: Sequence[Question], known: Sequence[KnownColumn]) -> list[KnownColumn]:
    asked = {header for question in questions for header in question.columns}
    return [column for column in known if column.header not in asked]


def _model_findings(codebook: Codebook, *, certain: bool) -> Findings:
    """The model is a suggestion in any case; where nothing names an outcome it is asked."""
    model = codebook.model
    if not any(entry.role in ("item", "score") for entry in codebook.columns.values()):
        return Findings(notices=(Notice("no_items_found", "warning"),))
    if not model.outcome:
        return Findings()
    details: Details = {"outcome": model.outcome, "predictors": model.predictors}
    notice = Notice("model_suggested", details=details)
    if certain:
        return Findings(notices=(notice,))
    return Findings(notices=(notice,), questions=(outcome_question(codebook),))

"""Tables that stand on their side or list one answer a row, turned into one row a respondent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.study.notice import Detail, Notice
from analysis.study.reading.cells import is_counting, is_value, trimmed
from analysis.study.reading.sheet import Sheet, SheetRemarks
from analysis.study.table import Cell, CellTable

RESPONDENT_NAME = re.compile(
    r"(?:r|res|resp|responden|respondent|respondents|subjek|subject|partisipan|peserta)[ ._-]?\d+", re.I
)
RESPONDENT_WORDS = re.compile(
    r"(?:(?:id|no|nomor|kode|nama)[ ._-]*)?(?:responden|respondent|subjek|subject|partisipan|participant|peserta)(?:[ ._-]*id)?|id|no\.?|nomor|uuid",
    re.I,
)
QUESTION_WORDS = re.compile(
    r"(?:(?:kode|nomor|no|id)[ ._-]*)?(?:pertanyaan|pernyataan|question|questions|statement|item|butir|soal|indikator|variabel|variable)s?(?:[ ._-]*(?:id|code|kode))?",
    re.I,
)
ANSWER_WORDS = re.compile(r"(?:jawaban|answer|response|respon|nilai|skor|score|value|rating|pilihan)s?", re.I)
NEEDED = 3
FILLED_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Reshaped:
    """A table turned so that a row is a respondent, and the notice that says so."""

    table: CellTable
    notices: tuple[Notice, ...]


def upright(sheet: Sheet) -> Sheet:
    """The sheet itself, or turned by a quarter where each column, not each row, is a respondent.

    That is so when the first row numbers the respondents (R1, R2, ... or 1, 2, ... under a corner that
    names questions) and the first column does not. Row numbers then count the file's columns.
    """
    rows = sheet.rows
    top = next((i for i, row in enumerate(rows[:20]) if len(row) - row.count(None) > NEEDED), None)
    if top is None or sheet.header_rows is not None or len(rows) - top < NEEDED:
        return sheet
    filled = [j for j in range(len(rows[top])) if any(row[j] is not None for row in rows[top:])]
    first, names = filled[0], rows[top][filled[0] + 1 :]
    if not _names_respondents([cell for cell in names if cell is not None], rows[top][first]):
        return sheet
    labels = [row[first] for row in rows[top + 1 :]]
    if _names_respondents([cell for cell in labels if cell is not None], None) or not _are_questions(labels):
        return sheet
    turned = [list(column) for column in zip(*(row[first:] for row in rows[top:]), strict=True)]
    notice = Notice("table_transposed", "warning", details={"n": len(turned) - 1})
    return Sheet(
        sheet.name,
        turned,
        [sheet.first_column + first + 1 + i for i in range(len(turned))],
        sheet.row_numbers[top] - 1,
        _turned_remarks(sheet.remarks),
        header_rows=1,
        notices=(*sheet.notices, notice),
    )


def _turned_remarks(remarks: SheetRemarks) -> SheetRemarks:
    return replace(
        remarks,
        hidden_rows=frozenset(column + 1 for column in remarks.hidden_columns),
        hidden_columns=frozenset(row - 1 for row in remarks.hidden_rows),
        merged=(),
    )


def _names_respondents(cells: Sequence[Cell], corner: Cell) -> bool:
    texts = [trimmed(cell) for cell in cells]
    if len(texts) < NEEDED or len(set(texts)) < len(texts):
        return False
    if all(RESPONDENT_NAME.fullmatch(text) for text in texts):
        return True
    return is_counting(texts) and QUESTION_WORDS.match(trimmed(corner)) is not None


def _are_questions(labels: Sequence[Cell]) -> bool:
    """Whether the first column holds different texts, as headers would be."""
    texts = [trimmed(label) for label in labels if label is not None]
    words = [text for text in texts if not is_value(text)]
    return len(texts) >= 2 and len(set(texts)) == len(texts) and len(words) >= 0.8 * len(texts)


def one_row_each(table: CellTable) -> Reshaped:
    """The table itself, or made wide where each row is one answer of one respondent to one question.

    That is so when one column names questions, one holds answers and one repeats respondents, no pair of
    respondent and question occurs twice, and most pairs occur. Columns that do not vary within a
    respondent are kept; row numbers are those of each respondent's first row.
    """
    roles = _long_roles(table)
    if roles is None:
        return Reshaped(table, ())
    repeated = table.row_count - _distinct_pairs(table, roles)
    if repeated:
        details: dict[str, Detail] = {"n": repeated}
        return Reshaped(table, (Notice("long_table_repeats", "warning", details=details),))
    who, what, answer = (table.columns[j] for j in (roles.respondent, roles.question, roles.answer))
    people, questions = list(dict.fromkeys(who)), list(dict.fromkeys(what))
    answers = dict(zip(zip(who, what, strict=True), answer, strict=True))
    first = {person: i for i, person in reversed(list(enumerate(who)))}
    kept = [j for j in range(len(table.headers)) if j not in (roles.question, roles.answer)]
    headers = [table.headers[j] for j in kept] + [trimmed(question) for question in questions]
    columns = [tuple(table.columns[j][first[person]] for person in people) for j in kept]
    columns += [tuple(answers.get((person, question)) for person in people) for question in questions]
    wide = CellTable(
        tuple(headers), tuple(columns), tuple(table.row_numbers[first[person]] for person in people)
    )
    details = {"n": table.row_count, "respondents": len(people), "questions": len(questions)}
    return Reshaped(wide, (Notice("long_table_widened", "warning", details=details),))


@dataclass(frozen=True, slots=True)
class LongRoles:
    """Positions of the three columns that make a table long."""

    respondent: int
    question: int
    answer: int


def _long_roles(table: CellTable) -> LongRoles | None:
    question = _position(table, QUESTION_WORDS)
    answer = _position(table, ANSWER_WORDS)
    respondent = _position(table, RESPONDENT_WORDS)
    if None in (question, answer, respondent) or len({question, answer, respondent}) < 3:
        return None
    roles = LongRoles(respondent or 0, question or 0, answer or 0)
    who, what = table.columns[roles.respondent], table.columns[roles.question]
    if None in who or None in what:
        return None
    pairs = _distinct_pairs(table, roles)
    people, questions = set(who), {trimmed(cell) for cell in what}
    full = len(people) * len(questions)
    if len(questions) < len(set(what)) or min(len(people), len(questions)) < 2 or pairs < FILLED_SHARE * full:
        return None
    if questions & set(table.headers) or not _others_constant(table, roles):
        return None
    return roles


def _distinct_pairs(table: CellTable, roles: LongRoles) -> int:
    return len(set(zip(table.columns[roles.respondent], table.columns[roles.question], strict=True)))


def _position(table: CellTable, words: re.Pattern[str]) -> int | None:
    return next((j for j, header in enumerate(table.headers) if words.fullmatch(header)), None)


def _others_constant(table: CellTable, roles: LongRoles) -> bool:
    """Whether every other column has one value for each respondent, so that nothing is lost."""
    who = table.columns[roles.respondent]
    for position, column in enumerate(table.columns):
        if position in (roles.respondent, roles.question, roles.answer):
            continue
        if len(set(zip(who, column, strict=True))) > len(set(who)):
            return False
    return True

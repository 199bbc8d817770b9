"""Which rows of a sheet are its header, and the column names they make together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.study.notice import Notice
from analysis.study.reading.cells import as_number, is_counting, is_value, trimmed
from analysis.study.reading.sheet import MergedRange, Row, Sheet, column_letter
from analysis.study.table import Cell

ROWS_SEARCHED = 40
ROWS_COMPARED = 200
DEEPEST = 4
COUNTED, COUNTED_IN_BRACKETS = 7, 3
NUMBERED_QUESTIONS = 4
LEGEND = re.compile(r"\(?\w{1,3}\)?\s*[=:]|ket\w*\W*$|skala\b", re.IGNORECASE)
IMPORT_CODE = '{"importid"'


@dataclass(frozen=True, slots=True)
class Header:
    """`first` to `after` are positions among the given rows: titles end before `first`, data start at `after`.

    `names` has one entry a column, "" where the header is empty.
    """

    first: int
    after: int
    names: tuple[str, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """How many columns speak for a row being a header and for its being data."""

    header: int
    data: int


def find_header(sheet: Sheet) -> Header:
    """The header of a sheet whose rows are rectangular and none of them blank."""
    rows = sheet.rows
    if sheet.header_rows is not None:
        return _header(sheet, 0, sheet.header_rows)
    first = _first_wide_row(rows)
    if not _is_header(rows, first):
        return _without_header(sheet, first)
    after = _after_import_codes(rows, first) or first + 1
    while after - first < DEEPEST and after < len(rows) - 1 and _continues_header(rows, after):
        after += 1
    first = _without_legend(sheet, first, after)
    while first and after - first < DEEPEST and _is_group_row(sheet, first - 1):
        first -= 1
    return _header(sheet, first, after)


def _without_legend(sheet: Sheet, first: int, after: int) -> int:
    """The first header row, once rows such as "1 = STS, 2 = TS" and rows above a gap are left out."""
    while first < after - 1:
        texts = [trimmed(cell) for cell in sheet.rows[first] if cell is not None]
        legend = 2 * sum(LEGEND.match(text) is not None for text in texts) > len(texts)
        gap = sheet.row_numbers[first + 1] - sheet.row_numbers[first] > 1
        if not legend and not gap:
            break
        first += 1
    return first


def _first_wide_row(rows: list[Row]) -> int:
    """Position of the first row that is about as filled as rows usually are."""
    filled = [_filled(row) for row in rows[: ROWS_SEARCHED + ROWS_COMPARED]]
    usual = sorted(filled)[len(filled) // 2]
    for position, count in enumerate(filled[:ROWS_SEARCHED]):
        if count >= min(max(2, 0.5 * usual), max(filled)):
            return position
    return 0


def _filled(row: Row) -> int:
    return len(row) - row.count(None)


def _is_header(rows: list[Row], position: int) -> bool:
    if _is_numbering(rows[position]):
        return True
    votes = _votes(rows, position)
    if votes.header == votes.data:
        return not any(is_value(cell) for cell in rows[position])
    return votes.header > votes.data


def _continues_header(rows: list[Row], position: int) -> bool:
    """Whether a row below a header row belongs to the header too; this asks for clear evidence."""
    row = rows[position]
    if _is_code_row(row) or (_in_brackets(row) and not _in_brackets(rows[position + 1])):
        return True
    if _numbers_questions_of_groups(rows[position - 1], row):
        return True
    votes = _votes(rows, position)
    clear = votes.header >= 2 and votes.header >= 4 * votes.data and not any(map(is_value, row))
    return clear and not _occurs_below(rows, position)


def _after_import_codes(rows: list[Row], first: int) -> int:
    """Position below a row of import codes near the header, 0 without one: all rows above it are header."""
    near = range(first + 1, min(first + DEEPEST, len(rows) - 1))
    return next((position + 1 for position in near if _is_import_codes(rows[position])), 0)


def _numbers_questions_of_groups(above: Row, row: Row) -> bool:
    """A row 1, 2, 3, 1, 2 below names of groups that stand above the first number of theirs.

    A respondent's row would have cells below the other headers; this one is empty there.
    """
    expected, count = (1,), 0
    for name, cell in zip(above, row, strict=True):
        if cell is None:
            if name is not None:
                expected = (1,)
            continue
        text = trimmed(cell)
        if not text.isdecimal() or int(text) not in (expected if name is None else (1, *expected)):
            return False
        expected, count = (int(text) + 1,), count + 1
    return count >= NUMBERED_QUESTIONS and count > sum(
        name is not None for name, cell in zip(above, row, strict=True) if cell is not None
    )


def _occurs_below(rows: list[Row], position: int) -> bool:
    """Whether any text of a row is given as an answer in any column further down."""
    below = rows[position + 1 : position + 1 + ROWS_COMPARED]
    answers = {trimmed(cell).casefold() for row in below for cell in row if cell is not None}
    return any(trimmed(cell).casefold() in answers for cell in rows[position] if cell is not None)


def _is_code_row(row: Row) -> bool:
    """A row of Qualtrics import codes, or of column numbers such as (1) (2) (3)."""
    if _is_import_codes(row):
        return True
    filled = [trimmed(cell) for cell in row if cell is not None]
    bare = [text.strip("()") for text in filled]
    enough = len(bare) >= (COUNTED_IN_BRACKETS if _in_brackets(row) else COUNTED)
    return enough and len(bare) == len(row) and bare[0] == "1" and is_counting(bare)


def _is_import_codes(row: Row) -> bool:
    filled = [trimmed(cell).lower().replace(" ", "") for cell in row if cell is not None]
    return bool(filled) and all(text.startswith(IMPORT_CODE) for text in filled)


def _in_brackets(row: Row) -> bool:
    """A row such as "(name), (years), (1-5)"."""
    filled = [trimmed(cell) for cell in row if cell is not None]
    return len(filled) > 1 and all(text.startswith("(") and text.endswith(")") for text in filled)


def _is_numbering(row: Row) -> bool:
    """A row such as "No, 1, 2, 3, 4" or "No, 1, 2, 3, 1, 2": question numbers as column names."""
    numbers = [trimmed(cell) for cell in row if is_value(cell)]
    if len(numbers) < NUMBERED_QUESTIONS or not all(text.isdecimal() and len(text) < 4 for text in numbers):
        return False
    if is_counting(numbers):
        return True
    starts = [i for i, text in enumerate(numbers) if text == "1"]
    parts = [numbers[a:b] for a, b in pairwise([*starts, len(numbers)])]
    return starts[:1] == [0] and all(len(part) >= 2 and is_counting(part) for part in parts)


def _votes(rows: list[Row], position: int) -> Votes:
    row = rows[position]
    below = [other for other in rows[position + 1 : position + 1 + ROWS_COMPARED] if other != row]
    header = data = 0
    for column, cell in enumerate(row):
        if cell is None:
            continue
        verdict = _verdict(trimmed(cell), is_value(cell), [other[column] for other in below])
        header += verdict == "header"
        data += verdict == "data"
    return Votes(header, data)


def _verdict(text: str, value: bool, below: Sequence[Cell]) -> str:
    """What one cell says about its row, given the cells below it: "header", "data" or ""."""
    cells = [cell for cell in below if cell is not None]
    if not cells:
        return ""
    values = sum(is_value(cell) for cell in cells)
    if values >= 0.8 * len(cells):
        return "data" if value and not _far_above(text, cells) else "header"
    words = {str(cell).strip().casefold() for cell in cells}
    if text.casefold() in words:
        return "data"
    repetitive = len(cells) >= 5 and len(words) <= 0.5 * len(cells)
    return "header" if repetitive and not value else ""


def _far_above(text: str, cells: Sequence[Cell]) -> bool:
    """Whether a number such as the year 2021 is far larger than all those below it."""
    number = as_number(text)
    below = [value for cell in cells if (value := as_number(cell)) is not None]
    return number is not None and len(below) > 1 and number > 100 * max(map(abs, below))


def _is_group_row(sheet: Sheet, position: int) -> bool:
    """Whether the row above a header names groups of its columns, rather than being a title."""
    if sheet.row_numbers[position + 1] - sheet.row_numbers[position] != 1:
        return False
    row = sheet.rows[position]
    width = len(row)
    spans = [merge for merge in sheet.remarks.merged if merge.top == sheet.row_numbers[position] - 1]
    if spans:
        return any(merge.right - merge.left + 1 < 0.9 * width for merge in spans) and _filled(row) > 1
    places = [column for column, cell in enumerate(row) if cell is not None]
    if len(places) < 2 or any(is_value(row[column]) for column in places):
        return False
    return places[-1] - places[0] + 1 > len(places) and places[-1] >= 2


def _header(sheet: Sheet, first: int, after: int) -> Header:
    layers = [row for row in sheet.rows[first:after] if not _is_code_row(row)]
    codes = after - first - len(layers)
    numbers = [sheet.row_numbers[i] for i in range(first, after) if not _is_code_row(sheet.rows[i])]
    spread = [
        _spread(layer, number - 1, layers[depth + 1 :], sheet)
        for depth, (layer, number) in enumerate(zip(layers, numbers, strict=True))
    ]
    width = len(sheet.rows[0]) if sheet.rows else 0
    names = tuple(_joined([layer[column] for layer in spread]) for column in range(width))
    notices = []
    if first:
        notices.append(Notice("title_rows_skipped", details={"n": first}))
    if len(layers) > 1:
        notices.append(Notice("header_rows_joined", details={"n": len(layers), "example": _example(names)}))
    if codes:
        notices.append(Notice("code_rows_dropped", details={"n": codes}))
    return Header(first, after, names, tuple(notices))


def _without_header(sheet: Sheet, first: int) -> Header:
    """Columns named by their letters, because the first row already is an answer."""
    names = tuple(column_letter(sheet.first_column + j) for j in range(len(sheet.rows[0])))
    notices = [Notice("title_rows_skipped", details={"n": first})] if first else []
    notices.append(Notice("no_header", "warning"))
    return Header(first, first, names, tuple(notices))


def _spread(layer: Row, row: int, below: list[Row], sheet: Sheet) -> list[str]:
    """Texts of one header row, a merged cell's text in each column it covers.

    Where the container tells nothing of merged cells, a text reaches to the next one as long as
    the rows below name the columns.
    """
    texts = [trimmed(cell) for cell in layer]
    merged = [merge for merge in sheet.remarks.merged if merge.top <= row <= merge.bottom]
    if merged:
        return _spread_over(texts, row, merged, sheet.first_column)
    if not below:
        return texts
    for column in range(1, len(texts)):
        if not texts[column] and texts[column - 1] and any(other[column] is not None for other in below):
            texts[column] = texts[column - 1]
    return texts


def _spread_over(texts: list[str], row: int, merged: list[MergedRange], left: int) -> list[str]:
    for merge in merged:
        start = merge.left - left
        if merge.top == row and 0 <= start < len(texts):
            stop = min(merge.right - left + 1, len(texts))
            texts[start:stop] = [texts[start]] * (stop - start)
    return texts


def _joined(texts: list[str]) -> str:
    """ "A - B" of the header rows' texts, each once."""
    return " - ".join(dict.fromkeys(text for text in texts if text))


def _example(names: tuple[str, ...]) -> str:
    return next((name for name in names if " - " in name), names[0] if names else "")[:120]

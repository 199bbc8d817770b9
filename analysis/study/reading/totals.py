"""Rows and columns that sum up others: left out of the respondents, or pointed out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.study.notice import Notice
from analysis.study.reading.cells import as_number, is_value, trimmed
from analysis.study.reading.sheet import Row
from analysis.study.table import Cell

TOTAL_WORDS = re.compile(
    r"(?:sub|grand)?[ -]?total\b.*|jumlah\b.*|jml\b.*|sum|rata[ -]?rata\b.*|rerata\b.*|rataan\b.*|mean\b.*"
    r"|average\b.*|avg\b.*|n|n valid|valid n.*|median|modus|mode|maks(?:imum)?|max(?:imum)?|min(?:imum)?|count|std\.? ?dev.*"
    r"|standar deviasi|simpangan baku|varians?|variance|persen(?:tase)?|percent(?:age)?|skor (?:total|ideal|maks\w*)"
    r"|r[ -]?(?:hitung|tabel|table)|valid(?:itas)?|tcr|kesimpulan",
    re.IGNORECASE,
)
REMARK_WORDS = re.compile(r"(?:keterangan|ket\b|catatan|sumber|notes?\b|source|legend|\*)", re.IGNORECASE)
LONGEST_FOOTER = 30
NEEDED_COLUMNS = 3
NEEDED_ROWS = 3
NEEDED_WIDTH = 4
COLUMNS_CHECKED = 8
ROWS_CHECKED = 50_000
ROWS_ADDED_UP = 40
ROWS_SAMPLED = 100
LONGEST_SUM = 60


@dataclass(frozen=True, slots=True)
class Footer:
    """How many rows at the end are not respondents, by reason."""

    totals: int
    remarks: int

    @property
    def size(self) -> int:
        return self.totals + self.remarks


def find_footer(rows: Sequence[Row], row_numbers: Sequence[int]) -> Footer:
    """Rows of totals, averages and remarks that end a table of respondents."""
    end = len(rows)
    apart_from = _first_apart(row_numbers)
    totals = remarks = 0
    while end > 1 and totals + remarks < LONGEST_FOOTER:
        row, above = rows[end - 1], rows[: end - 1]
        if _is_total(row, above):
            totals += 1
        elif _is_remark(row, above, apart=totals > 0 or end - 1 >= apart_from):
            remarks += 1
        else:
            break
        end -= 1
    return Footer(totals, remarks)


def find_subtotals(rows: Sequence[Row]) -> list[int]:
    """Positions of rows between respondents that are named as totals or means and add up the rows above.

    A subtotal adds up the rows since the one before it; a running one all rows above it.
    """
    found: list[int] = []
    for position, row in enumerate(rows):
        texts = [cell for cell in row if isinstance(cell, str) and as_number(cell) is None]
        if len(texts) != 1 or not TOTAL_WORDS.fullmatch(trimmed(texts[0]).rstrip(" :=")):
            continue
        numbers = {j: value for j, cell in enumerate(row) if (value := as_number(cell)) is not None}
        since = rows[found[-1] + 1 if found else 0 : position]
        people = [rows[i] for i in range(position) if i not in found] if found else since
        if _aggregates(numbers, since) or (people is not since and _aggregates(numbers, people)):
            found.append(position)
    return found


def _first_apart(row_numbers: Sequence[int]) -> int:
    """Position of the first row below a blank row, looking at the last few rows only."""
    for position in range(max(1, len(row_numbers) - LONGEST_FOOTER), len(row_numbers)):
        if row_numbers[position] - row_numbers[position - 1] > 1:
            return position
    return len(row_numbers)


def _is_total(row: Row, above: Sequence[Row]) -> bool:
    """A row with a total's name beside numbers, or numbers that sum up or average those above."""
    numbers = {j: value for j, cell in enumerate(row) if (value := as_number(cell)) is not None}
    words = [trimmed(cell) for j, cell in enumerate(row) if cell is not None and j not in numbers]
    named = bool(words) and TOTAL_WORDS.fullmatch(words[0].rstrip(" :=")) is not None
    if not numbers:
        return (named or _is_verdict(words)) and _clashing(row, above) >= NEEDED_COLUMNS
    few_texts = len(set(words[1:])) <= 2  # such as "Valid" under each item
    if named and few_texts and not _fits_in(row, above) and not _is_namesake(row, numbers, above):
        return True
    return len(words) <= 1 and _aggregates(numbers, above)


def _is_namesake(row: Row, numbers: dict[int, float], above: Sequence[Row]) -> bool:
    """Whether a row is of a respondent whose name says total, such as Max or Sum.

    It is as full as other rows, its numbers lie among those above and are no statistic of them.
    """
    if row.count(None) > max(other.count(None) for other in above[:ROWS_SAMPLED]):
        return False
    statistics, checked = [0] * 4, 0
    for column in list(numbers)[-COLUMNS_CHECKED:]:
        cells = sorted(number for other in above if (number := as_number(other[column])) is not None)
        if cells and numbers[column] == cells[-1] + 1 and len(set(cells)) == len(cells):
            continue  # a running number
        checked += 1
        if not cells or not cells[0] <= numbers[column] <= cells[-1] or not numbers[column].is_integer():
            return False
        usual = Counter(cells).most_common(1)[0][0]
        for which, value in enumerate((cells[0], cells[-1], cells[len(cells) // 2], usual)):
            statistics[which] += numbers[column] == value
    return max(statistics) < checked


def _fits_in(row: Row, above: Sequence[Row]) -> bool:
    """Whether the row's texts all occur higher up too, as those of a respondent would."""
    texts = [(j, cell) for j, cell in enumerate(row) if isinstance(cell, str) and as_number(cell) is None]
    return all(any(other[j] == cell for other in above) for j, cell in texts)


def _aggregates(numbers: dict[int, float], above: Sequence[Row]) -> bool:
    """Whether nearly all of the first columns hold the sum, or nearly all the mean, of the cells above."""
    if len(numbers) < NEEDED_COLUMNS or not NEEDED_ROWS <= len(above) <= ROWS_CHECKED:
        return False
    sums = means = checked = 0
    for column, value in numbers.items():
        cells = [number for row in above if (number := as_number(row[column])) is not None]
        if len(cells) < NEEDED_ROWS or len(set(cells)) < 2:
            continue
        checked += 1
        sums += abs(sum(cells) - value) <= 1e-6 * max(1.0, abs(value))
        means += abs(sum(cells) / len(cells) - value) <= 0.006 and not value.is_integer()
        if checked == COLUMNS_CHECKED or (checked == NEEDED_COLUMNS and not sums and not means):
            break
    return checked >= NEEDED_COLUMNS and max(sums, means) >= 0.8 * checked


def _is_remark(row: Row, above: Sequence[Row], apart: bool) -> bool:
    """A row below a wide table that is no respondent: set apart or named as a remark.

    It holds a single text, or no more than half of the usual cells with some of another kind than
    their columns (a second table below the first).
    """
    filled = [cell for cell in row if cell is not None]
    sample = above[:ROWS_SAMPLED]
    usual = sum(len(other) - other.count(None) for other in sample) / len(sample)
    if usual < NEEDED_WIDTH or 2 * len(filled) > usual:
        return False
    if len(filled) == 1 and not is_value(filled[0]):
        return apart or REMARK_WORDS.match(trimmed(filled[0])) is not None
    return apart and _clashing(row, above) > 0


def _is_verdict(words: list[str]) -> bool:
    """A row such as "Keterangan, Valid, Valid, Tidak Valid": a label and few different texts."""
    return (
        len(words) > NEEDED_COLUMNS and REMARK_WORDS.match(words[0]) is not None and len(set(words[1:])) <= 2
    )


def _clashing(row: Row, above: Sequence[Row]) -> int:
    """How many cells of a row are of another kind than their columns."""
    sample = above[:ROWS_SAMPLED]
    return sum(
        _clashes(cell, [other[j] for other in sample]) for j, cell in enumerate(row) if cell is not None
    )


def _clashes(cell: Cell, column: Sequence[Cell]) -> bool:
    """Whether a cell is a word in a column of numbers or a number in a column of words."""
    cells = [is_value(other) for other in column if other is not None]
    if not cells:
        return False
    share = sum(cells) / len(cells)
    return share <= 0.2 if is_value(cell) else share >= 0.8


def total_columns(headers: Sequence[str], columns: Sequence[Sequence[Cell]]) -> tuple[Notice, ...]:
    """A notice naming columns that hold the sum or mean of numeric columns right before them."""
    numbers = [[as_number(cell) for cell in column[:ROWS_ADDED_UP]] for column in columns]
    found: list[int] = []
    for column, header in enumerate(headers):
        if _sums_up(numbers, column, header, frozenset(found)):
            found.append(column)
    if not found:
        return ()
    names = tuple(headers[column] for column in found)
    return (Notice("total_columns", "warning", details={"n": len(names), "columns": names[:20]}),)


def _sums_up(numbers: list[list[float | None]], column: int, header: str, totals: frozenset[int]) -> bool:
    """Whether a column is the sum of two or more columns that end just before it, `totals` skipped.

    A mean only counts in a column named so, and a sum of two likewise: copied items agree by chance.
    """
    own = [(i, value) for i, value in enumerate(numbers[column]) if value is not None]
    if len(own) < NEEDED_ROWS or len({value for _, value in own}) < 2:
        return False
    values = [value for _, value in own]
    named = any(TOTAL_WORDS.fullmatch(word) for word in (header, header.split()[-1]))
    running, count = [0.0] * len(own), 0
    for first in range(column - 1, max(-1, column - 1 - LONGEST_SUM), -1):
        if first in totals:
            continue
        for position, (row, _) in enumerate(own):
            part = numbers[first][row]
            if part is None:
                return False
            running[position] += part
        count += 1
        if count >= (2 if named else 3) and _agrees(running, values, count, named):
            return True
    return False


def _agrees(sums: list[float], values: list[float], count: int, as_mean: bool) -> bool:
    pairs = list(zip(sums, values, strict=True))
    if all(abs(total - value) <= 1e-6 * max(1.0, abs(value)) for total, value in pairs):
        return True
    return as_mean and all(abs(total / count - value) <= 0.0051 for total, value in pairs)

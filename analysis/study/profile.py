"""One pass over a column: how often each distinct cell occurs. Everything after works on these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from analysis.study.header_parts import HeaderParts, parse_header, with_two_digit_sections
from analysis.study.numbers import NumberReading, is_no_answer, read_numbers
from analysis.study.spanning_heads import with_spanning_heads
from analysis.study.table import Cell, CellTable
from analysis.study.wording import cell_text, words

MOST_DISTINCT = 5000
"""Of a column with more distinct cells only the first so many are looked at to understand it."""


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Distinct cells of one column, at most 5,000 of them.

    texts: trimmed text -> cells, empty cells left out. numbers: distinct number -> cells.
    reading: all cells of a column of numbers. answered: cells counted in `texts` that hold something
    other than "no answer". words: the header's words.
    """

    header: str
    position: int
    parts: HeaderParts
    words: tuple[str, ...]
    texts: Mapping[str, int]
    numbers: Mapping[float, int]
    reading: NumberReading
    answered: int

    @property
    def number_share(self) -> float:
        """Share of the answered cells that are numbers."""
        return sum(self.numbers.values()) / self.answered if self.answered else 0.0

    @property
    def categories(self) -> Mapping[str, int]:
        """Texts without those that say "no answer"."""
        return {text: n for text, n in self.texts.items() if not is_no_answer(text)}


def profile_columns(table: CellTable) -> tuple[ColumnProfile, ...]:
    """Profiles of all columns, in the order of the file. Cost linear in the cells."""
    parsed = [parse_header(header) for header in table.headers]
    parts = with_two_digit_sections(with_spanning_heads(table.headers, parsed))
    return tuple(
        _profile(header, position, part, cells)
        for position, (header, part, cells) in enumerate(
            zip(table.headers, parts, table.columns, strict=True)
        )
    )


def _profile(header: str, position: int, parts: HeaderParts, cells: tuple[Cell, ...]) -> ColumnProfile:
    every = Counter(cells)
    counts = every if len(every) <= MOST_DISTINCT else dict(islice(every.items(), MOST_DISTINCT))
    reading = read_numbers(counts)
    if len(reading.values) > len(reading.unread) and len(every) > MOST_DISTINCT:
        reading = read_numbers(every)
    texts: dict[str, int] = {}
    numbers: dict[float, int] = {}
    for cell, n in counts.items():
        if text := cell_text(cell):
            texts[text] = texts.get(text, 0) + n
        if cell in reading.values:
            value = reading.values[cell]
            numbers[value] = numbers.get(value, 0) + n
    missing = sum(texts.get(text, 0) for text in set(reading.missing))
    return ColumnProfile(
        header=header,
        position=position,
        parts=parts,
        words=words(header),
        texts=texts,
        numbers=numbers,
        reading=reading,
        answered=sum(texts.values()) - missing,
    )

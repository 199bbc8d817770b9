"""What a single cell looks like, as far as layout needs to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.study.table import Cell

NUMBER = re.compile(r"[-+]?\d{1,15}(?:[.,]\d+)?")
CLOCK_WORDS = re.compile(r"\b(?:AM|PM|[ap]\.m\.|GMT|UTC|WIB|WITA|WIT)\b|(?<=\d)[TZ](?=\d|$)", re.IGNORECASE)
LONGEST_VALUE = 40


def as_number(cell: Cell) -> float | None:
    """The number in a cell, also when written as text with a decimal point or comma; else None."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = cell.strip()
    if NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def is_value(cell: Cell) -> bool:
    """True for a number, a date or a truth value, also written as text: anything but words."""
    if not isinstance(cell, str):
        return cell is not None
    text = CLOCK_WORDS.sub("", cell[: LONGEST_VALUE + 1]).strip()
    return (
        len(cell) <= LONGEST_VALUE
        and any(letter.isdigit() for letter in text)
        and not any(letter.isalpha() for letter in text)
    )


def trimmed(cell: Cell) -> str:
    """The cell as one line of text without surrounding space; "" when it is empty."""
    return "" if cell is None else " ".join(str(cell).split())


def is_counting(texts: Sequence[str]) -> bool:
    """True for texts such as 1, 2, 3: whole numbers that rise by one."""
    if not texts or not all(text.isdecimal() and len(text) < 9 for text in texts):
        return False
    return all(int(b) - int(a) == 1 for a, b in pairwise(texts))

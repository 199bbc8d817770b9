"""What a single cell looks like, as far as layout needs to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from analysis.study.table import Cell

NUMBER = re.compile(r"[-+]?\d{1,15}(?:[.,]\d+)?")
CLOCK_WORDS = re.compile(r"\b(?:AM|PM|[ap]\.m\.|GMT|UTC|WIB|WITA|WIT)\b|(?<=\d)[TZ](?=\d|$)", re.IGNORECASE)
LONGEST_VALUE = 40
REMEMBERED = 4096


def as_number(cell: Cell) -> float | None:
    """The number in a cell, also when written as text with a decimal point or comma; else None."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell)
    return _number_of(cell) if len(cell) <= LONGEST_VALUE else _number_of.__wrapped__(cell)


@lru_cache(maxsize=REMEMBERED)
def _number_of(text: str) -> float | None:
    """Remembered, as questionnaires repeat a few short answers in all their cells."""
    plain = text.strip()
    return float(plain.replace(",", ".")) if NUMBER.fullmatch(plain) else None


def is_value(cell: Cell) -> bool:
    """True for a number, a date or a truth value, also written as text: anything but words."""
    if not isinstance(cell, str):
        return cell is not None
    return len(cell) <= LONGEST_VALUE and _is_value(cell)


@lru_cache(maxsize=REMEMBERED)
def _is_value(text: str) -> bool:
    plain = CLOCK_WORDS.sub("", text).strip()
    return any(letter.isdigit() for letter in plain) and not any(letter.isalpha() for letter in plain)


def trimmed(cell: Cell) -> str:
    """The cell as one line of text without surrounding space; "" when it is empty."""
    return "" if cell is None else " ".join(str(cell).split())


def is_counting(texts: Sequence[str]) -> bool:
    """True for texts such as 1, 2, 3: whole numbers that rise by one."""
    if not texts or not all(text.isdecimal() and len(text) < 9 for text in texts):
        return False
    return all(int(b) - int(a) == 1 for a, b in pairwise(texts))

"""What a printed sentence says, read back: its numbers, whether it claims significance, its direction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.reporting.language import MINUS

NUMBER = re.compile(rf"{MINUS}?\d[\d.]*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """`relation` is the comparison sign between statistic and critical value, "" where there is none."""

    significant: bool
    relation: str
    numbers: tuple[float, ...]


def numbers_in(text: str) -> tuple[float, ...]:
    """All numbers of an Indonesian sentence, decimal comma, thousands with points."""
    found = (match.strip(".").replace(".", "").replace(",", ".") for match in NUMBER.findall(text))
    return tuple(float(number.replace(MINUS, "-")) for number in found)


def claim(text: str) -> Claim:
    """Read an Indonesian decision sentence."""
    negated = "tidak ditemukan" in text.lower() or "tidak berpengaruh" in text or "tidak berbeda" in text
    relation = ">" if " > " in text else "≤" if " ≤ " in text else ""
    return Claim(not negated, relation, numbers_in(text))


def says(value: float, text: str, decimals: int = 3) -> bool:
    """Whether a number stands in the sentence, as it is printed."""
    return any(abs(number - value) <= 0.5000001 * 10.0**-decimals for number in numbers_in(text))

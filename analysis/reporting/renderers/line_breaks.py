"""Where a line must not break: a statistic, its relation sign and its value are read as one."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_BEFORE_RELATION = re.compile(r" (?=[=<>≤≥] )")
_BEFORE_VALUE = re.compile(rf"(?<={NO_BREAK_SPACE}[=<>≤≥]) (?=\W?\d)")
_IN_DIFFERENCE = re.compile(r"(?<=\b[Nk4]) − (?=[kd\d])")
_BETWEEN_BARS = re.compile(r"(?<=\|\w) (?=\w+\|)")
_BEFORE_LEVEL = re.compile(r"(?<=\b(?:CI|IK)) (?=\d)")
_AFTER_LETTER = re.compile(r"(?<=\b\w) (?=\w)")
_BEFORE_LETTER = re.compile(r"(?<=\S) (?=\w$)")


def letters_attached(text: str) -> str:
    """ "t or F", "R Square", "Quartile 1": no word of one letter stands alone on its line."""
    return _BEFORE_LETTER.sub(NO_BREAK_SPACE, _AFTER_LETTER.sub(NO_BREAK_SPACE, text))


def kept_together(text: str) -> str:
    """ "Sig. = 0,002", "N − k − 1", "|t hitung|" and "CI 95%" with no-break spaces; other words as they are."""
    text = _BEFORE_RELATION.sub(NO_BREAK_SPACE, text)
    text = _BEFORE_VALUE.sub(NO_BREAK_SPACE, text)
    text = _IN_DIFFERENCE.sub(f"{NO_BREAK_SPACE}−{NO_BREAK_SPACE}", text)
    text = _BETWEEN_BARS.sub(NO_BREAK_SPACE, text)
    return _BEFORE_LEVEL.sub(NO_BREAK_SPACE, text)

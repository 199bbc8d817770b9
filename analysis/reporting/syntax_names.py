"""The study's own names and level of confidence as SPSS and R accept them, for "How this is computed"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPSS_RESERVED = frozenset(
    ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"]
)
_SPSS_REFUSED = re.compile(r"[^A-Za-z0-9_.]+")
_SPSS_LENGTH = 64
_R_SYNTACTIC = re.compile(r"(?:[A-Za-z]|\.(?![0-9]))[A-Za-z0-9._]*")
_R_RESERVED = frozenset(
    [
        "if",
        "else",
        "repeat",
        "while",
        "function",
        "for",
        "next",
        "break",
        "TRUE",
        "FALSE",
        "NULL",
        "Inf",
        "NaN",
        "NA",
        "in",
    ]
) | {"NA_integer_", "NA_real_", "NA_character_"}


def spss_name(name: str) -> str:
    """The name as SPSS allows one: a letter first, then letters, digits, dots and underscores."""
    cleaned = _SPSS_REFUSED.sub("_", name).strip("._")[:_SPSS_LENGTH].rstrip("._") or "V"
    return f"V_{cleaned}" if not cleaned[0].isalpha() or cleaned.upper() in _SPSS_RESERVED else cleaned


def spss_names(names: Iterable[str]) -> str:
    """A list of variables, separated by blanks."""
    return " ".join(spss_name(name) for name in names)


def r_name(name: str) -> str:
    """The name as R reads it in a formula or after `$`: between backticks unless it is syntactic."""
    one_line = " ".join(name.split())
    if _R_SYNTACTIC.fullmatch(one_line) and one_line not in _R_RESERVED:
        return one_line
    escaped = one_line.replace("\\", "\\\\").replace("`", "\\`")
    return f"`{escaped}`"


def r_sum(names: Iterable[str]) -> str:
    """The right-hand side of a model formula."""
    return " + ".join(r_name(name) for name in names)


def r_strings(names: Iterable[str]) -> str:
    """A character vector: c("A", "B")."""
    quoted = (" ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"') for name in names)
    return "c(" + ", ".join(f'"{name}"' for name in quoted) + ")"


def share_level(alpha: float) -> str:
    """The level of confidence as a share with a decimal point: 0.95 for an alpha of 0.05."""
    return f"{1 - alpha:.12g}"


def percent_level(alpha: float) -> str:
    """The level of confidence in percent with a decimal point: 95 for an alpha of 0.05."""
    return f"{100 * (1 - alpha):.12g}"

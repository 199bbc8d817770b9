"""Short names: unique, readable in a table, never a reserved word."""

from __future__ import annotations

from collections.abc import Container

from analysis.study.codebook_validation import RESERVED_NAMES


def distinct(name: str, taken: Container[str]) -> str:
    """`name`, or "name (2)", "name (3)", ... until it is neither taken nor reserved."""
    candidate, number = name, 2
    while candidate in taken or candidate.casefold() in RESERVED_NAMES:
        candidate = f"{name} ({number})"
        number += 1
    return candidate

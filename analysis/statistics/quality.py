"""Response quality: answers that look careless or impossible. Nothing is removed by it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FlaggedRow:
    """`row` is the row of the spreadsheet; `flags` are codes: straight_line, duplicate, out_of_range, missing."""

    row: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualityResult:
    """Numbers of respondents with each flag; `missing_share` is 0 to 1 of all item cells; `n` respondents."""

    n: int
    straight_liners: int
    duplicates: int
    out_of_range: int
    missing_share: float | None
    flagged: tuple[FlaggedRow, ...]

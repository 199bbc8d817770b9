"""Who answered: counts and shares of every demographic and group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """One category. Percentages are 0 to 100; `ci_low` and `ci_high` bound `valid_percent` (Wilson)."""

    category: str
    n: int
    percent: float
    valid_percent: float | None
    cumulative_percent: float | None
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class ColumnCounts:
    """One demographic or group: `n` answered, `missing` did not."""

    n: int
    missing: int
    categories: tuple[CategoryCount, ...]


@dataclass(frozen=True, slots=True)
class RespondentsResult:
    """Keys of `columns` are short names, in codebook order."""

    columns: dict[str, ColumnCounts]

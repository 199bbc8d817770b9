"""Respondents that pull a regression more than others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InfluentialCase:
    """One flagged respondent; `row` is the row of the spreadsheet."""

    row: int
    cook: float
    studentized_deleted: float


@dataclass(frozen=True, slots=True)
class Influence:
    """Cases with Cook's distance above `cook_cut` (4/n) or |studentised deleted residual| above 3."""

    n: int
    max_cook: float
    cook_cut: float
    flagged: tuple[InfluentialCase, ...]

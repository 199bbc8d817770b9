"""Descriptive statistics of items, scales and dimensions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemDescription:
    """One item after reversal.

    `counts` maps each answer ("1", "2", ...) to how many gave it; `tcr` (respondent achievement
    level) is 100 * mean / highest declared answer; `category` is one of CATEGORIES.
    """

    n: int
    missing: int
    mean: float | None
    sd: float | None
    min: float | None
    max: float | None
    counts: dict[str, int]
    tcr: float | None
    category: str | None
    q1: float | None
    median: float | None
    q3: float | None
    skewness: float | None
    kurtosis: float | None


@dataclass(frozen=True, slots=True)
class ScaleDescription:
    """One scale or dimension score; `item_mean` is its mean per item, None for a score held by the file."""

    n: int
    missing: int
    mean: float | None
    sd: float | None
    min: float | None
    max: float | None
    item_mean: float | None
    category: str | None
    tcr: float | None
    q1: float | None
    median: float | None
    q3: float | None
    skewness: float | None
    kurtosis: float | None


@dataclass(frozen=True, slots=True)
class DescriptivesResult:
    """Keys are short names of items, names of scales, names of dimensions, in codebook order."""

    items: dict[str, ItemDescription]
    scales: dict[str, ScaleDescription]
    dimensions: dict[str, ScaleDescription]

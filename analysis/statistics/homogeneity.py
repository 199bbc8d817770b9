"""Whether groups have equal variances."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Levene:
    """Levene's test: analysis of variance of absolute deviations from the group centre."""

    f: float
    df1: int
    df2: int
    p: float

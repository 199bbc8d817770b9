"""Comparison of two groups by ranks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MannWhitney:
    """Mann-Whitney test as SPSS prints it.

    u: the smaller of both; w: rank sum of the group with the lower mean rank; z: tie-corrected,
    without continuity correction, never positive. rank_biserial: 2 U1 / (n1 n2) - 1, positive when
    the first level is higher; its interval is a percentile bootstrap within groups, None above
    10,000 respondents. mean_ranks: keyed by level.
    """

    u: float
    w: float
    z: float
    p: float
    rank_biserial: float
    rank_biserial_ci_low: float | None
    rank_biserial_ci_high: float | None
    mean_ranks: dict[str, float]

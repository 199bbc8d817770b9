"""One-way analysis of variance for three or more groups, with all pairwise comparisons."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.homogeneity import Levene
from analysis.statistics.unavailable import Unavailable
from analysis.study.notice import Notice


@dataclass(frozen=True, slots=True)
class LevelStatistics:
    n: int
    mean: float
    sd: float | None
    se: float | None


@dataclass(frozen=True, slots=True)
class WelchAnova:
    """Welch's (1951) test, which does not assume equal variances."""

    f: float
    df1: int
    df2: float
    p: float


@dataclass(frozen=True, slots=True)
class PairComparison:
    """Mean of level `a` minus mean of level `b`, levels in their order, with simultaneous interval."""

    a: str
    b: str
    difference: float
    se: float
    p: float
    ci_low: float
    ci_high: float


@dataclass(frozen=True, slots=True)
class OnewayAnova:
    """One scale between the levels of one column; levels of fewer than two are in `left_out`."""

    n: int
    dropped: int
    groups: dict[str, LevelStatistics]
    left_out: tuple[str, ...]
    ss_between: float
    df_between: int
    ms_between: float
    ss_within: float
    df_within: int
    ms_within: float
    ss_total: float
    f: float
    p: float
    eta2: float
    omega2: float
    levene: Levene | Unavailable
    brown_forsythe: Levene | Unavailable
    welch: WelchAnova | Unavailable
    tukey: tuple[PairComparison, ...]
    games_howell: tuple[PairComparison, ...] | Unavailable
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class OnewayResult:
    """`columns`: demographic or group with three or more levels -> scale -> analysis."""

    columns: dict[str, dict[str, OnewayAnova | Unavailable]]

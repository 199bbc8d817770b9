"""Comparison of two groups, by default with Welch's test."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.homogeneity import Levene
from analysis.statistics.rank_tests import MannWhitney
from analysis.statistics.covariance_analysis import AdjustedDifference
from analysis.statistics.unavailable import Unavailable
from analysis.study.notice import Notice


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    n: int
    mean: float
    sd: float
    se: float


@dataclass(frozen=True, slots=True)
class MeanDifference:
    """t test of the mean of the first level minus that of the second, with its interval."""

    t: float
    df: float
    p: float
    difference: float
    se: float
    ci_low: float
    ci_high: float


@dataclass(frozen=True, slots=True)
class HedgesG:
    """Hedges's (1981) g with the exact gamma correction and its noncentral-t interval."""

    value: float
    ci_low: float
    ci_high: float


@dataclass(frozen=True, slots=True)
class VariableComparison:
    """One scale compared between both levels.

    permutation_p: permutation test of the mean difference, where a group is below ten, else None.
    ancova: difference adjusted for the other scales of the model (members select themselves).
    """

    n: int
    dropped: int
    groups: dict[str, GroupStatistics]
    levene: Levene
    brown_forsythe: Levene
    student: MeanDifference
    welch: MeanDifference
    cohen_d: float
    hedges_g: HedgesG
    mann_whitney: MannWhitney | Unavailable
    permutation_p: float | None
    ancova: AdjustedDifference | Unavailable
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """`variables` is keyed by scale; differences are first of `levels` minus second."""

    group: str
    levels: tuple[str, str]
    alpha: float
    variables: dict[str, VariableComparison | Unavailable]

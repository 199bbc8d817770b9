"""Whether groups have equal variances."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import f_upper_p
from analysis.statistics.grouped_values import GroupedValues, group_values


@dataclass(frozen=True, slots=True)
class Levene:
    """Analysis of variance of absolute deviations from the group centre; f and p are nan where all
    deviations of each group are of one size.
    """

    f: float
    df1: int
    df2: int
    p: float


def levene(groups: GroupedValues) -> Levene:
    """Levene's (1960) test, centred on the group means, as SPSS prints it."""
    return _spread_test(np.abs(groups.deviations), groups.codes)


def brown_forsythe(groups: GroupedValues) -> Levene:
    """The same centred on the group medians (Brown and Forsythe, 1974)."""
    medians = np.array([np.median(groups.group(code)) for code in range(groups.counts.size)])
    return _spread_test(np.abs(groups.values - medians[groups.codes]), groups.codes)


def _spread_test(spread: np.ndarray, codes: np.ndarray) -> Levene:
    grouped = group_values(spread, codes)
    df1, df2 = grouped.counts.size - 1, grouped.n - grouped.counts.size
    within = float(grouped.ss.sum())
    if within <= 1e-24 * float(spread @ spread):
        return Levene(math.nan, df1, df2, math.nan)
    between = float(grouped.counts @ np.square(grouped.centred_means))
    f = between / df1 / (within / df2)
    return Levene(f, df1, df2, f_upper_p(f, df1, df2))

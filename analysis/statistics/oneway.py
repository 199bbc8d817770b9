"""One-way analysis of variance for three or more groups, with all pairwise comparisons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis.statistics.distributions import f_upper_p, t_critical
from analysis.statistics.grouped_values import GroupedValues, group_values
from analysis.statistics.homogeneity import Levene, brown_forsythe, levene
from analysis.statistics.studentized_range import studentized_range_critical, studentized_range_p
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.notice import Notice
from analysis.study.preparation import Prepared

MOST_LEVELS = 20
"""Above this many levels (a free text, say) nothing is compared pair by pair."""

SMALL_GROUP = 10


@dataclass(frozen=True, slots=True)
class LevelStatistics:
    """One level: n, mean, standard deviation (n - 1), standard error of the mean and its t interval."""

    n: int
    mean: float
    sd: float | None
    se: float | None
    ci_low: float
    ci_high: float


@dataclass(frozen=True, slots=True)
class WelchAnova:
    """Welch's (1951) test, which does not assume equal variances."""

    f: float
    df1: int
    df2: float
    p: float


@dataclass(frozen=True, slots=True)
class PairComparison:
    """Mean of level `a` minus mean of level `b`, levels in their order, with simultaneous interval.

    `df`, `p` and the interval are nan for Games and Howell's comparison of two levels that do not vary.
    """

    a: str
    b: str
    difference: float
    se: float
    df: float
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
    levene: Levene
    brown_forsythe: Levene
    welch: WelchAnova | Unavailable
    tukey: tuple[PairComparison, ...]
    games_howell: tuple[PairComparison, ...] | Unavailable
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class OnewayResult:
    """`columns`: demographic or group with three or more levels -> scale -> analysis."""

    columns: dict[str, dict[str, OnewayAnova | Unavailable]]


@dataclass(frozen=True, slots=True)
class OnewayF:
    """Sums of squares between and within groups and their F test."""

    ss_between: float
    df_between: int
    ss_within: float
    df_within: int
    f: float
    p: float


def compute(prepared: Prepared) -> OnewayResult:
    """All scales and scores by every demographic and group with three or more levels in use.

    Raises NotPossible: "no_items" without any scale, "no_group_of_three".
    """
    if not prepared.scores:
        raise NotPossible("no_items")
    columns: dict[str, dict[str, OnewayAnova | Unavailable]] = {}
    for name, values in prepared.categories.items():
        used = set(values)
        levels = tuple(level for level in prepared.category_order[name] if level in used)
        if len(levels) > 2:
            place = {level: i for i, level in enumerate(levels)}
            codes = np.array([-1 if value is None else place.get(value, -1) for value in values])
            columns[name] = {
                scale: _analyse_scale(scores, codes, levels, prepared.codebook.settings.alpha)
                for scale, scores in prepared.scores.items()
            }
    if not columns:
        raise NotPossible("no_group_of_three")
    return OnewayResult(columns)


def _analyse_scale(
    scores: np.ndarray, codes: np.ndarray, levels: tuple[str, ...], alpha: float
) -> OnewayAnova | Unavailable:
    try:
        return analyse(scores, codes, levels, alpha)
    except NotPossible as refusal:
        return refusal.unavailable


def analyse(scores: np.ndarray, codes: np.ndarray, levels: tuple[str, ...], alpha: float) -> OnewayAnova:
    """One scale (n,) by (n,) codes, -1 for no level; missing scores are nan.

    Raises NotPossible: "too_many_levels" (levels, limit), "fewer_than_three_levels" where fewer than
    three levels have two respondents, "constant_level" where no score varies within its level.
    """
    if len(levels) > MOST_LEVELS:
        raise NotPossible("too_many_levels", levels=len(levels), limit=MOST_LEVELS)
    answered = np.isfinite(scores) & (codes >= 0)
    counts = np.bincount(codes[answered], minlength=len(levels))
    kept = np.flatnonzero(counts >= 2)
    if kept.size < 3:
        raise NotPossible("fewer_than_three_levels", levels=tuple(levels[i] for i in kept))
    used = answered & (counts[codes] >= 2)
    grouped = group_values(scores[used], np.searchsorted(kept, codes[used]))
    if not grouped.ss.any():
        raise NotPossible("constant_level")
    names = tuple(levels[i] for i in kept)
    left_out = tuple(level for level, count in zip(levels, counts, strict=True) if count < 2)
    return _analysis(grouped, names, left_out, int(scores.size - grouped.n), alpha)


def _analysis(
    grouped: GroupedValues,
    levels: tuple[str, ...],
    left_out: tuple[str, ...],
    dropped: int,
    alpha: float,
) -> OnewayAnova:
    test = f_test(grouped)
    ms_within = test.ss_within / test.df_within
    total = test.ss_between + test.ss_within
    constant = bool((grouped.ss == 0).any())
    return OnewayAnova(
        n=grouped.n,
        dropped=dropped,
        groups=_level_statistics(grouped, levels, alpha),
        left_out=left_out,
        ss_between=test.ss_between,
        df_between=test.df_between,
        ms_between=test.ss_between / test.df_between,
        ss_within=test.ss_within,
        df_within=test.df_within,
        ms_within=ms_within,
        ss_total=total,
        f=test.f,
        p=test.p,
        eta2=test.ss_between / total,
        omega2=(test.ss_between - test.df_between * ms_within) / (total + ms_within),
        levene=levene(grouped),
        brown_forsythe=brown_forsythe(grouped),
        welch=Unavailable("constant_level") if constant else welch(grouped),
        tukey=tukey(grouped, levels, alpha),
        games_howell=games_howell(grouped, levels, alpha),
        warnings=_small_levels(grouped, levels),
    )


def f_test(grouped: GroupedValues) -> OnewayF:
    """Fisher's (1925) analysis of variance; some number must differ from its group's mean."""
    df1, df2 = grouped.counts.size - 1, grouped.n - grouped.counts.size
    between = float(grouped.counts @ np.square(grouped.centred_means))
    within = float(grouped.ss.sum())
    f = between / df1 / (within / df2)
    return OnewayF(between, df1, within, df2, f, f_upper_p(f, df1, df2))


def _level_statistics(
    grouped: GroupedValues, levels: tuple[str, ...], alpha: float
) -> dict[str, LevelStatistics]:
    """The interval of each mean rests on the level's own variance (Student, 1908)."""
    deviation = np.sqrt(grouped.variances)
    errors = deviation / np.sqrt(grouped.counts)
    described = {}
    for j, level in enumerate(levels):
        n, mean, se = int(grouped.counts[j]), float(grouped.means[j]), float(errors[j])
        half = t_critical(alpha, n - 1) * se
        described[level] = LevelStatistics(n, mean, float(deviation[j]), se, mean - half, mean + half)
    return described


def welch(grouped: GroupedValues) -> WelchAnova:
    """Welch's (1951) F of two or more levels, of two respondents at least; every level must vary."""
    weight = grouped.counts / grouped.variances
    total = float(weight.sum())
    df1 = weight.size - 1
    centre = float(weight @ grouped.centred_means) / total
    between = float(weight @ np.square(grouped.centred_means - centre)) / df1
    spread = float((np.square(1 - weight / total) / (grouped.counts - 1)).sum())
    f = between / (1 + 2 * (df1 - 1) / (df1 * (df1 + 2)) * spread)
    df2 = df1 * (df1 + 2) / (3 * spread)
    return WelchAnova(f, df1, df2, f_upper_p(f, df1, df2))


def tukey(grouped: GroupedValues, levels: tuple[str, ...], alpha: float) -> tuple[PairComparison, ...]:
    """Tukey's (1953) comparisons with Kramer's (1956) standard error for unequal sizes."""
    a, b = _pairs(len(levels))
    df = grouped.n - len(levels)
    variance = float(grouped.ss.sum()) / df
    se = np.sqrt(variance * (1 / grouped.counts[a] + 1 / grouped.counts[b]))
    return _comparisons(grouped, levels, se, np.full(se.shape, float(df)), alpha)


def games_howell(
    grouped: GroupedValues, levels: tuple[str, ...], alpha: float
) -> tuple[PairComparison, ...] | Unavailable:
    """Games and Howell's (1976) comparisons, variances and df of each pair its own.

    Unavailable("constant_level") where no pair has a level that varies.
    """
    a, b = _pairs(len(levels))
    squared = grouped.variances / grouped.counts
    both = squared[a] + squared[b]
    if not both.any():
        return Unavailable("constant_level")
    spread = np.square(squared[a]) / (grouped.counts[a] - 1) + np.square(squared[b]) / (grouped.counts[b] - 1)
    df = np.divide(np.square(both), spread, out=np.full(both.shape, np.nan), where=both > 0)
    return _comparisons(grouped, levels, np.sqrt(both), df, alpha)


def _pairs(levels: int) -> tuple[np.ndarray, np.ndarray]:
    return np.triu_indices(levels, 1)


def _comparisons(
    grouped: GroupedValues, levels: tuple[str, ...], se: np.ndarray, df: np.ndarray, alpha: float
) -> tuple[PairComparison, ...]:
    """Pairs in level order; the studentised range takes the standard error over the root of two."""
    a, b = _pairs(len(levels))
    difference = grouped.centred_means[a] - grouped.centred_means[b]
    exists = np.isfinite(df)
    p, half = np.full(se.shape, np.nan), np.full(se.shape, np.nan)
    distance = np.abs(difference[exists]) / se[exists] * math.sqrt(2)
    p[exists] = studentized_range_p(distance, len(levels), df[exists])
    half[exists] = studentized_range_critical(alpha, len(levels), df[exists]) * se[exists] / math.sqrt(2)
    return tuple(
        PairComparison(
            a=first,
            b=second,
            difference=float(difference[j]),
            se=float(se[j]),
            df=float(df[j]),
            p=float(p[j]),
            ci_low=float(difference[j] - half[j]),
            ci_high=float(difference[j] + half[j]),
        )
        for j, (first, second) in enumerate(combinations(levels, 2))
    )


def _small_levels(grouped: GroupedValues, levels: tuple[str, ...]) -> tuple[Notice, ...]:
    return tuple(
        Notice("small_group", "warning", "oneway", {"level": level, "n": int(count)})
        for level, count in zip(levels, grouped.counts, strict=True)
        if count < SMALL_GROUP
    )

"""Comparison of two groups, by default with Welch's test."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from scipy import special

from analysis.statistics.bootstrap import MOST_RESPONDENTS
from analysis.statistics.covariance_analysis import AdjustedDifference, adjusted_difference
from analysis.statistics.distributions import noncentral_t_interval, t_critical, t_two_sided_p
from analysis.statistics.grouped_values import GroupedValues, group_values
from analysis.statistics.homogeneity import Levene, brown_forsythe, levene
from analysis.statistics.permutation import permutation_p
from analysis.statistics.rank_tests import MannWhitney, Resampling, mann_whitney
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.categories import matching_level
from analysis.study.codebook import Settings
from analysis.study.notice import Notice
from analysis.study.preparation import Prepared

SMALL_GROUP = 10
"""Below this size a permutation test stands beside the t tests."""


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    """One level: n, mean, standard deviation (n - 1) and standard error of the mean."""

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


@dataclass(frozen=True, slots=True)
class TwoGroups:
    """Who is in the first (n,) and in the second (n,) of two levels; bool, never both."""

    group: str
    levels: tuple[str, str]
    in_first: np.ndarray
    in_second: np.ndarray


def compute(prepared: Prepared) -> ComparisonResult:
    """Compare all scales and scores between the codebook's two group levels.

    Raises NotPossible as two_groups does, and "no_items" without any scale; a scale that cannot be compared
    is Unavailable.
    """
    if not prepared.scores:
        raise NotPossible("no_items")
    groups = two_groups(prepared)
    variables: dict[str, VariableComparison | Unavailable] = {}
    for name in prepared.scores:
        try:
            variables[name] = _compare_scale(prepared, groups, name)
        except NotPossible as refusal:
            variables[name] = refusal.unavailable
    alpha = prepared.codebook.settings.alpha
    return ComparisonResult(groups.group, groups.levels, alpha, variables)


def two_groups(prepared: Prepared) -> TwoGroups:
    """Members of the two levels, in the model's order or else the order of tables.

    Raises NotPossible: "no_group"; "one_group" (group, levels) where fewer than two levels have
    respondents; "more_than_two_groups" (group, levels) where the model does not say which two.
    """
    model = prepared.codebook.model
    if not model.group or model.group not in prepared.categories:
        raise NotPossible("no_group")
    known = prepared.category_order[model.group]
    wanted = tuple(matching_level(level, known) for level in model.group_levels) or known
    # Two spellings of one category are one level, which is not compared with itself.
    levels = tuple(level for level in dict.fromkeys(wanted) if level is not None)
    if len(levels) < 2:
        raise NotPossible("one_group", group=model.group, levels=levels)
    if len(levels) > 2:
        raise NotPossible("more_than_two_groups", group=model.group, levels=levels)
    categories = np.array(prepared.categories[model.group], dtype=object)
    pair = (levels[0], levels[1])
    return TwoGroups(model.group, pair, categories == pair[0], categories == pair[1])


def _compare_scale(prepared: Prepared, groups: TwoGroups, name: str) -> VariableComparison:
    scores = prepared.scores[name]
    answered = np.isfinite(scores)
    settings = prepared.codebook.settings
    first, second = scores[groups.in_first & answered], scores[groups.in_second & answered]
    result = compare(first, second, groups.levels, settings)
    in_either = groups.in_first | groups.in_second
    model = prepared.codebook.model
    covariates = {
        other: prepared.scores[other][in_either]
        for other in model.predictors
        if other != name and other in prepared.scores
    }
    try:
        adjusted: AdjustedDifference | Unavailable = adjusted_difference(
            scores[in_either], groups.in_first[in_either], covariates, groups.levels, settings.alpha
        )
    except NotPossible as refusal:
        adjusted = refusal.unavailable
    return replace(result, dropped=int(scores.size - result.n), ancova=adjusted)


def compare(
    first: np.ndarray, second: np.ndarray, levels: tuple[str, str], settings: Settings
) -> VariableComparison:
    """Compare (n1,) with (n2,) complete numbers, without covariates.

    Raises NotPossible: "too_few_in_group" (level, n) below two, "constant_level" where both groups are
    constant.
    """
    for level, size in zip(levels, (first.size, second.size), strict=True):
        if size < 2:
            raise NotPossible("too_few_in_group", level=level, n=int(size))
    values = np.concatenate([first, second])
    grouped = group_values(values, np.repeat([0, 1], [first.size, second.size]))
    if not grouped.ss.any():
        raise NotPossible("constant_level")
    student = student_t(grouped, settings.alpha)
    d = cohen_d(grouped)
    small = min(first.size, second.size) < SMALL_GROUP
    return VariableComparison(
        n=grouped.n,
        dropped=0,
        groups=group_statistics(grouped, levels),
        levene=levene(grouped),
        brown_forsythe=brown_forsythe(grouped),
        student=student,
        welch=welch_t(grouped, settings.alpha),
        cohen_d=d,
        hedges_g=hedges_g(d, grouped, settings.alpha),
        mann_whitney=_ranks(first, second, levels, settings),
        permutation_p=permutation_p(first, second, settings.seed) if small else None,
        ancova=Unavailable("no_covariates"),
        warnings=_small_groups(grouped, levels),
    )


def group_statistics(grouped: GroupedValues, levels: tuple[str, str]) -> dict[str, GroupStatistics]:
    """n, mean, SD and standard error of the mean of each level, which has two respondents at least."""
    deviation = np.sqrt(grouped.variances)
    return {
        level: GroupStatistics(
            n=int(grouped.counts[j]),
            mean=float(grouped.means[j]),
            sd=float(deviation[j]),
            se=float(deviation[j] / math.sqrt(grouped.counts[j])),
        )
        for j, level in enumerate(levels)
    }


def student_t(grouped: GroupedValues, alpha: float) -> MeanDifference:
    """Student's (1908) t test, variances pooled, df = n1 + n2 - 2. One of the two groups must vary."""
    df = grouped.n - 2
    se = math.sqrt(float(grouped.ss.sum()) / df * float((1 / grouped.counts).sum()))
    return _mean_difference(grouped, se, df, alpha)


def welch_t(grouped: GroupedValues, alpha: float) -> MeanDifference:
    """Welch's (1947) t test with Satterthwaite's (1946) df. One of the two groups must vary."""
    squared = grouped.variances / grouped.counts
    df = float(squared.sum()) ** 2 / float((np.square(squared) / (grouped.counts - 1)).sum())
    return _mean_difference(grouped, math.sqrt(float(squared.sum())), df, alpha)


def _mean_difference(grouped: GroupedValues, se: float, df: float, alpha: float) -> MeanDifference:
    difference = float(grouped.centred_means[0] - grouped.centred_means[1])
    half = t_critical(alpha, df) * se
    t = difference / se
    return MeanDifference(t, df, t_two_sided_p(t, df), difference, se, difference - half, difference + half)


def cohen_d(grouped: GroupedValues) -> float:
    """First mean minus second in pooled standard deviations (Cohen, 1988), one of which is above zero."""
    pooled = math.sqrt(float(grouped.ss.sum()) / (grouped.n - 2))
    return float(grouped.centred_means[0] - grouped.centred_means[1]) / pooled


def hedges_g(d: float, grouped: GroupedValues, alpha: float) -> HedgesG:
    """d without its small-sample bias (Hedges, 1981); its interval is that of d times the same correction."""
    df = grouped.n - 2
    correction = hedges_correction(df)
    root = math.sqrt(float((1 / grouped.counts).sum()))
    interval = noncentral_t_interval(d / root, df, 1 - alpha)
    return HedgesG(d * correction, interval.low * root * correction, interval.high * root * correction)


def hedges_correction(df: float) -> float:
    """Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)); 0 for df = 1, where no unbiased g exists."""
    half = df / 2
    if df < 1000:
        return math.exp(special.gammaln(half) - special.gammaln(half - 0.5)) / math.sqrt(half)
    # Differences of large log gammas lose digits; the asymptotic series does not.
    return 1 - 3 / (8 * half) - 7 / (128 * half**2) - 9 / (1024 * half**3)


def _ranks(
    first: np.ndarray, second: np.ndarray, levels: tuple[str, str], settings: Settings
) -> MannWhitney | Unavailable:
    samples = settings.bootstrap if first.size + second.size <= MOST_RESPONDENTS else 0
    try:
        return mann_whitney(first, second, levels, settings.alpha, Resampling(samples, settings.seed))
    except NotPossible as refusal:
        return refusal.unavailable


def _small_groups(grouped: GroupedValues, levels: tuple[str, str]) -> tuple[Notice, ...]:
    return tuple(
        Notice("small_group", "warning", "comparison", {"level": level, "n": int(count)})
        for level, count in zip(levels, grouped.counts, strict=True)
        if count < SMALL_GROUP
    )

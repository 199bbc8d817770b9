"""Correlations of every pair of scales and scores: Pearson, Spearman, Kendall."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis.statistics.distributions import (
    fisher_interval,
    normal_two_sided_p,
    r_two_sided_p,
    transformed_correlation_interval,
)
from analysis.statistics.item_covariance import shared_item_covariance
from analysis.statistics.kendall import JointCounts, joint_counts, kendall_tau_b
from analysis.statistics.ranks import ranks_of_ties, rounded
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.statistics.value_counts import value_counts
from analysis.study.preparation import Prepared

FEWEST_RESPONDENTS = 3


@dataclass(frozen=True, slots=True)
class Pearson:
    """Product-moment correlation, p from t with n - 2 degrees of freedom, Fisher interval (1921)."""

    r: float
    p: float
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class Spearman:
    """Rank correlation, p from the t approximation, interval of Bonett and Wright (2000)."""

    rho: float
    p: float
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class Kendall:
    """Kendall's tau-b (1945), p from the tie-corrected normal approximation."""

    tau_b: float
    p: float


@dataclass(frozen=True, slots=True)
class PairCorrelation:
    """Two scales on the `n` respondents who have both; `missing` respondents have not."""

    n: int
    missing: int
    pearson: Pearson
    spearman: Spearman
    kendall: Kendall


@dataclass(frozen=True, slots=True)
class CorrelationsResult:
    """Keys of `pairs` are "A ~ B", both in codebook order."""

    pairs: dict[str, PairCorrelation | Unavailable]


def compute(prepared: Prepared) -> CorrelationsResult:
    """All pairs of scales and scores. Raises NotPossible("one_scale") where there is no pair."""
    names = tuple(prepared.scales)
    if len(names) < 2:
        raise NotPossible("one_scale", scales=names)
    level = 1 - prepared.codebook.settings.alpha
    shared = pearson_from_items(prepared)
    pairs: dict[str, PairCorrelation | Unavailable] = {}
    for a, b in combinations(names, 2):
        try:
            pairs[f"{a} ~ {b}"] = correlate(prepared.scores[a], prepared.scores[b], level, shared.get((a, b)))
        except NotPossible as refusal:
            pairs[f"{a} ~ {b}"] = refusal.unavailable
    return CorrelationsResult(pairs)


def pearson_from_items(prepared: Prepared) -> dict[tuple[str, str], float]:
    """Pearson's r of each pair of scales that vary, from the covariance of their items.

    Empty where any answer is missing: the pairs then rest on different respondents.
    """
    scales = [scale for scale in prepared.scales.values() if scale.items]
    if len(scales) < 2:
        return {}
    moments = shared_item_covariance(prepared, prepared.item_names)
    if moments.missing or moments.n < FEWEST_RESPONDENTS:
        return {}
    member = np.array(
        [[item in scale.items for item in prepared.item_names] for scale in scales], dtype=float
    )
    covariance = member @ moments.covariance @ member.T
    found = {}
    for i, j in combinations(range(len(scales)), 2):
        spread = float(covariance[i, i] * covariance[j, j])
        if spread > 0:
            r = float(covariance[i, j]) / math.sqrt(spread)
            found[scales[i].name, scales[j].name] = max(-1.0, min(1.0, r))
    return found


def correlate(
    a: np.ndarray, b: np.ndarray, level: float = 0.95, known_r: float | None = None
) -> PairCorrelation:
    """Correlations of (n,) values, nan where missing, on the cases that have both.

    `known_r` is Pearson's r where it has been computed already.
    Raises NotPossible: too_few_respondents (below three), zero_variance (one of them is constant).
    """
    both = ~(np.isnan(a) | np.isnan(b))
    n = int(both.sum())
    if n < FEWEST_RESPONDENTS:
        raise NotPossible("too_few_respondents", n=n, needed=FEWEST_RESPONDENTS)
    first, second = value_counts(rounded(a[both])), value_counts(rounded(b[both]))
    if len(first.values) == 1 or len(second.values) == 1:
        raise NotPossible("zero_variance")
    joint = joint_counts(first, second)
    tau = kendall_tau_b(joint)
    return PairCorrelation(
        n=n,
        missing=len(a) - n,
        pearson=_pearson(pearson_r(a[both], b[both]) if known_r is None else known_r, n, level),
        spearman=_spearman(spearman_rho(joint), n, level),
        kendall=Kendall(tau.tau_b, normal_two_sided_p(tau.z)),
    )


def pearson_r(a: np.ndarray, b: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Product-moment correlation (Pearson, 1896) of two (n,) arrays that both vary, weighted if asked."""
    first, second = a - np.average(a, weights=weights), b - np.average(b, weights=weights)
    weighted = first if weights is None else first * weights
    other = second if weights is None else second * weights
    r = float(weighted @ second) / math.sqrt(float(weighted @ first) * float(other @ second))
    return max(-1.0, min(1.0, r))


def spearman_rho(joint: JointCounts) -> float:
    """Pearson's r of the midranks, from the cross-table of two variables that both vary."""
    first = ranks_of_ties(np.bincount(joint.first, joint.counts))
    second = ranks_of_ties(np.bincount(joint.second, joint.counts))
    return pearson_r(first[joint.first], second[joint.second], joint.counts.astype(np.float64))


def _pearson(r: float, n: int, level: float) -> Pearson:
    interval = fisher_interval(r, n, level)
    low, high = (interval.low, interval.high) if interval else (None, None)
    return Pearson(r, r_two_sided_p(r, n - 2), low, high)


def _spearman(rho: float, n: int, level: float) -> Spearman:
    interval = transformed_correlation_interval(rho, (1 + rho**2 / 2) / (n - 3), level) if n > 3 else None
    low, high = (interval.low, interval.high) if interval else (None, None)
    return Spearman(rho, r_two_sided_p(rho, n - 2), low, high)

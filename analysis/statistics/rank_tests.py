"""Comparison of two groups by ranks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import normal_two_sided_p
from analysis.statistics.ranks import midranks, rounded
from analysis.statistics.unavailable import NotPossible

_BATCH_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class MannWhitney:
    """Mann-Whitney (1947) test as SPSS prints it.

    u: the smaller of both; w: rank sum of the group with the lower mean rank; z: tie-corrected,
    without continuity correction, never positive. rank_biserial: 2 U1 / (n1 n2) - 1, positive when
    the first level is higher; its interval is a percentile bootstrap within groups, None where no
    bootstrap is asked for or possible. mean_ranks: keyed by level.
    """

    u: float
    w: float
    z: float
    p: float
    rank_biserial: float
    rank_biserial_ci_low: float | None
    rank_biserial_ci_high: float | None
    mean_ranks: dict[str, float]


@dataclass(frozen=True, slots=True)
class Resampling:
    """How many bootstrap samples (0: none), and the seed that makes them repeatable."""

    samples: int
    seed: int


def mann_whitney(
    first: np.ndarray,
    second: np.ndarray,
    levels: tuple[str, str],
    alpha: float,
    resampling: Resampling,
) -> MannWhitney:
    """Compare (n1,) with (n2,). Raises NotPossible("all_values_tied")."""
    values = rounded(np.concatenate([first, second]))
    n1, n2 = first.size, second.size
    total = n1 + n2
    _, codes, ties = np.unique(values, return_inverse=True, return_counts=True)
    if ties.size == 1:
        raise NotPossible("all_values_tied", n=total)
    ranks = midranks(values)
    rank_sums = float(ranks[:n1].sum()), float(ranks[n1:].sum())
    u1 = rank_sums[0] - n1 * (n1 + 1) / 2
    tied = float((ties.astype(float) ** 3 - ties).sum()) / (total * (total - 1))
    z = -abs(u1 - n1 * n2 / 2) / math.sqrt(n1 * n2 / 12 * (total + 1 - tied))
    mean_ranks = rank_sums[0] / n1, rank_sums[1] / n2
    low, high = None, None
    if resampling.samples > 0:
        counts = np.bincount(codes[:n1], minlength=ties.size), np.bincount(codes[n1:], minlength=ties.size)
        draws = _resampled_rank_biserial(counts[0], counts[1], resampling)
        low, high = (
            float(limit) for limit in np.quantile(draws, [alpha / 2, 1 - alpha / 2], method="weibull")
        )
    return MannWhitney(
        u=min(u1, n1 * n2 - u1),
        w=rank_sums[0] if mean_ranks[0] <= mean_ranks[1] else rank_sums[1],
        z=z,
        p=normal_two_sided_p(z),
        rank_biserial=2 * u1 / (n1 * n2) - 1,
        rank_biserial_ci_low=low,
        rank_biserial_ci_high=high,
        mean_ranks=dict(zip(levels, mean_ranks, strict=True)),
    )


def _resampled_rank_biserial(first: np.ndarray, second: np.ndarray, resampling: Resampling) -> np.ndarray:
    """Rank-biserial correlations of resamples within both groups.

    first, second: (d,) how often each of the d distinct values occurs; a resample of a group is a
    multinomial draw of these counts, whatever the number of respondents.
    """
    random = np.random.default_rng(resampling.seed)
    n1, n2 = int(first.sum()), int(second.sum())
    batch = max(1, _BATCH_CELLS // first.size)
    found = []
    for start in range(0, resampling.samples, batch):
        size = min(batch, resampling.samples - start)
        drawn1 = random.multinomial(n1, first / n1, size=size).astype(float)
        drawn2 = random.multinomial(n2, second / n2, size=size).astype(float)
        below = np.cumsum(drawn2, axis=1) - drawn2 / 2
        found.append(2 * np.einsum("ij,ij->i", drawn1, below) / (n1 * n2) - 1)
    return np.concatenate(found)

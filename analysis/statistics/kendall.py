"""Kendall's tau-b in n log n steps (Kendall, 1945; Knight, 1966)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.value_counts import ValueCounts, value_counts


@dataclass(frozen=True, slots=True)
class KendallTau:
    """Tau-b and its normal deviate under independence, the variance corrected for ties."""

    tau_b: float
    z: float


@dataclass(frozen=True, slots=True)
class JointCounts:
    """The c occupied cells of a cross-table, ordered by first and then second; all (c,).

    `first` and `second` are positions in the values of the two margins, `counts` the cases in each cell.
    """

    first: np.ndarray
    second: np.ndarray
    counts: np.ndarray


def joint_counts(a: ValueCounts, b: ValueCounts) -> JointCounts:
    """The cells that occur in the cross-table of two columns of the same n cases, none of them missing."""
    columns = len(b.values)
    joint = value_counts(a.codes.astype(np.int64) * columns + b.codes)
    cells = joint.values.astype(np.int64)
    return JointCounts(cells // columns, cells % columns, joint.counts)


def kendall_tau_b(joint: JointCounts) -> KendallTau:
    """Tau-b of two variables that both vary, n >= 2; equal values are ties."""
    n = int(joint.counts.sum())
    pairs = n * (n - 1) // 2
    ties_a = np.bincount(joint.first, joint.counts)
    ties_b = np.bincount(joint.second, joint.counts)
    tied_a, tied_b = _tied_pairs(ties_a), _tied_pairs(ties_b)
    discordant = inversions(joint.second, joint.counts)
    score = pairs - tied_a - tied_b + _tied_pairs(joint.counts) - 2 * discordant
    tau = score / math.sqrt((pairs - tied_a) * (pairs - tied_b))
    return KendallTau(max(-1.0, min(1.0, tau)), score / math.sqrt(_score_variance(n, ties_a, ties_b)))


def _tied_pairs(counts: np.ndarray) -> int:
    whole = counts.astype(np.int64)
    return int(np.sum(whole * (whole - 1)) // 2)


def _score_variance(n: int, ties_a: np.ndarray, ties_b: np.ndarray) -> float:
    """Variance of concordant minus discordant pairs under independence (Kendall, 1970)."""
    a, b, size = ties_a.astype(np.float64), ties_b.astype(np.float64), float(n)

    def weighted(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1) * (2 * t + 5)))

    def twos(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1)))

    def threes(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1) * (t - 2)))

    variance = (size * (size - 1) * (2 * size + 5) - weighted(a) - weighted(b)) / 18
    variance += twos(a) * twos(b) / (2 * size * (size - 1))
    if n > 2:
        variance += threes(a) * threes(b) / (9 * size * (size - 1) * (size - 2))
    return variance


def inversions(codes: np.ndarray, weights: np.ndarray) -> int:
    """Sum of weights[i] * weights[j] over i < j with codes[i] > codes[j]; (c,) whole numbers from 0.

    Codes are told apart by their bits, highest first. Among codes that agree in all higher bits, one
    with the bit that stands before one without it is an inversion; a stable sort by the bits seen so
    far keeps such codes together.
    """
    found = 0
    current, weight = codes.astype(np.int64), weights.astype(np.int64)
    for bit in range(int(current.max()).bit_length() - 1, -1, -1):
        has_bit = (current >> bit) & 1
        ahead = np.cumsum(has_bit * weight)
        starts = np.flatnonzero(np.diff(current >> (bit + 1), prepend=-1))
        before_group = np.where(starts > 0, ahead[starts - 1], 0)
        within = ahead - np.repeat(before_group, np.diff(np.append(starts, len(current))))
        found += int(np.sum(within * weight * (1 - has_bit)))
        order = np.argsort(current >> bit, kind="stable")
        current, weight = current[order], weight[order]
    return found

"""Kendall's tau-b in n log n steps (Kendall, 1945; Knight, 1966)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.ranks import dense_ranks


@dataclass(frozen=True, slots=True)
class KendallTau:
    """Tau-b and its normal deviate under independence, the variance corrected for ties."""

    tau_b: float
    z: float


def kendall_tau_b(a: np.ndarray, b: np.ndarray) -> KendallTau:
    """Tau-b of two (n,) arrays that both vary, n >= 2; equal values are ties."""
    n = len(a)
    first, second = dense_ranks(a), dense_ranks(b)
    order = np.lexsort((second, first))
    joint = first.astype(np.int64) * (int(second.max()) + 1) + second
    pairs = n * (n - 1) // 2
    ties_a, ties_b = np.bincount(first), np.bincount(second)
    tied_a, tied_b = _tied_pairs(ties_a), _tied_pairs(ties_b)
    tied_both = _tied_pairs(np.unique(joint, return_counts=True)[1])
    score = pairs - tied_a - tied_b + tied_both - 2 * inversions(second[order])
    tau = score / math.sqrt((pairs - tied_a) * (pairs - tied_b))
    return KendallTau(max(-1.0, min(1.0, tau)), score / math.sqrt(_score_variance(n, ties_a, ties_b)))


def _tied_pairs(counts: np.ndarray) -> int:
    counts = counts.astype(np.int64)
    return int(np.sum(counts * (counts - 1)) // 2)


def _score_variance(n: int, ties_a: np.ndarray, ties_b: np.ndarray) -> float:
    """Variance of concordant minus discordant pairs under independence (Kendall, 1970)."""
    a, b = ties_a.astype(np.float64), ties_b.astype(np.float64)

    def weighted(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1) * (2 * t + 5)))

    def twos(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1)))

    def threes(t: np.ndarray) -> float:
        return float(np.sum(t * (t - 1) * (t - 2)))

    size = float(n)
    variance = (size * (size - 1) * (2 * size + 5) - weighted(a) - weighted(b)) / 18
    variance += twos(a) * twos(b) / (2 * size * (size - 1))
    if n > 2:
        variance += threes(a) * threes(b) / (9 * size * (size - 1) * (size - 2))
    return variance


def inversions(codes: np.ndarray) -> int:
    """Pairs i < j with codes[i] > codes[j], for (n,) integers from 0.

    Codes are told apart by their bits, highest first. Among codes that agree in all higher bits, a
    code with the bit that stands before one without it is an inversion; a stable sort by the bits
    seen so far keeps such codes together.
    """
    found = 0
    current = codes.astype(np.int64)
    for bit in range(int(current.max()).bit_length() - 1, -1, -1):
        group = current >> (bit + 1)
        has_bit = (current >> bit) & 1
        ahead = np.cumsum(has_bit)
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        before_group = np.where(starts > 0, ahead[starts - 1], 0)
        sizes = np.diff(np.append(starts, len(current)))
        within = ahead - np.repeat(before_group, sizes)
        found += int(np.sum(within[has_bit == 0]))
        current = current[np.argsort(current >> bit, kind="stable")]
    return found

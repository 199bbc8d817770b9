"""Permutation test of a difference between two means, for groups too small for a t distribution."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

EXACT_UP_TO = 20_000
"""Number of divisions into groups up to which all are looked at."""

SIMULATIONS = 10_000


def permutation_p(first: np.ndarray, second: np.ndarray, seed: int) -> float:
    """Two-sided p of the difference of means of (n1,) and (n2,) numbers (Fisher, 1935).

    Exact where there are at most EXACT_UP_TO divisions, else from random divisions started by `seed`,
    the observed one counted among them. Made for a smaller group of a few respondents.
    """
    smaller = first if first.size <= second.size else second
    pooled = np.concatenate([first, second])
    pooled = pooled - pooled.mean()
    m = smaller.size
    observed = abs(float(smaller.sum()) - m * float(np.concatenate([first, second]).mean()))
    least = observed - 1e-9 * max(1.0, float(np.abs(pooled).max()))
    if math.comb(pooled.size, m) <= EXACT_UP_TO:
        chosen = np.array(list(combinations(range(pooled.size), m)))
        return float((np.abs(pooled[chosen].sum(axis=1)) >= least).mean())
    chosen = _random_subsets(pooled.size, m, np.random.default_rng(seed))
    extreme = int((np.abs(pooled[chosen].sum(axis=1)) >= least).sum())
    return (extreme + 1) / (SIMULATIONS + 1)


def _random_subsets(n: int, m: int, random: np.random.Generator) -> np.ndarray:
    """(SIMULATIONS, m) positions below n, without repetition in a row."""
    if n <= 100:
        return np.argsort(random.random((SIMULATIONS, n)), axis=1)[:, :m]
    chosen = random.integers(0, n, size=(SIMULATIONS, m))
    while (again := (np.diff(np.sort(chosen, axis=1), axis=1) == 0).any(axis=1)).any():
        chosen[again] = random.integers(0, n, size=(int(again.sum()), m))
    return chosen

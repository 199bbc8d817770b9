"""Distinct values of a column, how often each occurs, and which one each case has.

Questionnaire answers and their sums take few values, so that most statistics of a million cases follow
from a short table.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LARGEST_SPAN = 1_000_000


@dataclass(frozen=True, slots=True)
class ValueCounts:
    """values: (m,) distinct, rising. counts: (m,). codes: (n,) position in values of each case."""

    values: np.ndarray
    counts: np.ndarray
    codes: np.ndarray


def value_counts(cases: np.ndarray) -> ValueCounts:
    """Table of (n,) values without nan, n >= 0; whole numbers of a modest span need no sorting."""
    if len(cases) and _whole_and_close(cases):
        low = float(cases.min())
        places = (cases - low).astype(np.int64)
        table = np.bincount(places)
        used = np.flatnonzero(table)
        return ValueCounts(used + low, table[used], (np.cumsum(table > 0) - 1)[places])
    values, codes, counts = np.unique(cases, return_inverse=True, return_counts=True)
    return ValueCounts(values, counts, codes.reshape(-1))


def _whole_and_close(cases: np.ndarray) -> bool:
    low, high = float(cases.min()), float(cases.max())
    return high - low < LARGEST_SPAN and abs(low) < 2**52 and bool(np.array_equal(cases, np.rint(cases)))

"""Means and covariances of the items of a scale, computed once and shared.

Validity, reliability and the factor analyses need nothing of the respondents beyond this matrix.
Respondents are passed over in blocks, so that a million of them as small integers need no second copy.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.study.preparation import Prepared

BLOCK_CELLS = 1 << 20
EXACT_IN_FLOAT32 = 1 << 24
EXACT_IN_FLOAT64 = 1 << 53
EXACT_IN_INT64 = 1 << 62


@dataclass(frozen=True, slots=True)
class ItemCovariance:
    """Sample moments (divisor n - 1) of k items over the n complete cases; `missing` rows were not.

    mean: (k,). covariance: (k, k), nan where n < 2. constant: (k,) bool, True where every complete
    case gave the same answer (the covariance is then exactly zero).
    """

    n: int
    missing: int
    mean: np.ndarray
    covariance: np.ndarray
    constant: np.ndarray

    def select(self, positions: Sequence[int] | np.ndarray) -> ItemCovariance:
        """The same for some of the items, in the order given."""
        chosen = np.asarray(positions, dtype=np.intp)
        return ItemCovariance(
            self.n,
            self.missing,
            self.mean[chosen],
            self.covariance[np.ix_(chosen, chosen)],
            self.constant[chosen],
        )

    @property
    def sd(self) -> np.ndarray:
        """(k,) standard deviations."""
        return np.sqrt(np.diag(self.covariance))

    @property
    def correlation(self) -> np.ndarray:
        """(k, k) correlations, nan in the rows and columns of constant items."""
        with np.errstate(invalid="ignore", divide="ignore"):
            correlation = self.covariance / np.outer(self.sd, self.sd)
        correlation = np.clip(correlation, -1.0, 1.0)
        np.fill_diagonal(correlation, np.where(self.constant, np.nan, 1.0))
        return correlation


def item_covariance(answers: np.ndarray) -> ItemCovariance:
    """Moments of the complete cases of (n, k) answers of any numeric type; nan is a missing answer.

    Whole answers (the usual case) are summed in integers, so that the covariance is exact up to its
    last rounding; others are centred on their mean first.
    """
    return _whole_moments(answers) or _centred_moments(answers)


def _blocks(answers: np.ndarray, rows: int) -> Iterator[np.ndarray]:
    """Complete cases of successive runs of rows."""
    ones = np.ones(answers.shape[1])
    for start in range(0, len(answers), rows):
        block = answers[start : start + rows]
        if np.issubdtype(block.dtype, np.floating):
            # A sum is missing where any of its terms is; a product with ones is the quickest sum.
            incomplete = np.isnan(block @ ones)
            block = block[~incomplete] if incomplete.any() else block
        yield block


def _block_rows(answers: np.ndarray) -> int:
    return max(1, BLOCK_CELLS // max(1, int(answers.shape[1])))


def _is_whole(block: np.ndarray) -> bool:
    return bool(np.issubdtype(block.dtype, np.integer) or np.array_equal(block, np.rint(block)))


def _whole_moments(answers: np.ndarray) -> ItemCovariance | None:
    """Moments from integer sums and cross-products; None where an answer is not whole or too large."""
    k = answers.shape[1]
    n, largest = 0, 0
    total, cross = np.zeros(k, dtype=np.int64), np.zeros((k, k), dtype=np.int64)
    for block in _blocks(answers, _block_rows(answers)):
        if block.size == 0:
            continue
        span = max(abs(float(block.min())), abs(float(block.max())))
        if len(block) * span**2 >= EXACT_IN_FLOAT64 or not _is_whole(block):
            return None
        n, largest = n + len(block), max(largest, int(span))
        # The product is exact in either type; float32 is faster where it reaches.
        exact = np.float32 if len(block) * span**2 < EXACT_IN_FLOAT32 else np.float64
        values: np.ndarray = block.astype(exact)
        total += values.sum(axis=0, dtype=np.float64).astype(np.int64)
        cross += (values.T @ values).astype(np.int64)
    if (n * largest) ** 2 >= EXACT_IN_INT64:
        return None
    numerator = n * cross - np.outer(total, total)
    with np.errstate(invalid="ignore", divide="ignore"):
        covariance = numerator / np.float64(n * (n - 1))
        mean = total / np.float64(n)
    return ItemCovariance(n, len(answers) - n, mean, covariance, np.diag(numerator) == 0)


def _centred_moments(answers: np.ndarray) -> ItemCovariance:
    """Two passes: the mean, then cross-products of the deviations from it."""
    k, rows = answers.shape[1], _block_rows(answers)
    n, total = 0, np.zeros(k)
    low, high = np.full(k, np.inf), np.full(k, -np.inf)
    for block in _blocks(answers, rows):
        n += len(block)
        total += block.sum(axis=0, dtype=np.float64)
        low = np.minimum(low, block.min(axis=0, initial=np.inf))
        high = np.maximum(high, block.max(axis=0, initial=-np.inf))
    with np.errstate(invalid="ignore", divide="ignore"):
        centre = total / np.float64(n)
    drift, cross = np.zeros(k), np.zeros((k, k))
    for block in _blocks(answers, rows):
        deviations = block - centre
        drift += deviations.sum(axis=0)
        cross += deviations.T @ deviations
    constant = low >= high
    with np.errstate(invalid="ignore", divide="ignore"):
        covariance = (cross - np.outer(drift, drift) / np.float64(n)) / np.float64(n - 1)
        mean = np.where(constant & (n > 0), low, centre + drift / np.float64(n))
    covariance[constant, :] = 0.0
    covariance[:, constant] = 0.0
    return ItemCovariance(n, len(answers) - n, mean, covariance, constant)


@dataclass(frozen=True, slots=True)
class _Shared:
    """Moments by tuple of item names, for as long as the answers they came from are alive."""

    answers: weakref.ref[np.ndarray]
    moments: dict[tuple[str, ...], ItemCovariance]


_shared: dict[int, _Shared] = {}


def shared_item_covariance(prepared: Prepared, items: tuple[str, ...]) -> ItemCovariance:
    """Moments of some included items over the cases complete on them, computed once per study.

    Where no answer at all is missing, every scale is cut out of the one matrix of all items.
    """
    known = _known_moments(prepared.answers)
    if items not in known:
        position = {name: j for j, name in enumerate(prepared.item_names)}
        chosen = [position[item] for item in items]
        everything = known.get(prepared.item_names)
        if everything is None:
            everything = known[prepared.item_names] = item_covariance(prepared.answers)
        if everything.missing == 0:
            known[items] = everything.select(chosen)
        else:
            known[items] = item_covariance(prepared.answers[:, chosen])
    return known[items]


def _known_moments(answers: np.ndarray) -> dict[tuple[str, ...], ItemCovariance]:
    key = id(answers)
    entry = _shared.get(key)
    if entry is None or entry.answers() is not answers:
        entry = _Shared(weakref.ref(answers, lambda _: _shared.pop(key, None)), {})
        _shared[key] = entry
    return entry.moments

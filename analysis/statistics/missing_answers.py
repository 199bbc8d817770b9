"""Which items were left unanswered, and which of them together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_PATTERNS = 20


@dataclass(frozen=True, slots=True)
class MissingPattern:
    """`n` respondents left exactly these items without a usable answer."""

    items: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class MissingAnswers:
    """`by_item` counts respondents without a usable answer; `complete` respondents answered every item.

    `patterns` are the combinations of missing items, most frequent first, at most 20 of them;
    `patterns_found` counts all.
    """

    by_item: dict[str, int]
    complete: int
    patterns: tuple[MissingPattern, ...]
    patterns_found: int


def missing_answers(answers: np.ndarray, names: tuple[str, ...]) -> MissingAnswers:
    """Missing answers of an (n, p) array, nan where missing, p >= 1 items called `names`."""
    absent = np.isnan(answers)
    incomplete = absent[absent.any(axis=1)]
    by_item = dict(zip(names, absent.sum(axis=0).tolist(), strict=True))
    if len(incomplete) == 0:
        return MissingAnswers(by_item, len(answers), (), 0)
    packed = np.ascontiguousarray(np.packbits(incomplete, axis=1))
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    # Equally frequent patterns in the order of their first items, whatever the order of rows.
    items = [tuple(names[j] for j in np.flatnonzero(incomplete[row])) for row in first]
    positions = [tuple(np.flatnonzero(incomplete[row]).tolist()) for row in first]
    order = sorted(range(len(items)), key=lambda i: (-int(counts[i]), positions[i]))
    patterns = tuple(MissingPattern(items[i], int(counts[i])) for i in order[:MOST_PATTERNS])
    return MissingAnswers(by_item, len(answers) - len(incomplete), patterns, len(items))

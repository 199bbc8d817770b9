"""Items that look reversed: they run against the rest of their scale, or their wording says no."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.study.wording import words

LONGEST_SCALE = 200
FEWEST_RESPONDENTS = 20
CLEARLY_AGAINST = -0.1
NOISE_MARGIN = 1.15
"""How far the largest eigenvalue must exceed the edge that pure noise reaches (Marchenko, Pastur 1967)."""
_NEGATIVE_WORDS = frozenset(
    words(
        "tidak tak kurang bukan sulit susah kecewa lambat mahal buruk enggan jarang malas ragu bosan rumit "
        "mengecewakan not never difficult hard disappointed disappointing slow expensive poor bad unwilling "
        "rarely hardly boring complicated don doesn isn"
    )
)


@dataclass(frozen=True, slots=True)
class ReversedSuspicion:
    """r: correlation with the sum of the items that point the other way round. worded: wording says no."""

    position: int
    r: float
    worded: bool


def looks_reversed(answers: np.ndarray, sentences: Sequence[str]) -> tuple[ReversedSuspicion, ...]:
    """Items of one scale that look reversed; none where fewer than 3 items or 20 complete rows exist.

    Nor where the items have nothing in common: their largest eigenvalue is then that of noise; nor
    where there are more than 200, which no scale has: the cost is cubic in them.

    answers: float64 (n, k), nan where not answered. The first principal axis of the correlations splits
    the items into two directions; the smaller side, of two equal ones that with more sentences of a word
    such as "tidak" or "never", is suspected where its correlation with the sum of the other is below
    -0.1, or below 0 and its sentence has such a word.
    """
    complete = answers[~np.isnan(answers).any(axis=1)]
    k = answers.shape[1]
    if not 3 <= k <= LONGEST_SCALE or complete.shape[0] < FEWEST_RESPONDENTS:
        return ()
    spread = complete.std(axis=0)
    if not (spread > 0).all():
        return ()
    sizes, axes = np.linalg.eigh(np.corrcoef(complete, rowvar=False))
    if sizes[-1] < NOISE_MARGIN * (1 + math.sqrt(k / complete.shape[0])) ** 2:
        return ()
    towards = axes[:, -1] > 0
    worded = np.array([not _NEGATIVE_WORDS.isdisjoint(words(sentence)) for sentence in sentences])
    # (items, items without a negative word): the larger pair is the direction of the scale.
    if (towards.sum(), (towards & ~worded).sum()) < ((~towards).sum(), (~towards & ~worded).sum()):
        towards = ~towards
    total = complete[:, towards].sum(axis=1)
    suspicions = []
    for position in map(int, np.flatnonzero(~towards)):
        r = float(np.corrcoef(complete[:, position], total)[0, 1])
        if r < CLEARLY_AGAINST or (worded[position] and r < 0):
            suspicions.append(ReversedSuspicion(position, r, bool(worded[position])))
    return tuple(suspicions)

"""Ranks with ties, taken after rounding to 12 significant digits.

Mean scores that are equal on paper can differ in their last bit; without the rounding such near-ties
would change every rank statistic.
"""

from __future__ import annotations

import numpy as np

from analysis.statistics.value_counts import value_counts

SIGNIFICANT_DIGITS = 12


def rounded(values: np.ndarray) -> np.ndarray:
    """(n,) values to 12 significant digits of each; zeros, infinities and values below 1e-280 stay."""
    with np.errstate(divide="ignore"):
        magnitude = np.floor(np.log10(np.abs(values)))
    stays = ~(np.isfinite(magnitude) & (magnitude > -280))
    digits = SIGNIFICANT_DIGITS - 1 - np.where(stays, 0, magnitude)
    # Dividing by a power of ten is exact where multiplying by its inverse is not.
    power = 10.0 ** np.abs(digits)
    with np.errstate(over="ignore", invalid="ignore"):
        shortened = np.where(digits >= 0, np.rint(values * power) / power, np.rint(values / power) * power)
    return np.where(stays, values, shortened)


def midranks(values: np.ndarray) -> np.ndarray:
    """(n,) ranks from 1, tied values sharing the mean of their ranks."""
    table = value_counts(values)
    return np.asarray(ranks_of_ties(table.counts)[table.codes])


def ranks_of_ties(counts: np.ndarray) -> np.ndarray:
    """(m,) midrank of each distinct value, from how often each occurs, lowest first."""
    return np.asarray(np.cumsum(counts) - (counts - 1) / 2)

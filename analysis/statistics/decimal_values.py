"""Undo the binary rounding of numbers that people wrote as decimals.

1000000000000.4 has no exact double; the nearest is off by up to 0.00006, which ruins the variance of
numbers that differ in the last digit only. Times ten it is an integer that a double holds exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_MOST_PLACES = 15
_EXACT_BELOW = 2.0**53
_PROBE = 256


@dataclass(frozen=True, slots=True)
class DecimalValues:
    """`values` / `divisor` are the numbers as written; `exact` when they are whole after the scaling."""

    values: np.ndarray
    divisor: float
    exact: bool


def written_decimals(numbers: np.ndarray) -> DecimalValues:
    """Find the least power of ten that makes every number of a (n,) float64 array a whole one.

    A number counts as the decimal m / 10**d when it is the double nearest to it and m is below
    2**53. Numbers with more digits than that (a mean of three, say) are kept as they are.
    """
    probe = numbers[:_PROBE]
    for places in range(_MOST_PLACES + 1):
        divisor = 10.0**places
        if _whole(probe, divisor) is not None:
            whole = _whole(numbers, divisor)
            if whole is not None:
                return DecimalValues(whole, divisor, True)
    return DecimalValues(numbers, 1.0, False)


def _whole(numbers: np.ndarray, divisor: float) -> np.ndarray | None:
    """The numbers times the divisor as whole numbers, None where they are not."""
    whole = np.rint(numbers * divisor)
    if not np.array_equal(whole / divisor, numbers):
        return None
    return whole if max(whole.max(), -whole.min()) < _EXACT_BELOW else None

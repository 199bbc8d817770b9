"""Mean and standard deviation without loss of digits."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.decimal_values import written_decimals


@dataclass(frozen=True, slots=True)
class Univariate:
    """n numbers: mean, SD (n - 1; None for n = 1) and autocorrelation at lag 1 (None without spread)."""

    n: int
    mean: float
    sd: float | None
    lag1: float | None


def summarise(values: np.ndarray) -> Univariate:
    """Summary of (n,) float64 numbers, n >= 1.

    Decimals are taken as they were written (decimal_values.py) and measured from the first number, so
    that numbers which differ in their last digits only keep them.
    """
    written = written_decimals(values)
    first = float(written.values[0])
    shifted = written.values - first
    centre = float(shifted.mean())
    deviations = shifted - centre
    correction = float(deviations.mean())
    deviations -= correction
    squares = float(deviations @ deviations)
    n = values.size
    return Univariate(
        n=n,
        mean=(first + (centre + correction)) / written.divisor,
        sd=math.sqrt(squares / (n - 1)) / written.divisor if n > 1 else None,
        lag1=float(deviations[:-1] @ deviations[1:]) / squares if squares > 0 else None,
    )

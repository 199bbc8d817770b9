"""Shapiro-Wilk test of normality by Royston's (1995) approximation, algorithm AS R94."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

SMALLEST, LARGEST = 3, 5000
"""Sizes for which Royston fitted the approximation."""

# Royston's polynomials, constant term first: corrections of the two largest weights in 1/sqrt(n),
# then mean and log SD of the normalised statistic in n (up to 11) or log n.
_LARGEST_WEIGHT = (0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056)
_SECOND_WEIGHT = (0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633)
_SMALL_SHIFT = (-2.273, 0.459)
_SMALL_MEAN = (0.544, -0.39978, 0.025054, -0.0006714)
_SMALL_LOG_SD = (1.3822, -0.77857, 0.062767, -0.0020322)
_MEAN = (-1.5861, -0.31082, -0.083751, 0.0038915)
_LOG_SD = (-0.4803, -0.082676, 0.0030302)


@dataclass(frozen=True, slots=True)
class ShapiroWilk:
    """W, at most 1 for perfectly normal scores, and its p."""

    w: float
    p: float


def shapiro_wilk(values: np.ndarray) -> ShapiroWilk:
    """W and p of (n,) numbers, 3 <= n <= 5000, that are not all equal."""
    ordered = np.sort(values)
    n = ordered.size
    ordered = ordered - ordered[n // 2]
    weights = _weights(n)
    spread = ordered[::-1][: n // 2] - ordered[: n // 2]
    deviations = ordered - ordered.mean()
    w = min(1.0, float((weights @ spread) ** 2 / (deviations @ deviations)))
    return ShapiroWilk(w, _p_value(w, n))


def _weights(n: int) -> np.ndarray:
    """Weights of the n // 2 differences, largest difference first."""
    if n == 3:
        return np.array([math.sqrt(0.5)])
    scores = -special.ndtri((np.arange(1, n // 2 + 1) - 0.375) / (n + 0.25))
    norm = 2 * float(scores @ scores)
    root = 1 / math.sqrt(n)
    corrected = [scores[0] / math.sqrt(norm) + _polynomial(_LARGEST_WEIGHT, root)]
    if n > 5:
        corrected.append(scores[1] / math.sqrt(norm) + _polynomial(_SECOND_WEIGHT, root))
    first = np.array(corrected)
    count = first.size
    left = norm - 2 * float(scores[:count] @ scores[:count])
    return np.concatenate([first, scores[count:] / math.sqrt(left / (1 - 2 * float(first @ first)))])


def _p_value(w: float, n: int) -> float:
    if n == 3:
        return max(0.0, 6 / math.pi * (math.asin(math.sqrt(w)) - math.asin(math.sqrt(0.75))))
    if w >= 1:
        return 1.0
    statistic = math.log1p(-w)
    if n <= 11:
        shift = _polynomial(_SMALL_SHIFT, n)
        if statistic >= shift:
            return 1e-99
        statistic = -math.log(shift - statistic)
        mean, log_sd = _polynomial(_SMALL_MEAN, n), _polynomial(_SMALL_LOG_SD, n)
    else:
        mean, log_sd = _polynomial(_MEAN, math.log(n)), _polynomial(_LOG_SD, math.log(n))
    return float(special.ndtr(-(statistic - mean) / math.exp(log_sd)))


def _polynomial(coefficients: tuple[float, ...], x: float) -> float:
    return float(np.polynomial.polynomial.polyval(x, coefficients))

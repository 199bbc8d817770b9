"""Arithmetic with about 32 digits: each number is the unevaluated sum of two doubles.

Works wherever doubles are IEEE 754, which an 80-bit `longdouble` does not (Windows and ARM have
none). Error-free sum: Knuth (1969); error-free product: Dekker (1971).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

_SPLITTER = 134217729.0  # 2**27 + 1


@dataclass(frozen=True, slots=True)
class DoubleDouble:
    """Array of numbers high + low with |low| at most half a unit in the last place of high.

    Magnitudes must stay between about 1e-145 and 1e145, or products lose their low part.
    """

    high: np.ndarray
    low: np.ndarray

    def __add__(self, other: DoubleDouble) -> DoubleDouble:
        total, error = _two_sum(self.high, other.high)
        low, low_error = _two_sum(self.low, other.low)
        total, error = _quick_two_sum(total, error + low)
        return DoubleDouble(*_quick_two_sum(total, error + low_error))

    def __neg__(self) -> DoubleDouble:
        return DoubleDouble(-self.high, -self.low)

    def __sub__(self, other: DoubleDouble) -> DoubleDouble:
        return self + (-other)

    def __mul__(self, other: DoubleDouble) -> DoubleDouble:
        product, error = _two_product(self.high, other.high)
        error = error + (self.high * other.low + self.low * other.high)
        return DoubleDouble(*_quick_two_sum(product, error))

    def __truediv__(self, other: DoubleDouble) -> DoubleDouble:
        first = self.high / other.high
        rest = self - other * extended(first)
        second = rest.high / other.high
        rest = rest - other * extended(second)
        return extended(first) + extended(second) + extended(rest.high / other.high)

    def __getitem__(self, key: Any) -> DoubleDouble:
        return DoubleDouble(self.high[key], self.low[key])

    def transposed(self) -> DoubleDouble:
        return DoubleDouble(self.high.T, self.low.T)

    def sqrt(self) -> DoubleDouble:
        """Square root; zero stays zero."""
        root = np.sqrt(self.high)
        square = extended(root) * extended(root)
        divisor = np.where(root > 0, 2 * root, 1.0)
        return extended(root) + extended((self - square).high / divisor)

    def sum(self) -> DoubleDouble:
        """Sum along the first axis, halves added to halves so that every step is one array operation."""
        high, low = self.high, self.low
        if high.shape[0] == 0:
            return extended(np.zeros(high.shape[1:]))
        while high.shape[0] > 1:
            half = high.shape[0] // 2
            folded = DoubleDouble(high[:half], low[:half]) + DoubleDouble(
                high[half : 2 * half], low[half : 2 * half]
            )
            odd = slice(2 * half, None)
            high = np.concatenate([folded.high, high[odd]])
            low = np.concatenate([folded.low, low[odd]])
        return DoubleDouble(high[0], low[0])

    def rounded(self) -> np.ndarray:
        """The nearest doubles."""
        return self.high + self.low


def extended(values: np.ndarray | float) -> DoubleDouble:
    """Doubles as double-doubles, exactly."""
    high = np.asarray(values, dtype=np.float64)
    return DoubleDouble(high, np.zeros_like(high))


def _two_sum(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    total = a + b
    part = total - a
    return total, (a - (total - part)) + (b - part)


def _quick_two_sum(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    total = a + b
    return total, b - (total - a)


def _split(a: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scaled = _SPLITTER * a
    high = scaled - (scaled - a)
    return high, a - high


def _two_product(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    product = a * b
    a_high, a_low = _split(a)
    b_high, b_low = _split(b)
    error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low
    return product, error

"""Distribution of the studentised range, for Tukey's and Games and Howell's comparisons.

The range of k standard normals over an independent estimate of their standard deviation with df
degrees of freedom (Tukey, 1953). Both integrals are taken by the trapezoid rule in variables in which
their integrands die off smoothly at both ends, where it converges geometrically; upper tails are
summed directly, so that small p values keep their digits. Agrees with an adaptive quadrature to
about 1e-10 relative.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.polynomial.chebyshev import chebval
from scipy import special

_FARTHEST = 9.0
_PIECES = np.array([0.0, 2.5, 5.0, 8.0, 12.0, 18.0, 28.0, 50.0])
"""Ends of the pieces in which the log tail of the range is a polynomial; beyond, it is below 1e-270."""
_DEGREE = 28
_BATCH_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class _Scale:
    """The outer rule for df (m,): values of estimated over true standard deviation and their weights, (m, s)."""

    ratio: np.ndarray
    weight: np.ndarray

    def upper_tail(self, q: np.ndarray, k: int) -> np.ndarray:
        """P(Q >= q) for q (m,)."""
        return np.minimum(1.0, (self.weight * _range_upper_tail(q[:, None] * self.ratio, k)).sum(axis=1))


def studentized_range_p(q: np.ndarray, k: int, df: np.ndarray) -> np.ndarray:
    """P(Q >= q) for q (m,) and df (m,), both positive, and k >= 2 means."""
    q, df = np.broadcast_arrays(np.asarray(q, float), np.asarray(df, float))
    parts = [_scale(df[part]).upper_tail(q[part], k) for part in _batches(df)]
    return np.concatenate([np.zeros(0), *parts])


def studentized_range_critical(alpha: float, k: int, df: np.ndarray) -> np.ndarray:
    """(m,) values that Q exceeds with probability alpha, for each df (m,), to 1e-12 relative."""
    unique, position = np.unique(np.asarray(df, float), return_inverse=True)
    parts = [_critical(alpha, k, unique[part]) for part in _batches(unique)]
    return np.concatenate([np.zeros(0), *parts])[position.reshape(-1)]


def _batches(df: np.ndarray) -> list[slice]:
    """Runs of df that fit into memory together."""
    if df.size == 0:
        return []
    size = max(1, _BATCH_CELLS // (_scale_steps(df) * _DEGREE))
    return [slice(start, start + size) for start in range(0, df.size, size)]


def _critical(alpha: float, k: int, df: np.ndarray) -> np.ndarray:
    # The value falls with df, so that of the largest df is where all others start.
    start = _bracket(alpha, k, _scale(df[-1:]), np.full(1, 2.0)).low
    scale = _scale(df)
    return _root(alpha, k, scale, _bracket(alpha, k, scale, np.full(df.shape, float(start[0]))))


@dataclass(frozen=True, slots=True)
class _Bracket:
    """Values (m,) below and above the critical ones, and how far log p is from log alpha there."""

    low: np.ndarray
    high: np.ndarray
    above: np.ndarray
    below: np.ndarray


def _bracket(alpha: float, k: int, scale: _Scale, low: np.ndarray) -> _Bracket:
    """Found from `low` by steps."""
    above = _excess(alpha, k, scale, low)
    while (short := above <= 0).any():
        low = np.where(short, low / 2, low)
        above = _excess(alpha, k, scale, low)
    high = low * 1.1
    below = _excess(alpha, k, scale, high)
    while (short := below > 0).any():
        low, above = np.where(short, high, low), np.where(short, below, above)
        high = np.where(short, high * 1.3, high)
        below = _excess(alpha, k, scale, high)
    return _Bracket(low, high, above, below)


def _excess(alpha: float, k: int, scale: _Scale, q: np.ndarray) -> np.ndarray:
    return np.log(scale.upper_tail(q, k)) - math.log(alpha)


def _root(alpha: float, k: int, scale: _Scale, bracket: _Bracket) -> np.ndarray:
    """Where log p reaches log alpha: regula falsi with halving (Illinois)."""
    low, high, above, below = bracket.low, bracket.high, bracket.above, bracket.below
    side = np.zeros(low.shape)
    for _ in range(100):
        middle = (low * below - high * above) / (below - above)
        value = _excess(alpha, k, scale, middle)
        up = value > 0
        above_next = np.where(up, value, np.where(side < 0, above / 2, above))
        below = np.where(up, np.where(side > 0, below / 2, below), value)
        above = above_next
        low, high = np.where(up, middle, low), np.where(up, high, middle)
        side = np.where(up, 1, -1)
        if (np.abs(value) < 1e-12).all() or (high - low < 1e-13 * high).all():
            break
    return middle


def _scale(df: np.ndarray) -> _Scale:
    low, high = _scale_limits(df)
    share = np.linspace(0.0, 1.0, _scale_steps(df))
    u = low[:, None] + (high - low)[:, None] * share
    half = df[:, None] / 2
    # Density of log(s / sigma); large terms cancel in the exponent, so they are combined first.
    log_density = df[:, None] * u - half * np.expm1(2 * u) + _log_constant(half)
    spacing = (high - low)[:, None] / (share.size - 1)
    return _Scale(np.exp(u), np.exp(log_density) * spacing)


def _scale_steps(df: np.ndarray) -> int:
    """Nodes of the outer rule: enough for the narrowest density on the widest interval."""
    low, high = _scale_limits(df)
    spacing = np.minimum(0.08, 0.4 / np.sqrt(2 * df))
    return int(np.ceil(((high - low) / spacing).max())) + 1


def _scale_limits(df: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Log of the estimated over the true standard deviation that leaves nothing outside."""
    low = special.gammaincinv(df / 2, 1e-40)
    high = special.gammainccinv(df / 2, 1e-22)
    return np.log(low / (df / 2)) / 2, np.log(high / (df / 2)) / 2


def _log_constant(half: np.ndarray) -> np.ndarray:
    """log of 2 h^h e^-h / Gamma(h)."""
    large = half > 1e4
    small = np.where(large, 1.0, half)
    exact = math.log(2) + small * np.log(small) - small - special.gammaln(small)
    # Stirling's series, because the logarithms above are too large to subtract.
    series = math.log(2) + 0.5 * np.log(half / (2 * math.pi)) - 1 / (12 * half) + 1 / (360 * half**3)
    return np.where(large, series, exact)


def _range_upper_tail(w: np.ndarray, k: int) -> np.ndarray:
    """P(range of k standard normals > w), from the polynomials of its logarithm."""
    piece = np.minimum(np.searchsorted(_PIECES, w, side="right") - 1, _PIECES.size - 2)
    low, high = _PIECES[piece], _PIECES[piece + 1]
    place = np.clip((2 * w - low - high) / (high - low), -1.0, 1.0)
    coefficients = np.take(_log_tail_coefficients(k).T, piece, axis=1)
    return np.where(w > _PIECES[-1], 0.0, np.exp(chebval(place, coefficients, tensor=False)))


@lru_cache(maxsize=64)
def _log_tail_coefficients(k: int) -> np.ndarray:
    """(pieces, degree) Chebyshev coefficients of the log tail of the range of k standard normals."""
    angles = np.pi * (np.arange(_DEGREE) + 0.5) / _DEGREE
    low, high = _PIECES[:-1, None], _PIECES[1:, None]
    values = np.log(_integrated_tail((low + high + (high - low) * np.cos(angles)) / 2, k))
    coefficients = 2 / _DEGREE * values @ np.cos(np.outer(angles, np.arange(_DEGREE)))
    coefficients[:, 0] /= 2
    return coefficients


def _integrated_tail(w: np.ndarray, k: int) -> np.ndarray:
    """The same tail by its integral over the largest of the k, for w up to 50."""
    step = min(0.25, 0.7 / math.sqrt(k))
    z = np.arange(-_FARTHEST, 4 * _FARTHEST, step)
    largest = special.ndtr(z)
    weight = k * step * np.exp(-z * z / 2 + (k - 1) * special.log_ndtr(z)) / math.sqrt(2 * math.pi)
    share = np.minimum(special.ndtr(z - w[..., None]) / largest, 1.0)
    with np.errstate(divide="ignore"):
        missing = -np.expm1((k - 1) * np.log1p(-share))
    return missing @ weight

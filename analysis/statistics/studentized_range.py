"""Distribution of the studentised range, for Tukey's and Games and Howell's comparisons.

The range of k standard normals over an independent estimate of their standard deviation with df
degrees of freedom (Tukey, 1953). Both integrals are taken by the trapezoid rule in variables in which
their integrands die off smoothly at both ends, where it converges geometrically; upper tails are
summed directly, so that small p values keep their digits. Agrees with an adaptive quadrature to
about 1e-10 relative.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.polynomial.chebyshev import chebval
from scipy import special

_FARTHEST = 9.0
_PIECES = np.array([0.0, 2.5, 5.0, 8.0, 12.0, 18.0, 28.0, 50.0])
"""Ends of the pieces in which the log tail of the range is a polynomial; beyond, it is below 1e-270."""
_DEGREE = 28
_BATCH_CELLS = 2_000_000


def studentized_range_p(q: np.ndarray, k: int, df: np.ndarray) -> np.ndarray:
    """P(Q >= q) for q (m,) and df (m,), both positive, and k >= 2 means."""
    q, df = np.broadcast_arrays(np.asarray(q, float), np.asarray(df, float))
    if q.size == 0:
        return np.zeros(0)
    batch = max(1, _BATCH_CELLS // (_scale_steps(df) * _DEGREE))
    parts = [
        _upper_tail(q[start : start + batch], k, df[start : start + batch])
        for start in range(0, q.size, batch)
    ]
    return np.concatenate(parts)


def studentized_range_critical(alpha: float, k: int, df: np.ndarray) -> np.ndarray:
    """(m,) values that Q exceeds with probability alpha, for each df (m,), to 1e-12 relative."""
    unique, position = np.unique(np.asarray(df, float), return_inverse=True)
    # The value falls with df, so that of the largest df is where all others start.
    start, _ = _bracket(alpha, k, unique[-1:], 2.0)
    low, high = _bracket(alpha, k, unique, float(start[0]))
    return _root(alpha, k, unique, low, high)[position.reshape(-1)]


def _bracket(alpha: float, k: int, df: np.ndarray, start: float) -> tuple[np.ndarray, np.ndarray]:
    """Low and high (m,) around the critical values, found from `start` by steps."""
    low = np.full(df.shape, start)
    while (short := studentized_range_p(low, k, df) <= alpha).any():
        low = np.where(short, low / 2, low)
    high = low * 1.1
    while (short := studentized_range_p(high, k, df) > alpha).any():
        low, high = np.where(short, high, low), np.where(short, high * 1.3, high)
    return low, high


def _root(alpha: float, k: int, df: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Where log p reaches log alpha: regula falsi with halving (Illinois)."""
    target = math.log(alpha)
    above = np.log(studentized_range_p(low, k, df)) - target
    below = np.log(studentized_range_p(high, k, df)) - target
    side = np.zeros(df.shape)
    for _ in range(100):
        middle = (low * below - high * above) / (below - above)
        value = np.log(studentized_range_p(middle, k, df)) - target
        up = value > 0
        above_next = np.where(up, value, np.where(side < 0, above / 2, above))
        below = np.where(up, np.where(side > 0, below / 2, below), value)
        above = above_next
        low, high = np.where(up, middle, low), np.where(up, high, middle)
        side = np.where(up, 1, -1)
        if (np.abs(value) < 1e-12).all() or (high - low < 1e-13 * high).all():
            break
    return middle


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


def _upper_tail(q: np.ndarray, k: int, df: np.ndarray) -> np.ndarray:
    low, high = _scale_limits(df)
    share = np.linspace(0.0, 1.0, _scale_steps(df))
    u = low[:, None] + (high - low)[:, None] * share
    half = df[:, None] / 2
    # Density of log(s / sigma); large terms cancel in the exponent, so they are combined first.
    log_density = df[:, None] * u - half * np.expm1(2 * u) + _log_constant(half)
    tails = _range_upper_tail(q[:, None] * np.exp(u), k)
    spacing = (high - low) / (share.size - 1)
    return np.minimum(1.0, (np.exp(log_density) * tails).sum(axis=1) * spacing)


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

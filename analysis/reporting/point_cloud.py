"""Which respondents to draw and where, when many share the same score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_DRAWN = 4000
"""A browser stays quick up to about this many dots."""
MOST_PLACED = 600
"""Up to here each dot looks for the emptiest of nine places; above, places are random."""
CANDIDATES = 9


def drawn(count: int) -> np.ndarray:
    """Positions to draw out of `count`: all, or evenly spaced ones when there are too many."""
    if count <= MOST_DRAWN:
        return np.arange(count)
    return np.linspace(0, count - 1, MOST_DRAWN).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Places:
    """x and y of each dot, (n,)."""

    x: np.ndarray
    y: np.ndarray


def places(values: np.ndarray, x_jitter: float, y_low: float, y_high: float) -> Places:
    """Shift dots at `values` sideways by at most `x_jitter` and spread them from `y_low` to `y_high`.

    Each dot takes the emptiest of nine random places; the same values always give the same picture.
    """
    random = np.random.default_rng(1)
    shape = (len(values), CANDIDATES)
    x = values[:, None] + random.uniform(-x_jitter, x_jitter, shape)
    y = random.uniform(y_low, y_high, shape)
    if len(values) > MOST_PLACED:
        return Places(x[:, 0], y[:, 0])
    width = max(float(np.ptp(values)), 1e-12)
    height = max(y_high - y_low, 1e-12)
    chosen = np.zeros(len(values), dtype=np.int64)
    for i in range(1, len(values)):
        taken = (np.arange(i), chosen[:i])
        across = (x[i][:, None] - x[taken][None, :]) / width * 4
        along = (y[i][:, None] - y[taken][None, :]) / height
        chosen[i] = int(np.argmax(np.min(across**2 + along**2, axis=1)))
    rows = np.arange(len(values))
    return Places(x[rows, chosen], y[rows, chosen])

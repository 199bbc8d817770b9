"""Critical values of r, t, F, chi-square and Durbin-Watson, their curves and printable tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class RejectionRegion:
    """An interval of the statistic in which the null hypothesis is rejected."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DensityCurve:
    """Points (x, density) of a null distribution with its critical values and rejection regions."""

    statistic: str
    x: np.ndarray
    density: np.ndarray
    critical: tuple[float, ...]
    regions: tuple[RejectionRegion, ...]


@dataclass(frozen=True, slots=True)
class CriticalValueTable:
    """values[i][j] belongs to rows[i] (degrees of freedom or n) and columns[j].

    Columns are alphas, except for F (numerator degrees of freedom) and Durbin-Watson (dL and dU for
    each number of predictors).
    """

    statistic: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class DurbinWatsonBounds:
    """Lower and upper bound of the critical Durbin-Watson d for n cases and k predictors."""

    n: int
    predictors: int
    alpha: float
    d_lower: float
    d_upper: float

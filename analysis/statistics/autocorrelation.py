"""Dependence between neighbouring residuals in the order of the file."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import normal_cumulative
from analysis.statistics.durbin_watson_distribution import (
    Spectrum,
    durbin_watson_bounds,
    ratio_probability,
)
from analysis.statistics.least_squares import LeastSquares
from analysis.statistics.unavailable import NotPossible

EXACT_UP_TO = 500
"""Respondents up to which the exact p is computed; its eigenvalues take n cubed operations."""


@dataclass(frozen=True, slots=True)
class Autocorrelation:
    """Durbin-Watson d with its lower and upper bounds at a one-sided alpha, None where n is too small.

    p is two-sided and belongs to these very predictors: exact (Imhof, 1961) up to n = 500, by
    Durbin and Watson's (1951) normal approximation above.
    """

    n: int
    durbin_watson: float
    d_lower: float | None
    d_upper: float | None
    p: float | None


def autocorrelation(fit: LeastSquares, alpha: float) -> Autocorrelation:
    """Raises NotPossible("perfect_fit") where no residual is left."""
    if fit.ss_residual == 0:
        raise NotPossible("perfect_fit", n=fit.n)
    d = durbin_watson(fit.residuals)
    enough = fit.df_residual >= 2
    bounds = durbin_watson_bounds(fit.n, fit.df_regression, alpha) if enough else None
    below = None
    if enough:
        cumulative = exact_cumulative if fit.n <= EXACT_UP_TO else approximate_cumulative
        below = cumulative(d, fit)
    return Autocorrelation(
        n=fit.n,
        durbin_watson=d,
        d_lower=bounds.d_lower if bounds else None,
        d_upper=bounds.d_upper if bounds else None,
        p=None if below is None else 2 * min(below, 1 - below),
    )


def durbin_watson(residuals: np.ndarray) -> float:
    """Sum of squared successive differences over the sum of squares (Durbin and Watson, 1950)."""
    steps = np.diff(residuals)
    return float(steps @ steps) / float(residuals @ residuals)


def exact_cumulative(d: float, fit: LeastSquares) -> float:
    """P(D < d) from the eigenvalues of the differencing matrix within the residual space."""
    n, p = fit.orthonormal.shape
    residual_maker = np.eye(n) - fit.orthonormal @ fit.orthonormal.T
    steps = np.diff(residual_maker, axis=0)
    eigenvalues = np.linalg.eigvalsh(steps.T @ steps)[p:]
    return ratio_probability(d, Spectrum(eigenvalues, np.ones(n - p)))


def approximate_cumulative(d: float, fit: LeastSquares) -> float:
    """P(D < d) of a normal distribution with the mean and variance of D."""
    n, p = fit.orthonormal.shape
    q = fit.orthonormal
    steps = np.diff(q, axis=0)
    within = steps.T @ steps
    second = np.zeros_like(q)  # the differencing matrix applied to q
    second[:-1] -= steps
    second[1:] += steps
    trace = 2 * (n - 1) - float(np.trace(within))
    square = 2 * (3 * n - 4) - 2 * float(np.square(second).sum()) + float(np.square(within).sum())
    df = n - p
    mean = trace / df
    variance = 2 / (df * (df + 2)) * (square - trace * mean)
    return float(normal_cumulative((d - mean) / math.sqrt(variance)))

"""Distribution of the Durbin-Watson statistic's bounds, for any number of cases and predictors.

Under independent normal errors d lies between two ratios of quadratic forms whose eigenvalues do not
depend on the predictors (Durbin and Watson, 1950, 1951). Their probabilities are computed by numerical
inversion of the characteristic function (Imhof, 1961), not read from a table.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import Interval

FEWEST_EIGENVALUES = 2
LARGE_N = 600
"""Above this many cases the eigenvalues are replaced by LARGE_N weighted ones."""
STEP = 0.2
"""Spacing of the trapezoid rule in log u; its error is of the order of exp(-pi^2 / (2 * STEP))."""


@dataclass(frozen=True, slots=True)
class DurbinWatsonBounds:
    """Lower and upper bound of the critical d for n cases and k predictors beside the intercept.

    d below d_lower rejects "no positive autocorrelation", d above d_upper does not, between is open.
    """

    n: int
    predictors: int
    alpha: float
    d_lower: float
    d_upper: float


@dataclass(frozen=True, slots=True)
class Spectrum:
    """Eigenvalues of a quadratic form and how often each counts; both of one shape (m,)."""

    eigenvalues: np.ndarray
    multiplicity: np.ndarray


def durbin_watson_bounds(n: int, predictors: int, alpha: float = 0.05) -> DurbinWatsonBounds:
    """dL and dU at a one-sided alpha, the model having an intercept.

    Raises ValueError unless n >= predictors + 3, predictors >= 0 and 0 < alpha < 1.
    """
    if predictors < 0 or n - predictors - 1 < FEWEST_EIGENVALUES or not 0 < alpha < 1:
        raise ValueError(f"no Durbin-Watson bounds for n = {n}, k = {predictors}, alpha = {alpha}")
    return DurbinWatsonBounds(
        n,
        predictors,
        alpha,
        _quantile(lower_spectrum(n, predictors), alpha),
        _quantile(upper_spectrum(n, predictors), alpha),
    )


def lower_spectrum(n: int, predictors: int) -> Spectrum:
    """Eigenvalues of the smaller bounding ratio: the largest k are taken out."""
    return _spectrum(n, n - np.arange(1, predictors + 1))


def upper_spectrum(n: int, predictors: int) -> Spectrum:
    """Eigenvalues of the larger bounding ratio: the smallest k are taken out."""
    return _spectrum(n, np.arange(1, predictors + 1))


def eigenvalue(position: np.ndarray, n: int) -> np.ndarray:
    """Eigenvalue 2(1 - cos(pi j / n)) of the differencing matrix at positions j = 1 .. n - 1."""
    return np.asarray(4 * np.sin(np.pi * position / (2 * n)) ** 2)


def _spectrum(n: int, removed: np.ndarray) -> Spectrum:
    """The n - 1 non-zero eigenvalues without those at the removed positions.

    A sum of a smooth function over many eigenvalues is a trapezoid sum over the circle; one with fewer
    nodes gives the same value to full precision, which keeps the work independent of n.
    """
    if n <= LARGE_N:
        kept = np.delete(np.arange(1, n), removed - 1)
        return Spectrum(eigenvalue(kept, n), np.ones(len(kept)))
    nodes = eigenvalue(np.arange(LARGE_N + 1), LARGE_N)
    weights = np.full(LARGE_N + 1, n / LARGE_N)
    weights[[0, -1]] = (n / LARGE_N - 1) / 2
    return Spectrum(
        np.concatenate([nodes, eigenvalue(removed, n)]),
        np.concatenate([weights, -np.ones(len(removed))]),
    )


def _quantile(spectrum: Spectrum, probability: float) -> float:
    from scipy.optimize import brentq

    reach = ratio_reach(spectrum, 10.0)
    return float(
        brentq(lambda d: ratio_probability(d, spectrum) - probability, reach.low, reach.high, xtol=1e-10)
    )


def ratio_reach(spectrum: Spectrum, deviations: float) -> Interval:
    """So many standard deviations around the mean of the ratio, within its range."""
    values, weight = spectrum.eigenvalues, spectrum.multiplicity
    total = float(weight.sum())
    mean = float(weight @ values) / total
    reach = deviations * float(np.sqrt(2 * (weight @ (values - mean) ** 2) / (total * (total + 2))))
    inside = values[weight > 0]
    margin = 1e-9 * float(np.ptp(inside))
    return Interval(
        max(float(inside.min()) + margin, mean - reach), min(float(inside.max()) - margin, mean + reach)
    )


def ratio_probability(d: float, spectrum: Spectrum) -> float:
    """P(sum of eigenvalue * z^2 over sum of z^2 < d) for independent standard normal z.

    Imhof's integral over u in (0, inf) is smooth in log u and dies off at both ends, where the
    trapezoid rule converges geometrically.
    """
    shifted, weight = spectrum.eigenvalues - d, spectrum.multiplicity
    # Where the modulus of the characteristic function begins to fall.
    scale = -0.5 * np.log(float(np.sum(weight * shifted**2)))
    u = np.exp(scale + np.arange(-32.0, _upper_end(shifted, weight, scale), STEP))
    product = np.outer(u, shifted)
    angle = np.arctan(product) @ weight / 2
    modulus = np.log1p(product**2) @ weight / 4
    above = 0.5 + STEP * float(np.sum(np.sin(angle) * np.exp(-modulus))) / np.pi
    return min(1.0, max(0.0, 1 - above))


def _upper_end(shifted: np.ndarray, weight: np.ndarray, scale: float) -> float:
    """Smallest whole step beyond which the modulus stays below 1e-14."""
    end = 1.0
    while end < 80 and float(np.log1p((np.exp(scale + end) * shifted) ** 2) @ weight) / 4 < 32:
        end += 1
    return end

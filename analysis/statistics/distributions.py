"""Tail probabilities, quantiles, densities and interval solvers of the classical distributions.

Everything goes through scipy.special. Upper tails are taken from the tail itself, never as one minus
a probability, so that p values stay exact down to the smallest double (about 1e-308; below it, 0).
Degrees of freedom may be fractional. Where a value may be an array, the answer is one of its shape.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy import special

N = TypeVar("N", float, np.ndarray)


@dataclass(frozen=True, slots=True)
class Interval:
    """A two-sided interval."""

    low: float
    high: float


def t_two_sided_p(t: N, df: float) -> N:
    """P(|T| >= |t|) for Student's t; 0 for an infinite t."""
    with np.errstate(over="ignore"):
        squared = np.square(t)
    return _plain(_beta_upper(squared, df, 0.5, df / 2), t)


def t_critical(alpha: float, df: float) -> float:
    """Two-sided critical value: P(|T| >= value) = alpha."""
    return float(-special.stdtrit(df, alpha / 2))


def t_density(x: N, df: float) -> N:
    """Density of Student's t."""
    constant = special.gammaln((df + 1) / 2) - special.gammaln(df / 2) - 0.5 * math.log(df * math.pi)
    return _plain(np.exp(constant - (df + 1) / 2 * np.log1p(np.square(x) / df)), x)


def r_two_sided_p(r: N, df: float) -> N:
    """Two-sided p of a product-moment correlation (Fisher, 1915), df = n - 2; 0 for r = -1 and 1."""
    unexplained = np.maximum((1 - np.asarray(r, float)) * (1 + np.asarray(r, float)), 0)
    return _plain(_beta_upper(np.square(r), unexplained, 0.5, df / 2), r)


def r_critical(alpha: float, df: float) -> float:
    """Two-sided critical correlation t / sqrt(t^2 + df)."""
    return 1 / math.sqrt(1 + df / t_critical(alpha, df) ** 2)


def r_density(r: N, df: float) -> N:
    """Density of the sample correlation where the true one is zero, df = n - 2; zero outside -1 to 1."""
    inside = np.maximum((1 - np.asarray(r, float)) * (1 + np.asarray(r, float)), 0)
    with np.errstate(divide="ignore"):
        density = np.exp((df / 2 - 1) * np.log(inside) - special.betaln(df / 2, 0.5))
    return _plain(density, r)


def f_upper_p(f: N, df1: float, df2: float) -> N:
    """P(F >= f); 1 for f <= 0."""
    return _plain(_beta_upper(df1 * np.maximum(f, 0.0), df2, df1 / 2, df2 / 2), f)


def f_critical(alpha: float, df1: float, df2: float) -> float:
    """Upper critical value: P(F >= value) = alpha."""
    share = float(special.betaincinv(df2 / 2, df1 / 2, alpha))
    # Of a share and its complement the smaller one carries full relative precision.
    if share < 0.5:
        return (1 - share) / share * df2 / df1
    rest = float(special.betaincinv(df1 / 2, df2 / 2, 1 - alpha))
    return rest / (1 - rest) * df2 / df1


def f_density(x: N, df1: float, df2: float) -> N:
    """Density of F; zero below 0."""
    positive = np.maximum(np.asarray(x, float), 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithm = (
            special.xlogy(df1 / 2, df1 / df2)
            + special.xlogy(df1 / 2 - 1, positive)
            - (df1 + df2) / 2 * np.log1p(df1 / df2 * positive)
            - special.betaln(df1 / 2, df2 / 2)
        )
    return _plain(np.where(np.asarray(x) < 0, 0.0, np.exp(logarithm)), x)


def chi2_upper_p(chi2: N, df: float) -> N:
    """P(chi-square >= value); 1 for a value <= 0."""
    return _plain(special.gammaincc(df / 2, np.maximum(chi2, 0.0) / 2), chi2)


def chi2_critical(alpha: float, df: float) -> float:
    """Upper critical value: P(chi-square >= value) = alpha."""
    return float(2 * special.gammainccinv(df / 2, alpha))


def chi2_density(x: N, df: float) -> N:
    """Density of chi-square; zero below 0."""
    positive = np.maximum(np.asarray(x, float), 0)
    logarithm = (
        special.xlogy(df / 2 - 1, positive) - positive / 2 - df / 2 * math.log(2) - special.gammaln(df / 2)
    )
    return _plain(np.where(np.asarray(x) < 0, 0.0, np.exp(logarithm)), x)


def normal_cumulative(z: N) -> N:
    """P(Z <= z) of the standard normal."""
    return _plain(special.ndtr(z), z)


def normal_two_sided_p(z: N) -> N:
    """P(|Z| >= |z|)."""
    return _plain(special.erfc(np.abs(z) / math.sqrt(2)), z)


def normal_quantile(p: N) -> N:
    """z with P(Z <= z) = p."""
    return _plain(special.ndtri(p), p)


def normal_critical(alpha: float) -> float:
    """Two-sided critical value: P(|Z| >= value) = alpha."""
    return float(-special.ndtri(alpha / 2))


def wilson_interval(count: int, n: int, level: float = 0.95) -> Interval:
    """Interval of a share, 0 to 1 (Wilson, 1927). Raises ValueError for n = 0."""
    if n <= 0:
        raise ValueError("a share needs at least one case")
    z2 = normal_critical(1 - level) ** 2
    centre = (count + z2 / 2) / (n + z2)
    half = math.sqrt(z2 * (count * (n - count) / n + z2 / 4)) / (n + z2)
    low = 0.0 if count == 0 else centre - half
    high = 1.0 if count == n else centre + half
    return Interval(low, high)


def fisher_interval(r: float, n: int, level: float = 0.95) -> Interval | None:
    """Interval of a correlation through atanh(r) +- z / sqrt(n - 3) (Fisher, 1921).

    None for n <= 3; a perfect correlation gives the interval that is that one point.
    """
    return transformed_correlation_interval(r, 1 / (n - 3), level) if n > 3 else None


def transformed_correlation_interval(r: float, variance: float, level: float) -> Interval:
    """tanh(atanh(r) +- z * sqrt(variance)); r is -1 to 1."""
    if abs(r) >= 1:
        return Interval(r, r)
    centre = math.atanh(r)
    half = normal_critical(1 - level) * math.sqrt(variance)
    return Interval(math.tanh(centre - half), math.tanh(centre + half))


def noncentral_t_interval(t: float, df: float, level: float = 0.95) -> Interval:
    """Interval of the noncentrality that makes the observed t plausible (Steiger and Fouladi, 1997)."""
    tail = (1 - level) / 2

    def cumulative(noncentrality: float) -> float:
        return float(special.nctdtr(df, noncentrality, t))

    reach = 1 + abs(t)
    return Interval(
        falling_root(cumulative, 1 - tail, t - reach, t),
        falling_root(cumulative, tail, t, t + reach),
    )


def noncentral_f_interval(f: float, df1: float, df2: float, level: float = 0.95) -> Interval:
    """Interval of the noncentrality lambda that makes the observed F plausible (Steiger, 2004).

    A limit is 0 where even lambda = 0 puts too little probability below f.
    """
    tail = (1 - level) / 2

    def cumulative(noncentrality: float) -> float:
        return float(special.ncfdtr(df1, df2, noncentrality, f))

    def limit(probability: float) -> float:
        if 1 - float(f_upper_p(f, df1, df2)) <= probability:
            return 0.0
        return falling_root(cumulative, probability, 0.0, 1 + 2 * df1 * f)

    return Interval(limit(1 - tail), limit(tail))


def falling_root(function: Callable[[float], float], target: float, low: float, high: float) -> float:
    """Where a decreasing function reaches target, by bisection to the last double.

    The bracket is widened until it holds the root; a bound of exactly 0 is kept, being the edge of
    the parameter's range.
    """
    width = high - low
    while low != 0 and function(low) < target:
        low, width = low - width, 2 * width
    while function(high) > target:
        high, width = high + width, 2 * width
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if function(middle) > target:
            low = middle
        else:
            high = middle


def _beta_upper(explained: np.ndarray, unexplained: np.ndarray | float, a: float, b: float) -> np.ndarray:
    """P(Beta(a, b) >= explained / (explained + unexplained)), from the smaller and so the exact share."""
    with np.errstate(invalid="ignore"):
        share = explained / (explained + unexplained)
        rest = unexplained / (explained + unexplained)
    return np.where(share < 0.5, special.betaincc(a, b, share), special.betainc(b, a, rest))


def _plain(value: np.ndarray, like: N) -> N:
    if isinstance(like, np.ndarray):
        return value
    return float(value)

"""Tests of whether residuals look normally distributed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from analysis.statistics.distributions import chi2_upper_p
from analysis.statistics.shapiro_wilk import LARGEST, shapiro_wilk
from analysis.statistics.unavailable import NotPossible

SIMULATIONS = 10_000
_SIMULATED_N = 400


@dataclass(frozen=True, slots=True)
class NormalityTest:
    """A test statistic with the p of residuals drawn from a normal distribution."""

    statistic: float
    p: float


@dataclass(frozen=True, slots=True)
class Lilliefors:
    """`method` is that of the p value: Dallal and Wilkinson (1986) below 0.1, else simulated."""

    statistic: float
    p: float
    method: Literal["dallal_wilkinson", "monte_carlo"]


@dataclass(frozen=True, slots=True)
class Normality:
    """Tests on n unstandardised residuals.

    kolmogorov_smirnov: estimated mean and SD, asymptotic p that ignores the estimation (what older
    SPSS printed). lilliefors: the same statistic with a p that allows for it (Lilliefors, 1967).
    shapiro_wilk: None above n = 5000. jarque_bera: Jarque and Bera (1987), chi-square with 2 df.
    skewness, kurtosis: SPSS's G1 and G2 with standard errors.
    """

    n: int
    kolmogorov_smirnov: NormalityTest
    lilliefors: Lilliefors
    shapiro_wilk: NormalityTest | None
    jarque_bera: NormalityTest
    skewness: float
    skewness_se: float
    kurtosis: float
    kurtosis_se: float


@dataclass(frozen=True, slots=True)
class ProbabilityPlot:
    """Normal P-P plot, arrays (n,) in ascending order: Blom (1958) positions and normal probabilities."""

    observed: np.ndarray
    expected: np.ndarray


def normality(residuals: np.ndarray, seed: int) -> Normality:
    """All tests on (n,) residuals. Raises NotPossible: "perfect_fit" where all are zero,
    "too_few_respondents" below four. `seed` starts the simulation of a Lilliefors p above 0.1.
    """
    n = residuals.size
    if n < 4:
        raise NotPossible("too_few_respondents", n=n, needed=4)
    deviations = residuals - residuals.mean()
    squares = deviations * deviations
    variance = float(squares.mean())
    if variance == 0:
        raise NotPossible("perfect_fit", n=n)
    skewness = float(squares @ deviations) / n / variance**1.5
    kurtosis = float(squares @ squares) / n / variance**2 - 3
    jarque_bera = n / 6 * (skewness**2 + kurtosis**2 / 4)
    distance = normal_distance(residuals)
    shapiro = shapiro_wilk(residuals) if n <= LARGEST else None
    skewness_se = math.sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
    return Normality(
        n=n,
        kolmogorov_smirnov=NormalityTest(distance, float(special.kolmogorov(math.sqrt(n) * distance))),
        lilliefors=lilliefors(distance, n, seed),
        shapiro_wilk=NormalityTest(shapiro.w, shapiro.p) if shapiro else None,
        jarque_bera=NormalityTest(jarque_bera, chi2_upper_p(jarque_bera, 2)),
        skewness=skewness * math.sqrt(n * (n - 1)) / (n - 2),
        skewness_se=skewness_se,
        kurtosis=(n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurtosis + 6),
        kurtosis_se=2 * skewness_se * math.sqrt((n**2 - 1) / ((n - 3) * (n + 5))),
    )


def normal_distance(values: np.ndarray) -> float:
    """Kolmogorov's D between (n,) numbers and the normal distribution with their mean and SD (n - 1)."""
    return float(_normal_distances(values[None, :])[0])


def _normal_distances(samples: np.ndarray) -> np.ndarray:
    """D of each row of (m, n)."""
    n = samples.shape[1]
    ordered = np.sort(samples, axis=1)
    ordered = ordered - ordered.mean(axis=1, keepdims=True)
    probability = special.ndtr(ordered / ordered.std(axis=1, ddof=1, keepdims=True))
    above = (np.arange(1, n + 1) / n - probability).max(axis=1)
    below = (probability - np.arange(n) / n).max(axis=1)
    return np.maximum(above, below)


def lilliefors(distance: float, n: int, seed: int) -> Lilliefors:
    """p of D with estimated mean and SD: Dallal and Wilkinson's formula is made for p below 0.1."""
    p = _dallal_wilkinson(distance, n)
    if p < 0.1:
        return Lilliefors(distance, p, "dallal_wilkinson")
    return Lilliefors(distance, _simulated_p(distance, n, seed), "monte_carlo")


def _dallal_wilkinson(distance: float, n: int) -> float:
    size = min(n, 100)
    d = distance * (n / size) ** 0.49
    logarithm = (
        -7.01256 * d**2 * (size + 2.78019)
        + 2.99587 * d * math.sqrt(size + 2.78019)
        - 0.122119
        + 0.974598 / math.sqrt(size)
        + 1.67997 / size
    )
    return math.exp(logarithm) if logarithm < 0 else 1.0


def _simulated_p(distance: float, n: int, seed: int) -> float:
    """Share of normal samples with a larger D.

    Above n = 400 samples of 400 stand in, compared through Stephens's (1974) modified statistic,
    whose distribution hardly depends on n.
    """
    size = min(n, _SIMULATED_N)
    observed = distance * _stephens_factor(n)
    random = np.random.default_rng(seed)
    batch = max(1, 1_000_000 // size)
    larger = 0
    for start in range(0, SIMULATIONS, batch):
        samples = random.standard_normal((min(batch, SIMULATIONS - start), size))
        larger += int((_normal_distances(samples) * _stephens_factor(size) >= observed).sum())
    return (larger + 1) / (SIMULATIONS + 1)


def _stephens_factor(n: int) -> float:
    return math.sqrt(n) - 0.01 + 0.85 / math.sqrt(n)


def probability_plot(residuals: np.ndarray) -> ProbabilityPlot:
    """P-P plot of (n,) residuals; nan where all are equal."""
    n = residuals.size
    ordered = np.sort(residuals)
    with np.errstate(invalid="ignore"):
        z = (ordered - ordered.mean()) / ordered.std(ddof=1)
    return ProbabilityPlot((np.arange(1, n + 1) - 0.375) / (n + 0.25), special.ndtr(z))

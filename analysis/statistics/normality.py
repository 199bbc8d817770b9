"""Tests of whether residuals look normally distributed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NormalityTest:
    statistic: float
    p: float


@dataclass(frozen=True, slots=True)
class Normality:
    """Tests on n unstandardised residuals.

    kolmogorov_smirnov: estimated mean and SD, asymptotic p that ignores the estimation.
    shapiro_wilk: None above n = 5000. skewness, kurtosis: SPSS's G1 and G2 with standard errors.
    """

    n: int
    kolmogorov_smirnov: NormalityTest
    lilliefors: NormalityTest
    shapiro_wilk: NormalityTest | None
    jarque_bera: NormalityTest
    skewness: float
    skewness_se: float
    kurtosis: float
    kurtosis_se: float

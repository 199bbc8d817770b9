"""Bootstrap intervals of regression coefficients by resampling respondents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BootstrapInterval:
    """Bias-corrected and accelerated interval of one coefficient, with its bootstrap SE."""

    ci_low: float
    ci_high: float
    se: float


@dataclass(frozen=True, slots=True)
class BootstrapResult:
    """Intervals keyed "const" and each predictor; `seed` makes them repeatable."""

    n: int
    samples: int
    seed: int
    coefficients: dict[str, BootstrapInterval]

"""Analysis of covariance: a difference between two groups adjusted for covariates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AdjustedDifference:
    """First level minus second at equal covariates, with the adjusted means at the covariates' means."""

    n: int
    covariates: tuple[str, ...]
    difference: float
    se: float
    t: float
    df: int
    p: float
    ci_low: float
    ci_high: float
    partial_eta2: float
    adjusted_means: dict[str, float]

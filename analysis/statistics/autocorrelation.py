"""Dependence between neighbouring residuals in the order of the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Autocorrelation:
    """Durbin-Watson d with its lower and upper 5 % bounds; p is two-sided, for these predictors."""

    n: int
    durbin_watson: float
    d_lower: float | None
    d_upper: float | None
    p: float | None

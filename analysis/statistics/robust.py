"""Standard errors of regression coefficients that do not assume equal residual variance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RobustCoefficient:
    """Robust standard error of one coefficient with its t test (df = n - k - 1) and interval."""

    se: float
    t: float
    p: float
    ci_low: float
    ci_high: float

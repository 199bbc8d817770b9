"""How far predictors repeat each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collinearity:
    tolerance: float
    vif: float


@dataclass(frozen=True, slots=True)
class Multicollinearity:
    """`condition_index` is the largest of `condition_indices` (scaled, with the constant)."""

    n: int
    predictors: dict[str, Collinearity]
    condition_index: float
    condition_indices: tuple[float, ...]

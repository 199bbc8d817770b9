"""How far predictors repeat each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.least_squares import LeastSquares


@dataclass(frozen=True, slots=True)
class Collinearity:
    """tolerance = 1 - R squared of this predictor on the others; vif = 1 / tolerance."""

    tolerance: float
    vif: float


@dataclass(frozen=True, slots=True)
class Multicollinearity:
    """`condition_index` is the largest of `condition_indices` (scaled, with the constant)."""

    n: int
    predictors: dict[str, Collinearity]
    condition_index: float
    condition_indices: tuple[float, ...]

    @property
    def most_collinear(self) -> str:
        """The predictor of the largest VIF; of several that differ in their last bits only, as two always do, the first."""
        return max(self.predictors, key=lambda name: float(f"{self.predictors[name].vif:.9g}"))


def multicollinearity(fit: LeastSquares, x: np.ndarray, predictors: tuple[str, ...]) -> Multicollinearity:
    """Tolerance and VIF of each predictor and Belsley's (1991) condition indices."""
    tolerance = fit.tolerance
    indices = condition_indices(x)
    return Multicollinearity(
        n=fit.n,
        predictors={
            name: Collinearity(float(tolerance[j]), float(1 / tolerance[j]))
            for j, name in enumerate(predictors)
        },
        condition_index=float(indices[-1]),
        condition_indices=tuple(float(index) for index in indices),
    )


def condition_indices(x: np.ndarray) -> np.ndarray:
    """(k + 1,) ascending: largest singular value over each, columns and constant at unit length."""
    columns = np.column_stack([np.ones(x.shape[0]), x])
    columns /= np.sqrt(np.einsum("ij,ij->j", columns, columns))
    lengths = np.linalg.svd(np.linalg.qr(columns, mode="r"), compute_uv=False)
    return lengths[0] / lengths

"""Exploratory factor analysis: parallel analysis, maximum likelihood, varimax and oblimin."""

from __future__ import annotations

from dataclasses import dataclass



@dataclass(frozen=True, slots=True)
class ParallelAnalysis:
    """Eigenvalues of the items beside those of random data of the same size (Horn, 1965).

    `random_mean` and `random_percentile` (95th) are over `samples` normal samples; `factors` counts
    the leading eigenvalues above the percentile.
    """

    eigenvalues: tuple[float, ...]
    random_mean: tuple[float, ...]
    random_percentile: tuple[float, ...]
    factors: int
    samples: int
    seed: int


@dataclass(frozen=True, slots=True)
class RotatedLoadings:
    """Loadings by item, one per factor; items are sorted by their strongest factor, then by size.

    `factor_correlations` is the identity for varimax. `variance_explained` is the sum of squared
    (structure times pattern) loadings of each factor over the number of items.
    """

    loadings: dict[str, tuple[float, ...]]
    factor_correlations: tuple[tuple[float, ...], ...]
    variance_explained: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FactorAnalysisResult:
    """Maximum likelihood factors of all included items, listwise."""

    n: int
    factors: int
    parallel: ParallelAnalysis
    uniquenesses: dict[str, float]
    communalities: dict[str, float]
    chi2: float | None
    df: int
    p: float | None
    varimax: RotatedLoadings
    oblimin: RotatedLoadings
    heywood: bool
    constant_items: tuple[str, ...]



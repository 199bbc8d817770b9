"""Correlations of every pair of scales and scores: Pearson, Spearman, Kendall."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class Pearson:
    """Product-moment correlation with its Fisher interval."""

    r: float
    p: float
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class Spearman:
    """Rank correlation, p from the t approximation, interval of Bonett and Wright (2000)."""

    rho: float
    p: float
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class Kendall:
    """Kendall's tau-b, p from the tie-corrected normal approximation."""

    tau_b: float
    p: float


@dataclass(frozen=True, slots=True)
class PairCorrelation:
    """Two scales on the `n` respondents who have both; `missing` have not."""

    n: int
    missing: int
    pearson: Pearson
    spearman: Spearman
    kendall: Kendall


@dataclass(frozen=True, slots=True)
class CorrelationsResult:
    """Keys of `pairs` are "A ~ B", both in codebook order."""

    pairs: dict[str, PairCorrelation | Unavailable]

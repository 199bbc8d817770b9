"""Are the included items fit for a factor analysis: KMO, Bartlett's test, eigenvalues."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class Bartlett:
    """Bartlett's test of sphericity."""

    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class FactorabilityResult:
    """All included items, listwise; `eigenvalues` of the correlation matrix, largest first.

    `kmo`, `kmo_items` values and `bartlett` are None where the correlation matrix is singular, and
    `unavailable` then says why; `constant_items` were left out.
    """

    n: int
    missing: int
    kmo: float | None
    kmo_items: dict[str, float | None]
    bartlett: Bartlett | None
    eigenvalues: tuple[float, ...]
    constant_items: tuple[str, ...]
    unavailable: Unavailable | None

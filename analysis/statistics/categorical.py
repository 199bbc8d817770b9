"""Association of two categorical columns."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """Pearson's chi-square without continuity correction."""

    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class Association:
    """Two categorical columns, crossed.

    counts[i][j]: respondents in row category i and column category j (empty ones left out).
    cells_below_five: cells whose expected count is below five. fisher_p: Fisher's exact two-sided
    p of a 2 x 2 table, else None. cramer_v_corrected: bias-corrected V (Bergsma, 2013).
    """

    n: int
    dropped: int
    row_categories: tuple[str, ...]
    column_categories: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    chi_square: ChiSquare
    minimum_expected: float
    cells_below_five: int
    fisher_p: float | None
    cramer_v: float
    cramer_v_corrected: float


@dataclass(frozen=True, slots=True)
class AssociationsResult:
    """`pairs`: "A ~ B" for each two demographics or groups, in codebook order."""

    pairs: dict[str, Association | Unavailable]

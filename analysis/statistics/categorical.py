"""Association of two categorical columns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import special

from analysis.statistics.distributions import chi2_upper_p
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.preparation import Prepared

FEWEST_EXPECTED = 5
"""Below this expected count the chi-square approximation is doubted (Cochran, 1954)."""


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """Pearson's (1900) chi-square without continuity correction."""

    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class Association:
    """Two categorical columns, crossed.

    counts[i][j]: respondents in row category i and column category j (empty ones left out).
    cells_below_five: cells whose expected count is below five. fisher_p: Fisher's exact two-sided
    p of a 2 x 2 table, else None. cramer_v: Cramer's (1946) V, biased upwards;
    cramer_v_corrected: without that bias (Bergsma, 2013), None where too few respondents.
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
    cramer_v_corrected: float | None


@dataclass(frozen=True, slots=True)
class AssociationsResult:
    """`pairs`: "A ~ B" for each two demographics or groups, in codebook order."""

    pairs: dict[str, Association | Unavailable]


def compute(prepared: Prepared) -> AssociationsResult:
    """Cross all demographics and groups. Raises NotPossible("fewer_than_two_columns")."""
    names = tuple(prepared.categories)
    if len(names) < 2:
        raise NotPossible("fewer_than_two_columns")
    pairs: dict[str, Association | Unavailable] = {}
    for a, b in combinations(names, 2):
        try:
            pairs[f"{a} ~ {b}"] = _association(prepared, a, b)
        except NotPossible as refusal:
            pairs[f"{a} ~ {b}"] = refusal.unavailable
    return AssociationsResult(pairs)


def _association(prepared: Prepared, a: str, b: str) -> Association:
    order = prepared.category_order[a], prepared.category_order[b]
    codes = [_codes(prepared.categories[name], levels) for name, levels in zip((a, b), order, strict=True)]
    both = (codes[0] >= 0) & (codes[1] >= 0)
    shape = len(order[0]), len(order[1])
    cells = np.bincount(codes[0][both] * shape[1] + codes[1][both], minlength=shape[0] * shape[1])
    table = cells.reshape(shape)
    rows, columns = np.flatnonzero(table.sum(axis=1)), np.flatnonzero(table.sum(axis=0))
    return cross_tabulation(
        table[np.ix_(rows, columns)],
        tuple(order[0][i] for i in rows),
        tuple(order[1][j] for j in columns),
        dropped=int((~both).sum()),
    )


def _codes(values: tuple[str | None, ...], levels: tuple[str, ...]) -> np.ndarray:
    """(n,) place of each value among the levels, -1 where not answered."""
    place: dict[str | None, int] = {level: i for i, level in enumerate(levels)}
    return np.array([place.get(value, -1) for value in values], dtype=np.intp)


def cross_tabulation(
    table: np.ndarray, rows: tuple[str, ...], columns: tuple[str, ...], dropped: int = 0
) -> Association:
    """Tests of an integer (r, c) table without empty rows or columns.

    Raises NotPossible("one_group") unless r and c are at least two.
    """
    if min(table.shape) < 2:
        raise NotPossible("one_group", levels=rows if len(rows) < 2 else columns)
    n = int(table.sum())
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / n
    chi2 = float((np.square(table - expected) / expected).sum())
    df = (table.shape[0] - 1) * (table.shape[1] - 1)
    smallest = min(table.shape) - 1
    return Association(
        n=n,
        dropped=dropped,
        row_categories=rows,
        column_categories=columns,
        counts=tuple(tuple(int(count) for count in row) for row in table),
        chi_square=ChiSquare(chi2, df, chi2_upper_p(chi2, df)),
        minimum_expected=float(expected.min()),
        cells_below_five=int((expected < FEWEST_EXPECTED).sum()),
        fisher_p=fisher_exact_p(table) if table.shape == (2, 2) else None,
        cramer_v=math.sqrt(chi2 / n / smallest),
        cramer_v_corrected=corrected_cramer_v(chi2, n, table.shape[0], table.shape[1]),
    )


def corrected_cramer_v(chi2: float, n: int, rows: int, columns: int) -> float | None:
    """Bergsma's (2013) V: phi squared and both numbers of categories freed of their bias.

    None where so few respondents leave no category over after the correction.
    """
    phi2 = max(0.0, chi2 / n - (rows - 1) * (columns - 1) / (n - 1))
    rows_corrected = rows - (rows - 1) ** 2 / (n - 1)
    columns_corrected = columns - (columns - 1) ** 2 / (n - 1)
    smallest = min(rows_corrected, columns_corrected) - 1
    return math.sqrt(phi2 / smallest) if smallest > 0 else None


def fisher_exact_p(table: np.ndarray) -> float:
    """Two-sided p of an integer (2, 2) table: all tables that are no likelier (Fisher, 1935)."""
    first, second = (int(total) for total in table.sum(axis=1))
    column = int(table[:, 0].sum())
    count = np.arange(max(0, column - second), min(first, column) + 1)
    log_p = _log_choose(first, count) + _log_choose(second, column - count)
    log_p -= special.logsumexp(log_p)
    observed = log_p[int(table[0, 0]) - count[0]]
    # Equally likely tables differ by rounding.
    return min(1.0, float(np.exp(log_p[log_p <= observed + 1e-7]).sum()))


def _log_choose(n: int, k: np.ndarray) -> np.ndarray:
    return -np.log(n + 1) - special.betaln(n - k + 1, k + 1)

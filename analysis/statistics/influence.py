"""Respondents that pull a regression more than others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.least_squares import LeastSquares
from analysis.statistics.unavailable import NotPossible

STUDENTIZED_CUT = 3.0


@dataclass(frozen=True, slots=True)
class InfluentialCase:
    """One flagged respondent; `row` is the row of the spreadsheet."""

    row: int
    cook: float
    studentized_deleted: float


@dataclass(frozen=True, slots=True)
class Influence:
    """Cases with Cook's distance above `cook_cut` (4/n) or |studentised deleted residual| above 3."""

    n: int
    max_cook: float
    cook_cut: float
    flagged: tuple[InfluentialCase, ...]


@dataclass(frozen=True, slots=True)
class CaseDiagnostics:
    """Per respondent (n,): leverage, SPSS's SRESID and SDRESID, Cook's (1977) distance.

    nan where a respondent has leverage 1, and in studentized_deleted where df is 1.
    """

    leverage: np.ndarray
    studentized: np.ndarray
    studentized_deleted: np.ndarray
    cook: np.ndarray

    @property
    def flagged(self) -> np.ndarray:
        """(n,) bool: the cases that influence.Influence lists."""
        far = np.abs(self.studentized_deleted) > STUDENTIZED_CUT
        return far | (self.cook > 4 / self.cook.size)


def case_diagnostics(fit: LeastSquares) -> CaseDiagnostics:
    """Diagnostics of every respondent; all nan for a perfect fit."""
    df = fit.df_residual
    rest = 1 - fit.leverage
    rest[rest < 1e-12] = np.nan
    with np.errstate(divide="ignore", invalid="ignore"):
        studentized = fit.residuals / np.sqrt(fit.ms_residual * rest)
        deleted = studentized * np.sqrt((df - 1) / (df - np.square(studentized)))
        if df == 1:
            deleted = np.full_like(studentized, np.nan)
    cook = np.square(studentized) * (1 - rest) / rest / fit.coefficients.size
    return CaseDiagnostics(1 - rest, studentized, deleted, cook)


def influence(diagnostics: CaseDiagnostics, rows: np.ndarray) -> Influence:
    """Flag cases; `rows` (n,) are their spreadsheet rows. Raises NotPossible("perfect_fit")."""
    if np.isnan(diagnostics.cook).all():
        raise NotPossible("perfect_fit", n=int(rows.size))
    cases = np.flatnonzero(diagnostics.flagged)
    return Influence(
        n=int(rows.size),
        max_cook=float(np.nanmax(diagnostics.cook)),
        cook_cut=4 / rows.size,
        flagged=tuple(
            InfluentialCase(
                row=int(rows[i]),
                cook=float(diagnostics.cook[i]),
                studentized_deleted=float(diagnostics.studentized_deleted[i]),
            )
            for i in cases
        ),
    )

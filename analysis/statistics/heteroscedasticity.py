"""Tests of whether the residual variance depends on the predictors."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import chi2_upper_p, f_upper_p, t_two_sided_p
from analysis.statistics.least_squares import LeastSquares, refit
from analysis.statistics.unavailable import NotPossible

_RANK_CUT = 1e-9
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class BreuschPagan:
    """Studentised Breusch-Pagan test (Koenker, 1981); f, f_p are its F form."""

    lm: float
    df: int
    p: float
    f: float
    f_p: float


@dataclass(frozen=True, slots=True)
class White:
    """White's (1980) test with squares and cross products; df counts linearly independent terms."""

    lm: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class Glejser:
    """Slope of one predictor where the absolute residual is regressed on all of them (Glejser, 1969)."""

    b: float
    se: float
    t: float
    p: float


@dataclass(frozen=True, slots=True)
class Heteroscedasticity:
    """`white` is None where its auxiliary regression is saturated."""

    n: int
    breusch_pagan: BreuschPagan
    white: White | None
    glejser: dict[str, Glejser]


def heteroscedasticity(fit: LeastSquares, x: np.ndarray, predictors: tuple[str, ...]) -> Heteroscedasticity:
    """All three tests. Raises NotPossible("perfect_fit") where no residual is left, and
    "equal_residuals" where all are of one size, so that nothing varies to be explained.
    """
    if fit.ss_residual == 0:
        raise NotPossible("perfect_fit", n=fit.n)
    size = np.abs(fit.residuals)
    if np.ptp(size) <= 1e-12 * size.max():
        raise NotPossible("equal_residuals", n=fit.n)
    return Heteroscedasticity(
        n=fit.n,
        breusch_pagan=breusch_pagan(fit),
        white=white(fit, x),
        glejser=glejser(fit, predictors),
    )


def breusch_pagan(fit: LeastSquares) -> BreuschPagan:
    """n R squared of the squared residuals on the predictors, chi-square with k df.

    The F form is nan where the predictors reproduce the squared residuals exactly.
    """
    auxiliary = refit(fit, np.square(fit.residuals))
    df = fit.df_regression
    lm = fit.n * auxiliary.r_squared
    f = math.nan if _reproduced(auxiliary) else auxiliary.ss_regression / df / auxiliary.ms_residual
    return BreuschPagan(lm, df, chi2_upper_p(lm, df), f, f_upper_p(f, df, fit.df_residual))


def white(fit: LeastSquares, x: np.ndarray) -> White | None:
    """n R squared of the squared residuals on predictors, squares and cross products.

    Terms that repeat others (the square of a dummy) do not count. None where as many terms as
    respondents are left.
    """
    terms = _second_order_terms(x)
    _, lengths, axes = np.linalg.svd(np.linalg.qr(terms, mode="r"))
    df = int((lengths > _RANK_CUT * lengths[0]).sum())
    if df >= fit.n - 1:
        return None
    squared = np.square(fit.residuals)
    deviations = squared - squared.mean()
    # Along the axes of the terms that are not zero; their orthonormal basis is never built.
    explained = axes[:df] @ (terms.T @ deviations) / lengths[:df]
    lm = fit.n * float(explained @ explained) / float(deviations @ deviations)
    return White(lm, df, chi2_upper_p(lm, df))


def _second_order_terms(x: np.ndarray) -> np.ndarray:
    """(n, k(k + 3)/2) predictors, squares and products, of standardised predictors, centred, unit length.

    Standardising changes no fit but keeps a square apart from its predictor numerically.
    """
    z = (x - x.mean(axis=0)) / x.std(axis=0)
    k = x.shape[1]
    terms = np.column_stack([z, *(z[:, [i]] * z[:, i:] for i in range(k))])
    terms -= terms.mean(axis=0)
    norms = np.sqrt(np.einsum("ij,ij->j", terms, terms))
    varying = norms > _RANK_CUT * math.sqrt(x.shape[0])
    return terms[:, varying] / norms[varying]


def _reproduced(auxiliary: LeastSquares) -> bool:
    """Whether nothing but rounding is left of the auxiliary outcome, so that no test exists."""
    return auxiliary.ss_residual <= _ROUNDING**2 * auxiliary.ss_total


def glejser(fit: LeastSquares, predictors: tuple[str, ...]) -> dict[str, Glejser]:
    """Slopes of the absolute residual on all predictors together, each with its t test.

    t and p are nan where the predictors reproduce the absolute residuals exactly.
    """
    auxiliary = refit(fit, np.abs(fit.residuals))
    b, se = auxiliary.coefficients[1:], auxiliary.standard_errors[1:]
    t = np.full_like(b, math.nan) if _reproduced(auxiliary) else b / se
    p = t_two_sided_p(t, fit.df_residual)
    return {
        name: Glejser(float(b[j]), float(se[j]), float(t[j]), float(p[j]))
        for j, name in enumerate(predictors)
    }

"""Standard errors of regression coefficients that do not assume equal, independent residuals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import t_critical, t_two_sided_p
from analysis.statistics.least_squares import LeastSquares


@dataclass(frozen=True, slots=True)
class RobustCoefficient:
    """Robust standard error of one coefficient with its t test (df = n - k - 1) and interval."""

    se: float
    t: float
    p: float
    ci_low: float
    ci_high: float


def hc3_covariance(fit: LeastSquares) -> np.ndarray:
    """(p, p) covariance of the coefficients, residuals over 1 - leverage (MacKinnon and White, 1985).

    nan where a respondent has leverage 1, whose residual says nothing.
    """
    rest = 1 - fit.leverage
    alone = rest < 1e-12
    weight = np.where(alone, np.nan, fit.residuals) / np.where(alone, 1.0, rest)
    scores = fit.orthonormal * weight[:, None]
    return fit.transform @ (scores.T @ scores) @ fit.transform.T


def newey_west_covariance(fit: LeastSquares, lags: int | None = None) -> np.ndarray:
    """(p, p) covariance with Bartlett weights (Newey and West, 1987), for rows in order of time.

    `lags` defaults to the whole part of 4 (n / 100)^(2/9).
    """
    if lags is None:
        lags = int(4 * (fit.n / 100) ** (2 / 9))
    scores = fit.orthonormal * fit.residuals[:, None]
    middle = scores.T @ scores
    for lag in range(1, lags + 1):
        crossed = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (crossed + crossed.T)
    return fit.transform @ middle @ fit.transform.T


def robust_coefficients(
    fit: LeastSquares, covariance: np.ndarray, names: tuple[str, ...], alpha: float
) -> dict[str, RobustCoefficient]:
    """t tests and intervals of the p named coefficients under another covariance, df = n - p."""
    errors = np.sqrt(np.diag(covariance))
    with np.errstate(divide="ignore", invalid="ignore"):
        t = fit.coefficients / errors
    p = np.atleast_1d(t_two_sided_p(t, fit.df_residual))
    half = t_critical(alpha, fit.df_residual) * errors
    return {
        name: RobustCoefficient(
            se=float(errors[j]),
            t=float(t[j]),
            p=float(p[j]),
            ci_low=float(fit.coefficients[j] - half[j]),
            ci_high=float(fit.coefficients[j] + half[j]),
        )
        for j, name in enumerate(names)
    }

"""The assumptions of the regression, each with its tests and the residuals for its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from analysis.statistics.autocorrelation import Autocorrelation, autocorrelation
from analysis.statistics.heteroscedasticity import Heteroscedasticity, heteroscedasticity
from analysis.statistics.influence import CaseDiagnostics, Influence, case_diagnostics, influence
from analysis.statistics.least_squares import LeastSquares, fit_named
from analysis.statistics.linearity import Linearity, linearity
from analysis.statistics.model_sample import complete_pairs, model_sample
from analysis.statistics.multicollinearity import Multicollinearity, multicollinearity
from analysis.statistics.normality import Normality, normality, probability_plot
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.preparation import Prepared

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ResidualSeries:
    """For pictures only: arrays (n,), in the order of `rows` unless said otherwise.

    zpred, zresid, sresid: SPSS's ZPRED, ZRESID and SRESID. pp_observed, pp_expected: normal P-P plot
    after Blom (1958), ascending. In a perfect fit residuals are zero and what divides by them is nan.
    """

    rows: np.ndarray
    fitted: np.ndarray
    residuals: np.ndarray
    zpred: np.ndarray
    zresid: np.ndarray
    sresid: np.ndarray
    leverage: np.ndarray
    cook: np.ndarray
    pp_observed: np.ndarray
    pp_expected: np.ndarray


@dataclass(frozen=True, slots=True)
class AssumptionsResult:
    """Checks of the codebook's model on its n complete cases."""

    n: int
    outcome: str
    predictors: tuple[str, ...]
    normality: Normality | Unavailable
    heteroscedasticity: Heteroscedasticity | Unavailable
    multicollinearity: Multicollinearity | Unavailable
    autocorrelation: Autocorrelation | Unavailable
    linearity: Linearity | Unavailable
    influence: Influence | Unavailable
    series: ResidualSeries = field(compare=False, repr=False)


def compute(prepared: Prepared) -> AssumptionsResult:
    """All checks; raises NotPossible as model_sample and fit_named do."""
    sample = model_sample(prepared)
    settings = prepared.codebook.settings
    fit = fit_named(sample.x, sample.y, sample.predictors)
    cases = case_diagnostics(fit)
    names = sample.predictors
    pairs = {name: complete_pairs(prepared, name, sample.outcome) for name in names}
    return AssumptionsResult(
        n=sample.n,
        outcome=sample.outcome,
        predictors=names,
        normality=_attempt(lambda: normality(fit.residuals, settings.seed)),
        heteroscedasticity=_attempt(lambda: heteroscedasticity(fit, sample.x, names)),
        multicollinearity=multicollinearity(fit, sample.x, names),
        autocorrelation=_attempt(lambda: autocorrelation(fit, settings.alpha)),
        linearity=_attempt(lambda: linearity(fit, pairs)),
        influence=_attempt(lambda: influence(cases, sample.rows)),
        series=residual_series(fit, cases, sample.rows),
    )


def _attempt(check: Callable[[], T]) -> T | Unavailable:
    try:
        return check()
    except NotPossible as refusal:
        return refusal.unavailable


def residual_series(fit: LeastSquares, cases: CaseDiagnostics, rows: np.ndarray) -> ResidualSeries:
    """Residuals in the scalings that SPSS plots."""
    plot = probability_plot(fit.residuals)
    with np.errstate(divide="ignore", invalid="ignore"):
        zpred = (fit.fitted - fit.fitted.mean()) / fit.fitted.std(ddof=1)
        zresid = fit.residuals / np.sqrt(fit.ms_residual)
    return ResidualSeries(
        rows=rows,
        fitted=fit.fitted,
        residuals=fit.residuals,
        zpred=zpred,
        zresid=zresid,
        sresid=cases.studentized,
        leverage=cases.leverage,
        cook=cases.cook,
        pp_observed=plot.observed,
        pp_expected=plot.expected,
    )

"""The assumptions of the regression, each with its tests and the residuals for its pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.influence import Influence
from analysis.statistics.linearity import Linearity
from analysis.statistics.multicollinearity import Multicollinearity
from analysis.statistics.normality import Normality
from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class ResidualSeries:
    """For pictures only (arrays of length n, never written to the JSON).

    zpred, zresid, sresid: SPSS's ZPRED, ZRESID and SRESID, in the order of `rows`.
    pp_observed, pp_expected: normal P-P plot after Blom (1958), sorted.
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

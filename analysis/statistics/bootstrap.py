"""Bootstrap intervals of regression coefficients by resampling respondents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import normal_cumulative, normal_quantile
from analysis.statistics.least_squares import LeastSquares, fit_named
from analysis.statistics.model_sample import model_sample
from analysis.statistics.regression import CONSTANT
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared

MOST_RESPONDENTS = 10_000
"""Above this many respondents intervals from the formula are as good, and resampling takes long."""

_BATCH_DRAWS = 1_000_000
_SINGULAR = 1e-9

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class BootstrapInterval:
    """Bias-corrected and accelerated interval (Efron, 1987) of one coefficient, with its bootstrap SE."""

    ci_low: float
    ci_high: float
    se: float


@dataclass(frozen=True, slots=True)
class BootstrapResult:
    """Intervals keyed "const" and each predictor; `seed` makes them repeatable.

    samples: resamples drawn; usable: those in which the predictors were not dependent.
    """

    n: int
    samples: int
    usable: int
    seed: int
    coefficients: dict[str, BootstrapInterval]


def compute(prepared: Prepared, progress: Progress | None = None) -> BootstrapResult:
    """BCa intervals of the codebook's model; `progress` is told the share done, 0 to 1.

    Raises NotPossible as model_sample and fit_named do, and "not_requested" where the setting is 0,
    "too_many_respondents" above MOST_RESPONDENTS, "too_few_resamples" where fewer than half are usable.
    """
    settings = prepared.codebook.settings
    if settings.bootstrap <= 0:
        raise NotPossible("not_requested")
    sample = model_sample(prepared)
    if sample.n > MOST_RESPONDENTS:
        raise NotPossible("too_many_respondents", n=sample.n, limit=MOST_RESPONDENTS)
    fit = fit_named(sample.x, sample.y, sample.predictors)
    draws = resampled_coefficients(fit, sample.y, settings.bootstrap, settings.seed, progress)
    if draws.shape[0] < settings.bootstrap / 2:
        raise NotPossible("too_few_resamples", usable=int(draws.shape[0]), samples=settings.bootstrap)
    acceleration = jackknife_acceleration(fit)
    return BootstrapResult(
        n=sample.n,
        samples=settings.bootstrap,
        usable=int(draws.shape[0]),
        seed=settings.seed,
        coefficients={
            name: bca_interval(
                draws[:, j], float(fit.coefficients[j]), float(acceleration[j]), settings.alpha
            )
            for j, name in enumerate((CONSTANT, *sample.predictors))
        },
    )


def resampled_coefficients(
    fit: LeastSquares, y: np.ndarray, samples: int, seed: int, progress: Progress | None = None
) -> np.ndarray:
    """(usable, p) coefficients of resamples of the n respondents with replacement.

    Each resample is a row of counts, so that its cross-products are one matrix product with the
    products of all pairs of columns; no resampled data set is ever built.
    """
    n, p = fit.orthonormal.shape
    columns = np.column_stack([fit.orthonormal, y - y.mean()])
    upper = np.triu_indices(p + 1)
    products = columns[:, upper[0]] * columns[:, upper[1]]
    found = []
    done = 0
    for counts in _resample_counts(n, samples, np.random.default_rng(seed)):
        cross = np.empty((counts.shape[0], p + 1, p + 1))
        cross[:, upper[0], upper[1]] = cross[:, upper[1], upper[0]] = counts @ products
        usable = np.linalg.eigvalsh(cross[:, :p, :p])[:, 0] > _SINGULAR
        cross = cross[usable]
        found.append(np.linalg.solve(cross[:, :p, :p], cross[:, :p, p:])[..., 0])
        done += counts.shape[0]
        if progress:
            progress(done / samples)
    coefficients = np.concatenate(found) @ fit.transform.T
    coefficients[:, 0] += y.mean()
    return coefficients


def _resample_counts(n: int, samples: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Batches (m, n) of how often each respondent is drawn."""
    batch = max(1, _BATCH_DRAWS // n)
    for start in range(0, samples, batch):
        size = min(batch, samples - start)
        drawn = random.integers(0, n, size=(size, n)) + np.arange(size)[:, None] * n
        yield np.bincount(drawn.ravel(), minlength=size * n).reshape(size, n).astype(float)


def jackknife_acceleration(fit: LeastSquares) -> np.ndarray:
    """(p,) skewness of the leave-one-out coefficients over six, in closed form from residual and leverage."""
    rest = 1 - fit.leverage
    weight = np.where(rest > 1e-12, fit.residuals / np.where(rest > 1e-12, rest, 1.0), 0.0)
    change = (fit.orthonormal * weight[:, None]) @ fit.transform.T
    change -= change.mean(axis=0)
    squares = np.square(change).sum(axis=0)
    cubes = (change**3).sum(axis=0)
    return np.divide(cubes, 6 * squares**1.5, out=np.zeros_like(cubes), where=squares > 0)


def bca_interval(draws: np.ndarray, estimate: float, acceleration: float, alpha: float) -> BootstrapInterval:
    """BCa interval (Efron, 1987) of level 1 - alpha from (m,) finite draws, m >= 2.

    Draws all on one side of the estimate count as if half a draw lay on the other, so the bias stays finite.
    """
    m = draws.size
    below = (np.count_nonzero(draws < estimate) + np.count_nonzero(draws <= estimate)) / 2
    bias = normal_quantile(min(max(below, 0.5), m - 0.5) / m)
    z = normal_quantile(np.array([alpha / 2, 1 - alpha / 2]))
    shifted = bias + z
    level = normal_cumulative(bias + shifted / (1 - acceleration * shifted))
    low, high = np.quantile(draws, level, method="weibull")
    return BootstrapInterval(float(low), float(high), float(draws.std(ddof=1)))

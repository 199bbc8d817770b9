"""Exploratory factor analysis: parallel analysis, maximum likelihood, varimax and oblimin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import chi2_upper_p
from analysis.statistics.factor_rotation import Rotation, oblimin, varimax
from analysis.statistics.factorability import VaryingItems, is_singular, varying_items
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared

FEWEST_ITEMS = 3
LOWEST_UNIQUENESS = 0.005
PARALLEL_SAMPLES = 200
PARALLEL_PERCENTILE = 95


@dataclass(frozen=True, slots=True)
class ParallelAnalysis:
    """Eigenvalues of the items beside those of random data of the same size (Horn, 1965).

    `random_mean` and `random_percentile` (the 95th) are over `samples` samples of independent normal
    variables; `factors` counts the leading eigenvalues above the percentile.
    """

    eigenvalues: tuple[float, ...]
    random_mean: tuple[float, ...]
    random_percentile: tuple[float, ...]
    factors: int
    samples: int
    seed: int


@dataclass(frozen=True, slots=True)
class RotatedLoadings:
    """Loadings of each item, one per factor; items sorted by their strongest factor, then by size.

    `factor_correlations` is the identity for varimax. `variance_explained` is the share of the items'
    variance (0 to 1) that goes with each factor: pattern times structure, summed over items.
    """

    loadings: dict[str, tuple[float, ...]]
    factor_correlations: tuple[tuple[float, ...], ...]
    variance_explained: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FactorAnalysisResult:
    """Maximum likelihood factors of all included items, on their `n` complete cases.

    `factors` is the number extracted: that suggested by the parallel analysis or asked for, at least
    one and at most what the degrees of freedom allow. `chi2`, `df`, `p` test that so many factors suffice (Bartlett's
    correction), `p` being None at no degrees of freedom. `heywood_items` reached the lowest uniqueness
    allowed (0.005), where loadings are not to be interpreted.
    """

    n: int
    missing: int
    factors: int
    parallel: ParallelAnalysis
    uniquenesses: dict[str, float]
    communalities: dict[str, float]
    chi2: float
    df: int
    p: float | None
    varimax: RotatedLoadings
    oblimin: RotatedLoadings
    heywood_items: tuple[str, ...]
    constant_items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactorModel:
    """loadings: (p, m) unrotated. uniquenesses: (p,). discrepancy: the minimised ML function."""

    loadings: np.ndarray
    uniquenesses: np.ndarray
    discrepancy: float


def compute(prepared: Prepared) -> FactorAnalysisResult:
    """Factors of all included items, as many as the parallel analysis suggests. Errors as explore."""
    return explore(prepared)


def explore(prepared: Prepared, factors: int | None = None) -> FactorAnalysisResult:
    """Factors of all included items, as many as asked for (at most what the degrees of freedom allow).

    Raises NotPossible: no_items, too_few_respondents, fewer_than_three_items, singular_correlation
    (an item repeats others, or there are no more respondents than items).
    """
    items = varying_items(prepared)
    if len(items.names) < FEWEST_ITEMS:
        raise NotPossible("fewer_than_three_items", items=len(items.names))
    # Before the simulation, which takes long for hundreds of items.
    if is_singular(np.linalg.eigvalsh(items.correlation)[::-1]):
        raise NotPossible("singular_correlation", n=items.n, items=len(items.names))
    parallel = parallel_analysis(items.correlation, items.n, prepared.codebook.settings.seed)
    wanted = parallel.factors if factors is None else factors
    return _factored(items, parallel, max(1, min(wanted, most_factors(len(items.names)))))


def _factored(items: VaryingItems, parallel: ParallelAnalysis, factors: int) -> FactorAnalysisResult:
    p = len(items.names)
    model = fit_factors(items.correlation, factors)
    df = ((p - factors) ** 2 - p - factors) // 2
    chi2 = (items.n - 1 - (2 * p + 5) / 6 - 2 * factors / 3) * model.discrepancy
    unique = model.uniquenesses.tolist()
    at_bound = model.uniquenesses <= LOWEST_UNIQUENESS * (1 + 1e-6)
    return FactorAnalysisResult(
        n=items.n,
        missing=items.missing,
        factors=factors,
        parallel=parallel,
        uniquenesses=dict(zip(items.names, unique, strict=True)),
        communalities={name: 1 - value for name, value in zip(items.names, unique, strict=True)},
        chi2=chi2,
        df=df,
        p=chi2_upper_p(chi2, df) if df > 0 else None,
        varimax=_sorted_loadings(items.names, varimax(model.loadings)),
        oblimin=_sorted_loadings(items.names, oblimin(model.loadings)),
        heywood_items=tuple(items.names[j] for j in np.flatnonzero(at_bound)),
        constant_items=items.constant,
    )


def most_factors(items: int) -> int:
    """Largest m with ((p - m)^2 - (p + m)) / 2 >= 0 degrees of freedom."""
    return int(np.floor((2 * items + 1 - np.sqrt(8 * items + 1)) / 2))


def parallel_analysis(
    correlation: np.ndarray, n: int, seed: int, samples: int = PARALLEL_SAMPLES
) -> ParallelAnalysis:
    """Parallel analysis of a (p, p) correlation matrix from n cases, reproducible by its seed."""
    random = np.random.default_rng(seed)
    p = len(correlation)
    eigenvalues = np.linalg.eigvalsh(correlation)[::-1]
    simulated = np.array([_random_eigenvalues(n, p, random) for _ in range(samples)])
    percentile = np.percentile(simulated, PARALLEL_PERCENTILE, axis=0)
    above = eigenvalues > percentile
    return ParallelAnalysis(
        eigenvalues=tuple(eigenvalues.tolist()),
        random_mean=tuple(simulated.mean(axis=0).tolist()),
        random_percentile=tuple(percentile.tolist()),
        factors=p if above.all() else int(np.argmin(above)),
        samples=samples,
        seed=seed,
    )


def _random_eigenvalues(n: int, p: int, random: np.random.Generator) -> np.ndarray:
    """Eigenvalues, largest first, of the correlations of n cases of p independent normal variables.

    With more cases than variables the scatter matrix is drawn directly from its Wishart distribution
    by Bartlett's decomposition (1933), whose cost does not grow with n.
    """
    if n - 1 >= p:
        factor = np.tril(random.standard_normal((p, p)), -1)
        factor[np.diag_indices(p)] = np.sqrt(random.chisquare(n - 1 - np.arange(p)))
    else:
        cases = random.standard_normal((n, p))
        factor = (cases - cases.mean(axis=0)).T
    factor /= np.sqrt(np.sum(factor**2, axis=1, keepdims=True))
    return np.linalg.eigvalsh(factor @ factor.T)[::-1]


def fit_factors(correlation: np.ndarray, factors: int) -> FactorModel:
    """Maximum likelihood for m factors, minimised over the uniquenesses alone (Joreskog, 1967).

    Uniquenesses stay within 0.005 and 1, as in R's factanal. Loadings are those of the canonical
    solution, with positive column sums.
    """
    from scipy.optimize import minimize

    def discrepancy(uniquenesses: np.ndarray) -> float:
        scale = np.sqrt(uniquenesses)
        values = np.linalg.eigvalsh(correlation / np.outer(scale, scale))[: len(scale) - factors]
        return float(np.sum(values - np.log(values) - 1))

    def gradient(uniquenesses: np.ndarray) -> np.ndarray:
        loadings = _canonical_loadings(correlation, uniquenesses, factors)
        implied = np.sum(loadings**2, axis=1) + uniquenesses
        return np.asarray((implied - np.diag(correlation)) / uniquenesses**2)

    start = (1 - factors / (2 * len(correlation))) / np.diag(np.linalg.inv(correlation))
    found = minimize(
        discrepancy,
        np.clip(start, LOWEST_UNIQUENESS, 1),
        jac=gradient,
        method="L-BFGS-B",
        bounds=[(LOWEST_UNIQUENESS, 1.0)] * len(correlation),
        options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 1000, "maxcor": 20},
    )
    loadings = _canonical_loadings(correlation, found.x, factors)
    sign = np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    return FactorModel(loadings * sign, found.x, float(found.fun))


def _canonical_loadings(correlation: np.ndarray, uniquenesses: np.ndarray, factors: int) -> np.ndarray:
    scale = np.sqrt(uniquenesses)
    values, vectors = np.linalg.eigh(correlation / np.outer(scale, scale))
    size = np.sqrt(np.maximum(values[::-1][:factors] - 1, 0.0))
    return np.asarray(scale[:, None] * vectors[:, ::-1][:, :factors] * size)


def _sorted_loadings(names: tuple[str, ...], rotation: Rotation) -> RotatedLoadings:
    strongest = np.argmax(np.abs(rotation.loadings), axis=1)
    size = np.max(np.abs(rotation.loadings), axis=1)
    order = np.lexsort((-size, strongest))
    share = np.sum(rotation.loadings * (rotation.loadings @ rotation.correlations), axis=0) / len(names)
    return RotatedLoadings(
        {names[j]: tuple(rotation.loadings[j].tolist()) for j in order},
        tuple(tuple(row) for row in rotation.correlations.tolist()),
        tuple(share.tolist()),
    )

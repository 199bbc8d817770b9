"""Are the included items fit for a factor analysis: KMO, Bartlett's test, eigenvalues."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import chi2_upper_p
from analysis.statistics.item_covariance import shared_item_covariance
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.preparation import Prepared

FEWEST_RESPONDENTS = 3
SINGULAR = 1e-10
"""A smallest eigenvalue below this share of the largest makes the correlation matrix singular."""


@dataclass(frozen=True, slots=True)
class Bartlett:
    """Bartlett's test of sphericity (1950)."""

    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class FactorabilityResult:
    """All included items that vary, on their `n` complete cases.

    `eigenvalues` of the correlation matrix, largest first. `kmo`, the values of `kmo_items` and
    `bartlett` are None where the correlation matrix is singular, which `kmo_unavailable` then says.
    `constant_items` were left out because all answers are the same.
    """

    n: int
    missing: int
    kmo: float | None
    kmo_items: dict[str, float | None]
    bartlett: Bartlett | None
    eigenvalues: tuple[float, ...]
    constant_items: tuple[str, ...]
    kmo_unavailable: Unavailable | None


@dataclass(frozen=True, slots=True)
class VaryingItems:
    """The p included items that vary: their names, correlations (p, p), and who was counted."""

    names: tuple[str, ...]
    correlation: np.ndarray
    n: int
    missing: int
    constant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SamplingAdequacy:
    """Kaiser-Meyer-Olkin measure, overall and of each item (p,)."""

    overall: float
    items: np.ndarray


def compute(prepared: Prepared) -> FactorabilityResult:
    """Factorability of all included items. Errors as varying_items."""
    items = varying_items(prepared)
    eigenvalues = np.linalg.eigvalsh(items.correlation)[::-1]
    if is_singular(eigenvalues):
        return FactorabilityResult(
            n=items.n,
            missing=items.missing,
            kmo=None,
            kmo_items=dict.fromkeys(items.names),
            bartlett=None,
            eigenvalues=tuple(eigenvalues.tolist()),
            constant_items=items.constant,
            kmo_unavailable=Unavailable("singular_correlation", {"n": items.n, "items": len(items.names)}),
        )
    adequacy = kaiser_meyer_olkin(items.correlation)
    return FactorabilityResult(
        n=items.n,
        missing=items.missing,
        kmo=adequacy.overall,
        kmo_items=dict(zip(items.names, adequacy.items.tolist(), strict=True)),
        bartlett=bartlett_sphericity(eigenvalues, items.n),
        eigenvalues=tuple(eigenvalues.tolist()),
        constant_items=items.constant,
        kmo_unavailable=None,
    )


def varying_items(prepared: Prepared) -> VaryingItems:
    """Correlations of the included items that vary, listwise.

    Raises NotPossible: no_items, too_few_respondents (below three complete cases), one_item (fewer
    than two items vary).
    """
    names = prepared.item_names
    if not names:
        raise NotPossible("no_items")
    moments = shared_item_covariance(prepared, names)
    if moments.n < FEWEST_RESPONDENTS:
        raise NotPossible("too_few_respondents", n=moments.n, needed=FEWEST_RESPONDENTS)
    used = np.flatnonzero(~moments.constant)
    if len(used) < 2:
        raise NotPossible("one_item", items=len(used))
    return VaryingItems(
        names=tuple(names[j] for j in used),
        correlation=moments.select(used).correlation,
        n=moments.n,
        missing=moments.missing,
        constant=tuple(names[j] for j in np.flatnonzero(moments.constant)),
    )


def is_singular(eigenvalues: np.ndarray) -> bool:
    """Whether eigenvalues, largest first, are those of a singular matrix up to rounding."""
    return bool(eigenvalues[-1] <= SINGULAR * eigenvalues[0])


def kaiser_meyer_olkin(correlation: np.ndarray) -> SamplingAdequacy:
    """Squared correlations over those plus squared partial correlations (Kaiser, 1974).

    Independent items, with neither, have no measure: nan.
    """
    inverse = np.linalg.inv(correlation)
    scale = np.sqrt(np.diag(inverse))
    partial = inverse / np.outer(scale, scale)
    between = ~np.eye(len(correlation), dtype=bool)
    observed = np.sum(correlation**2 * between, axis=0)
    controlled = np.sum(partial**2 * between, axis=0)
    with np.errstate(invalid="ignore"):
        overall = observed.sum() / (observed.sum() + controlled.sum())
        return SamplingAdequacy(float(overall), observed / (observed + controlled))


def bartlett_sphericity(eigenvalues: np.ndarray, n: int) -> Bartlett:
    """chi2 = -(n - 1 - (2p + 5) / 6) ln |R| with p(p - 1)/2 degrees of freedom."""
    items = len(eigenvalues)
    chi2 = -(n - 1 - (2 * items + 5) / 6) * float(np.log(eigenvalues).sum())
    df = items * (items - 1) // 2
    return Bartlett(chi2, df, chi2_upper_p(chi2, df))

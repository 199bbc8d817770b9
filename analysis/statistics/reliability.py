"""Internal consistency of each scale: Cronbach's alpha, omega, and what each item contributes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import Interval, f_critical
from analysis.statistics.item_covariance import ItemCovariance, shared_item_covariance
from analysis.statistics.one_factor import Omega, omega_total
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.statistics.validity import CANCELLATION, item_total_correlations
from analysis.study.codebook import Settings
from analysis.study.preparation import Prepared

FEWEST_RESPONDENTS = 3


@dataclass(frozen=True, slots=True)
class ItemDeleted:
    """The scale without one item; `alpha` is None where fewer than two items are left."""

    alpha: float | None
    scale_mean: float
    scale_variance: float
    r_corrected: float | None


@dataclass(frozen=True, slots=True)
class ScaleReliability:
    """One scale on its complete cases, `n` of them; `missing` respondents were not complete.

    `items` counts the items used; `constant_items` names those left out because all answers are the
    same, as SPSS leaves them out. `alpha` may be negative and is never clipped; `ci_low` and `ci_high`
    are Feldt's interval at the level 1 - alpha of the settings. `reliable` is alpha > reliability_cut.
    `omega_total` with its delta interval is None where `omega_unavailable` says why.
    `alpha_standardized` is None where the standardised items sum to a constant; `spearman_brown` exists
    for two items only, where it is the same figure.
    `reversed_looking` names items whose correlation with the rest of the scale is negative.
    """

    items: int
    n: int
    missing: int
    alpha: float
    ci_low: float
    ci_high: float
    alpha_standardized: float | None
    omega_total: float | None
    omega_ci_low: float | None
    omega_ci_high: float | None
    omega_unavailable: Unavailable | None
    spearman_brown: float | None
    mean_inter_item_r: float
    reliable: bool
    scale_mean: float
    scale_variance: float
    reversed_looking: tuple[str, ...]
    constant_items: tuple[str, ...]
    if_deleted: dict[str, ItemDeleted]


@dataclass(frozen=True, slots=True)
class ReliabilityResult:
    """Keys of `scales` are names of scales that have items, in codebook order."""

    scales: dict[str, ScaleReliability | Unavailable]


def compute(prepared: Prepared) -> ReliabilityResult:
    """Reliability of every scale of items. Raises NotPossible("no_items") where there is none."""
    settings = prepared.codebook.settings
    scales: dict[str, ScaleReliability | Unavailable] = {}
    for scale in prepared.scales.values():
        if scale.items:
            moments = shared_item_covariance(prepared, scale.items)
            scales[scale.name] = _scale_or_reason(scale.items, moments, settings)
    if not scales:
        raise NotPossible("no_items")
    return ReliabilityResult(scales)


def _scale_or_reason(
    items: tuple[str, ...], moments: ItemCovariance, settings: Settings
) -> ScaleReliability | Unavailable:
    try:
        return scale_reliability(items, moments, settings)
    except NotPossible as refusal:
        return refusal.unavailable


def scale_reliability(
    items: tuple[str, ...], moments: ItemCovariance, settings: Settings
) -> ScaleReliability:
    """Reliability of one scale from the moments of its items.

    Raises NotPossible: one_item, too_few_respondents (below three complete cases), zero_variance
    (fewer than two items vary, or the total does not).
    """
    if len(items) == 1:
        raise NotPossible("one_item", item=items[0])
    if moments.n < FEWEST_RESPONDENTS:
        raise NotPossible("too_few_respondents", n=moments.n, needed=FEWEST_RESPONDENTS)
    used = np.flatnonzero(~moments.constant)
    constant = tuple(items[j] for j in np.flatnonzero(moments.constant))
    if len(used) < 2:
        raise NotPossible("zero_variance", columns=constant)
    return _varying_items(tuple(items[j] for j in used), constant, moments.select(used), settings)


def _varying_items(
    items: tuple[str, ...], constant: tuple[str, ...], moments: ItemCovariance, settings: Settings
) -> ScaleReliability:
    covariance, k = moments.covariance, len(items)
    alpha = cronbach_alpha(covariance)
    interval = feldt_interval(alpha, moments.n, k, 1 - settings.alpha)
    mean_r = mean_inter_item_r(moments.correlation)
    spread = 1 + (k - 1) * mean_r
    standardized = k * mean_r / spread if spread > CANCELLATION else None
    omega, omega_unavailable = _omega_or_reason(covariance, moments.n, 1 - settings.alpha)
    if_deleted = items_deleted(items, moments)
    negative = [name for name, left in if_deleted.items() if (left.r_corrected or 0) < 0]
    return ScaleReliability(
        items=k,
        n=moments.n,
        missing=moments.missing,
        alpha=alpha,
        ci_low=interval.low,
        ci_high=interval.high,
        alpha_standardized=standardized,
        omega_total=omega.value if omega else None,
        omega_ci_low=omega.interval.low if omega else None,
        omega_ci_high=omega.interval.high if omega else None,
        omega_unavailable=omega_unavailable,
        spearman_brown=standardized if k == 2 else None,
        mean_inter_item_r=mean_r,
        reliable=alpha > settings.reliability_cut,
        scale_mean=float(moments.mean.sum()),
        scale_variance=float(covariance.sum()),
        reversed_looking=tuple(negative),
        constant_items=constant,
        if_deleted=if_deleted,
    )


def _omega_or_reason(covariance: np.ndarray, n: int, level: float) -> tuple[Omega | None, Unavailable | None]:
    try:
        return omega_total(covariance, n, level), None
    except NotPossible as refusal:
        return None, refusal.unavailable


def cronbach_alpha(covariance: np.ndarray) -> float:
    """Alpha from the (k, k) item covariance, k >= 2 (Cronbach, 1951). Negative values are kept.

    Raises NotPossible("zero_variance") where the total does not vary.
    """
    k, total = len(covariance), float(covariance.sum())
    if total <= CANCELLATION * float(np.abs(covariance).sum()):
        raise NotPossible("zero_variance")
    return k / (k - 1) * (1 - float(np.trace(covariance)) / total)


def feldt_interval(alpha: float, n: int, k: int, level: float) -> Interval:
    """Interval of alpha (Feldt, 1965) on F with n - 1 and (n - 1)(k - 1) degrees of freedom."""
    tail, df1, df2 = (1 - level) / 2, n - 1, (n - 1) * (k - 1)
    return Interval(
        1 - (1 - alpha) * f_critical(tail, df1, df2),
        1 - (1 - alpha) / f_critical(tail, df2, df1),
    )


def mean_inter_item_r(correlation: np.ndarray) -> float:
    """Mean of the k(k-1)/2 correlations between k >= 2 items that vary; `correlation` is (k, k)."""
    k = len(correlation)
    return float(correlation.sum() - np.trace(correlation)) / (k * (k - 1))


def items_deleted(items: tuple[str, ...], moments: ItemCovariance) -> dict[str, ItemDeleted]:
    """The scale without each item in turn, all from the one covariance matrix."""
    covariance, k = moments.covariance, len(items)
    variance, with_total = np.diag(covariance), covariance.sum(axis=1)
    rest = covariance.sum() - 2 * with_total + variance
    negligible = CANCELLATION * np.abs(covariance).sum()
    corrected = item_total_correlations(covariance).r_corrected
    deleted = {}
    for j, item in enumerate(items):
        left = float(rest[j]) if rest[j] > negligible else 0.0
        alpha = None
        if k > 2 and left > 0:
            alpha = (k - 1) / (k - 2) * (1 - float(variance.sum() - variance[j]) / left)
        r = float(corrected[j]) if np.isfinite(corrected[j]) else None
        deleted[item] = ItemDeleted(alpha, float(moments.mean.sum() - moments.mean[j]), left, r)
    return deleted

"""Item validity: the correlation of each item with the total of its scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import fisher_interval, r_critical, r_two_sided_p
from analysis.statistics.item_covariance import ItemCovariance, shared_item_covariance
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook import Settings
from analysis.study.preparation import Prepared

FEWEST_RESPONDENTS = 3
CANCELLATION = 1e-12
"""A variance below this share of its summands is zero up to rounding."""


@dataclass(frozen=True, slots=True)
class ItemValidity:
    """One item against its scale; `n` is the number of complete cases of that scale.

    `r` is with the total that contains the item, `p` its two-sided probability at n - 2 degrees of
    freedom; `r_corrected` is with the total without it, `ci_low` and `ci_high` its Fisher interval at
    the level 1 - alpha. `valid` is r > r_table, so that a negative r never is. `df` and `r_table`
    follow the settings; `r_table_reference` is the critical r at n - 2 and `valid_reference` the
    verdict by it; `valid_corrected` is the verdict of r_corrected by it.
    """

    scale: str
    n: int
    df: int
    r_table: float
    r: float
    p: float
    r_corrected: float | None
    ci_low: float | None
    ci_high: float | None
    valid: bool
    r_table_reference: float
    valid_reference: bool
    valid_corrected: bool | None


@dataclass(frozen=True, slots=True)
class ValidityResult:
    """`df` and `r_table` are None where the number of complete cases differs between scales.

    Keys of `items` are short names, in codebook order. An item of a scale with one item, without
    variance, or with fewer than three complete cases has the reason instead.
    """

    alpha: float
    df: int | None
    r_table: float | None
    items: dict[str, ItemValidity | Unavailable]


@dataclass(frozen=True, slots=True)
class ItemTotalCorrelations:
    """(k,) correlations of each item with the total, and with the total without it (the corrected).

    A value that does not exist (constant item, constant total) is nan.
    """

    r: np.ndarray
    r_corrected: np.ndarray


def compute(prepared: Prepared) -> ValidityResult:
    """Validity of every included item, listwise within its scale. Raises NotPossible without items."""
    if not prepared.item_names:
        raise NotPossible("no_items")
    settings = prepared.codebook.settings
    found: dict[str, ItemValidity | Unavailable] = {}
    for scale in prepared.scales.values():
        if scale.items:
            moments = shared_item_covariance(prepared, scale.items)
            found |= scale_validity(scale.name, scale.items, moments, settings)
    items = {name: found[name] for name in prepared.item_names if name in found}
    if not items:
        raise NotPossible("no_items")
    tables = {(item.df, item.r_table) for item in items.values() if isinstance(item, ItemValidity)}
    df, r_table = tables.pop() if len(tables) == 1 else (None, None)
    return ValidityResult(settings.alpha, df, r_table, items)


def scale_validity(
    scale: str, items: tuple[str, ...], moments: ItemCovariance, settings: Settings
) -> dict[str, ItemValidity | Unavailable]:
    """Validity of the items of one scale, from their moments, in the order of the scale.

    Unavailable in place of an item: "one_item", "too_few_respondents" below three complete cases, and
    "zero_variance" of an item that does not vary or whose total does not.
    """
    if len(items) == 1:
        return {items[0]: Unavailable("one_item", {"scale": scale})}
    if moments.n < FEWEST_RESPONDENTS:
        few = Unavailable("too_few_respondents", {"n": moments.n, "needed": FEWEST_RESPONDENTS})
        return dict.fromkeys(items, few)
    correlations = item_total_correlations(moments.covariance)
    return {
        item: _item_validity(scale, moments.n, float(r), float(corrected), settings)
        if np.isfinite(r)
        else Unavailable("zero_variance", {"item": item})
        for item, r, corrected in zip(items, correlations.r, correlations.r_corrected, strict=True)
    }


def item_total_correlations(covariance: np.ndarray) -> ItemTotalCorrelations:
    """Item-total correlations from the (k, k) item covariance.

    cov(item, total) is a row sum, var(total) the sum of all; leaving the item out subtracts its own
    row and column (Henrysson, 1963).
    """
    variance = np.diag(covariance)
    with_total = covariance.sum(axis=1)
    total = covariance.sum()
    rest = total - 2 * with_total + variance
    # Sums of absolute values tell a true zero from what cancellation leaves behind.
    negligible = CANCELLATION * np.abs(covariance).sum()
    r = _correlation(with_total, variance, np.full(len(variance), total), negligible)
    return ItemTotalCorrelations(r, _correlation(with_total - variance, variance, rest, negligible))


def _correlation(
    covariance: np.ndarray, variance: np.ndarray, other_variance: np.ndarray, negligible: float
) -> np.ndarray:
    exists = (variance > 0) & (other_variance > negligible)
    scale = np.sqrt(np.where(exists, variance * other_variance, 1.0))
    return np.where(exists, np.clip(covariance / scale, -1.0, 1.0), np.nan)


def _item_validity(scale: str, n: int, r: float, corrected: float, settings: Settings) -> ItemValidity:
    reference = r_critical(settings.alpha, n - 2)
    df = n if settings.validity_df == "n" else n - 2
    r_table = r_critical(settings.alpha, df)
    exists = bool(np.isfinite(corrected))
    interval = fisher_interval(corrected, n, 1 - settings.alpha) if exists else None
    return ItemValidity(
        scale=scale,
        n=n,
        df=df,
        r_table=r_table,
        r=r,
        p=r_two_sided_p(r, n - 2),
        r_corrected=corrected if exists else None,
        ci_low=interval.low if interval else None,
        ci_high=interval.high if interval else None,
        valid=r > r_table,
        r_table_reference=reference,
        valid_reference=r > reference,
        valid_corrected=corrected > reference if exists else None,
    )

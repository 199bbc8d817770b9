"""Internal consistency of each scale: Cronbach's alpha, omega, and what each item contributes."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class ItemDeleted:
    """The scale without one item; `alpha` is None where fewer than two items are left."""

    alpha: float | None
    scale_mean: float
    scale_variance: float
    r_corrected: float | None


@dataclass(frozen=True, slots=True)
class ScaleReliability:
    """One scale on its complete cases.

    `items` counts the items used, `constant_items` names those left out because all answers are the
    same. `ci_low` and `ci_high` are Feldt's interval of alpha. `omega_total` is None where
    `omega_unavailable` says why. `reversed_looking` names items whose correlation with the rest of
    the scale is negative. `spearman_brown` exists for two items only.
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
    mean_inter_item_r: float | None
    reliable: bool
    scale_mean: float
    scale_variance: float
    reversed_looking: tuple[str, ...]
    constant_items: tuple[str, ...]
    if_deleted: dict[str, ItemDeleted]


@dataclass(frozen=True, slots=True)
class ReliabilityResult:
    """Keys of `scales` are scale names, in codebook order."""

    scales: dict[str, ScaleReliability | Unavailable]

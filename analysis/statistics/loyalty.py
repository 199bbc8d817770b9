"""The loyalty map: attachment against repeat purchase (Dick and Basu, 1994)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoyaltyShare:
    """Respondents of one class; percent and its Wilson interval are 0 to 100."""

    n: int
    percent: float | None
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True, slots=True)
class LoyaltyCuts:
    """High is strictly above the cut, on each axis."""

    attachment: float
    repeat_purchase: float


@dataclass(frozen=True, slots=True)
class MedianSplit:
    """The same classes cut at the sample medians, to see how far they depend on the cut."""

    cuts: LoyaltyCuts
    categories: dict[str, LoyaltyShare]


@dataclass(frozen=True, slots=True)
class LoyaltyResult:
    """Keys of `categories`: premium, latent, weak, none; `by_group` has them by level of the model's group.

    `cut` is the midpoint where both axes have the same one, else None; `cuts` has both.
    """

    attachment: str
    repeat_purchase: str
    n: int
    missing: int
    cut: float | None
    cuts: LoyaltyCuts
    categories: dict[str, LoyaltyShare]
    by_group: dict[str, dict[str, LoyaltyShare]]
    median_split: MedianSplit

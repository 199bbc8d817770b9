"""The loyalty map: attachment against repeat purchase (Dick and Basu, 1994)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import wilson_interval
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared

CLASSES = ("premium", "latent", "weak", "none")
"""High on both; high attachment only; high repeat purchase only; low on both."""


@dataclass(frozen=True, slots=True)
class LoyaltyShare:
    """Respondents of one class; percent and its Wilson interval are 0 to 100, None in an empty group."""

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
    """Keys of `categories` are CLASSES; `by_group` has them for each level of the model's group.

    `attachment` and `repeat_purchase` name the axes; `n` respondents have both, `missing` have not.
    `cut` is the midpoint of the declared points where both axes have the same one, else None; `cuts`
    has both.
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


@dataclass(frozen=True, slots=True)
class LoyaltyAxis:
    """One axis of the map: (n,) values, nan where missing, and the declared ends."""

    name: str
    values: np.ndarray
    low: float
    high: float

    @property
    def midpoint(self) -> float:
        return (self.low + self.high) / 2


def compute(prepared: Prepared) -> LoyaltyResult:
    """The four classes, overall and by group.

    Raises NotPossible: no_loyalty_axes (the model names none), unknown_axis, no_points (an axis
    without declared points has no midpoint), too_few_respondents.
    """
    model = prepared.codebook.model
    if not model.attachment or not model.repeat_purchase:
        raise NotPossible("no_loyalty_axes")
    attachment = axis(prepared, model.attachment)
    repeat = axis(prepared, model.repeat_purchase)
    present = ~(np.isnan(attachment.values) | np.isnan(repeat.values))
    if not present.any():
        raise NotPossible("too_few_respondents", n=0, needed=1)
    level = 1 - prepared.codebook.settings.alpha
    cuts = LoyaltyCuts(attachment.midpoint, repeat.midpoint)
    medians = LoyaltyCuts(
        float(np.median(attachment.values[present])), float(np.median(repeat.values[present]))
    )
    codes = class_codes(attachment.values, repeat.values, cuts)
    by_median = class_codes(attachment.values, repeat.values, medians)
    return LoyaltyResult(
        attachment=model.attachment,
        repeat_purchase=model.repeat_purchase,
        n=int(present.sum()),
        missing=int(np.sum(~present)),
        cut=cuts.attachment if cuts.attachment == cuts.repeat_purchase else None,
        cuts=cuts,
        categories=class_shares(codes[present], level),
        by_group=_by_group(prepared, codes, present, level),
        median_split=MedianSplit(medians, class_shares(by_median[present], level)),
    )


def axis(prepared: Prepared, name: str) -> LoyaltyAxis:
    """A scale by its name, else an included item by its short name. Errors as compute."""
    if name in prepared.scales:
        scale = prepared.scales[name]
        values, low, high = prepared.scores[name], scale.low, scale.high
    elif name in prepared.item_names:
        values = prepared.answers[:, prepared.item_names.index(name)]
        low, high = prepared.item_points.get(name, (None, None))
    else:
        raise NotPossible("unknown_axis", axis=name)
    if low is None or high is None:
        raise NotPossible("no_points", axis=name)
    return LoyaltyAxis(name, values, low, high)


def class_codes(attachment: np.ndarray, repeat_purchase: np.ndarray, cuts: LoyaltyCuts) -> np.ndarray:
    """(n,) positions in CLASSES; a value on the cut is low, and so is a missing one."""
    # A mean on the cut up to rounding is on the cut.
    high_attachment = attachment > cuts.attachment + 1e-9 * max(1.0, abs(cuts.attachment))
    high_repeat = repeat_purchase > cuts.repeat_purchase + 1e-9 * max(1.0, abs(cuts.repeat_purchase))
    return np.where(high_attachment, np.where(high_repeat, 0, 1), np.where(high_repeat, 2, 3))


def class_shares(codes: np.ndarray, level: float) -> dict[str, LoyaltyShare]:
    """Count and Wilson interval of each class among the (n,) codes."""
    counts = np.bincount(codes, minlength=len(CLASSES)).tolist()
    return {name: _share(count, len(codes), level) for name, count in zip(CLASSES, counts, strict=True)}


def _share(count: int, n: int, level: float) -> LoyaltyShare:
    if n == 0:
        return LoyaltyShare(0, None, None, None)
    interval = wilson_interval(count, n, level)
    return LoyaltyShare(count, 100 * count / n, 100 * interval.low, 100 * interval.high)


def _by_group(
    prepared: Prepared, codes: np.ndarray, present: np.ndarray, level: float
) -> dict[str, dict[str, LoyaltyShare]]:
    group = prepared.codebook.model.group
    if group not in prepared.categories:
        return {}
    members = np.array(prepared.categories[group], dtype=object)
    return {
        name: class_shares(codes[present & (members == name)], level)
        for name in prepared.category_order[group]
    }

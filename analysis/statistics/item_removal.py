"""What leaving items out changed: the scales and the model with those items and without them."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics import regression, reliability, validity
from analysis.statistics.regression import Coefficient, RegressionResult
from analysis.statistics.reliability import ScaleReliability
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.statistics.validity import ItemValidity
from analysis.study.preparation import Prepared


@dataclass(frozen=True, slots=True)
class LeftOutItem:
    """An item as it was inside its full scale; `reason` is the person's own."""

    scale: str
    reason: str
    r: float
    r_corrected: float | None
    alpha_if_deleted: float | None


@dataclass(frozen=True, slots=True)
class ScaleFigures:
    """`n` complete cases of so many `items`."""

    items: int
    n: int
    alpha: float
    ci_low: float
    ci_high: float
    mean_inter_item_r: float


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """One scale with all its items and with the chosen ones."""

    before: ScaleFigures | Unavailable
    after: ScaleFigures | Unavailable


@dataclass(frozen=True, slots=True)
class Slope:
    """One predictor in one of the two models."""

    b: float
    beta: float | None
    p: float
    significant: bool


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """The codebook's model on one of the two sets of scores."""

    n: int
    r2: float
    r2_adjusted: float
    f: float
    p: float
    slopes: dict[str, Slope]


@dataclass(frozen=True, slots=True)
class ModelChange:
    """The model with all items and with the chosen ones; `decisions` are predictors whose decision differs."""

    before: ModelFigures | Unavailable
    after: ModelFigures | Unavailable
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemRemovalResult:
    """`scales` are those that lost an item."""

    items: dict[str, LeftOutItem | Unavailable]
    scales: dict[str, ScaleChange]
    model: ModelChange


def compute(prepared: Prepared) -> ItemRemovalResult:
    """Raises NotPossible("no_item_left_out") where every item of the analysed scales is in."""
    before = prepared.before_removal
    if before is None:
        raise NotPossible("no_item_left_out")
    names = tuple(name for name in before.item_names if name not in set(prepared.item_names))
    scales = tuple(dict.fromkeys(before.item_scale[name] for name in names))
    full, chosen = reliability.compute(before).scales, reliability.compute(prepared).scales
    of_items = validity.compute(before).items
    reasons = {entry.name: entry.reason for entry in prepared.codebook.columns.values()}
    return ItemRemovalResult(
        items={
            name: _item(name, reasons[name], of_items[name], full[before.item_scale[name]]) for name in names
        },
        scales={name: ScaleChange(_scale(full[name]), _scale(chosen[name])) for name in scales},
        model=_model_change(_model(before), _model(prepared)),
    )


def _item(
    name: str, reason: str, found: ItemValidity | Unavailable, scale: ScaleReliability | Unavailable
) -> LeftOutItem | Unavailable:
    if isinstance(found, Unavailable):
        return found
    deleted = scale.if_deleted.get(name) if isinstance(scale, ScaleReliability) else None
    return LeftOutItem(
        scale=found.scale,
        reason=reason,
        r=found.r,
        r_corrected=found.r_corrected,
        alpha_if_deleted=deleted.alpha if deleted else None,
    )


def _scale(found: ScaleReliability | Unavailable) -> ScaleFigures | Unavailable:
    if isinstance(found, Unavailable):
        return found
    return ScaleFigures(
        found.items, found.n, found.alpha, found.ci_low, found.ci_high, found.mean_inter_item_r
    )


def _model(prepared: Prepared) -> ModelFigures | Unavailable:
    try:
        found = regression.compute(prepared)
    except NotPossible as refusal:
        return refusal.unavailable
    return _model_figures(found)


def _model_figures(found: RegressionResult) -> ModelFigures:
    return ModelFigures(
        n=found.n,
        r2=found.r2,
        r2_adjusted=found.r2_adjusted,
        f=found.anova.f,
        p=found.anova.p,
        slopes={name: _slope(found.coefficients[name]) for name in found.predictors},
    )


def _slope(found: Coefficient) -> Slope:
    return Slope(found.b, found.beta, found.p, found.significant)


def _model_change(before: ModelFigures | Unavailable, after: ModelFigures | Unavailable) -> ModelChange:
    if isinstance(before, Unavailable) or isinstance(after, Unavailable):
        return ModelChange(before, after, ())
    differing = tuple(
        name for name, slope in after.slopes.items() if slope.significant != before.slopes[name].significant
    )
    return ModelChange(before, after, differing)

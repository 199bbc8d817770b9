"""Several models of one study side by side: the main model and its named alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.statistics import regression
from analysis.statistics.regression import RegressionResult
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook import Model
from analysis.study.preparation import Prepared


@dataclass(frozen=True, slots=True)
class ModelComparisonResult:
    """`models` is keyed by the model's name, the main model first under its name or its outcome.

    Each regression uses the complete cases of its own model, so n may differ between them.
    """

    models: dict[str, RegressionResult | Unavailable]


def compute(prepared: Prepared) -> ModelComparisonResult:
    """Regressions of every model. Raises NotPossible("no_alternative_models") with only one model."""
    codebook = prepared.codebook
    if not codebook.alternatives:
        raise NotPossible("no_alternative_models")
    models: dict[str, RegressionResult | Unavailable] = {}
    for position, model in enumerate((codebook.model, *codebook.alternatives), start=1):
        name = model.name or f"{model.outcome} ({position})"
        models[name if name not in models else f"{name} ({position})"] = _regression(prepared, model)
    return ModelComparisonResult(models)


def _regression(prepared: Prepared, model: Model) -> RegressionResult | Unavailable:
    try:
        return regression.compute(replace(prepared, codebook=replace(prepared.codebook, model=model)))
    except NotPossible as refusal:
        return refusal.unavailable

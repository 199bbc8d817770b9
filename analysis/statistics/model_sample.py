"""The respondents and numbers that the regression model of a study uses."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared


@dataclass(frozen=True, slots=True)
class ModelSample:
    """Complete cases of a model: x (n, k), y (n,), rows (n,) of the spreadsheet; `dropped` are the others."""

    outcome: str
    predictors: tuple[str, ...]
    x: np.ndarray
    y: np.ndarray
    rows: np.ndarray
    dropped: int

    @property
    def n(self) -> int:
        return int(self.y.shape[0])

    def only(self, kept: np.ndarray) -> ModelSample:
        """The same model on the respondents where `kept` (n,) is true."""
        return replace(self, x=self.x[kept], y=self.y[kept], rows=self.rows[kept])


def model_sample(prepared: Prepared) -> ModelSample:
    """Listwise sample of the codebook's model.

    Raises NotPossible: "no_model" without outcome or predictors, "no_score" (columns) for a scale
    that has no score, "outcome_among_predictors" (columns).
    """
    model = prepared.codebook.model
    if not model.outcome or not model.predictors:
        raise NotPossible("no_model")
    names = (*model.predictors, model.outcome)
    without = tuple(name for name in names if name not in prepared.scores)
    if without:
        raise NotPossible("no_score", columns=without)
    if model.outcome in model.predictors:
        raise NotPossible("outcome_among_predictors", columns=(model.outcome,))
    values = np.column_stack([prepared.scores[name] for name in names])
    complete = np.isfinite(values).all(axis=1)
    values = values[complete]
    return ModelSample(
        outcome=model.outcome,
        predictors=tuple(model.predictors),
        x=values[:, :-1],
        y=values[:, -1],
        rows=prepared.row_numbers[complete],
        dropped=int(complete.size - values.shape[0]),
    )


def complete_pairs(prepared: Prepared, predictor: str, outcome: str) -> np.ndarray:
    """(m, 2) scores of the respondents who have both."""
    both = np.column_stack([prepared.scores[predictor], prepared.scores[outcome]])
    return both[np.isfinite(both).all(axis=1)]

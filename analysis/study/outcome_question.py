"""Which scale is to be explained: asked where neither a name nor a code tells."""

from __future__ import annotations

from dataclasses import replace

from analysis.study.codebook import Codebook
from analysis.study.questions import Choice, Question

MOST_CHOICES = 8


def outcome_question(codebook: Codebook) -> Question:
    """A choice for each scale of the model, the one in force first; the model must have an outcome."""
    model = codebook.model
    scales = (*model.predictors, model.outcome)
    choices = []
    for outcome in reversed(scales[-MOST_CHOICES:]):
        others = tuple(name for name in scales if name != outcome)
        changed = replace(model, outcome=outcome, predictors=others)
        choices.append(
            Choice(outcome, "explain_outcome", {"outcome": outcome, "predictors": others}, model=changed)
        )
    headers = tuple(h for h, e in codebook.columns.items() if (e.scale or e.name) == model.outcome)
    return Question("outcome", "outcome", headers, tuple(choices), model.outcome, {"outcome": model.outcome})

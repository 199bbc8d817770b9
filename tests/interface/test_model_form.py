"""Hypotheses stay with the predictor that they speak of."""

from __future__ import annotations

from analysis.study.codebook import Hypothesis, Model
from interface.model_form import FIELDS, _entered_model, _hypothesis_lines

TWO = Model(
    outcome="Y",
    predictors=("X1", "X2"),
    hypotheses=(Hypothesis("H1", "X1", "First"), Hypothesis("H2", "X2", "Second")),
)


def entered(predictors: list[str], hypotheses: str) -> dict[str, object]:
    return dict.fromkeys(FIELDS) | {"outcome": "Y", "predictors": predictors, "hypotheses": hypotheses}


def test_untouched_lines_follow_their_predictor() -> None:
    model = _entered_model(entered(["X2"], _hypothesis_lines(TWO)), TWO)
    assert model.hypotheses == (Hypothesis("H1", "X2", "Second"),)
    turned = _entered_model(entered(["X2", "X3", "X1"], _hypothesis_lines(TWO)), TWO)
    assert [h.text for h in turned.hypotheses] == ["Second", "", "First"]


def test_written_lines_belong_to_the_predictors_in_order() -> None:
    model = _entered_model(entered(["X2", "X1"], " About X2 \nAbout X1"), TWO)
    assert [(h.id, h.predictor, h.text) for h in model.hypotheses] == [
        ("H1", "X2", "About X2"),
        ("H2", "X1", "About X1"),
    ]


def test_the_number_that_a_line_has_anyway_is_not_written_twice() -> None:
    model = _entered_model(entered(["X1", "X2"], "H1: About X1\nH1. About X1 again"), TWO)
    assert [h.text for h in model.hypotheses] == ["About X1", "H1. About X1 again"]

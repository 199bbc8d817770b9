"""Several models of one study: which run, in what order, on whom, and that each is its own regression."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.statistics import model_comparison, regression
from analysis.statistics.regression import RegressionResult
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook import Model
from analysis.study.preparation import Prepared
from tests.reference.studies import retail

SERVICE_ONLY = Model(outcome="Loyalty", predictors=("Customer Service",), name="Service only")


def with_alternatives(*alternatives: Model) -> Prepared:
    prepared = retail()
    return replace(prepared, codebook=replace(prepared.codebook, alternatives=alternatives))


def fitted(result: RegressionResult | Unavailable) -> RegressionResult:
    assert isinstance(result, RegressionResult)
    return result


def test_one_model_has_nothing_beside_it() -> None:
    with pytest.raises(NotPossible) as refusal:
        model_comparison.compute(retail())
    assert refusal.value.unavailable.reason == "no_alternative_models"


def test_the_main_model_comes_first_and_is_the_regression_of_the_study() -> None:
    models = model_comparison.compute(with_alternatives(SERVICE_ONLY)).models
    assert list(models) == ["Loyalty (1)", "Service only"]
    assert models["Loyalty (1)"] == regression.compute(retail())


def test_each_model_is_the_least_squares_of_its_own_complete_cases() -> None:
    prepared = with_alternatives(SERVICE_ONLY)
    service, loyalty = prepared.scores["Customer Service"], prepared.scores["Loyalty"]
    both = np.isfinite(service) & np.isfinite(loyalty)
    columns = np.column_stack([np.ones(both.sum()), service[both]])
    slopes, residual_ss, _, _ = np.linalg.lstsq(columns, loyalty[both], rcond=None)
    total_ss = np.square(loyalty[both] - loyalty[both].mean()).sum()

    models = model_comparison.compute(prepared).models
    alternative = fitted(models["Service only"])
    assert alternative.n == both.sum() > fitted(models["Loyalty (1)"]).n
    assert alternative.coefficients["const"].b == pytest.approx(slopes[0], rel=1e-10)
    assert alternative.coefficients["Customer Service"].b == pytest.approx(slopes[1], rel=1e-10)
    assert alternative.r2 == pytest.approx(1 - residual_ss[0] / total_ss, rel=1e-10)


def test_models_of_one_name_stay_apart() -> None:
    models = model_comparison.compute(with_alternatives(SERVICE_ONLY, SERVICE_ONLY)).models
    assert list(models) == ["Loyalty (1)", "Service only", "Service only (3)"]


def test_a_model_that_cannot_run_does_not_stop_the_others() -> None:
    circular = Model(outcome="Loyalty", predictors=("Loyalty",), name="Circular")
    models = model_comparison.compute(with_alternatives(circular, SERVICE_ONLY)).models
    assert models["Circular"] == Unavailable("outcome_among_predictors", {"columns": ("Loyalty",)})
    assert fitted(models["Service only"]).predictors == ("Customer Service",)

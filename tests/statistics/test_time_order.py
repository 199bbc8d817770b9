"""Newey-West errors stand beside the main result only where the rows are said to follow time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results, section_view
from analysis.reporting.language import language
from analysis.statistics.least_squares import fit_named
from analysis.statistics.model_sample import model_sample
from analysis.statistics.regression import RegressionResult
from analysis.statistics.robust import newey_west_covariance
from analysis.study.preparation import prepare
from analysis.study.study import Study
from tests.reporting.random_studies import random_study


def ordered(seed: int) -> Study:
    study = random_study(seed)
    settings = replace(study.codebook.settings, row_order="time")
    return replace(study, codebook=replace(study.codebook, settings=settings))


def regression(study: Study) -> RegressionResult:
    result = chapter_results(study)["regression"]
    assert isinstance(result, RegressionResult)
    return result


def test_a_survey_has_none() -> None:
    assert regression(random_study(3)).newey_west is None


@pytest.mark.parametrize("seed", range(5))
def test_errors_are_the_roots_of_the_covariance(seed: int) -> None:
    study = ordered(seed)
    sample = model_sample(prepare(study))
    fit = fit_named(sample.x, sample.y, sample.predictors)
    found = regression(study).newey_west
    assert found is not None
    expected = newey_west_covariance(fit).diagonal() ** 0.5
    assert [found[name].se for name in ("const", *sample.predictors)] == pytest.approx(list(expected))


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_card_says_whether_decisions_stay(code: str) -> None:
    study = ordered(4)
    result = regression(study)
    assert result.newey_west is not None
    view = section_view(study, "regression", language(code))
    card = next(exhibit for exhibit in view.exhibits if exhibit.key == "newey_west")
    changed = [
        name
        for name in result.predictors
        if (result.newey_west[name].p < result.alpha) != result.coefficients[name].significant
    ]
    words = card.sentences[0].plain()
    assert all((name in words) == (name in changed) for name in result.predictors)

"""Newey-West errors stand beside the main result only where the rows are said to follow time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.chapter import chapter_results, section_view
from analysis.reporting.language import language
from analysis.statistics.least_squares import fit, fit_named
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
    fitted = fit_named(sample.x, sample.y, sample.predictors)
    found = regression(study).newey_west
    assert found is not None
    expected = newey_west_covariance(fitted).diagonal() ** 0.5
    assert [found[name].se for name in ("const", *sample.predictors)] == pytest.approx(list(expected))


@pytest.mark.parametrize(("n", "lags"), [(20, 2), (100, 4), (272, 4), (273, 5)])
def test_lags_grow_with_the_respondents(n: int, lags: int) -> None:
    """By hand: 4 (272 / 100)^(2/9) = 4.9961 and 4 (273 / 100)^(2/9) = 5.0002."""
    random = np.random.default_rng(n)
    fitted = fit(random.normal(size=(n, 2)), random.normal(size=n))
    chosen = newey_west_covariance(fitted)
    np.testing.assert_array_equal(chosen, newey_west_covariance(fitted, lags))
    assert not np.array_equal(chosen, newey_west_covariance(fitted, lags + 1))


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

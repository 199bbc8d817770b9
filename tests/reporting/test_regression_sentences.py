"""Each sentence of the regression says what its numbers say, and fails when a number is changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from analysis.chapter import chapter_results
from analysis.reporting import regression_sentences as words
from analysis.reporting.hypotheses import is_supported
from analysis.reporting.language import language
from analysis.statistics.regression import RegressionResult
from tests.reporting.random_studies import random_study
from tests.reporting.sentence_reading import claim, says

INDONESIAN = language("id")
SEEDS = range(1000)


@cache
def regression(seed: int) -> RegressionResult:
    result = chapter_results(random_study(seed))["regression"]
    assert isinstance(result, RegressionResult)
    return result


def partial_is_true(text: str, result: RegressionResult, name: str) -> bool:
    """Significance, relation, size of t, critical t and direction, all as in the result."""
    coefficient = result.coefficients[name]
    said = claim(text)
    direction = "positif" if coefficient.b > 0 else "negatif"
    return (
        said.significant == (coefficient.p < result.alpha)
        and said.relation == (">" if abs(coefficient.t) > result.t_table else "≤")
        and says(abs(coefficient.t), text)
        and says(result.t_table, text)
        and direction in text
        and name in text
    )


def joint_is_true(text: str, result: RegressionResult) -> bool:
    said = claim(text)
    return (
        said.significant == (result.anova.p < result.alpha)
        and said.relation == (">" if result.anova.f > result.f_table else "≤")
        and says(result.anova.f, text)
        and says(100 * result.r2, text, 1)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_partial_effects_are_true_and_a_changed_number_is_noticed(seed: int) -> None:
    result = regression(seed)
    for name in result.predictors:
        text = words.partial_effect(result, name, INDONESIAN).plain()
        assert partial_is_true(text, result, name)
        coefficient = result.coefficients[name]
        for changed in (
            replace(coefficient, b=-coefficient.b),
            replace(coefficient, t=coefficient.t * 1.02 + (0.02 if coefficient.t > 0 else -0.02)),
            replace(coefficient, p=0.0 if coefficient.p >= result.alpha else 1.0),
        ):
            mutated = replace(result, coefficients={**result.coefficients, name: changed})
            assert not partial_is_true(text, mutated, name)


@pytest.mark.parametrize("seed", SEEDS)
def test_joint_effect_is_true_and_a_changed_number_is_noticed(seed: int) -> None:
    result = regression(seed)
    text = words.joint_effect(result, INDONESIAN).plain()
    assert joint_is_true(text, result)
    assert not joint_is_true(text, replace(result, r2=result.r2 / 2 + 0.3))
    opposite = 0.0 if result.anova.p >= result.alpha else 1.0
    assert not joint_is_true(text, replace(result, anova=replace(result.anova, p=opposite)))


@pytest.mark.parametrize("seed", SEEDS)
def test_summary_sentences_agree_with_the_numbers(seed: int) -> None:
    result = regression(seed)
    conclusion = words.conclusion(result, INDONESIAN).plain()
    assert claim(conclusion).significant == (result.anova.p < result.alpha)
    assert says(100 * result.r2, conclusion, 1)
    remark = words.partial_remark(result, INDONESIAN).plain()
    found = [name for name in result.predictors if result.coefficients[name].p < result.alpha]
    assert "signifikan" in remark
    assert all(name in remark for name in result.predictors)
    assert remark.startswith("Secara parsial, tidak ditemukan") == (not found)
    strongest = words.strongest(result)
    slope = words.meaning_of_slopes(result, INDONESIAN).plain()
    assert ("lebih rendah" in slope) == (result.coefficients[strongest].b < 0)
    assert says(abs(result.coefficients[strongest].b), slope)
    determination = words.determination(result, INDONESIAN).plain()
    assert says(100 * result.r2, determination, 1)
    assert says(100 * (1 - result.r2), determination, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_robust_agreement_names_exactly_the_changed_decisions(seed: int) -> None:
    result = regression(seed)
    text = words.robust_agreement(result, INDONESIAN).plain()
    changed = [
        name
        for name in result.predictors
        if (result.hc3[name].p < result.alpha) != (result.coefficients[name].p < result.alpha)
    ]
    assert ("keputusan berbeda" in text) == bool(changed)
    assert [name for name in result.predictors if name in text] == changed
    assert says(result.n, text, 0)


@pytest.mark.parametrize("seed", SEEDS[:100])
def test_hypotheses_follow_their_tests(seed: int) -> None:
    study = random_study(seed)
    result = regression(seed)
    first, joint = study.codebook.model.hypotheses
    assert is_supported(first, result) == (result.coefficients[first.predictor].p < result.alpha)
    assert is_supported(joint, result) == (result.anova.p < result.alpha)

"""Printed numbers never contradict the decision beside them."""

from dataclasses import replace

import pytest

from analysis.reporting import comparison_sentences, regression_sentences
from analysis.reporting.language import language
from analysis.reporting.phrases import deciding_p, decimals_apart
from analysis.statistics.comparison import ComparisonResult, VariableComparison
from analysis.statistics.regression import RegressionResult
from tests.reporting.materials import retail_results

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("value", "limit", "decimals"),
    [
        (0.18744, 0.18741, 5),
        (1.97196, 1.97194, 4),
        (3.0, 2.0, 3),
        (2.0, 2.0, 3),
        (float("inf"), 2.0, 3),
        (float("nan"), 2.0, 3),
    ],
)
def test_decimals_tell_a_value_from_its_limit(value: float, limit: float, decimals: int) -> None:
    assert decimals_apart(value, limit) == decimals


@pytest.mark.parametrize(
    ("p", "alpha", "words"),
    [
        (0.0496, 0.05, "= 0.0496"),
        (0.0504, 0.05, "= 0.0504"),
        (0.2, 0.05, "= 0.200"),
        (0.0004, 0.05, "< 0.001"),
        (0.0008, 0.001, "= 0.0008"),
    ],
)
def test_a_p_near_alpha_is_printed_on_its_own_side(p: float, alpha: float, words: str) -> None:
    assert deciding_p(p, alpha, ENGLISH) == words


def test_a_t_just_above_its_table_is_printed_above_it() -> None:
    result = retail_results()["regression"]
    assert isinstance(result, RegressionResult)
    name = result.predictors[0]
    near = replace(
        result.coefficients[name], t=result.t_table + 1e-5, p=result.alpha - 1e-6, significant=True
    )
    text = regression_sentences.partial_effect(
        replace(result, coefficients={**result.coefficients, name: near}), name, ENGLISH
    ).plain()
    assert f"{result.t_table + 1e-5:.5f} > critical t {result.t_table:.5f}" in text
    assert "Sig. = 0.049999" in text


def test_an_interval_that_leaves_out_zero_is_not_printed_from_zero() -> None:
    result = retail_results()["comparison"]
    assert isinstance(result, ComparisonResult)
    found = result.variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    near = replace(found, welch=replace(found.welch, ci_low=0.0004, ci_high=1.2))
    text = comparison_sentences.what_the_interval_says(near, result.alpha, ENGLISH).plain()
    assert "by 0.0004 to 1.2000 points" in text

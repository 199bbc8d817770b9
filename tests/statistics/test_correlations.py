"""Pearson, Spearman and Kendall against R, PSPP and brute force."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import correlations
from analysis.statistics.correlations import PairCorrelation, correlate, pearson_r
from analysis.statistics.kendall import inversions, joint_counts, kendall_tau_b
from analysis.statistics.ranks import midranks, rounded
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.statistics.value_counts import value_counts
from analysis.study.codebook import Settings
from analysis.study.table import Cell
from tests.reference.instrument_figures import STUDIES, assert_close, assert_prints, pspp_rows
from tests.reference.studies import StudyPlan, prepared_table, retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}
COEFFICIENTS = {
    "pearson": ("r", "p", "ci_low", "ci_high"),
    "spearman": ("rho", "p", "ci_low", "ci_high"),
    "kendall": ("tau_b", "p"),
}
whole = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=4, max_size=40)


def pair_of(found: PairCorrelation | Unavailable) -> PairCorrelation:
    assert isinstance(found, PairCorrelation)
    return found


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_every_pair_agrees_with_r(name: str) -> None:
    result = correlations.compute(PREPARED[name]())
    assert list(result.pairs) == list(STUDIES[name]["correlations"])
    for key, expected in STUDIES[name]["correlations"].items():
        ours = pair_of(result.pairs[key])
        assert ours.n == expected["n"]
        for coefficient, figures in COEFFICIENTS.items():
            for figure in figures:
                assert_close(getattr(getattr(ours, coefficient), figure), expected[coefficient][figure])


def test_pearson_is_that_of_pspp() -> None:
    ours = pair_of(correlations.compute(retail()).pairs["Customer Service ~ Loyalty"])
    rows = pspp_rows("Correlations")[1:]
    assert_prints(ours.pearson.r, rows[0][3])
    assert_prints(ours.pearson.p, rows[1][3])
    assert ours.n == int(rows[2][3])


@given(st.lists(st.integers(0, 100), max_size=60))
def test_inversions_are_counted_as_by_looking_at_every_pair(codes: list[int]) -> None:
    array = np.array([*codes, 0])
    weights = array % 3 + 1
    expected = sum(
        int(weights[i] * np.sum(weights[i + 1 :][array[i + 1 :] < array[i]])) for i in range(len(array))
    )
    assert inversions(array, weights) == expected


@given(whole.filter(lambda v: len({x for x, _ in v}) > 1 and len({y for _, y in v}) > 1))
def test_tau_b_is_that_of_all_pairs(values: list[tuple[int, int]]) -> None:
    a, b = np.array(values, dtype=float).T
    sign_a, sign_b = np.sign(a[:, None] - a), np.sign(b[:, None] - b)
    expected = np.sum(sign_a * sign_b) / np.sqrt(np.sum(sign_a**2) * np.sum(sign_b**2))
    joint = joint_counts(value_counts(a), value_counts(b))
    assert kendall_tau_b(joint).tau_b == pytest.approx(expected, abs=1e-12)


def test_continuous_values_agree_with_the_cross_table_of_few() -> None:
    random = np.random.default_rng(3)
    a = random.normal(size=400)
    b = a + random.normal(size=400)
    found = correlate(a, b)
    ranks = np.corrcoef(np.argsort(np.argsort(a)), np.argsort(np.argsort(b)))[0, 1]
    concordance = np.mean(np.sign(a[:, None] - a) * np.sign(b[:, None] - b)) * 400 / 399
    assert_close(found.spearman.rho, ranks)
    assert_close(found.kendall.tau_b, concordance)


def test_ranks_of_near_ties_are_tied() -> None:
    near = np.array([0.1 + 0.2, 0.3, 1 / 3, 1e15 / 3, 0.0, -5.5])
    assert midranks(rounded(near)).tolist() == [3.5, 3.5, 5.0, 6.0, 2.0, 1.0]
    assert rounded(np.array([0.0, 123456789012345.0]))[1] == 123456789012000.0
    assert rounded(np.array([1e-300]))[0] == pytest.approx(1e-300, rel=1e-11)


def test_a_perfect_correlation_has_p_zero_and_a_point_interval() -> None:
    a = np.arange(12.0)
    found = correlate(a, 3 - 2 * a)
    assert (found.pearson.r, found.spearman.rho, found.kendall.tau_b) == (-1.0, -1.0, -1.0)
    assert found.pearson.p == 0.0
    assert (found.pearson.ci_low, found.pearson.ci_high) == (-1.0, -1.0)


def test_missing_pairs_are_left_out_and_counted() -> None:
    a = np.array([1.0, 2, np.nan, 4, 5, 7])
    b = np.array([2.0, 1, 3, np.nan, 5, 6])
    found = correlate(a, b)
    kept = [0, 1, 4, 5]
    assert (found.n, found.missing) == (4, 2)
    assert_close(found.pearson.r, np.corrcoef(a[kept], b[kept])[0, 1])


@pytest.mark.parametrize(
    ("a", "reason"),
    [([1.0, np.nan, np.nan, 2], "too_few_respondents"), ([3.0, 3, 3, 3], "zero_variance")],
)
def test_what_cannot_be_correlated_says_why(a: list[float], reason: str) -> None:
    with pytest.raises(NotPossible) as refused:
        correlate(np.array(a), np.arange(4.0))
    assert refused.value.unavailable.reason == reason


def test_three_cases_have_no_interval() -> None:
    found = correlate(np.array([1.0, 2, 4]), np.array([1.0, 3, 2]))
    assert found.pearson.ci_low is None
    assert found.spearman.ci_high is None


def test_four_cases_have_intervals() -> None:
    """R 4.2.2: cor.test(c(1, 2, 3, 4), c(2, 1, 4, 3))$conf.int, and tanh(atanh(r) +- z sqrt((1 + r^2 / 2) / 1))."""
    found = correlate(np.arange(1.0, 5), np.array([2.0, 1, 4, 3]))
    assert_close(found.pearson.ci_low, -0.852932564694718)
    assert_close(found.pearson.ci_high, 0.990127710799694)
    assert_close(found.spearman.ci_low, -0.892873135117155)
    assert_close(found.spearman.ci_high, 0.992950579219450)


def test_one_scale_has_no_pair() -> None:
    with pytest.raises(NotPossible) as refused:
        correlations.compute(prepared_table({"a": [1, 2, 3]}, StudyPlan({"A": ("a",)}, (1, 5))))
    assert refused.value.unavailable.reason == "one_scale"


def test_a_constant_scale_does_not_stop_the_others() -> None:
    columns = {"a": [1, 2, 3, 5], "b": [2, 2, 2, 2], "c": [5, 4, 3, 1]}
    plan = StudyPlan({"A": ("a",), "B": ("b",), "C": ("c",)}, (1, 5))
    pairs = correlations.compute(prepared_table(columns, plan)).pairs
    assert list(pairs) == ["A ~ B", "A ~ C", "B ~ C"]
    assert isinstance(pairs["A ~ B"], Unavailable)
    assert pair_of(pairs["A ~ C"]).pearson.r == pytest.approx(-1)


@given(st.integers(0, 5000))
def test_order_of_rows_and_of_the_two_changes_nothing(seed: int) -> None:
    random = np.random.default_rng(seed)
    a, b = random.integers(4, 21, (2, 30)) + 0.0
    order = random.permutation(30)
    first, second = correlate(a, b), correlate(b[order], a[order])
    assert second.pearson.r == pytest.approx(first.pearson.r, abs=1e-12)
    assert second.spearman.rho == pytest.approx(first.spearman.rho, abs=1e-12)
    assert second.kendall.tau_b == pytest.approx(first.kendall.tau_b, abs=1e-12)
    assert second.kendall.p == pytest.approx(first.kendall.p, rel=1e-9)
    stretched = correlate(np.exp(a / 5), -b)
    assert stretched.spearman.rho == pytest.approx(-first.spearman.rho, abs=1e-12)
    assert stretched.kendall.tau_b == pytest.approx(-first.kendall.tau_b, abs=1e-12)


def test_scores_are_reversed_with_their_scale() -> None:
    prepared = retail()
    scores = {**prepared.scores, "Loyalty": 24 - prepared.scores["Loyalty"]}
    turned = correlations.compute(replace(prepared, scores=scores)).pairs["Community ~ Loyalty"]
    plain = correlations.compute(prepared).pairs["Community ~ Loyalty"]
    assert_close(-pair_of(turned).pearson.r, pair_of(plain).pearson.r)


@pytest.mark.parametrize("score", ["sum", "mean"])
def test_complete_answers_share_the_item_covariance(score: Literal["sum", "mean"]) -> None:
    random = np.random.default_rng(2)
    columns: dict[str, list[Cell]] = {name: random.integers(1, 6, 40).tolist() for name in "abcdef"}
    scales = {"A": ("a", "b", "c"), "B": ("d",), "C": ("e", "f")}
    plan = StudyPlan(scales, (1, 5), reverse=("b",), settings=Settings(score=score))
    prepared = prepared_table(columns, plan)
    shared = correlations.pearson_from_items(prepared)
    assert list(shared) == [("A", "B"), ("A", "C"), ("B", "C")]
    for (a, b), r in shared.items():
        assert_close(r, pearson_r(prepared.scores[a], prepared.scores[b]))
        assert_close(pair_of(correlations.compute(prepared).pairs[f"{a} ~ {b}"]).pearson.r, r)
    assert correlations.pearson_from_items(retail()) == {}

"""Comparison of two groups against R, its refusals and its symmetries."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.statistics import comparison
from analysis.statistics.comparison import ComparisonResult, VariableComparison, compare, hedges_correction
from analysis.statistics.covariance_analysis import AdjustedDifference, adjusted_difference
from analysis.statistics.permutation import permutation_p
from analysis.statistics.rank_tests import MannWhitney, Resampling, mann_whitney
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook import Model, Settings
from analysis.study.preparation import Prepared
from tests.reference.instrument_figures import assert_close
from tests.reference.regression_figures import FIGURES, SHORT_NAMES
from tests.reference.studies import RETAIL, StudyPlan, prepared_table, retail

LEVELS = ("yes", "no")
QUICK = Settings(bootstrap=0)


@cache
def compared() -> ComparisonResult:
    return comparison.compute(retail())


def variable(name: str) -> VariableComparison:
    found = compared().variables[name]
    assert isinstance(found, VariableComparison)
    return found


@pytest.mark.parametrize("name", list(RETAIL.scales))
def test_every_test_agrees_with_r(name: str) -> None:
    ours, figures = variable(name), FIGURES["comparison"][SHORT_NAMES[name]]
    for level, number in zip(LEVELS, ("1", "2"), strict=True):
        group = ours.groups[level]
        assert group.n == figures[f"n{number}"]
        assert_close(group.mean, figures[f"mean{number}"])
        assert_close(group.sd, figures[f"sd{number}"])
        assert_close(group.se, figures[f"sd{number}"] / math.sqrt(group.n))
    for test in ("levene", "brown_forsythe", "student", "welch", "hedges_g"):
        for key, theirs in figures[test].items():
            assert_close(getattr(getattr(ours, test), key), theirs)
    assert_close(ours.cohen_d, figures["cohen_d"])
    assert_close(ours.student.difference, figures["mean1"] - figures["mean2"])
    assert isinstance(ours.ancova, AdjustedDifference)
    for key, theirs in figures["ancova"].items():
        assert_close(getattr(ours.ancova, "difference" if key == "b" else key), theirs)


@pytest.mark.parametrize("name", list(RETAIL.scales))
def test_rank_test_agrees_with_r_in_the_form_that_spss_prints(name: str) -> None:
    ours, figures = variable(name), FIGURES["comparison"][SHORT_NAMES[name]]
    theirs = figures["mann_whitney"]
    product = figures["n1"] * figures["n2"]
    ranks = ours.mann_whitney
    assert isinstance(ranks, MannWhitney)
    assert_close(ranks.u, min(theirs["u1"], product - theirs["u1"]))
    assert_close(ranks.p, theirs["p"])
    assert_close(ranks.rank_biserial, theirs["rank_biserial"])
    assert ranks.z <= 0
    means = theirs["rank_sum1"] / figures["n1"], theirs["rank_sum2"] / figures["n2"]
    assert_close(ranks.w, theirs["rank_sum1"] if means[0] < means[1] else theirs["rank_sum2"])
    assert_close(ranks.mean_ranks["yes"], means[0])
    assert ranks.rank_biserial_ci_low is not None
    assert ranks.rank_biserial_ci_high is not None
    assert ranks.rank_biserial_ci_low < ranks.rank_biserial < ranks.rank_biserial_ci_high


def test_bootstrap_of_the_rank_biserial_resamples_within_groups() -> None:
    random = np.random.default_rng(3)
    first, second = random.integers(1, 6, 40).astype(float), random.integers(2, 6, 30).astype(float)
    found = mann_whitney(first, second, LEVELS, 0.05, Resampling(4000, 1))
    draws = []
    for _ in range(4000):
        a, b = random.choice(first, 40), random.choice(second, 30)
        draws.append(np.sign(a[:, None] - b[None, :]).mean())
    expected = np.quantile(draws, [0.025, 0.975])
    assert found.rank_biserial_ci_low == pytest.approx(expected[0], abs=0.03)
    assert found.rank_biserial_ci_high == pytest.approx(expected[1], abs=0.03)


def test_near_ties_are_ties() -> None:
    first, second = np.array([0.1 + 0.2, 1.0, 2.0]), np.array([0.3, 1.5, 2.5])
    exact = np.array([0.3, 1.0, 2.0])
    none = Resampling(0, 1)
    assert mann_whitney(first, second, LEVELS, 0.05, none) == mann_whitney(exact, second, LEVELS, 0.05, none)


def with_model(prepared: Prepared, **changes: object) -> Prepared:
    model = replace(prepared.codebook.model, **changes)  # type: ignore[arg-type]
    return replace(prepared, codebook=replace(prepared.codebook, model=model))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"group": ""}, "no_group"),
        ({"group": "nothing"}, "no_group"),
        ({"group_levels": ("yes",)}, "one_group"),
        ({"group_levels": ("yes", " yes ")}, "one_group"),
        ({"group": "age", "group_levels": ()}, "more_than_two_groups"),
    ],
)
def test_groups_that_cannot_be_compared(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(NotPossible) as refusal:
        comparison.compute(with_model(retail(), **changes))
    assert refusal.value.unavailable.reason == reason


def test_two_of_more_levels_can_be_chosen_and_swapped() -> None:
    chosen = comparison.compute(with_model(retail(), group="age", group_levels=("29-34", "17-22")))
    assert chosen.levels == ("29-34", "17-22")
    swapped = comparison.compute(with_model(retail(), group="age", group_levels=("17-22", "29-34")))
    one, other = chosen.variables["Loyalty"], swapped.variables["Loyalty"]
    assert isinstance(one, VariableComparison)
    assert isinstance(other, VariableComparison)
    assert one.welch.difference == pytest.approx(-other.welch.difference, rel=1e-12)
    assert one.hedges_g.ci_low == pytest.approx(-other.hedges_g.ci_high, rel=1e-9)


def grouped_study(group: list[str | int | float | None], scores: list[int]) -> Prepared:
    plan = StudyPlan(
        {"A": ("Q1",), "B": ("Q2",)},
        (1, 5),
        model=Model(group="g", group_levels=("1", "2")),
        demographics=("g",),
    )
    return prepared_table({"g": group, "Q1": scores, "Q2": scores[::-1]}, plan)


def test_levels_compare_as_numbers_too() -> None:
    result = comparison.compute(grouped_study([1.0, 1.0, 2.0, 2.0, None], [1, 2, 4, 5, 3]))
    found = result.variables["A"]
    assert isinstance(found, VariableComparison)
    assert [group.n for group in found.groups.values()] == [2, 2]
    assert found.dropped == 1


def test_one_respondent_in_a_group_is_refused_for_each_scale() -> None:
    found = comparison.compute(grouped_study([1, 2, 2, 2], [1, 2, 4, 5])).variables["A"]
    assert isinstance(found, Unavailable)
    assert (found.reason, found.details["n"]) == ("too_few_in_group", 1)


@pytest.mark.parametrize("values", [([2.0, 2.0], [2.0, 2.0]), ([2.0, 2.0], [3.0, 3.0])])
def test_two_constant_groups_are_refused(values: tuple[list[float], list[float]]) -> None:
    with pytest.raises(NotPossible) as refusal:
        compare(np.array(values[0]), np.array(values[1]), LEVELS, QUICK)
    assert refusal.value.unavailable.reason == "constant_level"


def test_all_values_tied_are_refused_by_the_rank_test() -> None:
    with pytest.raises(NotPossible) as refusal:
        mann_whitney(np.ones(4), np.ones(5), LEVELS, 0.05, Resampling(0, 1))
    assert refusal.value.unavailable.reason == "all_values_tied"


def test_one_constant_group_is_still_compared() -> None:
    found = compare(np.full(12, 3.0), np.arange(12.0), LEVELS, QUICK)
    assert found.groups["yes"].sd == 0
    assert found.welch.df == pytest.approx(11)
    assert math.isfinite(found.levene.f)


def test_small_groups_get_a_permutation_p_and_a_warning() -> None:
    random = np.random.default_rng(1)
    found = compare(random.normal(size=9), random.normal(size=50), LEVELS, QUICK)
    assert [notice.details for notice in found.warnings] == [{"level": "yes", "n": 9}]
    assert found.permutation_p is not None
    assert found.permutation_p == pytest.approx(found.student.p, abs=0.03)
    large = compare(random.normal(size=10), random.normal(size=50), LEVELS, QUICK)
    assert (large.permutation_p, large.warnings) == (None, ())


def test_permutation_of_few_looks_at_every_division() -> None:
    # Only {1, 2} against {3, 4, 5} and its mirror {4, 5} are as far from the mean: 2 of 10.
    assert permutation_p(np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0]), 1) == 0.2


def test_permutation_of_many_never_says_zero() -> None:
    first, second = np.full(8, 100.0) + np.arange(8), np.arange(2000) / 1000
    assert permutation_p(first, second, 1) == pytest.approx(1 / 10_001)


def test_without_a_model_there_are_no_covariates() -> None:
    found = comparison.compute(with_model(retail(), predictors=())).variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    assert isinstance(found.ancova, Unavailable)
    assert found.ancova.reason == "no_covariates"


def test_adjusted_means_differ_by_the_adjusted_difference() -> None:
    random = np.random.default_rng(4)
    member = random.random(60) < 0.4
    x = random.normal(size=60) + member
    y = 2 * x + 0.5 * member + random.normal(size=60)
    found = adjusted_difference(y, member, {"x": x}, LEVELS, 0.05)
    assert found.adjusted_means["yes"] - found.adjusted_means["no"] == pytest.approx(found.difference)
    assert abs(found.difference) < abs(y[member].mean() - y[~member].mean())


def test_an_adjusted_difference_needs_two_with_every_covariate_in_each_level() -> None:
    member = np.repeat([True, False], [3, 12])
    x, y = np.arange(15.0) % 4, np.arange(15.0) ** 1.5
    x[0] = np.nan
    assert adjusted_difference(y, member, {"x": x}, LEVELS, 0.05).n == 14
    x[1] = np.nan
    with pytest.raises(NotPossible) as refusal:
        adjusted_difference(y, member, {"x": x}, LEVELS, 0.05)
    assert refusal.value.unavailable == Unavailable("too_few_in_group", {"level": LEVELS[0], "n": 1})


def test_hedges_correction_is_one_formula_on_both_sides_of_the_series() -> None:
    assert hedges_correction(2) == pytest.approx(1 / math.sqrt(math.pi), rel=1e-14)
    # Exact: 0.99924902999059726 and 0.99924978117967970 (50 digits by multiple precision).
    assert hedges_correction(999) == pytest.approx(0.9992490299905972, rel=1e-11)
    assert hedges_correction(1000) == pytest.approx(0.9992497811797163, rel=1e-13)


numbers = st.lists(st.integers(1, 25), min_size=3, max_size=20)


@settings(max_examples=60)
@given(first=numbers, second=numbers)
def test_swapping_groups_turns_every_sign(first: list[int], second: list[int]) -> None:
    assume(len(set(first)) > 1 or len(set(second)) > 1)
    a, b = np.array(first, float), np.array(second, float)
    one, other = compare(a, b, LEVELS, QUICK), compare(b, a, LEVELS, QUICK)
    for test in ("student", "welch"):
        straight, turned = getattr(one, test), getattr(other, test)
        assert straight.t == pytest.approx(-turned.t, rel=1e-9, abs=1e-12)
        assert straight.p == pytest.approx(turned.p, rel=1e-9)
        assert straight.ci_low == pytest.approx(-turned.ci_high, rel=1e-9, abs=1e-12)
    assert one.cohen_d == pytest.approx(-other.cohen_d, rel=1e-9, abs=1e-12)
    assert one.levene.p == pytest.approx(other.levene.p, rel=1e-8, nan_ok=True)
    assert isinstance(one.mann_whitney, MannWhitney)
    assert isinstance(other.mann_whitney, MannWhitney)
    assert one.mann_whitney.rank_biserial == pytest.approx(-other.mann_whitney.rank_biserial)
    assert one.mann_whitney.u == other.mann_whitney.u


@settings(max_examples=60)
@given(first=numbers, second=numbers, shift=st.integers(-1000, 1000), factor=st.integers(1, 50))
def test_units_do_not_matter(first: list[int], second: list[int], shift: int, factor: int) -> None:
    assume(len(set(first)) > 1 or len(set(second)) > 1)
    a, b = np.array(first, float), np.array(second, float)
    before = compare(a, b, LEVELS, QUICK)
    after = compare(a * factor + shift, b * factor + shift, LEVELS, QUICK)
    assert after.welch.t == pytest.approx(before.welch.t, rel=1e-9, abs=1e-12)
    assert after.hedges_g.value == pytest.approx(before.hedges_g.value, rel=1e-9, abs=1e-12)
    assert after.student.difference == pytest.approx(before.student.difference * factor, rel=1e-9, abs=1e-9)

"""Alpha, omega and alpha if deleted against R and PSPP, and their edge cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import reliability
from analysis.statistics.item_covariance import item_covariance
from analysis.statistics.one_factor import fit_one_factor, omega_total
from analysis.statistics.reliability import ScaleReliability, cronbach_alpha, scale_reliability
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook import Settings
from tests.reference.instrument_figures import (
    ITERATIVE,
    STUDIES,
    assert_close,
    assert_prints,
    pspp_rows,
)
from tests.reference.studies import StudyPlan, prepared_table, retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}


def names(k: int) -> tuple[str, ...]:
    return tuple(f"Q{j}" for j in range(1, k + 1))


def of(answers: np.ndarray, settings: Settings | None = None) -> ScaleReliability:
    moments = item_covariance(answers)
    return scale_reliability(names(answers.shape[1]), moments, settings or Settings())


def scale_of(found: ScaleReliability | Unavailable) -> ScaleReliability:
    assert isinstance(found, ScaleReliability)
    return found


def one_factor_answers(n: int, k: int, seed: int, noise: float = 1.0) -> np.ndarray:
    random = np.random.default_rng(seed)
    return random.normal(size=(n, 1)) + noise * random.normal(size=(n, k))


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_every_scale_agrees_with_r(name: str) -> None:
    result = reliability.compute(PREPARED[name]())
    for scale, expected in STUDIES[name]["scales"].items():
        ours = scale_of(result.scales[scale])
        assert ours.n == expected["n"]
        for key in ("alpha", "ci_low", "ci_high", "alpha_standardized", "mean_inter_item_r"):
            assert_close(getattr(ours, key), expected[key])
        assert_close(ours.scale_mean, expected["scale_mean"])
        assert_close(ours.scale_variance, expected["scale_variance"])
        for item, figures in expected["items"].items():
            left = ours.if_deleted[item]
            assert_close(left.alpha, figures["alpha_if_deleted"])
            assert_close(left.alpha, figures["psych_alpha_if_deleted"])
            assert_close(left.scale_mean, figures["scale_mean"])
            assert_close(left.scale_variance, figures["scale_variance"])
            assert_close(left.r_corrected, figures["r_corrected"])


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_omega_and_its_interval_agree_with_lavaan(name: str) -> None:
    # lavaan stops its optimiser when the likelihood changes by 1e-10, ours at 1e-13 of the parameters.
    result = reliability.compute(PREPARED[name]())
    for scale, expected in STUDIES[name]["scales"].items():
        ours = scale_of(result.scales[scale])
        assert_close(ours.omega_total, expected["omega"]["value"], ITERATIVE / 100)
        assert_close(ours.omega_ci_low, expected["omega"]["ci_low"], ITERATIVE / 100)
        assert_close(ours.omega_ci_high, expected["omega"]["ci_high"], ITERATIVE / 100)


def test_alpha_and_alpha_if_deleted_are_those_of_pspp() -> None:
    result = reliability.compute(retail())
    for occurrence, scale in enumerate(("Customer Service", "Community")):
        ours = scale_of(result.scales[scale])
        printed = pspp_rows("Reliability Statistics", occurrence)[1]
        assert_prints(ours.alpha, printed[0])
        assert ours.items == int(printed[1])
        for item, mean, variance, corrected, alpha in pspp_rows("Item-Total Statistics", occurrence)[1:]:
            left = ours.if_deleted[item]
            assert_prints(left.scale_mean, mean)
            assert_prints(left.scale_variance, variance)
            assert_prints(left.r_corrected or 0.0, corrected)
            assert_prints(left.alpha or 0.0, alpha)


def test_omega_is_the_maximum_of_the_likelihood() -> None:
    covariance = item_covariance(one_factor_answers(300, 6, 2)).covariance
    model = fit_one_factor(covariance)

    def discrepancy(loadings: np.ndarray, uniquenesses: np.ndarray) -> float:
        implied = np.outer(loadings, loadings) + np.diag(uniquenesses)
        return float(np.linalg.slogdet(implied)[1] + np.trace(covariance @ np.linalg.inv(implied)))

    best = discrepancy(model.loadings, model.uniquenesses)
    random = np.random.default_rng(1)
    for _ in range(50):
        step = 1e-3 * random.normal(size=(2, 6))
        assert discrepancy(model.loadings + step[0], model.uniquenesses + step[1]) > best


def test_exactly_one_factor_gives_its_omega_and_alpha_for_equal_loadings() -> None:
    loadings, uniquenesses = np.array([1.0, 2.0, 0.5]), np.array([1.0, 1.0, 2.0])
    covariance = np.outer(loadings, loadings) + np.diag(uniquenesses)
    assert omega_total(covariance, 100).value == pytest.approx(3.5**2 / (3.5**2 + 4.0), rel=1e-10)
    equal = np.ones((5, 5)) + np.diag([1.0, 2, 3, 4, 5])
    assert omega_total(equal, 100).value == pytest.approx(cronbach_alpha(equal), rel=1e-10)


def test_items_of_either_direction_give_loadings_of_either_sign() -> None:
    loadings = np.array([1.0, 2.0, -0.5, 1.5])
    covariance = np.outer(loadings, loadings) + np.eye(4)
    found = fit_one_factor(covariance).loadings
    assert found * np.sign(found[0]) == pytest.approx(loadings, rel=1e-8)


def test_a_heywood_case_has_no_omega_and_says_so() -> None:
    # r13 * r23 / r12 > 1: the third item would need a negative uniqueness.
    correlation = np.array([[1.0, 0.3, 0.7], [0.3, 1.0, 0.7], [0.7, 0.7, 1.0]])
    with pytest.raises(NotPossible) as refused:
        omega_total(correlation, 200)
    assert refused.value.unavailable.reason == "heywood_case"
    root = np.linalg.cholesky(correlation)
    white = np.random.default_rng(0).normal(size=(200, 3))
    white = (white - white.mean(axis=0)) @ np.linalg.inv(np.linalg.cholesky(np.cov(white.T))).T
    ours = of(white @ root.T)
    assert ours.omega_total is None
    assert ours.omega_unavailable == Unavailable("heywood_case")
    assert ours.alpha > 0.7


def test_an_item_given_twice_has_no_omega() -> None:
    answers = one_factor_answers(120, 4, 3)
    ours = of(np.column_stack([answers, answers[:, 0]]))
    assert ours.omega_total is None
    assert ours.omega_unavailable is not None
    assert ours.omega_unavailable.reason in {"heywood_case", "not_converged"}
    assert 0 < ours.alpha < 1


def test_two_items_have_spearman_brown_and_no_omega() -> None:
    ours = of(one_factor_answers(60, 2, 5))
    r = ours.mean_inter_item_r
    assert ours.spearman_brown == pytest.approx(2 * r / (1 + r), rel=1e-12)
    assert ours.omega_unavailable == Unavailable("fewer_than_three_items", {"items": 2})
    assert [left.alpha for left in ours.if_deleted.values()] == [None, None]
    assert ours.if_deleted["Q1"].r_corrected == pytest.approx(r, rel=1e-12)
    assert of(one_factor_answers(60, 3, 5)).spearman_brown is None


def test_alpha_may_be_negative_and_the_reversed_item_is_named() -> None:
    random = np.random.default_rng(7)
    factor = random.normal(size=(100, 1))
    answers = np.hstack([factor, factor, factor, -3 * factor]) + 0.3 * random.normal(size=(100, 4))
    ours = of(answers)
    assert ours.alpha < -1
    assert ours.ci_low < ours.alpha < ours.ci_high
    assert not ours.reliable
    assert "Q4" in ours.reversed_looking
    mended = answers * np.array([1, 1, 1, -1])
    assert of(mended).reversed_looking == ()


def test_an_item_that_hardly_hangs_together_with_the_rest_looks_reversed_only_below_zero() -> None:
    noise = np.random.default_rng(3).normal(size=60)
    rest = one_factor_answers(60, 3, 8)
    total = rest.sum(axis=1) - rest.sum(axis=1).mean()
    unrelated = noise - total * (noise @ total) / (total @ total)
    for share, named in ((0.02, ()), (-0.02, ("Q4",))):
        ours = of(np.column_stack([rest, unrelated + share * total]))
        assert abs(ours.if_deleted["Q4"].r_corrected or 1) < 0.1
        assert ours.reversed_looking == named


def test_a_constant_item_is_left_out_and_named() -> None:
    answers = one_factor_answers(50, 4, 9)
    with_constant = np.insert(answers, 2, 3.0, axis=1)
    ours, plain = of(with_constant), of(answers)
    assert ours.constant_items == ("Q3",)
    assert (ours.items, ours.alpha, ours.omega_total) == (4, plain.alpha, plain.omega_total)
    assert list(ours.if_deleted) == ["Q1", "Q2", "Q4", "Q5"]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (np.arange(5.0)[:, None], "one_item"),
        (np.ones((6, 3)), "zero_variance"),
        (np.column_stack([np.ones(6), np.arange(6.0)]), "zero_variance"),
        (np.column_stack([np.arange(6.0), 5 - np.arange(6.0)]), "zero_variance"),
        (np.array([[1.0, 2], [2, 1]]), "too_few_respondents"),
        (np.full((4, 2), np.nan), "too_few_respondents"),
    ],
)
def test_what_cannot_be_computed_says_why(answers: np.ndarray, reason: str) -> None:
    with pytest.raises(NotPossible) as refused:
        of(answers)
    assert refused.value.unavailable.reason == reason


def test_one_hopeless_scale_does_not_stop_the_others() -> None:
    columns = {"a": [1, 2, 3, 4, 5], "b": [2, 1, 3, 5, 4], "c": [3, 3, 4, 5, 5], "d": [1, 1, 2, 3, 3]}
    plan = StudyPlan({"alpha": ("a", "b", "c"), "omega": ("d",)}, (1, 5))
    result = reliability.compute(prepared_table(columns, plan))
    assert scale_of(result.scales["alpha"]).n == 5
    assert result.scales["omega"] == Unavailable("one_item", {"item": "d"})


def test_four_hundred_items_and_fewer_respondents_than_items() -> None:
    answers = one_factor_answers(207, 400, 11, noise=2.0)
    ours = of(answers)
    assert ours.items == 400
    assert 0.98 < ours.alpha < 1
    assert ours.omega_total == pytest.approx(ours.alpha, abs=0.005)
    few = of(one_factor_answers(10, 20, 4))
    assert few.n < few.items
    assert 0.5 < few.alpha < 1


def test_reliable_is_strictly_above_the_cut() -> None:
    answers = one_factor_answers(60, 4, 13)
    alpha = of(answers).alpha
    assert not of(answers, Settings(reliability_cut=alpha)).reliable
    assert of(answers, Settings(reliability_cut=alpha - 1e-9)).reliable


@given(st.integers(0, 10_000), st.floats(0.01, 100), st.floats(-50, 50))
def test_order_and_rescaling_change_nothing(seed: int, factor: float, shift: float) -> None:
    random = np.random.default_rng(seed)
    answers = one_factor_answers(40, 4, seed)
    original = of(answers)
    moved = of(answers[random.permutation(40)][:, random.permutation(4)])
    rescaled = of(answers * factor + shift)
    for other in (moved, rescaled):
        assert other.alpha == pytest.approx(original.alpha, rel=1e-8, abs=1e-10)
        assert (other.omega_total is None) == (original.omega_total is None)
        assert (other.omega_total or 0) == pytest.approx(original.omega_total or 0, rel=1e-6)
        assert other.mean_inter_item_r == pytest.approx(original.mean_inter_item_r, rel=1e-8, abs=1e-10)


def test_reversing_twice_gives_the_same_study() -> None:
    once = sleep()
    twice = replace(once, answers=8 - (8 - once.answers))
    assert reliability.compute(twice) == reliability.compute(once)
    backwards = replace(once, answers=once.answers[::-1].copy())
    assert reliability.compute(backwards) == reliability.compute(once)

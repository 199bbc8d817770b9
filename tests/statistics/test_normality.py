"""Normality tests: Royston's approximation over its whole range, Lilliefors p values, edge cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics.normality import lilliefors, normal_distance, normality, probability_plot
from analysis.statistics.shapiro_wilk import shapiro_wilk
from analysis.statistics.unavailable import NotPossible
from tests.reference.instrument_figures import assert_close
from tests.reference.regression_figures import FIGURES


@pytest.mark.parametrize("figures", FIGURES["shapiro_wilk"], ids=lambda figures: f"n={figures['n']}")
def test_shapiro_wilk_agrees_with_r(figures: dict[str, float]) -> None:
    n = int(figures["n"])
    values = np.mod(np.arange(1, n + 1) * 0.61803398875, 1) ** 2
    found = shapiro_wilk(values)
    assert_close(found.w, figures["statistic"])
    assert_close(found.p, figures["p"], 1e-7)


def test_lilliefors_critical_values_are_those_of_the_published_table() -> None:
    # Lilliefors (1967), corrected by Dallal and Wilkinson (1986): n = 20, D = .192 at 5 %; n = 30, D = .159.
    assert lilliefors(0.192, 20, 1).p == pytest.approx(0.05, abs=0.002)
    assert lilliefors(0.159, 30, 1).p == pytest.approx(0.05, abs=0.003)


@pytest.mark.parametrize(("distance", "method"), [(0.18, "dallal_wilkinson"), (0.176, "monte_carlo")])
def test_the_formula_of_lilliefors_p_is_used_below_a_tenth_only(distance: float, method: str) -> None:
    found = lilliefors(distance, 20, 1)
    assert found.method == method
    assert found.p == pytest.approx(0.1, abs=0.02)


def test_a_large_lilliefors_p_is_simulated_from_the_seed() -> None:
    first, again, other = (lilliefors(0.0737, 110, seed) for seed in (1, 1, 2))
    assert first == again
    assert first.method == "monte_carlo"
    assert first.p != other.p
    assert abs(first.p - other.p) < 0.025


def test_many_respondents_are_simulated_by_fewer() -> None:
    n = 100_000
    same_rank = lilliefors(0.6 / np.sqrt(n), n, 1).p
    assert same_rank == pytest.approx(lilliefors(0.6 / (np.sqrt(400) + 0.0325), 400, 1).p, abs=0.02)


def test_above_5000_respondents_there_is_no_shapiro_wilk() -> None:
    random = np.random.default_rng(1)
    assert normality(random.normal(size=5000), 1).shapiro_wilk is not None
    assert normality(random.normal(size=5001), 1).shapiro_wilk is None


@pytest.mark.parametrize(
    ("residuals", "reason"), [([0.0] * 10, "perfect_fit"), ([1.0, -1.0, 0.0], "too_few_respondents")]
)
def test_refusals(residuals: list[float], reason: str) -> None:
    with pytest.raises(NotPossible) as refusal:
        normality(np.array(residuals), 1)
    assert refusal.value.unavailable.reason == reason


def test_normal_scores_lie_on_the_diagonal_of_the_plot() -> None:
    from analysis.statistics.distributions import normal_quantile

    blom = (np.arange(1, 501) - 0.375) / 500.25
    plot = probability_plot(np.asarray(normal_quantile(blom)))
    np.testing.assert_allclose(plot.observed, plot.expected, atol=0.004)


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), factor=st.floats(0.001, 1000))
def test_units_and_order_do_not_matter(seed: int, factor: float) -> None:
    random = np.random.default_rng(seed)
    values = random.exponential(size=40)
    moved = random.permutation(values) * factor
    assert normal_distance(moved) == pytest.approx(normal_distance(values), rel=1e-9)
    assert shapiro_wilk(moved).w == pytest.approx(shapiro_wilk(values).w, rel=1e-10)
    mirrored, straight = normality(-values, 1), normality(values, 1)
    assert mirrored.skewness == pytest.approx(-straight.skewness)
    assert mirrored.kurtosis == pytest.approx(straight.kurtosis)

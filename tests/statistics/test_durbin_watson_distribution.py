"""Durbin-Watson bounds against R's quadrature, Savin and White's table and simulation."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest

from analysis.statistics import durbin_watson_distribution as module
from analysis.statistics.durbin_watson_distribution import Spectrum, durbin_watson_bounds, ratio_probability
from tests.reference.instrument_figures import FIGURES


@pytest.mark.parametrize("case", FIGURES["durbin_watson"], ids=lambda c: f"n{c['n']}_k{c['k']}")
def test_bounds_agree_with_adaptive_quadrature_in_r(case: dict[str, float]) -> None:
    found = durbin_watson_bounds(int(case["n"]), int(case["k"]))
    assert found.d_lower == pytest.approx(case["d_lower"], rel=1e-8)
    assert found.d_upper == pytest.approx(case["d_upper"], rel=1e-8)


@pytest.mark.parametrize(
    ("n", "k", "lower", "upper"),
    [(6, 1, 0.610, 1.400), (15, 1, 1.077, 1.361), (15, 10, 0.111, 3.438), (20, 2, 1.100, 1.537),
     (100, 3, 1.613, 1.736), (200, 5, 1.718, 1.820), (200, 20, 1.554, 1.991)],
)  # fmt: skip
def test_bounds_round_to_the_published_table(n: int, k: int, lower: float, upper: float) -> None:
    found = durbin_watson_bounds(n, k)
    assert (round(found.d_lower, 3), round(found.d_upper, 3)) == (lower, upper)


def test_the_probability_is_that_of_simulated_ratios() -> None:
    random = np.random.default_rng(2)
    eigenvalues = module.eigenvalue(np.arange(1, 9), 12)
    squares = random.standard_normal((200_000, 8)) ** 2
    ratios = squares @ eigenvalues / squares.sum(axis=1)
    spectrum = Spectrum(eigenvalues, np.ones(8))
    for d in (0.3, 0.8, 1.4, 2.0):
        share = float(np.mean(ratios < d))
        error = 5 * np.sqrt(share * (1 - share) / 200_000) + 1e-6
        assert abs(ratio_probability(d, spectrum) - share) < error


def test_two_eigenvalues_have_a_closed_form() -> None:
    # (a x + b y) / (x + y) < d with x / (x + y) from the arcsine distribution.
    spectrum = Spectrum(np.array([1.0, 3.0]), np.ones(2))
    share = (3.0 - 1.4) / 2
    expected = 1 - 2 / np.pi * np.arcsin(np.sqrt(share))
    assert ratio_probability(1.4, spectrum) == pytest.approx(expected, abs=1e-10)


def test_the_short_sum_for_many_cases_is_the_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    short = durbin_watson_bounds(2000, 4)
    monkeypatch.setattr(module, "LARGE_N", 5000)
    long = durbin_watson_bounds(2000, 4)
    assert short.d_lower == pytest.approx(long.d_lower, abs=1e-11)
    assert short.d_upper == pytest.approx(long.d_upper, abs=1e-11)


def test_bounds_widen_with_predictors_and_approach_two_with_cases() -> None:
    by_k = [durbin_watson_bounds(60, k) for k in range(6)]
    assert by_k[0].d_lower == pytest.approx(by_k[0].d_upper)
    assert all(b.d_lower < a.d_lower and b.d_upper > a.d_upper for a, b in itertools.pairwise(by_k))
    many = durbin_watson_bounds(1_000_000, 3)
    assert 1.995 < many.d_lower < many.d_upper < 2
    assert durbin_watson_bounds(60, 3, 0.01).d_lower < by_k[3].d_lower


def test_a_million_cases_take_less_than_a_second() -> None:
    durbin_watson_bounds(50, 2)
    start = time.perf_counter()
    durbin_watson_bounds(1_000_000, 6)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(("n", "k", "alpha"), [(3, 1, 0.05), (10, -1, 0.05), (10, 8, 0.05), (10, 2, 0.0)])
def test_impossible_bounds_are_refused(n: int, k: int, alpha: float) -> None:
    with pytest.raises(ValueError, match="no Durbin-Watson bounds"):
        durbin_watson_bounds(n, k, alpha)

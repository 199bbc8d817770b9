"""RESET and the deviation from linearity: curves found, and models too small for them."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.statistics.least_squares import fit
from analysis.statistics.linearity import deviation_from_linearity, linearity, reset
from analysis.statistics.unavailable import NotPossible


def curve(n: int = 120) -> tuple[np.ndarray, np.ndarray]:
    x = np.repeat(np.arange(1.0, 7.0), n // 6)
    return x, (x - 3.5) ** 2 + np.random.default_rng(1).normal(size=n)


def test_a_curve_deviates_from_linearity() -> None:
    x, y = curve()
    found = deviation_from_linearity(x, y)
    assert found is not None
    assert found.deviation is not None
    assert (found.deviation.df1, found.deviation.df2) == (4, 114)
    assert found.deviation.p < 1e-10
    assert found.linearity.p > 0.01


def test_a_curve_fails_reset() -> None:
    x, _ = curve()
    y = np.exp(x / 2) + np.random.default_rng(2).normal(size=x.size)
    found = reset(fit(x[:, None], y))
    assert found is not None
    assert (found.df1, found.df2) == (2, 116)
    assert found.p < 1e-10


def test_without_replicated_values_there_is_no_deviation() -> None:
    x = np.arange(20.0)
    assert deviation_from_linearity(x, x**2) is None


def test_values_equal_on_paper_are_one_category() -> None:
    x, y = np.array([0.1 + 0.2, 0.3, 0.5, 0.5, 0.9, 0.9]), np.array([1.0, 2, 3, 5, 4, 8])
    found = deviation_from_linearity(x, y)
    assert found is not None
    assert found.deviation is not None
    assert found.deviation.df2 == 3


def test_through_two_values_a_line_always_goes() -> None:
    found = deviation_from_linearity(np.array([0.0, 0, 1, 1]), np.array([1.0, 2, 4, 6]))
    assert found is not None
    assert found.deviation is None


def test_no_variation_within_values_leaves_no_error_to_compare_with() -> None:
    assert deviation_from_linearity(np.array([1.0, 1, 2, 2, 3, 3]), np.array([1.0, 1, 4, 4, 9, 9])) is None


def test_reset_needs_respondents_and_more_than_two_fitted_values() -> None:
    random = np.random.default_rng(3)
    few = random.normal(size=(5, 2))
    assert reset(fit(few, random.normal(size=5))) is None
    group = np.repeat([0.0, 1.0], 10)[:, None]
    assert reset(fit(group, random.normal(size=20))) is None


def test_a_perfect_fit_is_refused() -> None:
    x = np.repeat(np.arange(5.0), 2)
    with pytest.raises(NotPossible) as refusal:
        linearity(fit(x[:, None], 2 * x), {})
    assert refusal.value.unavailable.reason == "perfect_fit"

"""Variance tests where predictors are dummies, many, or leave nothing to explain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics.heteroscedasticity import breusch_pagan, heteroscedasticity, white
from analysis.statistics.least_squares import fit
from analysis.statistics.unavailable import NotPossible


def sample(seed: int, n: int = 60) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    x = random.normal(size=(n, 2))
    return x, x.sum(axis=1) + random.normal(size=n) * (1 + np.abs(x[:, 0]))


def test_the_square_of_a_dummy_does_not_count() -> None:
    x, y = sample(1)
    dummy = (x[:, 0] > 0).astype(float)
    mixed = np.column_stack([dummy, x[:, 1]])
    found = white(fit(mixed, y), mixed)
    assert found is not None
    # Dummy, x, x squared and dummy times x; five terms in general.
    assert found.df == 4


def test_a_saturated_auxiliary_regression_gives_no_white_test() -> None:
    random = np.random.default_rng(2)
    x, y = random.normal(size=(16, 6)), random.normal(size=16)
    assert white(fit(x, y), x) is None


def test_growing_variance_is_found() -> None:
    random = np.random.default_rng(3)
    x = np.linspace(1, 10, 400)[:, None]
    y = x[:, 0] + random.normal(size=400) * x[:, 0]
    found = heteroscedasticity(fit(x, y), x, ("X",))
    assert found.white is not None
    assert max(found.breusch_pagan.p, found.white.p, found.glejser["X"].p) < 1e-6
    assert found.glejser["X"].b > 0


def test_nothing_is_tested_where_residuals_do_not_vary() -> None:
    x, _ = sample(4)
    with pytest.raises(NotPossible) as refusal:
        heteroscedasticity(fit(x, x.sum(axis=1)), x, ("A", "B"))
    assert refusal.value.unavailable.reason == "perfect_fit"
    group = np.repeat([0.0, 1.0], 4)[:, None]
    alternating = group[:, 0] + np.tile([-1.0, 1.0], 4)
    with pytest.raises(NotPossible) as refusal:
        heteroscedasticity(fit(group, alternating), group, ("A",))
    assert refusal.value.unavailable.reason == "equal_residuals"


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000), factor=st.floats(0.001, 1000), shift=st.floats(-100, 100))
def test_units_do_not_matter(seed: int, factor: float, shift: float) -> None:
    x, y = sample(seed)
    moved = x * np.array([factor, 1.0]) + shift
    before, after = fit(x, y), fit(moved, y * factor)
    assert breusch_pagan(after).lm == pytest.approx(breusch_pagan(before).lm, rel=1e-7)
    one, other = white(before, x), white(after, moved)
    assert one is not None
    assert other is not None
    assert (one.df, one.lm) == (other.df, pytest.approx(other.lm, rel=1e-6))


def test_residuals_that_the_predictors_reproduce_leave_no_f_and_no_t() -> None:
    # Residuals of size 1, 1, 2, 2, told apart by the first predictor alone.
    x = np.array([[0.0, -1.0], [0.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
    x = np.vstack([x, x])
    signs = np.array([1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0])
    found = heteroscedasticity(fit(x, x @ [1.0, 2.0] + signs * (1 + x[:, 0])), x, ("a", "b"))
    assert found.breusch_pagan.lm == pytest.approx(8)
    assert np.isnan([found.breusch_pagan.f, found.breusch_pagan.f_p]).all()
    assert all(np.isnan([slope.t, slope.p]).all() for slope in found.glejser.values())
    assert found.glejser["a"].b == pytest.approx(1)

"""Mean, standard deviation and lag-one autocorrelation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.univariate import summarise


def test_digits_that_differ_only_at_the_end_are_kept() -> None:
    found = summarise(np.array([1000000000000.4, 1000000000000.3, 1000000000000.5]))
    assert found.mean == 1000000000000.4
    assert found.sd == pytest.approx(0.1, rel=1e-14)


def test_one_number_has_no_spread() -> None:
    found = summarise(np.array([3.5]))
    assert (found.n, found.mean, found.sd, found.lag1) == (1, 3.5, None, None)


def test_equal_numbers_have_no_autocorrelation() -> None:
    found = summarise(np.full(5, 0.1))
    assert (found.sd, found.lag1) == (0.0, None)
    assert found.mean == pytest.approx(0.1, rel=1e-15)


@given(st.lists(st.integers(1, 25), min_size=2, max_size=50), st.integers(0, 10**9))
def test_a_shift_moves_the_mean_only(values: list[int], shift: int) -> None:
    before, after = summarise(np.array(values, float)), summarise(np.array(values, float) + shift)
    assert after.mean == pytest.approx(before.mean + shift, rel=1e-14)
    assert after.sd == pytest.approx(before.sd, rel=1e-12)

"""The studentised range against scipy's adaptive quadrature and known special cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics.distributions import t_two_sided_p
from analysis.statistics.studentized_range import studentized_range_critical, studentized_range_p


@pytest.mark.parametrize(
    ("q", "k", "df", "p"),
    # scipy 1.17.1, stats.studentized_range.sf, which integrates adaptively.
    [
        (12, 3, 2, 0.0247428658942714),
        (3.5, 3, 5.3, 0.114589633734484),
        (12, 3, 5.3, 0.000666123855507905),
        (0.5, 4, 2, 0.981146625751343),
        (6, 4, 5.3, 0.0265087049938537),
        (3.5, 10, 20, 0.337070965948351),
        (12, 10, 2, 0.067168503210682),
        (6, 30, 20, 0.0576316698674491),
        (3.5, 30, 106, 0.787536116300378),
    ],
)
def test_upper_tail(q: float, k: int, df: float, p: float) -> None:
    found = studentized_range_p(np.array([q]), k, np.array([df]))[0]
    assert found == pytest.approx(p, rel=1e-11)


@settings(max_examples=40, deadline=None)
@given(t=st.floats(0.05, 8), df=st.floats(1, 2000))
def test_of_two_means_it_is_the_t_distribution(t: float, df: float) -> None:
    found = studentized_range_p(np.array([t * math.sqrt(2)]), 2, np.array([df]))[0]
    assert found == pytest.approx(t_two_sided_p(t, df), rel=1e-9)


@pytest.mark.parametrize(("k", "alpha"), [(3, 0.05), (7, 0.1), (20, 0.001)])
def test_critical_values_are_exceeded_with_probability_alpha(k: int, alpha: float) -> None:
    df = np.array([2.0, 7.3, 7.3, 40.0, 203.0, 1e6])
    found = studentized_range_critical(alpha, k, df)
    np.testing.assert_allclose(studentized_range_p(found, k, df), alpha, rtol=1e-9)
    assert (np.diff(found) <= 0).all()


def test_published_table() -> None:
    # Harter (1960): upper 5 % points of the studentised range of 3 means.
    found = studentized_range_critical(0.05, 3, np.array([5.0, 10.0, 20.0, 60.0]))
    np.testing.assert_array_equal(np.round(found, 3), [4.602, 3.877, 3.578, 3.399])


def test_a_minute_p_value_does_not_become_zero() -> None:
    assert 0 < studentized_range_p(np.array([30.0]), 4, np.array([200.0]))[0] < 1e-30


def test_no_pairs_give_no_values() -> None:
    assert studentized_range_p(np.zeros(0), 3, np.zeros(0)).size == 0

"""The studentised range against scipy's adaptive quadrature and known special cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from analysis.statistics.distributions import t_critical, t_two_sided_p
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


@pytest.mark.parametrize(
    ("q", "k", "df", "p"),
    # The same function of scipy 1.17.1. R 4.2.2's ptukey gives none below df = 2 and is coarse there.
    [
        (20, 3, 1, 0.06736951522413814),
        (20, 30, 1, 0.1617644437807808),
        (3.5, 10, 1.3, 0.576492668691737),
        (12, 30, 2.7, 0.06525523064354222),
        (4.5, 30, 47.3, 0.3078204098553682),
        (4.5, 10, 300, 0.05084803560532636),
    ],
)
def test_upper_tail_at_few_degrees_of_freedom_or_many_means(q: float, k: int, df: float, p: float) -> None:
    found = studentized_range_p(np.array([q]), k, np.array([df]))[0]
    assert found == pytest.approx(p, rel=1e-10)


def upper_tail_by_gauss_legendre(q: float, k: int, df: float) -> float:
    """The same double integral by another rule, over the estimated standard deviation itself."""
    node, weight = np.polynomial.legendre.leggauss(300)
    deviation = 12 * node / math.sqrt(2 * df)
    density = weight * np.exp((df - 1) * np.log1p(deviation) - df / 2 * (2 * deviation + deviation**2))
    z = 10.5 * node + 1.5
    largest = 10.5 * weight * k * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    within = special.ndtr(z) - special.ndtr(z - q * (1 + deviation[:, None]))
    tail = (special.ndtr(z) ** (k - 1) - within ** (k - 1)) @ largest
    return float(density @ tail / density.sum())


@pytest.mark.parametrize(("q", "k"), [(2.5, 3), (4.5, 3), (3.5, 12), (4.5, 30)])
@pytest.mark.parametrize("df", [1e3, 3e4, 1e5, 1e6])
def test_upper_tail_at_many_degrees_of_freedom(q: float, k: int, df: float) -> None:
    # R takes df above 25,000 for infinite, and scipy above 100,000.
    found = studentized_range_p(np.array([q]), k, np.array([df]))[0]
    assert found == pytest.approx(upper_tail_by_gauss_legendre(q, k, df), rel=1e-10)


@pytest.mark.parametrize("df", [1.0, 1.3, 2.0, 47.3, 3e4, 1e6])
@pytest.mark.parametrize("alpha", [0.1, 0.05, 0.001])
def test_critical_value_of_two_means_is_that_of_t(alpha: float, df: float) -> None:
    found = studentized_range_critical(alpha, 2, np.array([df]))[0]
    assert found == pytest.approx(math.sqrt(2) * t_critical(alpha, df), rel=1e-10)


def test_many_df_at_once_are_as_each_alone() -> None:
    # So many that they are taken in several runs, in no order, with the widest rule beside the narrowest.
    df = np.random.default_rng(3).permutation(np.geomspace(1, 1e6, 3000))
    q = np.linspace(1, 8, df.size)
    p, critical = studentized_range_p(q, 5, df), studentized_range_critical(0.05, 5, df)
    for i in (0, 59, 60, 1499, 2999, int(df.argmin()), int(df.argmax())):
        alone = df[i : i + 1]
        assert p[i] == pytest.approx(studentized_range_p(q[i : i + 1], 5, alone)[0], rel=1e-12)
        assert critical[i] == pytest.approx(studentized_range_critical(0.05, 5, alone)[0], rel=1e-12)


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

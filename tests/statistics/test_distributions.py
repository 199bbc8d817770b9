"""Tails, quantiles and intervals against R and against identities."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from analysis.statistics import distributions as d
from tests.reference.instrument_figures import FIGURES, assert_close

R = FIGURES["distributions"]


@pytest.mark.parametrize("case", R["t_two_sided_p"])
def test_t_tail_is_that_of_r(case: dict[str, float]) -> None:
    assert_close(d.t_two_sided_p(case["t"], case["df"]), case["p"])


@pytest.mark.parametrize("case", R["f_upper_p"])
def test_f_tail_is_that_of_r(case: dict[str, float]) -> None:
    assert_close(d.f_upper_p(case["f"], case["df1"], case["df2"]), case["p"])


@pytest.mark.parametrize("case", R["chi2_upper_p"])
def test_chi_square_tail_is_that_of_r(case: dict[str, float]) -> None:
    assert_close(d.chi2_upper_p(case["chi2"], case["df"]), case["p"])


@pytest.mark.parametrize("case", R["normal_upper_p"])
def test_normal_tail_is_that_of_r(case: dict[str, float]) -> None:
    assert_close(d.normal_cumulative(-case["z"]), case["p"])
    assert_close(d.normal_two_sided_p(case["z"]), 2 * d.normal_cumulative(-abs(case["z"])))


@pytest.mark.parametrize("case", R["critical"])
def test_critical_values_are_those_of_r(case: dict[str, float]) -> None:
    alpha, df = case["alpha"], case["df"]
    assert_close(d.t_critical(alpha, df), case["t"])
    assert_close(d.r_critical(alpha, df), case["r"])
    assert_close(d.chi2_critical(alpha, df), case["chi2"])
    assert_close(d.f_critical(alpha, 3, df), case["f3"])
    assert_close(d.f_critical(alpha, 30, df), case["f30"])


def test_densities_are_those_of_r() -> None:
    for x, expected in zip((-2.0, 0.0, 1.3), R["density"]["t"], strict=True):
        assert_close(d.t_density(x, 7), expected)
    for x, expected in zip((0.1, 1.0, 3.0), R["density"]["f"], strict=True):
        assert_close(d.f_density(x, 3, 20), expected)
    for x, expected in zip((0.1, 2.0, 9.0), R["density"]["chi2"], strict=True):
        assert_close(d.chi2_density(x, 4), expected)


@pytest.mark.parametrize("case", R["wilson"])
def test_wilson_interval_is_that_of_r(case: dict[str, float]) -> None:
    interval = d.wilson_interval(int(case["count"]), int(case["n"]))
    assert interval.low == pytest.approx(case["low"], rel=1e-8, abs=1e-15)
    assert interval.high == pytest.approx(case["high"], rel=1e-8, abs=1e-15)


def test_a_share_of_nobody_has_no_interval() -> None:
    with pytest.raises(ValueError, match="at least one"):
        d.wilson_interval(0, 0)


def test_tails_reach_below_1e_300() -> None:
    # With 2 degrees of freedom p has a closed form: 1 - t / sqrt(t^2 + 2), here by its series.
    assert_close(d.t_two_sided_p(1e152, 2), 1e-304)
    assert_close(d.chi2_upper_p(1390.0, 2), math.exp(-695.0))
    assert_close(d.f_upper_p(1e153, 2, 4), (4 / (4 + 2e153)) ** 2)
    assert 0 < d.r_two_sided_p(0.9951, 300) < 1e-300
    assert d.t_two_sided_p(1e200, 50) == 0.0
    assert d.t_two_sided_p(math.inf, 5) == 0.0


@given(st.floats(1e-12, 0.999), st.integers(1, 3000), st.integers(1, 3000))
def test_critical_values_have_their_probability(alpha: float, df1: int, df2: int) -> None:
    assert d.t_two_sided_p(d.t_critical(alpha, df2), df2) == pytest.approx(alpha, rel=1e-7)
    assert d.f_upper_p(d.f_critical(alpha, df1, df2), df1, df2) == pytest.approx(alpha, rel=1e-7)
    assert d.chi2_upper_p(d.chi2_critical(alpha, df1), df1) == pytest.approx(alpha, rel=1e-7)


@given(st.floats(-0.99, 0.99), st.integers(1, 500))
def test_r_has_the_tail_of_its_t(r: float, df: int) -> None:
    t = r * math.sqrt(df / (1 - r * r))
    assert d.r_two_sided_p(r, df) == pytest.approx(d.t_two_sided_p(t, df), rel=1e-9)


def test_densities_integrate_to_one() -> None:
    x = np.linspace(-1, 1, 20001)
    assert np.trapezoid(d.r_density(x, 28), x) == pytest.approx(1, abs=1e-9)
    wide = np.linspace(-60, 60, 20001)
    assert np.trapezoid(d.t_density(wide, 9), wide) == pytest.approx(1, abs=1e-9)
    assert d.f_density(-1.0, 3, 20) == 0.0


def test_noncentral_t_interval_puts_the_tails_outside() -> None:
    interval = d.noncentral_t_interval(3.2, 105)
    assert special.nctdtr(105, interval.low, 3.2) == pytest.approx(0.975, abs=1e-12)
    assert special.nctdtr(105, interval.high, 3.2) == pytest.approx(0.025, abs=1e-12)
    # The limits that R's pt and uniroot give.
    assert_close(interval.low, 1.185657163775221)
    assert_close(interval.high, 5.199795835753747)


def test_noncentral_t_interval_of_zero_is_symmetric_and_of_many_cases_normal() -> None:
    symmetric = d.noncentral_t_interval(0.0, 10)
    assert symmetric.low == pytest.approx(-symmetric.high)
    far = d.noncentral_t_interval(-60.0, 20000)
    assert far.low < -60 < far.high


def noncentral_f_cumulative(noncentrality: float, f: float, df1: int, df2: int) -> float:
    """The Poisson mixture of central beta distributions that defines the noncentral F."""
    j = np.arange(2000)
    weight = np.exp(special.xlogy(j, noncentrality / 2) - noncentrality / 2 - special.gammaln(j + 1))
    share = df1 * f / (df1 * f + df2)
    return float(weight @ special.betainc(df1 / 2 + j, df2 / 2, share))


def test_noncentral_f_interval_puts_the_tails_outside() -> None:
    interval = d.noncentral_f_interval(12.3, 3, 203)
    assert noncentral_f_cumulative(interval.low, 12.3, 3, 203) == pytest.approx(0.975, abs=1e-11)
    assert noncentral_f_cumulative(interval.high, 12.3, 3, 203) == pytest.approx(0.025, abs=1e-11)


def test_noncentral_f_interval_starts_at_zero_for_a_small_f() -> None:
    assert d.noncentral_f_interval(1.3, 3, 203).low == 0.0
    nothing = d.noncentral_f_interval(0.01, 3, 203)
    assert (nothing.low, nothing.high) == (0.0, 0.0)


def test_fisher_interval_needs_four_cases_and_shrinks_to_a_point_at_one() -> None:
    assert d.fisher_interval(0.5, 3) is None
    assert d.fisher_interval(1.0, 10) == d.Interval(1.0, 1.0)

"""Curves and printable tables of critical values."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.statistics import critical_values as cv
from analysis.statistics.distributions import f_critical, r_critical, t_critical
from analysis.statistics.durbin_watson_distribution import durbin_watson_bounds

CURVES = {
    "t": cv.t_curve(0.05, 205),
    "r": cv.r_curve(0.05, 108),
    "F": cv.f_curve(0.05, 3, 203),
    "chi_square": cv.chi2_curve(0.05, 4),
}


@pytest.mark.parametrize("statistic", CURVES)
def test_the_rejection_region_holds_alpha_of_the_curve(statistic: str) -> None:
    curve = CURVES[statistic]
    assert curve.statistic == statistic
    inside = np.zeros(len(curve.x), dtype=bool)
    for region in curve.regions:
        inside |= (curve.x >= region.low) & (curve.x <= region.high)
    total = np.trapezoid(curve.density, curve.x)
    assert total == pytest.approx(1, abs=0.02)
    outside = np.trapezoid(np.where(inside, 0.0, curve.density), curve.x)
    assert total - outside == pytest.approx(0.05, abs=0.02)
    for value in curve.critical:
        assert any(value in (region.low, region.high) for region in curve.regions)


def test_curves_are_finite_where_the_density_is_not() -> None:
    for curve in (cv.r_curve(0.05, 1), cv.f_curve(0.05, 1, 10), cv.chi2_curve(0.05, 1), cv.t_curve(0.05, 1)):
        assert np.isfinite(curve.density).all()
        assert (np.diff(curve.x) > 0).all()


def test_the_picture_reaches_the_observed_value_but_not_endlessly() -> None:
    assert cv.t_curve(0.05, 100, observed=-7.0).x[0] < -7
    assert cv.t_curve(0.05, 100, observed=900.0).x[-1] == pytest.approx(20)
    assert cv.f_curve(0.05, 3, 100, observed=8.0).x[-1] > 8
    assert cv.chi2_curve(0.05, 3, observed=20.0).x[-1] > 20


def test_tables_hold_the_value_of_their_row_and_column() -> None:
    r = cv.r_table((28, 108, 205))
    assert r.rows == (28, 108, 205)
    assert r.values[0][r.columns.index(0.05)] == r_critical(0.05, 28)
    t = cv.t_table((1, 204))
    assert t.values[1][t.columns.index(0.01)] == t_critical(0.01, 204)
    f = cv.f_table((204, 205), (1, 2, 3))
    assert f.values[0][1] == f_critical(0.05, 2, 204)
    assert cv.chi2_table((1,), (0.05,)).values[0][0] == pytest.approx(3.841458820694124, rel=1e-12)


def test_durbin_watson_tables_leave_out_what_does_not_exist() -> None:
    tables = cv.durbin_watson_tables((5, 40), (1, 3))
    assert tables.lower.values[0][1] is None
    bounds = durbin_watson_bounds(40, 3)
    assert tables.lower.values[1][1] == bounds.d_lower
    assert tables.upper.values[1][1] == bounds.d_upper


@pytest.mark.parametrize(("n", "k"), [(30, 2), (207, 3), (5000, 4)])
def test_durbin_watson_curves_hold_alpha_below_their_bound(n: int, k: int) -> None:
    curves, bounds = cv.durbin_watson_curves(n, k), durbin_watson_bounds(n, k)
    assert (curves.lower.critical, curves.upper.critical) == ((bounds.d_lower,), (bounds.d_upper,))
    for curve in (curves.lower, curves.upper):
        fine = np.linspace(curve.x[0], curve.critical[0], 2001)
        share = np.trapezoid(np.interp(fine, curve.x, curve.density), fine)
        assert share == pytest.approx(0.05, abs=0.002)
        assert np.trapezoid(curve.density, curve.x) == pytest.approx(1, abs=0.002)
        assert curve.regions[0].high == curve.critical[0]

"""Influence of single respondents, by leaving each out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.statistics.influence import CaseDiagnostics, case_diagnostics, influence
from analysis.statistics.least_squares import fit
from analysis.statistics.robust import hc3_covariance
from analysis.statistics.unavailable import NotPossible


def test_diagnostics_are_those_of_leaving_one_out() -> None:
    random = np.random.default_rng(1)
    x, y = random.normal(size=(15, 2)), random.normal(size=15)
    whole, found = fit(x, y), case_diagnostics(fit(x, y))
    design = np.column_stack([np.ones(15), x])
    for i in range(15):
        left = fit(np.delete(x, i, 0), np.delete(y, i))
        move = design @ (whole.coefficients - left.coefficients)
        assert found.cook[i] == pytest.approx(move @ move / (3 * whole.ms_residual), rel=1e-9)
        prediction = y[i] - design[i] @ left.coefficients
        spread = left.ms_residual / (1 - found.leverage[i])
        assert found.studentized_deleted[i] == pytest.approx(prediction / math.sqrt(spread), rel=1e-9)


def test_an_outlier_is_flagged_with_its_spreadsheet_row() -> None:
    x = np.arange(40.0)
    y = x + np.tile([0.5, -0.5], 20)
    y[7] += 20
    found = influence(case_diagnostics(fit(x[:, None], y)), np.arange(40) + 2)
    assert found.cook_cut == 0.1
    assert 9 in [case.row for case in found.flagged]
    assert found.max_cook == max(case.cook for case in found.flagged)


def test_cases_are_flagged_beyond_the_cuts_and_not_on_them() -> None:
    cut, beyond = 4 / 8, math.nextafter(4 / 8, 1)
    cook = np.array([0, cut, beyond, 0, 0, 0, 0, 0])
    deleted = np.array([0, 0, 0, 3.0, -3.0, math.nextafter(3, 4), math.nextafter(-3, -4), 2.9])
    cases = CaseDiagnostics(np.full(8, 0.2), deleted, deleted, cook)
    assert [case.row for case in influence(cases, np.arange(8)).flagged] == [2, 5, 6]


def test_a_respondent_alone_in_a_category_has_no_residual_to_judge() -> None:
    alone = np.zeros(10)
    alone[0] = 1
    fitted = fit(alone[:, None], np.arange(10.0))
    found = case_diagnostics(fitted)
    assert np.isnan(found.cook[0])
    assert np.isfinite(found.cook[1:]).all()
    assert not found.flagged[0]
    assert np.isnan(hc3_covariance(fitted)).all()


def test_a_perfect_fit_is_refused() -> None:
    x = np.arange(6.0)
    with pytest.raises(NotPossible) as refusal:
        influence(case_diagnostics(fit(x[:, None], 3 * x)), np.arange(6))
    assert refusal.value.unavailable.reason == "perfect_fit"

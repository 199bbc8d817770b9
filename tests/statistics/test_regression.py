"""Regression against R, its edge cases and invariances."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import regression
from analysis.statistics.least_squares import fit
from analysis.statistics.model_sample import ModelSample, model_sample
from analysis.statistics.regression import Coefficient
from analysis.statistics.robust import newey_west_covariance, robust_coefficients
from analysis.statistics.unavailable import NotPossible
from analysis.study.codebook import Model
from analysis.study.preparation import Prepared
from tests.reference.instrument_figures import assert_close
from tests.reference.regression_figures import FIGURES, SHORT_NAMES
from tests.reference.studies import retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}
STUDIES = pytest.mark.parametrize("name", ["retail", "sleep"])


@STUDIES
def test_coefficients_agree_with_r(name: str) -> None:
    result, figures = regression.compute(PREPARED[name]()), FIGURES["regression"][name]
    assert result.n == figures["n"]
    assert result.n + result.dropped == PREPARED[name]().respondents
    for variable, ours in result.coefficients.items():
        short = SHORT_NAMES[variable]
        for key, theirs in figures["coefficients"][short].items():
            assert_close(getattr(ours, key), theirs)
        assert ours.significant == (figures["coefficients"][short]["p"] < 0.05)
        if variable != "const":
            for key in ("beta", "zero_order", "partial", "semipartial", "vif"):
                assert_close(getattr(ours, key), figures[key][short])
            assert_close(ours.tolerance, 1 / figures["vif"][short])


@STUDIES
def test_summary_and_analysis_of_variance_agree_with_r(name: str) -> None:
    result, figures = regression.compute(PREPARED[name]()), FIGURES["regression"][name]
    for key in ("r2", "r2_adjusted", "se_estimate", "t_table", "f_table", "f_table_convention", "f2"):
        assert_close(getattr(result, key), figures[key])
    for key in ("ss_regression", "ss_residual", "ss_total", "f", "p"):
        assert_close(getattr(result.anova, key), figures[key])
    assert_close(result.r, math.sqrt(figures["r2"]))
    assert_close(result.r2_ci_low, figures["r2_interval"][0])
    assert_close(result.r2_ci_high, figures["r2_interval"][1])


@STUDIES
def test_robust_standard_errors_agree_with_r(name: str) -> None:
    prepared, figures = PREPARED[name](), FIGURES["regression"][name]
    sample = model_sample(prepared)
    fitted = fit(sample.x, sample.y)
    names = ("const", *sample.predictors)
    found = {
        "hc3": regression.compute(prepared).hc3,
        "newey_west": robust_coefficients(fitted, newey_west_covariance(fitted, 4), names, 0.05),
    }
    for method, ours in found.items():
        for variable, row in ours.items():
            for key, theirs in figures[method][SHORT_NAMES[variable]].items():
                assert_close(getattr(row, key), theirs)


def test_r_squared_interval_of_a_published_table() -> None:
    # Published: k = 2, n = 207, SS 2522.017 and 1306.863; interval [.584; .711] by noncentral F.
    anova = regression.Anova(
        2522.017, 2, 1261.0085, 1306.863, 204, 6.40619, 3828.88, 206, 1261.0085 / 6.40619, 0.0
    )
    interval = regression.r_squared_interval(anova, 0.05)
    assert interval is not None
    assert (round(interval.low, 3), round(interval.high, 3)) == (0.584, 0.711)


def test_flagged_respondents_are_left_out_of_the_sensitivity_only() -> None:
    result = regression.compute(retail())
    without = result.without_influential
    assert without is not None
    assert without.n == result.n - len(without.removed_rows)
    kept = model_sample(retail())
    kept = kept.only(~np.isin(kept.rows, without.removed_rows))
    expected = fit(kept.x, kept.y)
    np.testing.assert_allclose(
        [row.b for row in without.coefficients.values()], expected.coefficients, rtol=1e-12
    )


def test_equation_is_built_from_the_coefficients() -> None:
    slope = Coefficient(2.0, 1.0, None, 2.0, 0.05, 0.0, 4.0, None, None, None, True)
    rows = {
        "const": replace(slope, b=5.4537),
        "A": replace(slope, b=-0.00012345),
        "B": replace(slope, b=1234.5678),
    }
    assert regression.equation("Y", rows) == "Y = 5.454 - 0.000123 A + 1234.568 B"


def sample_of(x: np.ndarray, y: np.ndarray) -> ModelSample:
    names = tuple(f"X{j + 1}" for j in range(x.shape[1]))
    return ModelSample("Y", names, x, y, np.arange(len(y)) + 2, 0)


def random_sample(seed: int, n: int = 30, k: int = 2) -> ModelSample:
    random = np.random.default_rng(seed)
    x = random.integers(5, 26, size=(n, k)).astype(float)
    return sample_of(x, x @ np.arange(1.0, k + 1) + random.integers(0, 30, size=n))


def test_few_respondents_and_low_tolerance_are_warned_of() -> None:
    sample = random_sample(1, n=15)
    x = np.column_stack([sample.x[:, 0], sample.x[:, 0] + 1e-3 * (np.arange(15) % 3)])
    codes = {notice.code: notice for notice in regression.regression(sample_of(x, sample.y), 0.05).warnings}
    assert codes["few_respondents_per_predictor"].details == {"n": 15, "needed": 20}
    assert codes["tolerance_below_spss_limit"].details == {"columns": ("X1", "X2")}


@pytest.mark.parametrize(("tolerance", "warned"), [(0.00011, False), (0.00009, True)])
def test_a_tolerance_is_warned_of_below_the_limit_of_spss(tolerance: float, warned: bool) -> None:
    random = np.random.default_rng(6)
    noise = random.normal(size=(40, 3))
    apart, shared, error = np.linalg.qr(noise - noise.mean(axis=0))[0].T
    x = np.column_stack([shared, math.sqrt(1 - tolerance) * shared + math.sqrt(tolerance) * apart])
    result = regression.regression(sample_of(x, shared + error), 0.05)
    assert_close(result.coefficients["X1"].tolerance, tolerance)
    assert ("tolerance_below_spss_limit" in [notice.code for notice in result.warnings]) == warned


def test_a_perfect_fit_is_reported_without_a_crash() -> None:
    sample = random_sample(2)
    result = regression.regression(sample_of(sample.x, sample.x.sum(axis=1)), 0.05)
    assert [notice.code for notice in result.warnings] == ["perfect_fit"]
    assert (result.r2, result.anova.f, result.anova.p) == (1.0, math.inf, 0.0)
    assert (result.r2_ci_low, result.r2_ci_high) == (None, None)
    assert result.coefficients["X1"].se == 0


def test_what_a_perfect_fit_does_not_need_is_zero_and_not_significant() -> None:
    sample = random_sample(2)
    result = regression.regression(sample_of(sample.x, sample.x[:, 0] / 3), 0.05)
    assert result.anova.f == math.inf
    assert result.coefficients["X1"].b == pytest.approx(1 / 3, rel=1e-14)
    assert result.coefficients["X1"].significant
    for name in ("const", "X2"):
        unneeded = result.coefficients[name]
        assert (unneeded.b, unneeded.se, unneeded.significant) == (0, 0, False)
        assert math.isnan(unneeded.p)


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (Model(), "no_model"),
        (Model(outcome="Loyalty"), "no_model"),
        (Model(outcome="Loyalty", predictors=("Nothing",)), "no_score"),
        (Model(outcome="Loyalty", predictors=("Loyalty",)), "outcome_among_predictors"),
    ],
)
def test_models_that_cannot_be_run_are_refused(model: Model, reason: str) -> None:
    with pytest.raises(NotPossible) as refusal:
        regression.compute(with_model(retail(), model))
    assert refusal.value.unavailable.reason == reason


def with_model(prepared: Prepared, model: Model) -> Prepared:
    return replace(prepared, codebook=replace(prepared.codebook, model=model))


def test_the_same_predictor_twice_is_named() -> None:
    model = Model(outcome="Loyalty", predictors=("Community", "Community"))
    with pytest.raises(NotPossible) as refusal:
        regression.compute(with_model(retail(), model))
    assert refusal.value.unavailable.details == {"columns": ("Community",), "others": ("Community",)}


def test_a_minute_p_value_does_not_become_zero() -> None:
    x = np.arange(4000.0)[:, None]
    noise = np.tile([1.0, -1.0, -1.0, 1.0], 1000)
    result = regression.regression(sample_of(x, x[:, 0] / 2500 + noise), 0.05)
    assert 0 < result.anova.p < 1e-100


def test_many_respondents_take_the_plain_way_to_the_same_figures() -> None:
    few = random_sample(3, n=60, k=3)
    many = sample_of(np.tile(few.x, (1000, 1)), np.tile(few.y, 1000))
    result, expected = regression.regression(many, 0.05), regression.regression(few, 0.05)
    for name, ours in result.coefficients.items():
        assert ours.b == pytest.approx(expected.coefficients[name].b, rel=1e-10)
        assert_close(ours.vif, expected.coefficients[name].vif)
    assert result.r2 == pytest.approx(expected.r2, rel=1e-12)


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000), factor=st.floats(0.01, 100))
def test_rescaling_a_predictor_changes_neither_t_nor_beta(seed: int, factor: float) -> None:
    sample = random_sample(seed)
    scaled = sample_of(sample.x * np.array([factor, 1.0]), sample.y)
    before, after = (regression.regression(s, 0.05).coefficients["X1"] for s in (sample, scaled))
    assert after.t == pytest.approx(before.t, rel=1e-8)
    assert after.beta == pytest.approx(before.beta, rel=1e-8)
    assert after.b * factor == pytest.approx(before.b, rel=1e-8)


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000))
def test_identities_of_the_tables_hold(seed: int) -> None:
    result = regression.regression(random_sample(seed, k=3), 0.05)
    anova = result.anova
    assert anova.ss_regression + anova.ss_residual == pytest.approx(anova.ss_total, rel=1e-12)
    assert anova.df_regression + anova.df_residual == anova.df_total == result.n - 1
    for name, row in result.coefficients.items():
        assert row.ci_low < row.b < row.ci_high
        assert row.significant == (abs(row.t) > result.t_table)
        if name != "const":
            assert row.beta is not None
            assert row.semipartial is not None
            assert row.tolerance is not None
            assert row.semipartial == pytest.approx(row.beta * math.sqrt(row.tolerance))
            assert math.copysign(1, row.semipartial) == math.copysign(1, row.b)
    low, high = result.r2_ci_low, result.r2_ci_high
    assert low is not None
    assert high is not None
    assert 0 <= low <= result.r2 <= high <= 1

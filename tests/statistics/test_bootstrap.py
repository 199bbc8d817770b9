"""Bootstrap intervals against R's boot within Monte Carlo error, and their promises."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.statistics import bootstrap
from analysis.statistics.bootstrap import bca_interval, jackknife_acceleration, resampled_coefficients
from analysis.statistics.least_squares import fit
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared
from tests.reference.regression_figures import FIGURES, SHORT_NAMES
from tests.reference.studies import retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}


def with_settings(prepared: Prepared, **changes: int) -> Prepared:
    settings = replace(prepared.codebook.settings, **changes)
    return replace(prepared, codebook=replace(prepared.codebook, settings=settings))


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_intervals_agree_with_r_within_monte_carlo_error(name: str) -> None:
    result = bootstrap.compute(with_settings(PREPARED[name](), bootstrap=50_000))
    assert (result.samples, result.usable) == (50_000, 50_000)
    for variable, ours in result.coefficients.items():
        theirs = FIGURES["regression"][name]["bootstrap"][SHORT_NAMES[variable]]
        # A 2.5 % quantile of 50,000 draws has a standard error near 0.012 SE; two of them are compared.
        assert abs(ours.ci_low - theirs["ci_low"]) < 0.06 * theirs["se"]
        assert abs(ours.ci_high - theirs["ci_high"]) < 0.06 * theirs["se"]
        assert ours.se == pytest.approx(theirs["se"], rel=0.02)


def test_one_seed_gives_one_result_and_another_seed_another() -> None:
    first, again = bootstrap.compute(retail()), bootstrap.compute(retail())
    other = bootstrap.compute(with_settings(retail(), seed=2))
    assert first == again
    assert first.coefficients != other.coefficients
    assert (first.seed, other.seed) == (1, 2)


def test_counts_of_respondents_give_the_coefficients_of_the_resample() -> None:
    random = np.random.default_rng(1)
    x, y = random.normal(size=(25, 2)), random.normal(size=25)
    draws = resampled_coefficients(fit(x, y), y, 3, seed=5)
    drawn = np.random.default_rng(5).integers(0, 25, size=(3, 25))
    for row, chosen in zip(draws, drawn, strict=True):
        np.testing.assert_allclose(row, fit(x[chosen], y[chosen]).coefficients, rtol=1e-9)


def test_acceleration_is_that_of_leaving_one_out() -> None:
    random = np.random.default_rng(2)
    x, y = random.normal(size=(20, 2)), random.exponential(size=20)
    left_out = np.array([fit(np.delete(x, i, 0), np.delete(y, i)).coefficients for i in range(20)])
    influence = left_out.mean(axis=0) - left_out
    expected = (influence**3).sum(axis=0) / (6 * np.square(influence).sum(axis=0) ** 1.5)
    np.testing.assert_allclose(jackknife_acceleration(fit(x, y)), expected, rtol=1e-9)


def test_without_bias_and_acceleration_the_interval_is_that_of_percentiles() -> None:
    draws = np.arange(1.0, 1000.0)
    found = bca_interval(draws, 500.0, 0.0, 0.05)
    assert (found.ci_low, found.ci_high) == (pytest.approx(25.0), pytest.approx(975.0))


def test_an_estimate_outside_all_draws_still_gives_an_interval() -> None:
    found = bca_interval(np.linspace(0, 1, 1000), 2.0, 0.1, 0.05)
    assert 0 <= found.ci_low <= found.ci_high <= 1


def test_mirrored_draws_mirror_the_interval_even_beyond_their_ends() -> None:
    draws = np.array([1.0, 2.0, 4.0, 7.0])
    for estimate in (0.0, 3.0, 8.0):
        found, mirrored = (
            bca_interval(draws, estimate, 0.05, 0.5),
            bca_interval(-draws, -estimate, -0.05, 0.5),
        )
        assert mirrored.ci_low == pytest.approx(-found.ci_high)
        assert mirrored.ci_high == pytest.approx(-found.ci_low)


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    bootstrap.compute(with_settings(retail(), bootstrap=20_000), told.append)
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_resamples_without_variation_in_a_predictor_are_not_used() -> None:
    rare = np.zeros(12)
    rare[0] = 1
    y = np.arange(12.0) ** 1.5
    draws = resampled_coefficients(fit(rare[:, None], y), y, 2000, seed=1)
    # The one respondent is missing from (11/12)^12 = 35 % of the resamples.
    assert len(draws) == pytest.approx(2000 * (1 - (11 / 12) ** 12), rel=0.1)
    assert np.isfinite(draws).all()


def test_refusals() -> None:
    with pytest.raises(NotPossible) as refusal:
        bootstrap.compute(with_settings(retail(), bootstrap=0))
    assert refusal.value.unavailable.reason == "not_requested"


def test_too_many_respondents_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "MOST_RESPONDENTS", 100)
    with pytest.raises(NotPossible) as refusal:
        bootstrap.compute(retail())
    assert refusal.value.unavailable.reason == "too_many_respondents"
    assert refusal.value.unavailable.details["limit"] == 100

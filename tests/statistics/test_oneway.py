"""One-way analysis of variance against R, levels that cannot take part, and its properties."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import oneway
from analysis.statistics.oneway import OnewayAnova, OnewayResult, PairComparison, WelchAnova, analyse
from analysis.statistics.unavailable import NotPossible, Unavailable
from tests.reference.instrument_figures import assert_close
from tests.reference.regression_figures import FIGURES, SHORT_NAMES, STUDENTIZED_RANGE
from tests.reference.studies import RETAIL, retail

CASES = [(column, scale) for column in ("age", "frequency") for scale in RETAIL.scales]


@cache
def analysed() -> OnewayResult:
    return oneway.compute(retail())


@pytest.mark.parametrize(("column", "scale"), CASES)
def test_analysis_agrees_with_r(column: str, scale: str) -> None:
    ours = analysed().columns[column][scale]
    figures = FIGURES["oneway"][column][SHORT_NAMES[scale]]
    assert isinstance(ours, OnewayAnova)
    for key in ("n", "ss_between", "df_between", "ss_within", "df_within", "f", "p", "eta2", "omega2"):
        assert_close(getattr(ours, key), figures[key])
    assert_close(ours.ms_between, figures["ss_between"] / figures["df_between"])
    for test in ("levene", "welch"):
        for key, theirs in figures[test].items():
            assert_close(getattr(getattr(ours, test), key), theirs)


@pytest.mark.parametrize(("column", "scale"), CASES)
def test_pairs_agree_with_r(column: str, scale: str) -> None:
    ours = analysed().columns[column][scale]
    figures = FIGURES["oneway"][column][SHORT_NAMES[scale]]
    assert isinstance(ours, OnewayAnova)
    assert isinstance(ours.games_howell, tuple)
    for method, rows in (("tukey", ours.tukey), ("games_howell", ours.games_howell)):
        for row, theirs in zip(rows, figures[method], strict=True):
            assert (row.a, row.b) == (theirs["a"], theirs["b"])
            assert_close(row.difference, theirs["difference"])
            # An interval's end near zero carries the quantile's error many times over.
            width = theirs["ci_high"] - theirs["ci_low"]
            assert abs(row.ci_low - theirs["ci_low"]) < 1e-6 * width
            assert abs(row.ci_high - theirs["ci_high"]) < 1e-6 * width
            # Below 1e-9 R's p value is what its truncated integral leaves of one.
            assert abs(row.p - theirs["p"]) <= STUDENTIZED_RANGE * theirs["p"] + 1e-9


def test_only_columns_with_three_levels_in_use_are_analysed() -> None:
    assert list(analysed().columns) == ["age", "frequency"]
    prepared = retail()
    with pytest.raises(NotPossible) as refusal:
        oneway.compute(replace(prepared, categories={"member": prepared.categories["member"]}))
    assert refusal.value.unavailable.reason == "no_group_of_three"


def test_a_level_of_one_is_left_out_and_named() -> None:
    scores = np.array([1.0, 2, 3, 4, 5, 6, 7, np.nan])
    codes = np.array([0, 0, 1, 1, 2, 2, 3, -1])
    found = analyse(scores, codes, ("a", "b", "c", "d"), 0.05)
    assert (found.n, found.dropped, found.left_out) == (6, 2, ("d",))
    assert list(found.groups) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("scores", "codes", "reason"),
    [
        ([1, 2, 3, 4, 5], [0, 0, 1, 1, 2], "fewer_than_three_levels"),
        ([1, 1, 2, 2, 3, 3], [0, 0, 1, 1, 2, 2], "constant_level"),
        (list(range(50)), list(range(25)) * 2, "too_many_levels"),
    ],
)
def test_refusals(scores: list[float], codes: list[int], reason: str) -> None:
    levels = tuple(f"level {code}" for code in range(max(codes) + 1))
    with pytest.raises(NotPossible) as refusal:
        analyse(np.array(scores, float), np.array(codes), levels, 0.05)
    assert refusal.value.unavailable.reason == reason


def test_a_constant_level_has_no_welch_test_but_its_pairs_with_others() -> None:
    scores = np.array([3.0, 3, 3, 1, 2, 4, 2, 5, 9])
    found = analyse(scores, np.repeat([0, 1, 2], 3), ("a", "b", "c"), 0.05)
    assert isinstance(found.welch, Unavailable)
    assert isinstance(found.games_howell, tuple)
    both = analyse(np.array([3.0, 3, 4, 4, 1, 9]), np.repeat([0, 1, 2], 2), ("a", "b", "c"), 0.05)
    assert isinstance(both.games_howell, tuple)
    constant, *others = both.games_howell
    assert (constant.a, constant.b, constant.difference) == ("a", "b", -1)
    assert np.isnan([constant.df, constant.p, constant.ci_low, constant.ci_high]).all()
    # One level that varies leaves its own n - 1 degrees of freedom.
    assert [pair.df for pair in others] == [1, 1]
    assert np.isfinite([pair.p for pair in others]).all()


def test_a_level_below_ten_respondents_is_warned_of() -> None:
    codes = np.repeat([0, 1, 2], [9, 10, 11])
    found = analyse(np.arange(30.0) % 7, codes, ("a", "b", "c"), 0.05)
    assert [notice.details for notice in found.warnings] == [{"level": "a", "n": 9}]


def test_twenty_levels_are_compared_pair_by_pair_and_no_more() -> None:
    codes = np.arange(42) % 21
    names = tuple("abcdefghijklmnopqrstu")
    few = codes < 20
    assert len(analyse(np.arange(42.0)[few], codes[few], names[:20], 0.05).tukey) == 190
    with pytest.raises(NotPossible) as refusal:
        analyse(np.arange(42.0), codes, names, 0.05)
    assert refusal.value.unavailable.details == {"levels": 21, "limit": 20}


def groups(seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    codes = np.concatenate([np.arange(4), np.arange(4), random.integers(0, 4, 40)])
    return random.integers(4, 21, codes.size) + codes.astype(float), codes


def by_pair(rows: tuple[PairComparison, ...] | Unavailable) -> dict[frozenset[str], PairComparison]:
    assert isinstance(rows, tuple)
    return {frozenset((row.a, row.b)): row for row in rows}


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_levels_turns_signs_only(seed: int) -> None:
    scores, codes = groups(seed)
    straight = analyse(scores, codes, ("a", "b", "c", "d"), 0.05)
    turned = analyse(scores, 3 - codes, ("d", "c", "b", "a"), 0.05)
    assert turned.f == pytest.approx(straight.f, rel=1e-10)
    assert isinstance(turned.welch, WelchAnova)
    assert isinstance(straight.welch, WelchAnova)
    assert turned.welch.p == pytest.approx(straight.welch.p, rel=1e-9)
    for method in ("tukey", "games_howell"):
        one, other = by_pair(getattr(straight, method)), by_pair(getattr(turned, method))
        for pair, row in one.items():
            assert row.difference == pytest.approx(-other[pair].difference, abs=1e-12)
            assert row.p == pytest.approx(other[pair].p, rel=1e-8)
            assert row.ci_low == pytest.approx(-other[pair].ci_high, rel=1e-8, abs=1e-9)


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000))
def test_p_value_and_interval_of_a_pair_say_the_same(seed: int) -> None:
    found = analyse(*groups(seed), ("a", "b", "c", "d"), 0.05)
    assert isinstance(found.games_howell, tuple)
    for row in (*found.tukey, *found.games_howell):
        assert row.ci_low < row.difference < row.ci_high
        assert (row.p < 0.05) == (row.ci_low > 0 or row.ci_high < 0)
    same_df = sorted(found.tukey, key=lambda row: abs(row.difference) / row.se)
    assert all(weak.p >= strong.p for weak, strong in pairwise(same_df))


def test_the_interval_of_a_level_is_that_of_its_own_mean() -> None:
    """R 4: t.test(c(2, 4, 4, 5, 9), conf.level = .9)$conf.int"""
    scores = np.array([2.0, 4, 4, 5, 9, 1, 3, 6, 8])
    found = analyse(scores, np.array([0, 0, 0, 0, 0, 1, 1, 2, 2]), ("a", "b", "c"), 0.1)
    assert_close(found.groups["a"].ci_low, 2.33220892997452)
    assert_close(found.groups["a"].ci_high, 7.26779107002548)

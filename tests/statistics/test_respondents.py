"""Counts and shares of demographics against R, PSPP and the published ones."""

from __future__ import annotations

import pytest

from analysis.statistics import respondents
from analysis.statistics.respondents import category_counts
from tests.reference.instrument_figures import STUDIES, assert_close, assert_prints, pspp_rows
from tests.reference.studies import StudyPlan, prepared_table, retail


def test_shares_and_wilson_intervals_agree_with_r() -> None:
    result = respondents.compute(retail())
    for name, expected in STUDIES["retail"]["shares"].items():
        found = {each.category: each for each in result.columns[name].categories}
        assert set(found) == set(expected)
        for category, figures in expected.items():
            assert found[category].n == figures["n"]
            assert_close(found[category].valid_percent, figures["percent"])
            assert_close(found[category].ci_low, figures["ci_low"])
            assert_close(found[category].ci_high, figures["ci_high"])


def test_frequencies_are_those_of_pspp() -> None:
    age = respondents.compute(retail()).columns["age"]
    printed = pspp_rows("age")[1:-1]
    assert [each.category for each in age.categories] == [row[1] for row in printed]
    for ours, row in zip(age.categories, printed, strict=True):
        assert ours.n == int(row[2])
        assert_prints(ours.percent, row[3])
        assert_prints(ours.valid_percent, row[4])
        assert_prints(ours.cumulative_percent, row[5])


def test_missing_answers_lower_percent_but_not_valid_percent() -> None:
    counts = category_counts(["a", None, "b", "a"], ("b", "a"))
    assert (counts.n, counts.missing) == (3, 1)
    b, a = counts.categories
    assert (b.category, b.n, b.percent) == ("b", 1, 25.0)
    assert (a.percent, a.valid_percent) == (50.0, pytest.approx(200 / 3))
    assert a.cumulative_percent == 100.0


def test_nobody_answered() -> None:
    counts = category_counts([None, None], ("a",))
    assert (counts.n, counts.missing, counts.categories) == (0, 2, ())


def test_the_last_cumulative_percentage_is_exactly_100() -> None:
    counts = category_counts(list("aaabbbccc") * 11 + ["d"], tuple("abcd"))
    assert counts.categories[-1].cumulative_percent == 100.0
    assert sum(each.valid_percent for each in counts.categories) == pytest.approx(100)


def test_a_study_without_demographics_has_none() -> None:
    prepared = prepared_table({"a": [1, 2, 3]}, StudyPlan({"A": ("a",)}, (1, 5)))
    assert respondents.compute(prepared).columns == {}

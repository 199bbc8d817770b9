"""Associations of two categorical columns against R and their edge cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.statistics import categorical
from analysis.statistics.categorical import Association, cross_tabulation, fisher_exact_p
from analysis.statistics.unavailable import NotPossible, Unavailable
from tests.reference.instrument_figures import assert_close
from tests.reference.regression_figures import FIGURES
from tests.reference.studies import retail


def names(prefix: str, count: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{i}" for i in range(count))


@pytest.mark.parametrize("name", list(FIGURES["associations"]))
def test_tables_agree_with_r(name: str) -> None:
    figures = FIGURES["associations"][name]
    table = np.array(figures["counts"])
    found = cross_tabulation(table, names("r", table.shape[0]), names("c", table.shape[1]))
    assert_close(found.chi_square.chi2, figures["chi2"])
    assert found.chi_square.df == figures["df"]
    assert_close(found.chi_square.p, figures["p"])
    assert_close(found.minimum_expected, figures["minimum_expected"])
    assert found.cramer_v_corrected == pytest.approx(figures["cramer_v_corrected"], rel=1e-8, abs=1e-12)
    if table.shape == (2, 2):
        assert_close(found.fisher_p, figures["fisher_p"])
    else:
        assert found.fisher_p is None


@pytest.mark.parametrize("name", ["member ~ age", "age ~ frequency"])
def test_the_columns_of_a_study_are_crossed_in_codebook_order(name: str) -> None:
    found = categorical.compute(retail()).pairs[name]
    assert isinstance(found, Association)
    assert [list(row) for row in found.counts] == FIGURES["associations"][name]["counts"]
    assert found.n == sum(sum(row) for row in found.counts)
    assert found.n + found.dropped == retail().respondents


def test_expected_counts_below_five_are_counted() -> None:
    found = cross_tabulation(np.array([[8, 1], [2, 5]]), ("a", "b"), ("c", "d"))
    # Expected: 5.625, 3.375, 4.375, 2.625.
    assert (found.cells_below_five, found.minimum_expected) == (3, 2.625)
    even = cross_tabulation(np.array([[4, 6], [6, 4]]), ("a", "b"), ("c", "d"))
    assert (even.cells_below_five, even.minimum_expected) == (0, 5)


def test_fisher_tea_tasting() -> None:
    assert fisher_exact_p(np.array([[3, 1], [1, 3]])) == pytest.approx(34 / 70, rel=1e-13)
    assert fisher_exact_p(np.array([[4, 0], [0, 4]])) == pytest.approx(2 / 70, rel=1e-13)


def test_a_perfect_association_has_v_one() -> None:
    found = cross_tabulation(np.array([[50, 0], [0, 50]]), ("a", "b"), ("c", "d"))
    assert found.cramer_v == pytest.approx(1)
    assert found.cramer_v_corrected == pytest.approx(1)


def test_a_column_with_one_category_is_refused_by_pair() -> None:
    prepared = retail()
    categories = dict(prepared.categories)
    categories["age"] = tuple(None if value is None else "17-22" for value in categories["age"])
    found = categorical.compute(replace(prepared, categories=categories)).pairs
    refused = found["member ~ age"]
    assert isinstance(refused, Unavailable)
    assert (refused.reason, refused.details) == ("one_group", {"levels": ("17-22",)})
    assert isinstance(found["member ~ frequency"], Association)


def test_v_has_no_correction_where_every_respondent_is_a_category() -> None:
    found = cross_tabulation(np.array([[1, 0], [0, 1], [1, 0]]), names("r", 3), names("c", 2))
    assert found.cramer_v == pytest.approx(1)
    assert found.cramer_v_corrected is None


def test_nobody_left_is_refused_by_pair() -> None:
    prepared = retail()
    nobody = replace(
        prepared,
        categories=dict.fromkeys(prepared.categories, ()),
        category_order=dict.fromkeys(prepared.categories, ()),
    )
    pairs = categorical.compute(nobody).pairs
    assert pairs.keys() == categorical.compute(prepared).pairs.keys()
    assert {pair.reason for pair in pairs.values() if isinstance(pair, Unavailable)} == {"one_group"}
    assert all(isinstance(pair, Unavailable) for pair in pairs.values())


def test_fewer_than_two_columns_are_refused() -> None:
    prepared = retail()
    with pytest.raises(NotPossible) as refusal:
        categorical.compute(replace(prepared, categories={"age": prepared.categories["age"]}))
    assert refusal.value.unavailable.reason == "fewer_than_two_columns"


def test_transposing_changes_nothing_but_the_names() -> None:
    table = np.array([[12, 5, 9], [3, 14, 7]])
    one = cross_tabulation(table, ("a", "b"), ("c", "d", "e"))
    other = cross_tabulation(table.T, ("c", "d", "e"), ("a", "b"))
    assert one.chi_square.chi2 == pytest.approx(other.chi_square.chi2, rel=1e-12)
    assert one.cramer_v_corrected == pytest.approx(other.cramer_v_corrected, rel=1e-12)

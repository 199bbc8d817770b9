"""KMO, Bartlett and eigenvalues against R and PSPP, and singular matrices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.statistics import factorability
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import Prepared
from tests.reference.instrument_figures import STUDIES, assert_close, assert_prints, pspp_rows
from tests.reference.studies import StudyPlan, prepared_table, retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}


def with_answers(answers: np.ndarray) -> Prepared:
    """A study of one scale that holds these answers."""
    names = tuple(f"Q{j}" for j in range(answers.shape[1]))
    base = prepared_table({name: [1] * len(answers) for name in names}, StudyPlan({"A": names}, (1, 5)))
    return replace(base, answers=answers, raw_answers=answers)


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_all_figures_agree_with_r(name: str) -> None:
    ours, expected = factorability.compute(PREPARED[name]()), STUDIES[name]["factors"]
    assert ours.n == expected["n"]
    assert_close(ours.kmo, expected["kmo"])
    for item, value in expected["kmo_items"].items():
        assert_close(ours.kmo_items[item], value)
    assert ours.bartlett is not None
    assert_close(ours.bartlett.chi2, expected["bartlett"]["chi2"])
    assert ours.bartlett.df == expected["bartlett"]["df"]
    assert_close(ours.bartlett.p, expected["bartlett"]["p"])
    for value, theirs in zip(ours.eigenvalues, expected["eigenvalues"], strict=True):
        assert_close(value, theirs)


def test_kmo_and_bartlett_are_those_of_pspp() -> None:
    ours = factorability.compute(retail())
    rows = pspp_rows("KMO and Bartlett's Test")
    assert_prints(ours.kmo or 0.0, rows[0][2])
    assert ours.bartlett is not None
    assert_prints(ours.bartlett.chi2, rows[1][2])
    assert ours.bartlett.df == int(rows[2][2])


def test_an_item_given_twice_has_eigenvalues_but_no_kmo() -> None:
    answers = np.random.default_rng(1).integers(1, 6, (60, 3)) + 0.0
    found = factorability.compute(with_answers(np.column_stack([answers, answers[:, 0]])))
    assert (found.kmo, found.bartlett) == (None, None)
    assert set(found.kmo_items.values()) == {None}
    assert found.kmo_unavailable is not None
    assert found.kmo_unavailable.reason == "singular_correlation"
    assert sum(found.eigenvalues) == pytest.approx(4)
    assert found.eigenvalues[-1] == pytest.approx(0, abs=1e-12)


def test_more_items_than_respondents_is_singular() -> None:
    found = factorability.compute(with_answers(np.random.default_rng(2).normal(size=(207, 400))))
    assert found.kmo is None
    assert len(found.eigenvalues) == 400


def test_four_hundred_items_that_share_a_factor() -> None:
    random = np.random.default_rng(2)
    found = factorability.compute(
        with_answers(random.normal(size=(1000, 1)) + random.normal(size=(1000, 400)))
    )
    assert (found.kmo or 0) > 0.99
    assert found.bartlett is not None
    assert found.bartlett.p == 0.0


def test_a_constant_item_is_left_out_and_named() -> None:
    answers = np.random.default_rng(3).normal(size=(40, 4))
    answers[:, 1] = 3.0
    found = factorability.compute(with_answers(answers))
    assert found.constant_items == ("Q1",)
    assert list(found.kmo_items) == ["Q0", "Q2", "Q3"]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (np.ones((20, 3)), "one_item"),
        (np.random.default_rng(1).normal(size=(20, 1)), "one_item"),
        (np.random.default_rng(1).normal(size=(2, 3)), "too_few_respondents"),
        (np.full((20, 3), np.nan), "too_few_respondents"),
    ],
)
def test_what_cannot_be_computed_says_why(answers: np.ndarray, reason: str) -> None:
    with pytest.raises(NotPossible) as refused:
        factorability.compute(with_answers(answers))
    assert refused.value.unavailable.reason == reason


@pytest.mark.parametrize("n", [3, 50])
def test_two_items_have_a_kmo_of_one_half(n: int) -> None:
    found = factorability.compute(with_answers(np.random.default_rng(5).normal(size=(n, 2))))
    assert found.kmo == pytest.approx(0.5, rel=1e-12)


def test_order_scale_and_direction_change_nothing() -> None:
    prepared = sleep()
    plain = factorability.compute(prepared)
    turned = factorability.compute(replace(prepared, answers=100 - 3 * prepared.answers[::-1]))
    assert turned.kmo == pytest.approx(plain.kmo, rel=1e-9)
    assert turned.eigenvalues == pytest.approx(plain.eigenvalues, rel=1e-9)

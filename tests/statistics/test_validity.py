"""Item validity against R, PSPP, and its edge cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import validity
from analysis.statistics.item_covariance import item_covariance
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.statistics.validity import ItemValidity, scale_validity
from analysis.study.codebook import Settings
from analysis.study.preparation import Prepared
from tests.reference.instrument_figures import STUDIES, assert_close, assert_prints, pspp_rows
from tests.reference.studies import RETAIL, StudyPlan, prepared_table, retail, sleep

PREPARED = {"retail": retail, "sleep": sleep}


def item_of(found: ItemValidity | Unavailable) -> ItemValidity:
    assert isinstance(found, ItemValidity)
    return found


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_every_item_agrees_with_r(name: str) -> None:
    result = validity.compute(PREPARED[name]())
    for scale, expected in STUDIES[name]["scales"].items():
        for item, figures in expected["items"].items():
            ours = item_of(result.items[item])
            assert (ours.scale, ours.n, ours.df) == (scale, expected["n"], expected["n"] - 2)
            assert_close(ours.r, figures["r"])
            assert_close(ours.p, figures["p"])
            assert_close(ours.r_corrected, figures["r_corrected"])
            assert_close(ours.ci_low, figures["ci_low"])
            assert_close(ours.ci_high, figures["ci_high"])
            assert_close(ours.r_table, expected["r_table"])
            assert ours.valid == (figures["r"] > expected["r_table"])


def test_corrected_correlations_are_those_of_pspp() -> None:
    result = validity.compute(retail())
    for row in pspp_rows("Item-Total Statistics")[1:]:
        assert_prints(item_of(result.items[row[0]]).r_corrected or 0.0, row[3])


def test_r_table_is_shown_once_only_where_every_scale_has_the_same_n() -> None:
    different = validity.compute(retail())
    assert (different.df, different.r_table) == (None, None)
    complete = prepared_table(
        {f"Q{j}": [(i * (j + 3)) % 5 + 1 for i in range(40)] for j in range(6)},
        StudyPlan({"A": ("Q0", "Q1", "Q2"), "B": ("Q3", "Q4", "Q5")}, (1, 5)),
    )
    same = validity.compute(complete)
    assert same.df == 38
    assert_close(same.r_table, item_of(same.items["Q0"]).r_table)


def test_textbook_df_changes_the_verdict_and_the_reference_stands_beside_it() -> None:
    # n = 30: 0.349 by df = n, 0.361 by df = n - 2 (methods of the source theses).
    answers = np.random.default_rng(27).integers(1, 6, (30, 4)).astype(float)
    items, moments = ("a", "b", "c", "d"), item_covariance(answers)
    textbook = scale_validity("A", items, moments, Settings(validity_df="n"))
    for found in textbook.values():
        item = item_of(found)
        assert item.df == 30
        assert item.r_table == pytest.approx(0.3494, abs=5e-5)
        assert item.r_table_reference == pytest.approx(0.3610, abs=5e-5)
    by_reference = item_of(scale_validity("A", items, moments, Settings())["b"])
    assert by_reference.r == pytest.approx(0.3545, abs=5e-5)
    assert not by_reference.valid
    assert item_of(textbook["b"]).valid


def test_a_negative_correlation_is_never_valid() -> None:
    base = np.random.default_rng(4).normal(size=(80, 3)) + np.random.default_rng(5).normal(size=(80, 1)) * 3
    answers = np.hstack([base, -base[:, :1] * 2])
    found = item_of(scale_validity("A", ("a", "b", "c", "d"), item_covariance(answers), Settings())["d"])
    assert found.r < 0
    assert found.p < 0.05
    assert not found.valid


def test_constant_item_one_item_and_too_few_have_their_reason() -> None:
    settings = Settings()
    answers = np.array([[3.0, 1, 2], [3, 2, 4], [3, 5, 5], [3, 3, 3]])
    found = scale_validity("A", ("a", "b", "c"), item_covariance(answers), settings)
    assert found["a"] == Unavailable("zero_variance", {"item": "a"})
    assert item_of(found["b"]).r > 0.9
    alone = scale_validity("A", ("a",), item_covariance(answers[:, 1:2]), settings)
    assert isinstance(alone["a"], Unavailable)
    assert alone["a"].reason == "one_item"
    assert item_of(scale_validity("A", ("b", "c"), item_covariance(answers[:3, 1:]), settings)["b"]).n == 3
    few = scale_validity("A", ("b", "c"), item_covariance(answers[:2, 1:]), settings)
    assert isinstance(few["b"], Unavailable)
    assert few["b"].reason == "too_few_respondents"


def test_a_total_that_does_not_vary_has_no_correlation() -> None:
    first = np.arange(1.0, 6.0)
    answers = np.column_stack([first, 6 - first])
    found = scale_validity("A", ("a", "b"), item_covariance(answers), Settings())
    assert {type(item) for item in found.values()} == {Unavailable}


def test_a_study_without_items_is_refused() -> None:
    with pytest.raises(NotPossible) as refused:
        validity.compute(prepared_table({"name": ["a", "b"]}, StudyPlan({}, (1, 5))))
    assert refused.value.unavailable.reason == "no_items"


def test_scales_named_like_internal_words() -> None:
    plan = StudyPlan({"const": ("r", "p"), "valid": ("n", "items")}, (1, 5))
    names = ("r", "p", "n", "items")
    columns = {name: [(i // (j + 1)) % 5 + 1 for i in range(20)] for j, name in enumerate(names)}
    result = validity.compute(prepared_table(columns, plan))
    assert list(result.items) == ["r", "p", "n", "items"]
    assert item_of(result.items["items"]).scale == "valid"


def test_four_hundred_items() -> None:
    answers = np.random.default_rng(8).integers(1, 8, (207, 400)).astype(float)
    names = tuple(f"Q{j}" for j in range(400))
    found = scale_validity("A", names, item_covariance(answers), Settings())
    total = answers.sum(axis=1)
    for j in (0, 399):
        assert_close(item_of(found[names[j]]).r, np.corrcoef(answers[:, j], total)[0, 1])
        rest = total - answers[:, j]
        assert_close(item_of(found[names[j]]).r_corrected, np.corrcoef(answers[:, j], rest)[0, 1], 1e-7)


def correlations_by_item(
    answers: np.ndarray, names: tuple[str, ...]
) -> dict[str, tuple[float, float | None]]:
    found = scale_validity("A", names, item_covariance(answers), Settings())
    return {name: (item_of(item).r, item_of(item).r_corrected) for name, item in found.items()}


@given(st.integers(0, 10_000), st.floats(0.1, 50), st.floats(-100, 100))
def test_row_order_item_order_and_rescaling_change_nothing(seed: int, factor: float, shift: float) -> None:
    random = np.random.default_rng(seed)
    answers = random.integers(1, 6, (25, 4)) + 0.0
    answers[:2] = [[1, 2, 3, 4], [5, 4, 1, 2]]
    names = ("a", "b", "c", "d")
    original = correlations_by_item(answers, names)
    order, columns = random.permutation(25), random.permutation(4)
    moved = correlations_by_item(answers[order][:, columns], tuple(names[j] for j in columns))
    rescaled = correlations_by_item(answers * factor + shift, names)
    for name in names:
        assert moved[name] == pytest.approx(original[name], rel=1e-9, abs=1e-12)
        assert rescaled[name] == pytest.approx(original[name], rel=1e-7, abs=1e-9)


def test_reversing_twice_gives_the_same_study() -> None:
    once = retail()
    twice = replace(once, answers=6 - (6 - once.answers))
    assert validity.compute(twice) == validity.compute(once)


def test_the_order_of_rows_changes_nothing_in_a_study() -> None:
    prepared = retail()
    backwards = replace(prepared, answers=prepared.answers[::-1].copy())
    assert validity.compute(backwards) == validity.compute(prepared)


def test_alpha_of_the_settings_moves_the_criterion_and_the_interval() -> None:
    strict = replace(RETAIL, settings=Settings(alpha=0.01))
    prepared: Prepared = retail()
    stricter = validity.compute(
        replace(prepared, codebook=replace(prepared.codebook, settings=strict.settings))
    )
    ours, default = item_of(stricter.items["CS1"]), item_of(validity.compute(prepared).items["CS1"])
    assert ours.r_table > default.r_table
    assert (ours.ci_low or 0) < (default.ci_low or 0)
    assert ours.r == default.r

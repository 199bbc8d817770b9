"""Descriptions of items, scales and dimensions against R, PSPP and NIST."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import descriptives
from analysis.statistics.descriptives import (
    answer_counts,
    describe_item,
    describe_score,
    mean_category,
    score_classes,
    summarise,
)
from analysis.statistics.unavailable import NotPossible
from analysis.study.codebook import ColumnEntry, Settings
from analysis.study.preparation import Scale, prepare
from tests.reference.instrument_figures import STUDIES, assert_close, assert_prints, pspp_rows
from tests.reference.studies import (
    DATA,
    RETAIL,
    StudyPlan,
    prepared_table,
    read_csv,
    retail,
    sleep,
    study_of,
)

PREPARED = {"retail": retail, "sleep": sleep}
FIGURES = ("mean", "sd", "min", "max", "q1", "median", "q3", "skewness", "kurtosis")


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_items_and_scales_agree_with_r(name: str) -> None:
    result = descriptives.compute(PREPARED[name]())
    pairs = [(result.items[item], figures) for item, figures in STUDIES[name]["item_descriptives"].items()]
    pairs += [
        (result.scales[scale], figures) for scale, figures in STUDIES[name]["scale_descriptives"].items()
    ]
    for ours, expected in pairs:
        assert ours.n == expected["n"]
        assert ours.n + ours.missing == {"retail": 207, "sleep": 150}[name]
        for key in FIGURES:
            assert getattr(ours, key) == pytest.approx(expected[key], rel=1e-8, abs=1e-13)


def test_scales_are_those_of_pspp() -> None:
    result = descriptives.compute(retail())
    rows = {row[0] or row[1]: row for row in pspp_rows("Statistics")[1:]}
    for column, scale in ((2, "Customer Service"), (3, "Loyalty")):
        ours = result.scales[scale]
        assert ours.n == int(rows["N"][column])
        for row, value in (("Mean", ours.mean), ("Std Dev", ours.sd), ("Kurtosis", ours.kurtosis)):
            assert_prints(value or 0.0, rows[row][column])
        for row, value in (
            ("Skewness", ours.skewness),
            ("25", ours.q1),
            ("50", ours.median),
            ("75", ours.q3),
        ):
            assert_prints(value or 0.0, rows[row][column])


def test_counts_tcr_and_class_of_an_item() -> None:
    item = describe_item(np.array([1.0, 3, 3, 5, np.nan]), (1, 5))
    assert item.counts == {"1": 1, "2": 0, "3": 2, "4": 0, "5": 1}
    assert (item.n, item.missing, item.mean, item.tcr) == (4, 1, 3.0, 60.0)
    assert item.category == "moderate"


def test_counts_hold_every_answer_given() -> None:
    answers = np.array([0.5, 2, 2, 7])
    assert answer_counts(answers, None) == {"0.5": 1, "2": 2, "7": 1}
    assert answer_counts(answers, (1, 3)) == {"0.5": 1, "1": 0, "2": 2, "3": 0, "7": 1}


def test_classes_of_a_five_point_item_are_the_textbook_ones() -> None:
    bounds = [(round(each.low, 10), round(each.high, 10)) for each in score_classes(1, 5)]
    assert bounds == [(1, 1.8), (1.8, 2.6), (2.6, 3.4), (3.4, 4.2), (4.2, 5)]
    expected = {1.0: "very_low", 1.8: "very_low", 1.81: "low", 2.6: "low", 3.4: "moderate", 4.2: "high"}
    for mean, category in expected.items():
        assert mean_category(mean, 1, 5) == category
    assert mean_category(5, 1, 5) == "very_high"
    # A sum of ten answers that is 1.8 on paper.
    assert mean_category(sum([0.1] * 18), 1, 5) == "very_low"


def test_a_scale_is_classed_the_same_on_sums_and_means() -> None:
    table = read_csv(DATA / "retail.csv")
    sums = descriptives.compute(prepare(study_of(table, RETAIL)))
    means = descriptives.compute(prepare(study_of(table, replace(RETAIL, settings=Settings(score="mean")))))
    for scale, by_sum in sums.scales.items():
        by_mean = means.scales[scale]
        assert by_sum.category == by_mean.category
        assert_close(by_sum.item_mean, by_mean.mean)
        assert_close(by_sum.tcr, by_mean.tcr)
        assert by_sum.mean == pytest.approx((by_mean.mean or 0) * by_sum.items)


def test_dimensions_are_described_and_told_apart_by_scale() -> None:
    study = study_of(read_csv(DATA / "retail.csv"), RETAIL)
    where = {"CS1": "Speed", "CS2": "Speed", "CS4": "Tone", "LP1": "Speed", "LP2": "Reward"}
    columns = {
        header: replace(entry, dimension=where.get(header, ""))
        for header, entry in study.codebook.columns.items()
    }
    prepared = prepare(replace(study, codebook=replace(study.codebook, columns=columns)))
    found = descriptives.compute(prepared).dimensions
    assert list(found) == ["Customer Service: Speed", "Tone", "Loyalty Program: Speed", "Reward"]
    speed = found["Customer Service: Speed"]
    expected = np.nansum(prepared.answers[:, :2], axis=1)[~np.isnan(prepared.answers[:, :2]).any(axis=1)]
    assert speed.n == len(expected)
    assert_close(speed.mean, float(expected.mean()))
    assert_close(speed.item_mean, float(expected.mean()) / 2)


def test_a_score_held_by_the_file_has_no_item_mean() -> None:
    table = read_csv(DATA / "retail.csv")
    study = study_of(table, StudyPlan({}, (1, 5)))
    columns = {**study.codebook.columns, "years": ColumnEntry("score", "years", points=(10, 60))}
    found = descriptives.compute(prepare(replace(study, codebook=replace(study.codebook, columns=columns))))
    years = found.scales["years"]
    assert years.item_mean is None
    assert years.items == 0
    assert years.category == "low"
    assert years.tcr == pytest.approx(100 * (years.mean or 0) / 60)


@pytest.mark.parametrize(
    ("values", "absent"),
    [
        ([], {"mean", "sd", "min", "max", "q1", "median", "q3", "skewness", "kurtosis"}),
        ([4.0], {"sd", "skewness", "kurtosis"}),
        ([0.1] * 7, {"skewness", "kurtosis"}),
        ([1.0, 2.0], {"skewness", "kurtosis"}),
        ([1.0, 2.0, 5.0], {"kurtosis"}),
    ],
)
def test_what_too_few_values_cannot_give_is_none(values: list[float], absent: set[str]) -> None:
    summary = summarise(np.array(values))
    assert {key for key in FIGURES if getattr(summary, key) is None} == absent


def test_equal_values_have_exactly_their_mean_and_no_spread() -> None:
    summary = summarise(np.array([0.1] * 7))
    assert (summary.mean, summary.sd) == (0.1, 0.0)


def test_shape_of_the_smallest_samples_that_have_one() -> None:
    """Worked out by hand from the formulas of G1 and G2."""
    assert summarise(np.array([0.0, 0, 1])).skewness == pytest.approx(math.sqrt(3), rel=1e-12)
    assert summarise(np.array([0.0, 0, 0, 1])).kurtosis == pytest.approx(4, rel=1e-12)
    assert summarise(np.array([1.0, 2, 3, 4])).kurtosis == pytest.approx(-1.2, rel=1e-12)


def test_a_study_with_nothing_to_describe_is_refused() -> None:
    with pytest.raises(NotPossible):
        descriptives.compute(prepared_table({"a": [1, 2]}, StudyPlan({}, (1, 5))))


@given(st.lists(st.integers(-50, 50), min_size=5, max_size=40).filter(lambda v: len(set(v)) > 1))
def test_shape_ignores_scale_and_mirrors_with_sign(values: list[int]) -> None:
    plain = summarise(np.array(values, dtype=float))
    moved = summarise(np.array(values[::-1]) * -2.0 + 7)
    assert moved.mean == pytest.approx(7 - 2 * (plain.mean or 0), abs=1e-9)
    assert moved.sd == pytest.approx(2 * (plain.sd or 0))
    assert moved.skewness == pytest.approx(-(plain.skewness or 0), abs=1e-9)
    assert moved.kurtosis == pytest.approx(plain.kurtosis, abs=1e-8)
    assert moved.q1 == pytest.approx(7 - 2 * (plain.q3 or 0))


NIST = json.loads((DATA.parent / "nist" / "univariate.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [key for key in NIST if key != "about"])
def test_mean_and_sd_have_the_certified_digits_of_nist(name: str) -> None:
    entry = NIST[name]
    written = entry["data"] if "data" in entry else [entry["first"], *entry["pair"] * int(entry["pairs"])]
    summary = summarise(np.array([float(number) for number in written]))
    assert summary.n == entry["n"]
    assert summary.mean == pytest.approx(float(entry["certified"]["mean"]), rel=1e-15)
    assert summary.sd == pytest.approx(float(entry["certified"]["sd"]), rel=5e-15)


@pytest.mark.parametrize(
    ("count", "low", "high", "bounds", "categories"),
    [
        (3, 1, 5, (2.3333333333, 3.6666666667, 5), ("low", "moderate", "high")),
        (4, 1, 5, (2, 3, 4, 5), ("very_low", "low", "high", "very_high")),
        (3, 1, 7, (3, 5, 7), ("low", "moderate", "high")),
    ],
)
def test_classes_of_a_chosen_number(
    count: int, low: float, high: float, bounds: tuple[float, ...], categories: tuple[str, ...]
) -> None:
    classes = score_classes(low, high, count)
    assert tuple(round(each.high, 10) for each in classes) == bounds
    assert tuple(each.category for each in classes) == categories
    for bound, category in zip(bounds, categories, strict=True):
        assert mean_category(bound, low, high, count) == category


def test_the_chosen_number_of_classes_holds_for_items_and_scales() -> None:
    answers = np.array([[2.0, 3.0], [3.0, 2.0], [2.0, 3.0]])
    item = describe_item(answers[:, 0], (1, 5), 3)
    assert item.mean == pytest.approx(7 / 3)
    assert item.category == "low"
    assert describe_item(answers[:, 1], (1, 5), 3).category == "moderate"
    scale = Scale("X", ("a", "b"), 2, 10)
    assert describe_score(answers.sum(axis=1), scale, Settings(class_count=3)).category == "moderate"
    assert describe_score(answers.sum(axis=1), scale, Settings(class_count=4)).category == "low"

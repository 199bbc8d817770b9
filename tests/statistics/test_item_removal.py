"""Before and after items are left out: each side is the analysis of the study on that side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.statistics.item_removal import ItemRemovalResult, LeftOutItem, ModelFigures, ScaleFigures
from analysis.statistics.regression import RegressionResult
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability
from analysis.statistics.unavailable import Unavailable
from analysis.statistics.validity import ItemValidity, ValidityResult
from analysis.study.preparation import prepare
from analysis.study.study import Study
from tests.reference.studies import DATA, RETAIL, read_csv, study_of


def retail() -> Study:
    return study_of(read_csv(DATA / "retail.csv"), RETAIL)


def without(study: Study, *items: str, **changes: object) -> Study:
    columns = dict(study.codebook.columns)
    for item in items:
        columns[item] = replace(columns[item], included=False, reason="ambiguous", **changes)  # type: ignore[arg-type]
    return replace(study, codebook=replace(study.codebook, columns=columns))


def removal(study: Study) -> ItemRemovalResult:
    found = chapter_results(study)["item_removal"]
    assert isinstance(found, ItemRemovalResult)
    return found


def test_both_sides_are_the_analyses_of_the_two_studies() -> None:
    reduced = without(retail(), "CS3", "LO2")
    found = removal(reduced)
    assert list(found.scales) == ["Customer Service", "Loyalty"]
    for side, study in (("before", retail()), ("after", reduced)):
        results = chapter_results(study)
        reliability, regression = results["reliability"], results["regression"]
        assert isinstance(reliability, ReliabilityResult)
        assert isinstance(regression, RegressionResult)
        for name, change in found.scales.items():
            ours, whole = getattr(change, side), reliability.scales[name]
            assert isinstance(ours, ScaleFigures)
            assert isinstance(whole, ScaleReliability)
            assert (ours.items, ours.n, ours.alpha) == (whole.items, whole.n, whole.alpha)
            assert (ours.ci_low, ours.mean_inter_item_r) == (whole.ci_low, whole.mean_inter_item_r)
        model = getattr(found.model, side)
        assert isinstance(model, ModelFigures)
        assert (model.n, model.r2, model.f) == (regression.n, regression.r2, regression.anova.f)
        assert {name: slope.b for name, slope in model.slopes.items()} == {
            name: regression.coefficients[name].b for name in regression.predictors
        }


def test_an_item_stands_as_in_the_full_study() -> None:
    validity = chapter_results(retail())["validity"]
    assert isinstance(validity, ValidityResult)
    whole, ours = validity.items["CS3"], removal(without(retail(), "CS3")).items["CS3"]
    assert isinstance(whole, ItemValidity)
    assert isinstance(ours, LeftOutItem)
    assert (ours.r, ours.r_corrected, ours.reason) == (whole.r, whole.r_corrected, "ambiguous")


def test_alpha_if_deleted_is_the_alpha_after_where_all_answers_are_complete() -> None:
    study = retail()
    complete = [i for i in range(study.table.row_count) if None not in (c[i] for c in study.table.columns)]
    columns = tuple(tuple(cells[i] for i in complete) for cells in study.table.columns)
    numbers = tuple(study.table.row_numbers[i] for i in complete)
    study = replace(study, table=replace(study.table, columns=columns, row_numbers=numbers))
    found = removal(without(study, "CS3"))
    item, after = found.items["CS3"], found.scales["Customer Service"].after
    assert isinstance(item, LeftOutItem)
    assert isinstance(after, ScaleFigures)
    assert item.alpha_if_deleted == pytest.approx(after.alpha, rel=1e-12)


def test_nothing_to_compare_where_nothing_was_left_out_or_a_whole_scale_was() -> None:
    community = RETAIL.scales["Community"]
    for study in (retail(), without(retail(), *community)):
        assert chapter_results(study)["item_removal"] == Unavailable("no_item_left_out")
        assert prepare(study).before_removal is None


def test_a_scale_left_with_one_item_gives_its_reason() -> None:
    change = removal(without(retail(), "CB1", "CB2", "CB3")).scales["Community"]
    assert isinstance(change.before, ScaleFigures)
    assert isinstance(change.after, Unavailable)


def test_an_item_that_cannot_be_reversed_stays_out() -> None:
    study = without(retail(), "CS3", points=None)
    assert prepare(study).before_removal is None


def test_decisions_name_the_predictors_that_differ() -> None:
    found = removal(without(retail(), "CS1", "CS2", "CS4", "CS5"))
    before, after = found.model.before, found.model.after
    assert isinstance(before, ModelFigures)
    assert isinstance(after, ModelFigures)
    assert found.model.decisions == tuple(
        name for name in after.slopes if after.slopes[name].significant != before.slopes[name].significant
    )

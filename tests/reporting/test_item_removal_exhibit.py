"""The card of before and after: its tables are the result and its sentences hold for random studies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.reporting import instrument
from analysis.reporting.exhibit import Quantity
from analysis.reporting.item_removal_exhibit import compared_scales, item_removal_sentences
from analysis.reporting.language import language
from analysis.reporting.material import Material
from analysis.statistics.item_removal import ItemRemovalResult, ModelFigures
from analysis.study.study import Study
from tests.reporting.materials import retail_material
from tests.reporting.random_studies import random_study
from tests.reporting.sentence_reading import says

INDONESIAN = language("id")


def without_first_items(study: Study) -> Study:
    """The first item of each scale is left out."""
    columns, seen = dict(study.codebook.columns), set()
    for header, entry in study.codebook.columns.items():
        if entry.role == "item" and entry.scale not in seen:
            seen.add(entry.scale)
            columns[header] = replace(entry, included=False, reason="wording")
    return replace(study, codebook=replace(study.codebook, columns=columns))


def removal(seed: int) -> ItemRemovalResult:
    found = chapter_results(without_first_items(random_study(seed)))["item_removal"]
    assert isinstance(found, ItemRemovalResult)
    return found


@pytest.mark.parametrize("seed", range(60))
def test_sentences_have_the_numbers_and_name_the_changed_decisions(seed: int) -> None:
    result = removal(seed)
    *of_scales, of_model = (said.plain() for said in item_removal_sentences(result, INDONESIAN))
    for text, (name, (before, after)) in zip(of_scales, compared_scales(result).items(), strict=True):
        assert text.startswith(name)
        rest = text.removeprefix(name)
        assert says(before.alpha, rest)
        assert says(after.alpha, rest)
        assert not says(after.alpha + 2, rest)
    model = result.model
    assert isinstance(model.before, ModelFigures)
    assert isinstance(model.after, ModelFigures)
    assert says(model.before.r2, of_model)
    assert says(model.after.r2, of_model)
    assert ("tetap sama" in of_model) == (not model.decisions)
    assert [name for name in model.after.slopes if name in of_model] == list(model.decisions)


def test_the_tables_are_the_result() -> None:
    study = without_first_items(random_study(2))
    results = chapter_results(study)
    found = results["item_removal"]
    assert isinstance(found, ItemRemovalResult)
    view = instrument.view(Material(study, results.prepared, results, INDONESIAN))
    (card,) = [exhibit for exhibit in view.exhibits if exhibit.key == "item_removal"]
    items, scales, model = card.tables
    assert [row.cells[-1] for row in items.rows] == ["wording"] * len(found.items)
    for row, (before, after) in zip(scales.rows, compared_scales(found).values(), strict=True):
        values = [cell.value for cell in row.cells if isinstance(cell, Quantity)]
        assert values == [
            *(before.items, before.n, before.alpha, before.mean_inter_item_r),
            *(after.items, after.n, after.alpha, after.mean_inter_item_r),
        ]
    assert isinstance(found.model.after, ModelFigures)
    assert len(model.rows) == len(found.model.after.slopes) + 4


def test_no_card_where_nothing_was_left_out() -> None:
    view = instrument.view(retail_material("id"))
    assert all(exhibit.key != "item_removal" for exhibit in view.exhibits)

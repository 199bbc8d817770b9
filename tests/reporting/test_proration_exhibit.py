"""Listwise beside prorated: the sentence holds, and prorated scores are marked wherever scores are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from analysis.chapter import SECTIONS, chapter_results, section_view
from analysis.report_document import report
from analysis.reporting.exhibit import Quantity
from analysis.reporting.language import language
from analysis.reporting.proration_exhibit import EXHIBITS_OF_ITEMS, SECTIONS_OF_SCORES, proration_sentences
from analysis.statistics.proration import ModelRespondents, ProrationResult
from analysis.study.codebook import Settings
from analysis.study.study import Study
from tests.reference.studies import DATA, RETAIL, read_csv, study_of
from tests.reporting.materials import printed_numbers

INDONESIAN = language("id")


def retail(missing: Literal["listwise", "prorated"]) -> Study:
    plan = replace(RETAIL, settings=Settings(missing=missing, bootstrap=0))
    return study_of(read_csv(DATA / "retail.csv"), plan)


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_sentence_has_the_numbers_of_the_model(code: str) -> None:
    tongue = language(code)
    for n, listwise, kept in [(100, 90, 95), (1200, 1000, 1000), (30, 0, 2)]:
        for method in ("listwise", "prorated"):
            found = ProrationResult(n, method, {}, ModelRespondents(listwise, kept), ())
            (said,) = proration_sentences(found, tongue)
            numbers = [float(number) for number in printed_numbers(said.plain(), tongue)]
            if kept == listwise:
                assert numbers == [listwise, n]
            elif method == "listwise":
                assert numbers == [listwise, n, kept - listwise, kept]
            else:
                assert numbers == [kept, n, kept - listwise, listwise]


def test_prorated_scores_are_noted_on_every_exhibit_of_scores_and_nowhere_else() -> None:
    study = retail("prorated")
    results = chapter_results(study)
    found = results["proration"]
    assert isinstance(found, ProrationResult)
    assert found.rows
    for section in SECTIONS:
        for exhibit in section_view(study, section.key, INDONESIAN, results).exhibits:
            noted = any("diprorata" in note.plain() for note in exhibit.notes)
            of_scores = section.key in SECTIONS_OF_SCORES and not exhibit.key.startswith(EXHIBITS_OF_ITEMS)
            assert noted == (of_scores and exhibit.n is not None), exhibit.key
            if noted:
                assert printed_numbers(exhibit.notes[-1].plain(), INDONESIAN)[0] == len(found.rows)


def test_listwise_scores_carry_no_note_and_no_mark() -> None:
    study = retail("listwise")
    results = chapter_results(study)
    view = section_view(study, "regression", INDONESIAN, results)
    assert not any("diprorata" in note.plain() for exhibit in view.exhibits for note in exhibit.notes)
    scores = report(results, INDONESIAN).scores
    assert scores is not None
    assert scores.columns[-1].title != "Prorata"


def test_the_workbook_marks_each_prorated_score() -> None:
    results = chapter_results(retail("prorated"))
    found = results["proration"]
    assert isinstance(found, ProrationResult)
    scores = report(results, INDONESIAN).scores
    assert scores is not None
    assert scores.columns[-1].title == "Prorata"
    marks = {row.cells[0].text: row.cells[-1] for row in scores.rows if row.cells[-1]}  # type: ignore[union-attr]
    assert marks == {str(row.row): ", ".join(row.scales) for row in found.rows}


def test_the_card_stands_with_the_respondents() -> None:
    study = retail("listwise")
    results = chapter_results(study)
    found = results["proration"]
    assert isinstance(found, ProrationResult)
    exhibits = section_view(study, "respondents", INDONESIAN, results).exhibits
    (card,) = [exhibit for exhibit in exhibits if exhibit.key == "proration"]
    *rows, model = card.tables[0].rows
    assert found.model is not None
    assert [cell.value for cell in model.cells[-2:]] == [found.model.listwise, found.model.prorated]  # type: ignore[union-attr]
    for row, scale in zip(rows, found.scales.values(), strict=True):
        values = [cell.value for cell in row.cells[1:]]  # type: ignore[union-attr]
        assert values[:4] == [scale.items, scale.complete, scale.enough, scale.too_few]


def test_scores_have_decimals_only_where_a_column_needs_them() -> None:
    def decimals(missing: Literal["listwise", "prorated"]) -> set[int]:
        scores = report(chapter_results(retail(missing)), INDONESIAN).scores
        assert scores is not None
        return {cell.decimals for row in scores.rows for cell in row.cells if isinstance(cell, Quantity)}

    assert decimals("listwise") == {0}
    assert decimals("prorated") == {0, 3}

"""Exports of survey tools: each statement becomes an item with the right numbers, or its codes are asked about."""

import pytest

from analysis.study.opening import Opening, open_study
from analysis.study.preparation import prepare
from analysis.study.reading.limits import Limits
from analysis.study.reading.parsing import read
from tests.generator.survey_tools import RESPONDENTS, Export, answer_numbers, exports

EXPORTS = tuple(exports())


def opened(export: Export) -> Opening:
    return open_study(read(export.data, export.file_name, None, Limits()), export.name)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_statements_are_items_with_the_numbers_that_were_answered(export: Export) -> None:
    opening = opened(export)
    columns = opening.study.codebook.columns
    items = [header for header, entry in columns.items() if entry.role == "item"]
    assert items == list(export.items)
    assert not [header for header, entry in columns.items() if entry.role == "score"]
    prepared = prepare(opening.study)
    assert prepared.answers.tolist() == answer_numbers()
    assert {columns[header].points for header in items} == {(1, 5)}
    assert prepared.respondents == RESPONDENTS


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_items_fall_into_their_three_scales(export: Export) -> None:
    columns = opened(export).study.codebook.columns
    scales = [columns[header].scale for header in export.items]
    assert [scales.count(scale) for scale in dict.fromkeys(scales)] == [3, 3, 3]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_columns_of_the_tool_describe_no_respondent(export: Export) -> None:
    columns = opened(export).study.codebook.columns
    held = [columns[header].role for header in export.own_columns if header in columns]
    assert set(held) <= {"timestamp", "identifier", "text", "ignored"}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_answer_codes_are_one_question(export: Export) -> None:
    asked = [question.columns for question in opened(export).questions if question.code == "answer_codes"]
    codes = export.name.endswith("answer codes") or export.name in (
        "LimeSurvey codes", "LimeSurvey codes AO01", "LimeSurvey codes for R", "LimeSurvey own question codes",
        "Qualtrics numbers with gaps csv", "Qualtrics numbers with gaps xlsx",
    )  # fmt: skip
    assert asked == ([export.items] if codes else [])

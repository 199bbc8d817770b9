"""Columns with item codes answered in yes and no: items by one click, categories until then."""

import pytest

from analysis.study.detection import detect
from analysis.study.preparation import prepare
from analysis.study.questions import answer
from analysis.study.study import Study
from tests.study.detected import questions
from tests.study.tables import answers, correlated, table

N = 40


@pytest.mark.parametrize(("no", "yes"), [("Tidak", "Ya"), ("Salah", "Benar"), ("Incorrect", "Correct")])
def test_one_click_makes_them_items_of_0_and_1(no: str, yes: str) -> None:
    columns = {"JK": answers(N, ["Laki-laki", "Perempuan"])}
    columns |= {f"P{j}": cells for j, cells in enumerate(correlated(N, 5, [no, yes]), 1)}
    cells = table(columns)
    detection = detect(cells)
    (question,) = questions(detection, "yes_no")
    assert question.chosen == "categories"
    assert answer(detection.codebook, question, "categories").codebook == detection.codebook
    codebook = answer(detection.codebook, question, "items").codebook
    prepared = prepare(Study("Guttman", cells, codebook, ""))
    assert prepared.item_names == ("P1", "P2", "P3", "P4", "P5")
    assert set(prepared.item_points.values()) == {(0, 1)}
    expected = [[float(cell == yes) for cell in row] for row in zip(*list(columns.values())[1:], strict=True)]
    assert prepared.answers.tolist() == expected
    assert questions(detection, "group")[0].columns == ("JK",)


def test_they_can_be_options_of_one_question() -> None:
    columns = {f"media_{j}": answers(N, ["Ya", "Tidak"], j) for j in range(1, 4)}
    columns |= {f"X{j}": answers(N, [1, 2, 3, 4, 5], j) for j in range(1, 4)}
    cells = table(columns)
    detection = detect(cells)
    (question,) = questions(detection, "yes_no")
    prepared = prepare(Study("Media", cells, answer(detection.codebook, question, "together").codebook, ""))
    assert prepared.multiple_answers["media"].chosen.sum(axis=0).tolist() == [20, 20, 20]
    assert prepared.multiple_answers["media"].answered.all()
    assert not prepared.categories


@pytest.mark.parametrize("headers", [("P1", "P2"), ("Pernah membeli", "Pernah kembali", "Pernah mengeluh")])
def test_few_columns_or_columns_without_codes_describe_respondents(headers: tuple[str, ...]) -> None:
    columns = {header: answers(N, ["Ya", "Tidak"], j) for j, header in enumerate(headers)}
    assert not questions(detect(table(columns)), "yes_no")


@pytest.mark.parametrize(("options", "points"), [([0, 1], (0, 1)), ([1, 2], (1, 2))])
def test_two_digits_are_two_points_unless_a_person_says_more(
    options: list[int], points: tuple[int, int]
) -> None:
    columns = {f"P{j}": cells for j, cells in enumerate(correlated(N, 6, options), 1)}
    detection = detect(table(columns))
    assert {entry.points for entry in detection.codebook.columns.values()} == {points}
    (question,) = questions(detection, "digit_range")
    assert len(question.choices) == 2

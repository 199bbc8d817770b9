"""Answers written as codes are ratings only where the headers say so, and their direction is asked."""

import pytest

from analysis.study.answer_codes import coded_blocks
from analysis.study.detection import Detection, detect
from analysis.study.profile import profile_columns
from analysis.study.questions import Question, answer
from analysis.study.table import Cell
from tests.study.tables import answers, correlated, table

CODES = ("A1", "A2", "A3", "A4", "A5")


def grid_of_codes(codes: tuple[Cell, ...] = CODES, rows: int = 4) -> Detection:
    columns = {f"Q1[SQ00{j}]": cells for j, cells in enumerate(correlated(60, rows, codes), start=1)}
    return detect(table(columns))


def the_question(detection: Detection) -> Question:
    return next(question for question in detection.questions if question.code == "answer_codes")


def test_codes_of_a_grid_question_are_read_in_their_order_and_asked_about() -> None:
    detection = grid_of_codes()
    entries = list(detection.codebook.columns.values())
    assert [entry.name for entry in entries] == [f"Q1_SQ00{j}" for j in range(1, 5)]
    assert {entry.scale for entry in entries} == {"Q1"}
    assert entries[0].answers == {f"A{place}": place for place in range(1, 6)}
    assert the_question(detection).chosen == "rising:1 - 5"


def test_the_first_code_can_be_the_highest() -> None:
    detection = grid_of_codes()
    codebook = answer(detection.codebook, the_question(detection), "falling:1 - 5").codebook
    entry = codebook.columns["Q1[SQ001]"]
    assert (entry.answers["A1"], entry.answers["A5"], entry.points) == (5, 1, (1, 5))


def test_codes_can_be_categories() -> None:
    detection = grid_of_codes()
    codebook = answer(detection.codebook, the_question(detection), "categories").codebook
    assert {entry.role for entry in codebook.columns.values()} == {"demographic"}


def test_an_unused_last_code_is_offered_as_a_choice() -> None:
    keys = [choice.key for choice in the_question(grid_of_codes(CODES[:4])).choices]
    assert keys == ["rising:1 - 4", "falling:1 - 4", "rising:1 - 5", "falling:1 - 5", "categories"]


def test_recoded_numbers_above_every_scale_are_asked_about() -> None:
    columns = {f"Q3_{j}": cells for j, cells in enumerate(correlated(60, 3, [18, 19, 20, 21, 22]), start=1)}
    detection = detect(table(columns))
    assert detection.codebook.columns["Q3_1"].answers["20"] == 3
    assert the_question(detection).columns == ("Q3_1", "Q3_2", "Q3_3")


@pytest.mark.parametrize("values", [[18, 20, 25, 31, 40], [12.5, 13, 13.5, 14], ["18.0", "19.0", "20.0"]])
def test_scores_are_no_codes(values: list[Cell]) -> None:
    columns = {f"X{j}": answers(60, values, j) for j in range(1, 4)}
    assert not coded_blocks(profile_columns(table(columns)))


def test_questions_that_stand_apart_stay_categories_until_someone_says_otherwise() -> None:
    columns = {f"G01Q0{j}": answers(60, CODES, j) for j in range(1, 4)}
    detection = detect(table(columns))
    assert {entry.role for entry in detection.codebook.columns.values()} == {"demographic"}
    question = the_question(detection)
    assert question.chosen == "categories"
    codebook = answer(detection.codebook, question, "rising:1 - 5").codebook
    assert {(entry.role, entry.scale) for entry in codebook.columns.values()} == {("item", "Rating")}


@pytest.mark.parametrize("codes", [("A1", "A2"), ("A1", "B2", "A3"), ("A1", "A2", "A33")])
def test_two_categories_mixed_letters_and_large_numbers_are_no_ratings(codes: tuple[Cell, ...]) -> None:
    roles = {entry.role for entry in grid_of_codes(codes, 3).codebook.columns.values()}
    assert roles == {"demographic"}


@pytest.mark.parametrize(
    "spellings",
    [
        ("★", "★★", "★★★", "★★★★", "★★★★★"),
        ("★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"),
        ("1/5", "2/5", "3/5", "4/5", "5/5"),
        ("1 dari 5", "2 dari 5", "3 dari 5", "4 dari 5", "5 dari 5"),
        ("Skala 1", "Skala 2", "Skala 3", "Skala 4", "Skala 5"),
        ("1 bintang", "2 bintang", "3 bintang", "4 bintang", "5 bintang"),
    ],
)
def test_stars_and_marks_out_of_five_are_ratings_wherever_they_stand(spellings: tuple[Cell, ...]) -> None:
    sentences = ("Toko tertata rapi", "Kasir bekerja cepat", "Saya akan kembali")
    detection = detect(table(dict(zip(sentences, correlated(60, 3, spellings), strict=True))))
    entry = detection.codebook.columns["Toko tertata rapi"]
    assert entry.role == "item"
    assert entry.answers == dict(zip(spellings, range(1, 6), strict=True))
    assert the_question(detection).columns == sentences


@pytest.mark.parametrize("spellings", [("a", "b", "c", "d", "e"), ("I", "II", "III", "IV", "V")])
def test_letters_and_roman_numerals_are_options_until_someone_says_otherwise(
    spellings: tuple[Cell, ...],
) -> None:
    detection = detect(table({f"X{j}": answers(60, spellings, j) for j in range(1, 4)}))
    question = the_question(detection)
    assert question.chosen == "categories"
    codebook = answer(detection.codebook, question, "rising:1 - 5").codebook
    assert codebook.columns["X1"].answers == dict(zip(spellings, range(1, 6), strict=True))


@pytest.mark.parametrize(
    "options",
    [("A", "B", "AB", "O"), ("L", "P"), ("7A", "7B", "7C"), ("3/5", "4/7", "2/1"), ("20 th", "21 th")],
)
def test_other_short_answers_are_no_codes(options: tuple[Cell, ...]) -> None:
    columns = {f"Kolom {name}": answers(60, options, j) for j, name in enumerate(("satu", "dua", "tiga"))}
    assert not coded_blocks(profile_columns(table(columns)))

"""Finding the table in a sheet: no respondent lost, none invented."""

import random

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.reading.layout import lay_out, unique_headers
from analysis.study.reading.sheet import Row, Sheet, column_letter
from analysis.study.table import Cell
from tests.generator.survey import WORDS

TOWNS = ("Yogyakarta", "Sleman", "Bantul", "Klaten")
WEIGHTS = ([1, 1, 1, 1, 1], [1, 2, 5, 20, 20], [0, 0, 1, 10, 40])


def sheet(rows: list[Row]) -> Sheet:
    return Sheet("", rows, list(range(1, len(rows) + 1)))


def random_questionnaire(seed: int) -> list[Row]:
    """Header and up to 14 respondents: words, numbers, numbers as text or names with words; gaps."""
    dice = random.Random(seed)
    items, weights = dice.randint(1, 10), dice.choice(WEIGHTS)
    kind = dice.choice(("words", "numbers", "digits", "named"))
    headers: Row = [*(["Nama", "Kota"] if kind == "named" else []), *(f"X1.{i}" for i in range(items))]
    rows = []
    for i in range(dice.randint(1, 14)):
        points = dice.choices(range(1, 6), weights, k=items)
        answers: Row = [_answer(point, kind) for point in points]
        before: Row = [f"Budi {chr(65 + i)}", dice.choice(TOWNS)] if kind == "named" else []
        rows.append([*before, *(None if dice.random() < 0.05 else answer for answer in answers)])
    return [headers, *rows]


def _answer(point: int, kind: str) -> Cell:
    if kind == "numbers":
        return point
    return str(point) if kind == "digits" else WORDS[point - 1]


@pytest.mark.parametrize("part", range(10))
def test_every_respondent_of_a_plain_questionnaire_is_kept(part: int) -> None:
    for seed in range(part * 100, part * 100 + 100):
        rows = random_questionnaire(seed)
        answered = [row for row in rows[1:] if any(cell is not None for cell in row)]
        if not answered:
            continue
        table = lay_out(sheet(rows)).table
        assert table.headers == tuple(rows[0]), seed
        assert [list(row) for row in zip(*table.columns, strict=True)] == answered, seed


def test_row_numbers_are_those_of_the_spreadsheet() -> None:
    rows: list[Row] = [["Judul", None], [None, None], ["A", "B"], [1, 2], [None, None], [3, 4]]
    laid_out = lay_out(sheet(rows))
    assert laid_out.table.row_numbers == (4, 6)
    assert [notice.code for notice in laid_out.notices] == ["title_rows_skipped", "blank_rows_dropped"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [([], "no_data"), ([[None, None]], "no_data"), ([["A", "B"]], "no_rows"), ([["Judul"], ["A"]], None)],
)
def test_sheets_without_answers(rows: list[Row], code: str | None) -> None:
    if code is None:
        assert lay_out(sheet(rows)).table.row_count == 1
        return
    with pytest.raises(UnusableInput) as caught:
        lay_out(sheet(rows))
    assert caught.value.code == code


def test_a_name_that_repeats_is_numbered_without_meeting_another() -> None:
    assert unique_headers(["A", "A", "A (2)", "A", "a"]) == ["A", "A (3)", "A (2)", "A (4)", "a"]


def test_column_letters() -> None:
    assert [column_letter(j) for j in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_respondent_named_like_a_total_stays_when_the_answers_fit() -> None:
    rows: list[Row] = [["Jawaban", "X1"], *([word, 3] for word in ("Mean", "Median", "Mean", "Median"))]
    assert lay_out(sheet(rows)).table.row_count == 4


def test_copied_items_are_not_totals() -> None:
    rows: list[Row] = [["X1", "X2", "X3"], *([i % 5 + 1] * 3 for i in range(20))]
    assert lay_out(sheet(rows)).notices == ()

"""Rows that look like respondents and are none, and respondents that look like totals."""

import random

import pytest

from analysis.study.reading.layout import LaidOut, lay_out
from analysis.study.reading.sheet import Row, Sheet

ITEMS = ("X1.1", "X1.2", "X1.3", "Y1", "Y2", "Y3")


def people(n: int, seed: int = 1) -> list[Row]:
    dice = random.Random(seed)
    return [[i + 1, f"Orang {chr(65 + i % 26)}{i}", *(dice.randint(1, 5) for _ in ITEMS)] for i in range(n)]


def laid_out(rows: list[Row]) -> LaidOut:
    return lay_out(Sheet("", rows, list(range(1, len(rows) + 1))))


def codes(result: LaidOut) -> list[str]:
    return [notice.code for notice in result.notices]


@pytest.mark.parametrize("numbers", [(1, 2, 3, 1, 2, 3), (1, 2, 3, 4, 5, 6)])
def test_question_numbers_below_the_names_of_their_groups_belong_to_the_header(
    numbers: tuple[int, ...],
) -> None:
    groups: Row = ["No", "Nama", "Pelayanan", None, None, "Loyalitas", None, None]
    result = laid_out([groups, [None, None, *numbers], *people(30)])
    names = [f"Pelayanan - {i}" for i in numbers[:3]] + [f"Loyalitas - {i}" for i in numbers[3:]]
    assert result.table.headers == ("No", "Nama", *names)
    assert result.table.row_count == 30


def test_question_numbers_that_start_again_are_a_header() -> None:
    groups: Row = [None, None, "Pelayanan", None, None, "Loyalitas", None, None]
    result = laid_out([groups, ["No", "Nama", 1, 2, 3, 1, 2, 3], *people(30)])
    assert result.table.headers[2:6] == ("Pelayanan - 1", "Pelayanan - 2", "Pelayanan - 3", "Loyalitas - 1")
    assert result.table.row_count == 30


def test_a_first_respondent_who_answers_1_2_3_1_2_3_stays() -> None:
    first: Row = [1, "Orang Satu", 1, 2, 3, 1, 2, 3]
    result = laid_out([["No", "Nama", *ITEMS], first, *people(30)])
    assert result.table.row_count == 31


def test_question_texts_above_import_codes_are_header_though_an_answer_repeats_one() -> None:
    """Qualtrics names one column "IP Address" and writes "IP Address" as an answer of another."""
    names: Row = ["Status", "IPAddress", *ITEMS]
    texts: Row = ["Response Type", "IP Address", *(f"Pernyataan {i}" for i in range(6))]
    imports: Row = ['{"ImportId":"status","timeZone":"Asia/Jakarta"}', *['{"ImportId":"QID1"}'] * 7]
    rows = [["IP Address", f"10.0.0.{i}", *row[2:]] for i, row in enumerate(people(20))]
    result = laid_out([names, texts, imports, *rows])
    assert result.table.row_count == 20
    assert result.table.headers[0] == "Status - Response Type"
    assert "code_rows_dropped" in codes(result)


@pytest.mark.parametrize("label", ["Subtotal", "Jumlah", "Rata-rata"])
def test_subtotals_between_respondents_are_left_out(label: str) -> None:
    rows: list[Row] = [["No", "Nama", *ITEMS]]
    for part in (people(20, 1), people(20, 2)):
        sums: list[float] = [sum(int(row[j] or 0) for row in part) for j in range(2, 8)]
        means = [round(total / 20, 2) for total in sums]
        rows += [*part, [None, label, *(means if label == "Rata-rata" else sums)]]
    result = laid_out(rows)
    assert result.table.row_count == 40
    assert "total_rows_dropped" in codes(result)
    assert "blank_rows_dropped" not in codes(result)


@pytest.mark.parametrize("name", ["Max", "Sum", "Median", "Mode", "Min"])
def test_a_respondent_whose_name_says_total_is_kept(name: str) -> None:
    rows = people(30)
    rows[29] = [30, name, 2, 5, 3, 4, 1, 4]
    result = laid_out([["No", "Nama", *ITEMS], *rows])
    assert result.table.row_count == 30
    assert "total_rows_dropped" not in codes(result)


@pytest.mark.parametrize(("name", "value"), [("Max", 5), ("Min", 1), ("N", 30), ("Valid N (listwise)", 30)])
def test_a_row_of_extremes_or_counts_named_so_is_left_out(name: str, value: int) -> None:
    rows = [row[1:] for row in people(30)]
    result = laid_out([["Nama", *ITEMS], *rows, [name, *[value] * 6]])
    assert result.table.row_count == 30
    assert "total_rows_dropped" in codes(result)


def test_a_long_table_with_repeated_questions_is_pointed_out() -> None:
    rows: list[Row] = [["Responden", "Pertanyaan", "Jawaban"]]
    rows += [[f"R{i}", item, (i + j) % 5 + 1] for i in range(12) for j, item in enumerate(ITEMS)]
    once = laid_out(rows)
    assert once.table.row_count == 12
    twice = laid_out([*rows, ["R1", "X1.1", 3]])
    assert twice.table.row_count == 73
    assert [n.details for n in twice.notices if n.code == "long_table_repeats"] == [{"n": 1}]

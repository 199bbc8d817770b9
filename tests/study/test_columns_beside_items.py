"""Columns that hold digits or rating-like words and are no items; doubtful numbers that are pointed out."""

import time

import pytest

from analysis.study.detection import Detection, detect
from analysis.study.table import Cell
from tests.study.tables import answers, correlated, table

QUESTIONS = ("Karyawan melayani dengan ramah", "Toko terlihat bersih", "Saya akan membeli lagi")


def detected(header: str, options: list[Cell]) -> Detection:
    items = dict(zip(QUESTIONS, correlated(60, 3, [1, 2, 3, 4, 5]), strict=True))
    return detect(table({header: answers(60, options), **items}))


def notices(found: Detection, code: str) -> list[dict[str, object]]:
    return [dict(notice.details) for notice in found.notices if notice.code == code]


@pytest.mark.parametrize(
    ("header", "options"),
    [
        ("How many days a week do you usually shop with this application", [f"{i} day" for i in range(1, 6)]),
        ("Lamanya memakai aplikasi ini sejak pertama kali mendaftar", [f"{i} tahun" for i in range(1, 6)]),
        ("Berapa hari dalam seminggu Anda berbelanja dengan aplikasi ini", [1, 2, 3, 4, 5]),
        ("Semester saat ini", [2, 4, 6, 8]),
        ("Jumlah anggota keluarga", [1, 2, 3, 4, 5, 6]),
        ("Status", ["Menikah", "Belum Menikah"]),
        ("Tahun Lahir", list(range(1980, 2006))),
        ("Year of birth", list(range(1980, 2006))),
        ("Years of study", [1, 2, 3, 4, 5, 6, 7]),
        ("Lama usaha", [1, 2, 3, 4, 5]),
    ],
)
def test_counts_and_traits_are_no_items(header: str, options: list[Cell]) -> None:
    assert detected(header, options).codebook.columns[header].role == "demographic"


@pytest.mark.parametrize("header", ["Jumlah produk yang tersedia memadai", "Kelas kamar sesuai harga"])
def test_statements_that_begin_like_traits_stay_items(header: str) -> None:
    assert detected(header, [1, 2, 3, 4, 5]).codebook.columns[header].role == "item"


@pytest.mark.parametrize(
    ("options", "rows", "role"),
    [(12, 40, "demographic"), (13, 40, "text"), (13, 129, "text"), (13, 130, "demographic")],
)
def test_few_different_words_describe_respondents_and_many_are_text(
    options: int, rows: int, role: str
) -> None:
    cells = answers(rows, [f"pilihan {number}" for number in range(options)])
    detection = detect(table({"Kolom lain": cells, "X1": answers(rows, [1, 2, 3, 4, 5])}))
    assert detection.codebook.columns["Kolom lain"].role == role


def test_a_status_that_a_tool_writes_is_metadata() -> None:
    assert detected("Status", ["submitted_via_web"]).codebook.columns["Status"].role == "ignored"


def test_one_stray_number_among_categories_makes_no_metadata() -> None:
    cells: list[Cell] = [*answers(59, ["Laki-laki", "Perempuan"]), 1]
    items = dict(zip(QUESTIONS, correlated(60, 3, [1, 2, 3, 4, 5]), strict=True))
    assert detect(table({"JK": cells, **items})).codebook.columns["JK"].role == "demographic"


@pytest.mark.parametrize("header", ["lastpage. Last page", "seed. Seed"])
def test_limesurvey_names_its_own_columns_twice(header: str) -> None:
    assert detected(header, list(range(100, 160))).codebook.columns[header].role == "ignored"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([18, 19, 20, 22, 25, 31, 99], ("99",)),
        ([150, 170, 161, -9], ("-9",)),
        ([70, 80.5, 88, 99, 100], None),
    ],
)
def test_a_code_far_from_all_numbers_is_pointed_out(
    options: list[Cell], expected: tuple[str, ...] | None
) -> None:
    found = notices(detected("Usia", options), "far_code")
    assert [details["values"] for details in found] == ([expected] if expected else [])


def test_an_answer_between_the_points_is_pointed_out() -> None:
    columns = dict(zip(("X1", "X2"), correlated(60, 2, [1, 2, 3, 4, 5]), strict=True))
    columns["X2"][7] = 3.7
    columns["X1"][7] = 3.5
    assert notices(detect(table(columns)), "between_points") == [{"values": ("3.7",), "n": 1}]


def test_two_thousand_columns_of_one_code_are_understood_quickly() -> None:
    wide = table({f"X{i}": [(i * j) % 5 + 1 for j in range(40)] for i in range(1, 2001)})
    started = time.process_time()
    assert {entry.scale for entry in detect(wide).codebook.columns.values()} == {"X"}
    assert time.process_time() - started < 4

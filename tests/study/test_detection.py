import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.study.codebook_file import codebook_to_json, overlay
from analysis.study.codebook_validation import validate
from analysis.study.detection import detect
from analysis.study.table import Cell, CellTable
from tests.study.detected import notices, questions
from tests.study.tables import AGREEMENT, answers, correlated, table

ROWS = 60


def google_form() -> CellTable:
    """A raw export: time, e-mail, name, demographics, member card, three coded scales in long sentences."""
    n = 80
    columns: dict[str, list[Cell]] = {
        "Timestamp": [f"2025-03-{i % 28 + 1:02d}T10:{i % 60:02d}:05" for i in range(n)],
        "Alamat Email": [f"orang{i}@contoh.id" for i in range(n)],
        "Nama Lengkap": [f"Orang ke-{i}" for i in range(n)],
        "Jenis Kelamin": answers(n, ["Perempuan", "Laki-laki"]),
        "Usia Anda saat ini": answers(n, [f"{age} tahun" for age in range(18, 34)]),
        "Pekerjaan": answers(n, ["Mahasiswa", "Karyawan", "Wirausaha"]),
        "Seberapa sering Anda berbelanja dalam sebulan?": answers(n, ["1 kali", "2-3 kali", ">3 kali"]),
        "Apakah Anda memiliki kartu member toko ini?": answers(n, ["Tidak", "Ya"]),
    }
    sentences = {
        "CS": [
            "Petugas menyapa saya dengan ramah",
            "Petugas lambat menanggapi saya",
            "Kasir cepat",
            "Toko rapi",
        ],
        "LP": ["Poin mudah ditukar", "Hadiah menarik", "Potongan harga terasa"],
        "LOY": ["Saya akan kembali", "Saya mengajak teman", "Saya memilih toko ini dahulu"],
    }
    for seed, (code, statements) in enumerate(sentences.items()):
        turned = frozenset({1}) if code == "CS" else frozenset()
        found = correlated(n, len(statements), AGREEMENT, seed, turned)
        for number, (statement, cells) in enumerate(zip(statements, found, strict=True), start=1):
            columns[f"{code}{number}. {statement}"] = cells
    return table(columns)


def test_a_raw_form_with_codes_needs_no_correction() -> None:
    detection = detect(google_form())
    columns = detection.codebook.columns
    assert [entry.role for entry in columns.values()][:8] == [
        "timestamp", "text", "text", "demographic", "demographic", "demographic", "demographic", "group",
    ]  # fmt: skip
    items = [entry for entry in columns.values() if entry.role == "item"]
    assert [entry.name for entry in items] == [
        "CS1",
        "CS2",
        "CS3",
        "CS4",
        "LP1",
        "LP2",
        "LP3",
        "LOY1",
        "LOY2",
        "LOY3",
    ]
    assert [entry.scale for entry in items] == ["CS"] * 4 + ["LP"] * 3 + ["LOY"] * 3
    assert {entry.points for entry in items} == {(1, 5)}
    assert items[0].label == "Petugas menyapa saya dengan ramah"
    assert set(items[0].answers.items()) <= set(zip(AGREEMENT, range(1, 6), strict=True))
    assert detection.personal == ("Timestamp", "Alamat Email", "Nama Lengkap")
    model = detection.codebook.model
    assert (model.outcome, model.predictors, model.group) == ("LOY", ("CS", "LP"), "Kartu member")
    assert model.group_levels == ("Ya", "Tidak")
    assert [question.code for question in detection.questions] == ["reversed_item"]
    assert questions(detection, "reversed_item")[0].columns == ("CS2. Petugas lambat menanggapi saya",)
    assert not items[1].reverse
    validate(detection.codebook)


def test_ages_with_units_get_classes_without_gaps() -> None:
    detection = detect(google_form())
    entry = detection.codebook.columns["Usia Anda saat ini"]
    assert entry.classes == (20, 25, 30)
    assert notices(detection, "units_removed")[0].details["before"].endswith("tahun")
    assert notices(detection, "units_removed")[0].details["units"] == ("tahun",)


def test_scores_are_a_model_of_their_own() -> None:
    source = random.Random(4)
    columns = {name: [source.gauss(30, 5) for _ in range(50)] for name in ("X1", "X2", "Y")}
    detection = detect(table(columns))
    assert {entry.role for entry in detection.codebook.columns.values()} == {"score"}
    assert (detection.codebook.model.outcome, detection.codebook.model.predictors) == ("Y", ("X1", "X2"))


def test_totals_of_items_are_left_out() -> None:
    items = correlated(ROWS, 4, [1, 2, 3, 4, 5])
    columns = {f"X1.{j}": cells for j, cells in enumerate(items, start=1)}
    columns["X1"] = [sum(row) for row in zip(*items, strict=True)]
    columns["Rata-rata"] = [sum(row) / 4 for row in zip(*items, strict=True)]
    detection = detect(table(columns))
    assert detection.codebook.columns["X1"].role == "ignored"
    assert detection.codebook.columns["Rata-rata"].role == "ignored"
    assert [notice.details["scale"] for notice in notices(detection, "total_column")] == ["X1", "X1"]


def test_a_total_of_a_scale_that_is_not_in_the_file_stays() -> None:
    columns: dict[str, list[Cell]] = {f"X1.{j}": answers(60, [1, 2, 3, 4, 5], j) for j in (1, 2)}
    columns |= {
        "Total X1": answers(60, [9, 8, 7]),
        "Total Y": answers(60, [19, 28, 37, 41]),
        "Skor": answers(60, [70, 80, 91.5]),
    }
    found = detect(table(columns)).codebook.columns
    assert [found[header].role for header in ("Total X1", "Total Y", "Skor")] == ["ignored", "score", "score"]


def test_recommendation_and_several_answers_are_kept_apart() -> None:
    columns: dict[str, list[Cell]] = {f"X{j}": answers(90, [1, 2, 3, 4, 5], j) for j in range(1, 4)}
    columns["Seberapa besar kemungkinan Anda merekomendasikan toko ini kepada teman?"] = answers(
        90, list(range(11))
    )
    columns["Media apa yang Anda pakai?"] = answers(
        90, ["Instagram", "Instagram, TikTok", "TikTok", "Instagram, TikTok, WhatsApp"]
    )
    detection = detect(table(columns))
    assert [entry.role for entry in detection.codebook.columns.values()] == ["item"] * 3 + [
        "score",
        "demographic",
    ]
    assert detection.codebook.columns["Media apa yang Anda pakai?"].separator == ", "
    assert len(notices(detection, "recommendation_apart")) == len(notices(detection, "several_answers")) == 1


def test_an_outcome_without_a_sign_is_asked_about() -> None:
    columns = {
        f"{code}{j}": answers(60, [1, 2, 3, 4, 5], j) for code in ("AA", "BB", "CC") for j in (1, 2, 3)
    }
    detection = detect(table(columns))
    assert detection.codebook.model.outcome == "CC"
    assert [choice.key for choice in questions(detection, "outcome")[0].choices] == ["CC", "BB", "AA"]


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"X1": []},
        {"X1": [None, None]},
        {"X1": [5]},
        {"Nama": ["Ani"]},
        {"const": [1.5, 2.25, 3.125]},
        {"": ["a", "b"]},
        {"😀": ["Setuju", "Netral"], "مرحبا": [1, 2], "x" * 2000: ["=1+1", "<b>"]},
        {"X1.1": [True, False, None]},
    ],
)
def test_odd_tables_are_survived(columns: dict[str, list[Cell]]) -> None:
    found = table(columns)
    detection = detect(found)
    assert tuple(detection.codebook.columns) == found.headers
    validate(detection.codebook)


def test_nothing_to_analyse_is_said() -> None:
    assert notices(detect(table({"Nama": ["Ani", "Budi"]})), "no_items_found")


cells = st.one_of(
    st.none(),
    st.sampled_from([*AGREEMENT, "SS", "Ya", "Tidak", "L", "P", "-", "99"]),
    st.integers(-2, 12),
    st.floats(allow_nan=False),
    st.text(max_size=12),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=14), min_size=1, max_size=7, unique=True),
    st.integers(0, 12),
    st.data(),
)
def test_any_table_gives_a_valid_codebook_that_survives_its_file(
    headers: list[str], rows: int, data: st.DataObject
) -> None:
    columns = tuple(tuple(data.draw(st.lists(cells, min_size=rows, max_size=rows))) for _ in headers)
    detection = detect(CellTable(tuple(headers), columns, tuple(range(2, rows + 2))))
    assert tuple(detection.codebook.columns) == tuple(headers)
    assert overlay(detection.codebook, codebook_to_json(detection.codebook)) == detection.codebook
    assert len({question.key for question in detection.questions}) == len(detection.questions)


@pytest.mark.long
def test_large_tables_are_understood_in_linear_time() -> None:
    columns = {f"X{j // 20}.{j % 20 + 1}": answers(50_000, [1, 2, 3, 4, 5], j) for j in range(4)}
    wide = {f"X{j // 20}.{j % 20 + 1}": columns["X0.1"] for j in range(400)}
    start = time.perf_counter()
    detect(table(wide))
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("piece", ["(", "[", "- ", "a@", "A1 ", "5 - ", "( ) ", "1.", "\u200b", "setuju "])
@pytest.mark.parametrize("place", ["header", "cells"])
def test_text_made_to_backtrack_takes_no_time(piece: str, place: str) -> None:
    text = piece * (30_000 // len(piece))
    columns = {text: ["a", "b", "c"]} if place == "header" else {"X1": [f"{text}{i}" for i in range(30)]}
    start = time.perf_counter()
    detect(table(columns))
    assert time.perf_counter() - start < 5

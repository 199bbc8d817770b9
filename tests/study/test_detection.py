import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.study.codebook_file import codebook_to_json, overlay
from analysis.study.codebook_validation import validate
from analysis.study.detection import Detection, detect
from analysis.study.notice import Notice
from analysis.study.questions import Question
from analysis.study.table import Cell, CellTable
from tests.study.tables import AGREEMENT, answers, correlated, table

ROWS = 60


def notices(detection: Detection, code: str) -> list[Notice]:
    return [notice for notice in detection.notices if notice.code == code]


def questions(detection: Detection, code: str) -> list[Question]:
    return [question for question in detection.questions if question.code == code]


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


def test_numbered_sentences_are_grouped_as_a_suggestion_to_confirm() -> None:
    blocks = [correlated(120, k, AGREEMENT, seed) for seed, k in ((1, 5), (2, 4), (3, 4))]
    cells = [column for block in blocks for column in block]
    topics = ["pelayanan kasir"] * 5 + ["program poin"] * 4 + ["kembali lagi"] * 4
    columns = {
        f"{i}. Saya menilai {topic} nomor {chr(96 + i)}": c
        for i, (topic, c) in enumerate(zip(topics, cells, strict=True), 1)
    }
    detection = detect(table(columns))
    scales = [entry.scale for entry in detection.codebook.columns.values()]
    assert [scales.count(scale) for scale in dict.fromkeys(scales)] == [5, 4, 4]
    assert [entry.name for entry in detection.codebook.columns.values()] == [f"P{i}" for i in range(1, 14)]
    question = questions(detection, "grouping")[0]
    assert question.chosen == "suggested"
    assert {choice.key for choice in question.choices} == {"suggested", "one_scale"}


def test_grid_questions_name_their_scales() -> None:
    columns = {}
    for seed, grid in enumerate(("Layanan", "Loyalitas")):
        for number, cells in enumerate(correlated(ROWS, 3, AGREEMENT, seed)):
            columns[f"{grid} [Pernyataan {'abc'[number]}]"] = cells
    detection = detect(table(columns))
    assert [entry.scale for entry in detection.codebook.columns.values()] == ["Layanan"] * 3 + [
        "Loyalitas"
    ] * 3
    assert detection.codebook.model.outcome == "Loyalitas"


@pytest.mark.parametrize(
    ("headers", "scales", "names"),
    [
        (["X1.1", "X1.2", "X2.1", "Y.1"], ["X1", "X1", "X2", "Y"], ["X1.1", "X1.2", "X2.1", "Y.1"]),
        (["X1_1", "X1_2", "X2_1", "X2_2"], ["X1", "X1", "X2", "X2"], ["X1_1", "X1_2", "X2_1", "X2_2"]),
        (["X11", "X12", "X21", "X22"], ["X1", "X1", "X2", "X2"], ["X11", "X12", "X21", "X22"]),
        (["cs1", "CS2", "lp1", "lp2"], ["cs", "cs", "lp", "lp"], ["cs1", "CS2", "lp1", "lp2"]),
        (
            ["Setuju? [A1. Ramah]", "Setuju? [A2. Cepat]", "Setuju? [B1. Murah]", "Setuju? [B2. Awet]"],
            ["A", "A", "B", "B"],
            ["A1", "A2", "B1", "B2"],
        ),
        (
            ["Ramah (A1)", "Cepat (A2)", "Murah (B1)", "Awet (B2)"],
            ["A", "A", "B", "B"],
            ["A1", "A2", "B1", "B2"],
        ),
        (
            ["X1.1.1 Ramah", "X1.1.2 Cepat", "X1.2.1 Murah", "X1.2.2 Awet"],
            ["X1"] * 4,
            ["X1.1.1", "X1.1.2", "X1.2.1", "X1.2.2"],
        ),
    ],
)
def test_codes_in_headers_decide(headers: list[str], scales: list[str], names: list[str]) -> None:
    columns = dict(zip(headers, correlated(ROWS, len(headers), [1, 2, 3, 4, 5]), strict=True))
    found = detect(table(columns)).codebook.columns
    assert [entry.scale for entry in found.values()] == scales
    assert [entry.name for entry in found.values()] == names
    assert not questions(detect(table(columns)), "grouping")


def test_three_level_codes_give_dimensions() -> None:
    headers = ["X1.1.1", "X1.1.2", "X1.2.1", "X1.2.2"]
    found = detect(
        table(dict(zip(headers, correlated(ROWS, 4, [1, 2, 3, 4, 5]), strict=True)))
    ).codebook.columns
    assert [entry.dimension for entry in found.values()] == ["X1.1", "X1.1", "X1.2", "X1.2"]


def test_headers_equal_but_for_case_stay_two_columns() -> None:
    detection = detect(table({"cs1": [1, 2, 3, 4, 5] * 9, "CS1": [2, 3, 4, 5, 1] * 9}))
    assert [entry.name for entry in detection.codebook.columns.values()] == ["cs1", "CS1"]


def test_the_range_is_declared_not_observed() -> None:
    detection = detect(table({"X1": [2, 3, 4, 5] * 15, "X2": [3, 4, 5, 2] * 15}))
    assert {entry.points for entry in detection.codebook.columns.values()} == {(1, 5)}
    assert notices(detection, "range_declared")[0].details["observed_low"] == 2


@pytest.mark.parametrize(
    ("values", "points"),
    [
        ([1, 2, 3, 4, 5], (1, 5)),
        ([1, 2, 3, 4, 5, 6, 7], (1, 7)),
        (list(range(1, 11)), (1, 10)),
        (list(range(11)), (0, 10)),
        ([0, 1, 2, 3, 4], (0, 4)),
        ([1, 2, 3, 4], (1, 4)),
        (["1", "2", "3", "4", "5"], (1, 5)),
        (["1,0", "2,0", "5,0"], (1, 5)),
        ([1, 2, 3, 3.5, 4, 4, 5, 5, 4, 3], (1, 5)),
    ],
)
def test_ranges_of_digits(values: list[Cell], points: tuple[float, float]) -> None:
    columns = {f"X{j}": answers(300, values, j) for j in range(1, 5)}
    detection = detect(table(columns))
    assert {entry.points for entry in detection.codebook.columns.values()} == {points}


def test_two_scales_with_different_points_in_one_file() -> None:
    columns = {f"A{j}": answers(90, [1, 2, 3, 4, 5], j) for j in range(1, 4)}
    columns |= {f"B{j}": answers(90, [1, 2, 3, 4, 5, 6, 7], j) for j in range(1, 4)}
    points = [entry.points for entry in detect(table(columns)).codebook.columns.values()]
    assert points == [(1, 5)] * 3 + [(1, 7)] * 3


@pytest.mark.parametrize("stray", [55, -1, 0, 6])
def test_a_stray_number_stays_outside_the_range(stray: int) -> None:
    columns = {f"X{j}": answers(80, [1, 2, 3, 4, 5], j) for j in range(1, 5)}
    columns["X2"][7] = stray
    detection = detect(table(columns))
    assert {entry.points for entry in detection.codebook.columns.values()} == {(1, 5)}
    notice = notices(detection, "outside_range")[0]
    assert (notice.where, notice.details["n"], notice.details["values"]) == ("X2", 1, (str(stray),))
    assert notice.severity == "warning"


@pytest.mark.parametrize("code", [99, 9, -1, 999])
def test_codes_for_no_answer_are_asked_about(code: int) -> None:
    columns = {f"X{j}": answers(80, [1, 2, 3, 4, 5, 4, 3, code], j) for j in range(1, 5)}
    detection = detect(table(columns))
    question = questions(detection, "missing_code")[0]
    assert question.details["values"] == (str(code),)
    assert detection.codebook.columns["X1"].points == (1, 5)


def test_labelled_answers_that_run_down_are_asked_about() -> None:
    labels = ["1 - Sangat Setuju", "2 - Setuju", "3 - Netral", "4 - Tidak Setuju", "5 - Sangat Tidak Setuju"]
    detection = detect(table({"X1": answers(50, labels), "X2": answers(50, labels, 2)}))
    assert detection.codebook.columns["X1"].answers["1 - Sangat Setuju"] == 5
    assert questions(detection, "direction")[0].columns == ("X1", "X2")


def test_a_legend_that_runs_down_is_asked_about() -> None:
    header = "X1. Toko ramah (1 = Sangat Setuju, 5 = Sangat Tidak Setuju)"
    detection = detect(
        table({header: answers(50, [1, 2, 3, 4, 5]), "X2. Toko rapi": answers(50, [1, 2, 3, 4, 5], 2)})
    )
    assert questions(detection, "legend")[0].columns == (header,)
    assert not detection.codebook.columns[header].reverse


def test_typos_are_shown_before_and_after() -> None:
    cells = answers(60, AGREEMENT)
    cells[3] = "Sangt Setuju"
    detection = detect(table({"X1": cells, "X2": answers(60, AGREEMENT, 2)}))
    details = notices(detection, "answer_typo")[0].details
    assert (details["before"], details["after"], details["n"]) == ("Sangt Setuju", "sangat setuju", 1)
    assert detection.codebook.columns["X1"].answers["Sangt Setuju"] == 5


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


def test_spellings_are_merged_with_before_and_after() -> None:
    cells: list[Cell] = (
        ["Laki-laki"] * 20 + ["laki laki "] * 3 + ["L"] * 2 + ["Perempuan"] * 25 + ["PEREMPUAN", "P"]
    )
    detection = detect(
        table({"Jenis Kelamin": cells, **{f"X{j}": answers(52, [1, 2, 3, 4, 5], j) for j in (1, 2)}})
    )
    categories = detection.codebook.columns["Jenis Kelamin"].categories
    assert {categories[text] for text in ("Laki-laki", "laki laki", "L")} == {"Laki-laki"}
    assert {categories[text] for text in ("Perempuan", "PEREMPUAN", "P")} == {"Perempuan"}
    assert [notice.details["n"] for notice in notices(detection, "spellings_merged")] == [5, 2]


def test_a_likely_typo_of_a_category_is_asked_about() -> None:
    cells: list[Cell] = ["Mahasiswa"] * 30 + ["Mahasiwa"] + ["Karyawan"] * 20
    detection = detect(table({"Pekerjaan": cells, "X1": answers(51, [1, 2, 3, 4, 5])}))
    assert detection.codebook.columns["Pekerjaan"].categories == {}
    assert questions(detection, "merge_categories")[0].details["after"] == "Mahasiswa"


def test_a_screening_question_is_asked_about() -> None:
    cells: list[Cell] = ["Ya"] * 47 + ["Tidak"] * 5
    detection = detect(
        table({"Apakah Anda pernah membeli produk ini?": cells, "X1": answers(52, [1, 2, 3, 4, 5])})
    )
    assert detection.codebook.screening == ()
    assert questions(detection, "screening")[0].details["n"] == 5


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


@pytest.mark.parametrize(
    ("header", "options", "role"),
    [
        ("Kualitas Produk", [1, 2, 3, 4, 5], "item"),
        ("Program member menarik", [1, 2, 3, 4, 5], "item"),
        ("Usia", [1, 2, 3, 4], "demographic"),
        ("Pendidikan terakhir", [1, 2, 3], "demographic"),
        ("Frekuensi belanja", ["Jarang", "Sering", "Selalu"], "demographic"),
        ("Seberapa puas Anda dengan produk ini?", ["Puas", "Sangat Puas", "Tidak Puas"], "item"),
        ("Berapa jumlah anak Anda?", [0, 1, 2, 3], "demographic"),
        ("Pernah membeli?", ["Pernah", "Tidak Pernah"], "demographic"),
        ("Last page", [7], "ignored"),
        ("Progress", [100], "ignored"),
        ("DistributionChannel", ["anonymous"], "ignored"),
        ("Seri", [101, 102, 103, 104.5], "score"),
        ("Consent", ["Saya bersedia"], "ignored"),
    ],
)
def test_roles_of_single_columns(header: str, options: list[Cell], role: str) -> None:
    columns = {header: answers(60, options)} | {f"X{j}": answers(60, [1, 2, 3, 4, 5], j) for j in (1, 2, 3)}
    assert detect(table(columns)).codebook.columns[header].role == role


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

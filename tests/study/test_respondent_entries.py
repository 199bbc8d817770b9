"""Columns about respondents: merged spellings, likely slips, screening, what a single column is."""

import pytest

from analysis.study.detection import detect
from analysis.study.table import Cell
from tests.study.detected import notices, questions
from tests.study.tables import answers, table


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

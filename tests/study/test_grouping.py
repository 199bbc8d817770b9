"""Which items belong to one scale: codes, grid questions, numbering, suggestions."""

import pytest

from analysis.study.detection import detect
from tests.study.detected import questions
from tests.study.tables import AGREEMENT, correlated, table

ROWS = 60


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
            ["[A1] Ramah", "(A2) Cepat", "[B1] Murah", "[B2] Awet"],
            ["A", "A", "B", "B"],
            ["A1", "A2", "B1", "B2"],
        ),
        (
            ["Layanan (X1) - X1.1", "Layanan (X1) - X1.2", "Loyalitas - Y1", "Loyalitas - Y2"],
            ["X1", "X1", "Y", "Y"],
            ["X1.1", "X1.2", "Y1", "Y2"],
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


def test_scales_within_one_grid_question_are_not_named_by_it() -> None:
    columns = {}
    for seed, topic in enumerate(("kasir", "poin", "parkir")):
        for number, cells in enumerate(correlated(120, 4, AGREEMENT, seed)):
            columns[f"Seberapa setuju? [Saya menilai {topic} {'abcd'[number]}]"] = cells
    scales = [entry.scale for entry in detect(table(columns)).codebook.columns.values()]
    assert scales == [name for name in ("Kasir", "Poin", "Parkir") for _ in range(4)]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Kualitas Layanan", "Kualitas Layanan"),
        ("Kualitas Layanan: seberapa setuju Anda dengan pernyataan berikut?", "Kualitas Layanan"),
        ("Bagaimana pendapat Anda tentang ini?", "Harga"),
    ],
)
def test_a_grid_is_named_by_its_title_and_never_by_its_question(question: str, name: str) -> None:
    others = zip("abc", correlated(120, 3, AGREEMENT, 1), strict=True)
    grid = zip(("terjangkau", "sepadan", "bersaing"), correlated(120, 3, AGREEMENT, 2), strict=True)
    columns = {f"Kasir: seberapa setuju? [Kasir melayani {word}]": cells for word, cells in others}
    columns |= {f"{question} [Harga {word}]": cells for word, cells in grid}
    scales = [entry.scale for entry in detect(table(columns)).codebook.columns.values()]
    assert scales == ["Kasir"] * 3 + [name] * 3

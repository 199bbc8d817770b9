"""The trail as a table: complete, and short where the same was done to many columns."""

from __future__ import annotations

import pytest

from analysis.reporting.exhibit import Label, Quantity
from analysis.reporting.language import language
from analysis.reporting.trail_table import MOST_LISTED, trail_table
from analysis.study.study import Decision

BOTH = pytest.mark.parametrize("code", ["id", "en"])
WORDS = "Setuju = 1, Tidak = 0"
NAMES = {"Pertanyaan A": "X1", "Pertanyaan B": "X2", "Pertanyaan C": "X3"}


def coded(header: str, n: int, words: str = WORDS) -> Decision:
    return Decision("coded", header, n=n, after=words)


@BOTH
def test_one_recode_of_several_items_is_one_row_that_lists_them(code: str) -> None:
    decisions = [
        coded("Pertanyaan A", 10),
        Decision("reversed", "Pertanyaan A", n=10, after="6 - X1"),
        coded("Pertanyaan B", 9),
        coded("Pertanyaan C", 10, "Ya = 1"),
    ]
    table = trail_table(decisions, language(code), NAMES)
    together, reversal, other = table.rows
    listed = together.cells[1]
    assert isinstance(listed, Label)
    assert listed.text.startswith("X1, X2 (2 ")
    assert listed.full_text == "Pertanyaan A; Pertanyaan B"
    assert together.cells[2] == "9 – 10"
    assert reversal.cells[1:] == ("Pertanyaan A", Quantity(10, 0), "6 − X1")
    assert other.cells[1] == "Pertanyaan C"


@BOTH
def test_what_was_done_to_single_columns_stays_apart(code: str) -> None:
    decisions = [Decision("out_of_range", "A", n=1), Decision("out_of_range", "B", n=1)]
    assert [row.cells[1] for row in trail_table(decisions, language(code)).rows] == ["A", "B"]


@BOTH
def test_columns_without_content_are_left_out(code: str) -> None:
    table = trail_table(
        [Decision("personal_dropped", "Nama"), Decision("personal_dropped", "Email")], language(code)
    )
    assert len(table.columns) == 2
    (row,) = table.rows
    assert isinstance(row.cells[1], Label)
    assert row.cells[1].full_text == "Nama; Email"


def test_a_very_long_list_is_shortened_but_counted_and_complete_on_demand() -> None:
    headers = [f"Q{i}" for i in range(100)]
    (row,) = trail_table([coded(header, 5) for header in headers], language("en")).rows
    assert isinstance(row.cells[1], Label)
    assert row.cells[1].text.count(",") < MOST_LISTED
    assert "(100 columns)" in row.cells[1].text
    assert row.cells[1].full_text == "; ".join(headers)


def test_edits_are_told_in_the_words_of_the_screen() -> None:
    decisions = [
        Decision("edited", "Usia", "role", before="item", after="demographic"),
        Decision("edited", "CS1", "reverse", before="0", after="1"),
        Decision("setting", reason="alpha", before="0.05", after="0.01"),
        Decision("setting", reason="score", before="sum", after="mean"),
        Decision("model", reason="outcome", before="Loyalitas", after="Kepuasan"),
        Decision("left_out", "CS2", "role", before="CS2"),
    ]
    words = [row.cells[-3:] for row in trail_table(decisions, language("id")).rows]
    assert words == [
        ("Butir", "Demografi", "Peran"),
        ("tidak", "ya", "Balik arah"),
        ("0,05", "0,01", "Taraf signifikansi (alfa)"),
        ("Jumlah butir", "Rata-rata butir", "Skor skala"),
        ("Loyalitas", "Kepuasan", "Variabel terikat (Y)"),
        ("CS2", "", "role"),  # a reason that a person wrote
    ]
    (row,) = trail_table(decisions[2:3], language("en")).rows
    assert row.cells[-3:] == ("0.05", "0.01", "Significance level (alpha)")


def test_a_suggestion_that_nobody_answered_says_so() -> None:
    decisions = [
        Decision(prefix + "outcome", "Kepuasan", "choice.outcome", 3, "Loyalitas", "Loyalitas")
        for prefix in ("question.", "accepted.")
    ]
    rows = trail_table(decisions, language("id")).rows
    assert [row.cells for row in rows] == [
        ("Pertanyaan dijawab", "Kepuasan", Quantity(3, 0), "Loyalitas", "Loyalitas"),
        ("Usulan diterima tanpa jawaban", "Kepuasan", Quantity(3, 0), "Loyalitas", "Loyalitas"),
    ]


def test_an_answer_and_its_number_stay_on_one_line() -> None:
    decision = Decision("coded", "A", n=5, after="Sangat Setuju = 5, Setuju = 4")
    (row,) = trail_table([decision], language("id")).rows
    assert "Sangat Setuju\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}5, Setuju" in row.cells[-1]

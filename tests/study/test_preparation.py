"""Screening, coding, reversal and scores, each against figures worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.categories import category_texts, class_labels, labels_in_use, ordered_categories
from analysis.study.codebook import Codebook, ColumnEntry, Model, Screening, Settings
from analysis.study.notice import UnusableInput
from analysis.study.preparation import missing_cells, prepare, scale_score
from analysis.study.study import Study
from analysis.study.table import CellTable

WORDS = {"Setuju": 4.0, "Sangat Setuju": 5.0, "Tidak Setuju": 2.0}


def item(name: str, **changes: object) -> ColumnEntry:
    return ColumnEntry("item", name, scale="Layanan", points=(1, 5), **changes)


def study(columns: dict[str, tuple], codebook: Codebook) -> Study:
    table = CellTable(
        tuple(columns), tuple(columns.values()), tuple(range(2, 2 + len(next(iter(columns.values())))))
    )
    return Study("Uji", table, codebook, table.fingerprint())


DEFAULTS = Settings()


def two_items(settings: Settings = DEFAULTS, **second: object) -> Study:
    return study(
        {"a": ("Setuju", " Sangat Setuju ", None), "b": (1, "2", 5)},
        Codebook({"a": item("A1", answers=WORDS), "b": item("A2", **second)}, settings=settings),
    )


def test_answers_by_word_and_by_number():
    assert prepare(two_items()).answers.tolist()[:2] == [[4, 1], [5, 2]]
    assert np.isnan(prepare(two_items()).answers[2, 0])


def test_reversal_uses_the_declared_points():
    assert prepare(two_items(reverse=True)).answers[:, 1].tolist() == [5, 4, 1]


def test_reversal_without_points_is_refused():
    entry = ColumnEntry("item", "A2", scale="Layanan", reverse=True)
    with pytest.raises(UnusableInput, match="reverse_without_points"):
        prepare(study({"b": (1, 2)}, Codebook({"b": entry})))


def test_answers_outside_the_points_are_missing_but_kept_raw():
    answers = (55, 0, "5,5", "0,5", 1, 5, "4,5")
    prepared = prepare(study({"b": answers}, Codebook({"b": item("A1")})))
    assert np.isnan(prepared.answers[:4, 0]).all()
    assert prepared.answers[4:, 0].tolist() == [1, 5, 4.5]
    assert prepared.raw_answers[:, 0].tolist() == [55, 0, 5.5, 0.5, 1, 5, 4.5]


def test_missing_cells_are_the_empty_the_dashes_and_those_outside_the_points():
    columns = {"b": (99, "-", None, 3), "c": ("76,8", "-", 4, None), "d": (None, "-", 1, 2)}
    entries = {"b": item("A1"), "c": ColumnEntry("score", "C"), "d": item("A2", included=False)}
    assert missing_cells(study(columns, Codebook(entries))) == 3 + 2


def test_a_score_is_not_held_to_the_points_of_its_items():
    scored = study({"c": (6, 3)}, Codebook({"c": ColumnEntry("score", "C", points=(1, 5))}))
    assert prepare(scored).scores["C"].tolist() == [6, 3]
    assert missing_cells(scored) == 0


def test_sum_score_needs_every_item():
    score = prepare(two_items()).scores["Layanan"]
    assert score[:2].tolist() == [5, 7]
    assert np.isnan(score[2])


def test_mean_score():
    assert prepare(two_items(Settings(score="mean"))).scores["Layanan"][:2].tolist() == [2.5, 3.5]


def test_prorated_sum_is_items_times_the_mean_of_those_answered():
    answers = np.array([[1, 2, 3, 4, np.nan], [1, 2, 3, np.nan, np.nan], [5, 5, 5, 5, 5]])
    score = scale_score(answers, "sum", "prorated")
    assert score[0] == 12.5
    assert np.isnan(score[1])
    assert score[2] == 25


@given(st.integers(2, 60), st.integers(1, 11))
def test_prorating_one_answer_given_throughout_is_exact(items: int, answer: int):
    answers = np.full((2, items), float(answer))
    answers[1, : items - int(np.ceil(0.8 * items))] = np.nan
    assert scale_score(answers, "sum", "prorated").tolist() == [answer * items] * 2
    assert scale_score(answers, "mean", "prorated").tolist() == [answer] * 2


def test_screening_counts_each_row_under_the_first_reason():
    columns = {"q": ("Ya", "Tidak", "Tidak", " Ya"), "u": (1.0, 1.0, 2.0, 2.0), "b": (1, 2, 3, 4)}
    screenings = (Screening("q", ("Ya",), "bukan pembeli"), Screening("u", ("1",), "usia"))
    entries = {"q": ColumnEntry("ignored", "q"), "u": ColumnEntry("ignored", "u"), "b": item("A1")}
    prepared = prepare(study(columns, Codebook(entries, screenings)))
    assert [(part.reason, part.n) for part in prepared.excluded] == [("bukan pembeli", 2), ("usia", 1)]
    assert prepared.row_numbers.tolist() == [2]
    assert prepared.rows_read == 4


def test_an_item_left_out_is_not_analysed():
    columns = {"a": (1, 2), "b": (3, 4)}
    prepared = prepare(study(columns, Codebook({"a": item("A1"), "b": item("A2", included=False)})))
    assert prepared.item_names == ("A1",)
    assert prepared.scales["Layanan"].items == ("A1",)


def test_scale_ends_follow_the_scoring():
    assert prepare(two_items()).scales["Layanan"].high == 10
    assert prepare(two_items(Settings(score="mean"))).scales["Layanan"].high == 5


def test_a_score_column_is_a_scale_of_its_own():
    prepared = prepare(study({"X1": ("3,5", 4.0)}, Codebook({"X1": ColumnEntry("score", "X1")})))
    assert prepared.scores["X1"].tolist() == [3.5, 4.0]
    assert prepared.scales["X1"].items == ()


def test_two_columns_cannot_claim_one_score():
    entries = {"X1": ColumnEntry("score", "X1", scale="S"), "X2": ColumnEntry("score", "X2", scale="S")}
    with pytest.raises(UnusableInput, match="scale_claimed_twice"):
        prepare(study({"X1": (1,), "X2": (2,)}, Codebook(entries)))


def test_merged_spellings_and_group_levels():
    entry = ColumnEntry("group", "Kartu", categories={"Ya": "Member", "ya ": "Member", "Tidak": "Non-member"})
    model = Model(group="Kartu", group_levels=("Non-member", "Member"))
    prepared = prepare(study({"k": ("Ya", "ya", "Tidak", None)}, Codebook({"k": entry}, model=model)))
    assert prepared.categories["Kartu"] == ("Member", "Member", "Non-member", None)
    assert prepared.category_order["Kartu"] == ("Non-member", "Member")


def test_numeric_classes_have_a_class_below_the_first_bound():
    entry = ColumnEntry("demographic", "Usia", classes=(17, 22, 28))
    prepared = prepare(study({"u": (16, "21 tahun", 28, 22.0)}, Codebook({"u": entry})))
    assert prepared.categories["Usia"] == ("< 17", "17–21", "≥ 28", "22–27")
    assert prepared.category_order["Usia"] == ("< 17", "17–21", "22–27", "≥ 28")


def test_levels_written_with_a_point_and_one_zero_are_whole():
    entry = ColumnEntry("group", "M", categories={"1.0": "Anggota", "3": "2.0"})
    codebook = Codebook(
        {"m": entry},
        screening=(Screening("m", ("1", "2.0", " 3 ")),),
        model=Model(group="M", group_levels=("2.0", "Anggota")),
    )
    prepared = prepare(study({"m": ("1", "1.0", 1.0, "2.0", 2, "3", "1.000", "1.5")}, codebook))
    assert prepared.categories["M"] == ("Anggota", "Anggota", "Anggota", "2", "2", "2")
    assert prepared.category_order["M"] == ("2", "Anggota")
    assert prepared.excluded[0].n == 2


def test_classes_of_fractions_leave_no_gap_between_their_labels() -> None:
    entry = ColumnEntry("demographic", "Masa kerja", classes=(5.0, 10.0, 15.0))
    found = category_texts(["0,5", "9,6", "10,0", "14,9", "20,0"], entry)
    assert found == ("< 5", "5–< 10", "10–< 15", "10–< 15", "≥ 15")
    assert ordered_categories(reversed(found), entry) == ("< 5", "5–< 10", "10–< 15", "≥ 15")
    prepared = prepare(study({"m": ("0,5", "9,6", "20,0")}, Codebook({"m": entry})))
    assert prepared.category_order["Masa kerja"] == ("< 5", "5–< 10", "≥ 15")
    assert labels_in_use(found, entry.classes) == ("< 5", "5–< 10", "10–< 15", "≥ 15")
    whole = category_texts(["4", "9", "14", "15"], entry)
    assert ordered_categories(reversed(whole), entry) == ("< 5", "5–9", "10–14", "≥ 15")


def test_large_classes_are_written_in_full():
    entry = ColumnEntry("demographic", "Belanja", classes=(1_000_000, 1_500_000, 2_500_000.5))
    prepared = prepare(study({"b": (1_200_000, "1500000", 3_000_000)}, Codebook({"b": entry})))
    assert prepared.categories["Belanja"] == (
        "1000000–< 1500000",
        "1500000–< 2500000.5",
        "≥ 2500000.5",
    )
    assert class_labels((1_000_000, 1_500_000))[1] == "1000000–1499999"


def test_categories_with_numbers_are_ordered_by_them():
    entry = ColumnEntry("demographic", "Belanja")
    cells = (">5 kali", "1 kali", "4-5 kali", "2-3 kali", "1 kali")
    prepared = prepare(study({"f": cells}, Codebook({"f": entry})))
    assert prepared.category_order["Belanja"] == ("1 kali", "2-3 kali", "4-5 kali", ">5 kali")


@given(
    st.lists(
        st.lists(st.sampled_from([1, 2, 3, 4, 5, None]), min_size=3, max_size=3), min_size=1, max_size=20
    )
)
def test_reversing_twice_gives_the_answers_back(rows: list[list[int | None]]):
    columns = {f"q{j}": tuple(row[j] for row in rows) for j in range(3)}
    entries = {f"q{j}": item(f"A{j}", reverse=True) for j in range(3)}
    once = prepare(study(columns, Codebook(entries))).answers
    back = {f"q{j}": tuple(None if np.isnan(x) else x for x in once[:, j]) for j in range(3)}
    np.testing.assert_array_equal(
        prepare(study(back, Codebook(entries))).answers,
        prepare(study(columns, Codebook({key: item(f"A{key}") for key in columns}))).answers,
    )

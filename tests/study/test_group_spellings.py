"""Membership said in many ways makes two groups; every way of saying it counts until a person keeps them apart."""

import pytest

from analysis.study.detection import detect
from analysis.study.preparation import prepare
from analysis.study.questions import answer
from analysis.study.study import Study
from analysis.study.table import Cell, CellTable
from tests.study.detected import notices, questions
from tests.study.tables import answers, table

WAYS = [
    "Ya, saya member",
    "Ya, saya member",
    "ya",
    "YA",
    "Sudah",
    "Tidak",
    "Tidak",
    "Belum",
    "tidak, belum jadi member",
]


def asked(header: str, options: list[Cell]) -> CellTable:
    return table(
        {header: answers(90, options), **{f"X{j}": answers(90, [1, 2, 3, 4, 5], j) for j in range(1, 5)}}
    )


def test_nobody_is_left_out_of_the_comparison() -> None:
    cells = asked("Apakah Anda sudah menjadi member?", list(WAYS))
    detection = detect(cells)
    prepared = prepare(Study("Member", cells, detection.codebook, ""))
    assert set(prepared.categories["Member"]) == set(detection.codebook.model.group_levels)
    assert detection.codebook.model.group_levels == ("Ya, saya member", "Tidak")
    merged = {notice.details["after"]: notice for notice in notices(detection, "spellings_merged")}
    assert set(merged) == {"Ya, saya member", "Tidak"}
    before = merged["Ya, saya member"].details["before"]
    assert isinstance(before, tuple)
    assert set(before) == {"ya", "YA", "Sudah"}


def test_they_can_be_kept_apart_and_joined_again() -> None:
    cells = asked("Apakah Anda sudah menjadi member?", list(WAYS))
    detection = detect(cells)
    (question,) = questions(detection, "group_spellings")
    apart = answer(detection.codebook, question, "keep").codebook
    prepared = prepare(Study("Member", cells, apart, ""))
    assert {"Sudah", "Belum", "tidak, belum jadi member"} < set(prepared.categories["Member"])
    assert answer(apart, question, "one_each").codebook == detection.codebook


@pytest.mark.parametrize("header", ["Status", "Kelompok responden"])
def test_answers_that_say_member_make_the_group_whatever_the_header(header: str) -> None:
    ways: list[Cell] = [
        "Member",
        "Member",
        "MEMBER",
        "Non Member",
        "Non Member",
        "non-member",
        "Bukan Member",
        "NonMember",
    ]
    detection = detect(asked(header, ways))
    assert detection.codebook.columns[header].role == "group"
    assert detection.codebook.model.group_levels == ("Member", "Non Member")
    assert set(detection.codebook.columns[header].categories.values()) == {"Member", "Non Member"}
    assert not questions(detection, "merge_categories")


def test_having_a_card_is_a_membership() -> None:
    ways: list[Cell] = ["Punya", "Punya", "Punya", "Tidak punya", "Tidak Punya", "Tidak punya", "tdk punya"]
    detection = detect(asked("Kepemilikan Kartu Member", ways))
    assert detection.codebook.model.group_levels == ("Punya", "Tidak punya")
    assert set(detection.codebook.columns["Kepemilikan Kartu Member"].categories.values()) == {
        "Punya",
        "Tidak punya",
    }


def test_one_way_of_saying_it_is_no_question() -> None:
    detection = detect(asked("Apakah Anda member?", ["Ya", "ya", "Tidak"]))
    assert not questions(detection, "group_spellings")


def test_screening_keeps_every_way_of_saying_yes() -> None:
    header = "Apakah Anda pernah berbelanja di sini?"
    detection = detect(asked(header, ["Ya", "Ya", "Ya", "Ya", "Pernah", "Ya, sering", "Tidak"]))
    (question,) = questions(detection, "screening")
    rule = question.choice("only_yes").screening
    assert rule is not None
    assert set(rule.keep) == {"Ya", "Pernah", "Ya, sering"}

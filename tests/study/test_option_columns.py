"""Options spread over columns: asked once, joined by one click, counted by respondent."""

from __future__ import annotations

import random

import pytest

from analysis.statistics.respondents import OptionCounts, compute
from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.codebook_file import codebook_to_json, overlay
from analysis.study.codebook_validation import group_names
from analysis.study.detection import Detection, detect
from analysis.study.notice import UnusableInput
from analysis.study.preparation import prepare
from analysis.study.questions import answer
from analysis.study.settled import still_open
from analysis.study.study import Study
from analysis.study.table import Cell, CellTable
from analysis.study.trail import trail
from tests.study.detected import questions
from tests.study.tables import answers, table

N = 60
OPTIONS = ("Instagram", "TikTok", "WhatsApp")
CHOSEN = tuple(
    tuple(random.Random(f"{option} {i}").random() < share for i in range(N))
    for option, share in zip(OPTIONS, (0.7, 0.4, 0.2), strict=True)
)


def boxes(header: str, ticked: Cell, unticked: Cell) -> dict[str, list[Cell]]:
    """One column an option; "{option}" and "{n}" in the header and the tick are filled in."""
    columns: dict[str, list[Cell]] = {}
    for n, (option, chosen) in enumerate(zip(OPTIONS, CHOSEN, strict=True), start=1):
        tick = ticked.format(option=option) if isinstance(ticked, str) else ticked
        columns[header.format(option=option, n=n)] = [tick if one else unticked for one in chosen]
    return columns


def with_items(columns: dict[str, list[Cell]]) -> CellTable:
    items = {f"X{j}": answers(N, [1, 2, 3, 4, 5], j) for j in range(1, 4)}
    return table({"Jenis Kelamin": answers(N, ["Perempuan", "Laki-laki"]), **columns, **items})


def joined(cells: CellTable) -> Study:
    detection = detect(cells)
    (question,) = questions(detection, "option_columns")
    answered = answer(detection.codebook, question, "together")
    return Study("Media", cells, detection.codebook, "").with_codebook(answered.codebook, answered.decision)


@pytest.mark.parametrize(
    ("header", "ticked", "unticked"),
    [
        ("Media apa yang Anda pakai? [{option}]", "Ya", "Tidak"),
        ("G01Q07[SQ00{n}]. Media apa yang Anda pakai? [{option}]", "Yes", "No"),
        ("Media apa yang Anda pakai? - {option}", "{option}", None),
        ("Media apa yang Anda pakai?: {option}", "Checked", "Unchecked"),
        ("media/{option}", 1, 0),
        ("media/{option}", True, False),
        ("Media apa yang Anda pakai? >> {option}", "v", None),
        ("Media: {option}", "Selected", "Not Selected"),
        ("Q7_{n}", "{option}", None),
    ],
)
def test_one_click_counts_each_option_by_respondent(header: str, ticked: Cell, unticked: Cell) -> None:
    study = joined(with_items(boxes(header, ticked, unticked)))
    prepared = prepare(study)
    (counts,) = [c for c in compute(prepared).columns.values() if isinstance(c, OptionCounts)]
    assert {option.category: option.n for option in counts.categories} == {
        option: sum(chosen) for option, chosen in zip(OPTIONS, CHOSEN, strict=True)
    }
    anyone = sum(map(any, zip(*CHOSEN, strict=True)))
    assert counts.n == (anyone if unticked is None else N)
    assert counts.missing == N - counts.n
    assert list(prepared.categories) == ["Jenis Kelamin"]
    assert group_names(study.codebook.columns) == ("Jenis Kelamin",)


def test_until_then_each_column_counts_by_itself() -> None:
    cells = with_items(boxes("Media? [{option}]", "Ya", "Tidak"))
    detection = detect(cells)
    prepared = prepare(Study("Media", cells, detection.codebook, ""))
    assert len(prepared.categories) == 4
    assert not prepared.multiple_answers
    (question,) = questions(detection, "option_columns")
    kept = answer(detection.codebook, question, "apart")
    assert kept.codebook == detection.codebook
    study = Study("Media", cells, detection.codebook, "").with_codebook(kept.codebook, kept.decision)
    assert question not in still_open(detection.questions, study)


def test_options_are_offered_neither_as_groups_nor_as_screening() -> None:
    detection = detect(with_items(boxes("Apakah Anda pernah memakai media ini? [{option}]", "Ya", "Tidak")))
    (group,) = questions(detection, "group")
    assert group.columns == ("Jenis Kelamin",)
    assert not questions(detection, "screening")


@pytest.mark.parametrize(
    "columns",
    [
        {f"X{j}": answers(N, ["Ya", "Tidak"], j) for j in range(1, 5)},
        {f"X1.{j}": answers(N, [1, 0], j) for j in range(1, 5)},
        {f"Media [{name}]": answers(N, ["Sering", "Jarang"], j) for j, name in enumerate(OPTIONS)},
        {"Media [Instagram]": answers(N, ["Ya", "Tidak"]), "Usia": answers(N, ["Muda", "Tua"])},
        {"Data - Jenis kelamin": answers(N, ["P", "L"]), "Data - Kartu": answers(N, ["Ya", "Tidak"])},
    ],
)
def test_other_columns_are_not_asked_about(columns: dict[str, list[Cell]]) -> None:
    assert not questions(detect(with_items(columns)), "option_columns")


def test_an_option_that_nobody_ticked_counts_zero() -> None:
    columns = boxes("Media? [{option}]", 1, 0) | {"Media? [Radio]": [0] * N, "Media? [Koran]": [None] * N}
    (question,) = prepare(joined(with_items(columns))).multiple_answers.values()
    assert question.options == (*OPTIONS, "Koran", "Radio")
    assert question.chosen.sum(axis=0).tolist()[3:] == [0, 0]


def test_without_any_tick_there_is_no_answer() -> None:
    entries = {
        name: ColumnEntry("demographic", name, option_of="Media", categories={"0": ""}) for name in OPTIONS
    }
    cells = table({name: [0, 0, None] for name in OPTIONS})
    (question,) = prepare(Study("Media", cells, Codebook(entries), "")).multiple_answers.values()
    assert question.options == ()
    assert question.answered.tolist() == [False, False, False]


def test_a_respondent_who_left_every_box_has_answered() -> None:
    entries = {
        name: ColumnEntry("demographic", name, option_of="Media", categories={"0": ""}) for name in OPTIONS
    }
    cells = table({name: [1, 0, None, "-"] for name in OPTIONS})
    (question,) = prepare(Study("Media", cells, Codebook(entries), "")).multiple_answers.values()
    assert question.answered.tolist() == [True, True, False, False]


def test_the_trail_names_the_joined_columns_and_the_codebook_keeps_them() -> None:
    study = joined(with_items(boxes("media/{option}", 1, 0)))
    steps = [(d.column, d.after) for d in trail(study, prepare(study)) if d.step == "joined"]
    assert steps == [(f"media/{option}", "media") for option in OPTIONS]
    detected = detect(study.table).codebook
    assert overlay(detected, codebook_to_json(study.codebook)) == study.codebook


def test_a_question_cannot_have_the_name_of_a_column() -> None:
    detection: Detection = detect(with_items(boxes("media/{option}", 1, 0)))
    given = {"columns": {"media/TikTok": {"option_of": "Jenis Kelamin"}}}
    with pytest.raises(UnusableInput, match="codebook_duplicate_name"):
        overlay(detection.codebook, given)

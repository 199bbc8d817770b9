"""Numbers of the answers: ranges, strays, codes for no answer, direction, typing slips."""

import pytest

from analysis.study.detection import detect
from analysis.study.table import Cell
from tests.study.detected import notices, questions
from tests.study.tables import AGREEMENT, answers, table


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


def test_no_answers_among_numbers_are_counted_over_all_items() -> None:
    columns = {f"X{j}": [*answers(60, [1, 2, 3, 4, 5], j), *["-"] * j] + [3] * (4 - j) for j in (1, 2, 3)}
    found = notices(detect(table(columns)), "no_answer_words")
    assert [notice.details["n"] for notice in found] == [1 + 2 + 3]

"""Ranks are no ratings: their sum is the same for everybody."""

import random

import pytest

from analysis.study.detection import Detection, detect
from analysis.study.table import Cell
from tests.study.detected import notices
from tests.study.tables import answers, table

HEADERS = ("G01Q09[1]", "G01Q09[2]", "G01Q09[3]", "G01Q09[4]")


def ranked(ranks: list[Cell], slips: int = 0) -> Detection:
    dice = random.Random(4)
    rows = [dice.sample(ranks, len(ranks)) for _ in range(50)]
    for row in rows[:slips]:
        row[0] = row[1]
    columns = {header: [row[j] for row in rows] for j, header in enumerate(HEADERS)}
    items = {f"X{j}": answers(50, [1, 2, 3, 4, 5], j) for j in range(1, 4)}
    return detect(table({**columns, **items}))


@pytest.mark.parametrize("ranks", [[1, 2, 3, 4], ["A1", "A2", "A3", "A4"], ["1", "2", "3", "4"]])
def test_columns_that_hold_each_rank_once_are_categories_and_the_file_is_told_so(ranks: list[Cell]) -> None:
    detection = ranked(ranks)
    assert {detection.codebook.columns[header].role for header in HEADERS} == {"demographic"}
    assert [notice.where for notice in notices(detection, "rank_column")] == list(HEADERS)


def test_an_answer_given_twice_makes_them_ratings() -> None:
    detection = ranked([1, 2, 3, 4], slips=1)
    assert {detection.codebook.columns[header].role for header in HEADERS} == {"item"}

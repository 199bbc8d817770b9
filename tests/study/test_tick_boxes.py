"""Questions with several answers, spread over columns by the tool."""

import random

import pytest

from analysis.study.detection import Detection, detect
from analysis.study.profile import profile_columns
from analysis.study.table import Cell
from analysis.study.tick_boxes import tick_boxes
from tests.study.detected import notices
from tests.study.tables import answers, table

QUESTIONS = ("Karyawan melayani dengan ramah", "Toko terlihat bersih", "Saya akan membeli lagi")


def ticked(headers: tuple[str, ...], options: tuple[Cell, ...], shares: tuple[float, ...]) -> Detection:
    dice = random.Random(2)
    boxes = {
        header: [option if dice.random() < share else None for _ in range(60)]
        for header, option, share in zip(headers, options, shares, strict=True)
    }
    items = {question: answers(60, [1, 2, 3, 4, 5], j) for j, question in enumerate(QUESTIONS)}
    return detect(table({**boxes, **items}))


@pytest.mark.parametrize(
    ("headers", "options"),
    [
        (("Q7_1", "Q7_2", "Q7_3"), ("Instagram", "TikTok", "WhatsApp")),
        (("Q7_1", "Q7_2", "Q7_3"), (1, 1, 1)),
        (("G01Q07[SQ001]", "G01Q07[SQ002]", "G01Q07[SQ003]"), ("Y", "Y", "Y")),
        (("Media? - Instagram", "Media? - TikTok", "Media? - Lain"), ("Instagram", "TikTok", "Lain")),
        (("media/ig", "media/tt", "media/wa"), ("1", "1", "1")),
    ],
)
def test_each_box_describes_the_respondents_who_ticked_it(
    headers: tuple[str, ...], options: tuple[Cell, ...]
) -> None:
    detection = ticked(headers, options, (0.7, 0.4, 0.2))
    assert {detection.codebook.columns[header].role for header in headers} == {"demographic"}
    assert [notice.where for notice in notices(detection, "tick_box")] == list(headers)


def test_items_that_everybody_answered_alike_are_no_boxes() -> None:
    detection = ticked(("X1", "X2", "X3"), (5, 5, 5), (1.0, 1.0, 0.98))
    assert {detection.codebook.columns[header].role for header in ("X1", "X2", "X3")} == {"item"}
    detection = ticked(("X1", "X2", "X3"), (5, 4, 1), (0.7, 0.4, 0.2))
    assert not notices(detection, "tick_box")


@pytest.mark.parametrize(
    ("first", "second", "boxes"), [(6, 5, True), (5, 4, False), (20, 18, True), (20, 19, False)]
)
def test_boxes_are_ticked_often_enough_and_not_all_alike(first: int, second: int, boxes: bool) -> None:
    ticks = {f"Q7_{place}": [1] * n + [None] * (40 - n) for place, n in enumerate((first, second), start=1)}
    assert tick_boxes(profile_columns(table(ticks))) == (frozenset(ticks) if boxes else frozenset())

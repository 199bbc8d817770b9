from __future__ import annotations

import pytest

from analysis.reporting.figure import Axis, Bar, Figure, Mark, Points, Rule, Tick
from analysis.reporting.language import language
from analysis.reporting.renderers.axis_scale import (
    PHONE_TITLE,
    TITLE_LINE,
    further_title_height,
    scale,
    title_lines,
)
from analysis.reporting.renderers.rule_labels import label_rows, rule_labels

ID = language("id")


def figure(x: Axis, *marks: Mark) -> Figure:
    return Figure("f", "", x, Axis(), marks, "")


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0, 0.92, ["0,0", "0,2", "0,4", "0,6", "0,8"]),
        (7.8, 20.8, ["8", "10", "12", "14", "16", "18", "20"]),
        (0, 14.4, ["0", "2", "4", "6", "8", "10", "12", "14"]),
        (-0.13, 0.6, ["−0,1", "0,0", "0,1", "0,2", "0,3", "0,4", "0,5", "0,6"]),
        (0, 12_000, ["0", "2.000", "4.000", "6.000", "8.000", "10.000", "12.000"]),
        (20.8, 7.8, ["8", "10", "12", "14", "16", "18", "20"]),
    ],
)
def test_ticks_are_round_and_written_in_the_language(low: float, high: float, labels: list[str]):
    assert [tick.label for tick in scale(figure(Axis("", low, high)), "x", ID).ticks] == labels


@pytest.mark.parametrize(
    ("high", "decimals", "labels"),
    [
        (16, 0, ["0", "5", "10", "15"]),
        (1.15, 0, ["0", "1"]),
        (1.6, 1, ["0,0", "0,5", "1,0", "1,5"]),
        (1.6, 2, ["0,00", "0,25", "0,50", "0,75", "1,00", "1,25", "1,50"]),
    ],
)
def test_ticks_stand_where_their_rounded_labels_say(high: float, decimals: int, labels: list[str]):
    axis = Axis("", 0, high, decimals=decimals)
    assert [tick.label for tick in scale(figure(axis), "x", ID).ticks] == labels


def test_given_ticks_stay():
    ticks = (Tick(1, "satu"),)
    assert scale(figure(Axis("", 0, 5, ticks)), "x", ID).ticks == ticks


def test_the_range_covers_every_mark_with_a_little_air():
    drawn = scale(figure(Axis(), Points((2.0, 6.0), (1.0, 1.0)), Rule(7)), "x", ID)
    assert (drawn.low, drawn.high) == (pytest.approx(1.8), pytest.approx(7.2))


def test_bars_stand_on_zero():
    bars = figure(Axis(), Bar(0, 8, 1))
    assert scale(bars, "x", ID).low == 0
    assert scale(bars, "y", ID).low == pytest.approx(0.65 - 0.7 * 0.04)


@pytest.mark.parametrize("values", [(3.0,), (0.0,), (float("nan"),), ()])
def test_a_range_of_nothing_still_has_width(values: tuple[float, ...]):
    drawn = scale(figure(Axis(), Points(values, values)), "x", ID)
    assert drawn.low < drawn.high


def test_labels_of_rules_far_apart_share_a_row():
    drawn = figure(Axis("", 0, 10), Rule(1, label="r tabel"), Rule(9, label="r hitung"), Rule(5))
    labels = rule_labels(drawn, scale(drawn, "x", ID))
    assert label_rows(labels) == 1
    assert [(label.anchor, label.row) for label in labels] == [("start", 0), ("end", 0)]


def test_labels_that_meet_stand_on_different_rows():
    drawn = figure(Axis("", 0, 10), *(Rule(place, label="F tabel 2,690") for place in (4, 4.5, 5)))
    assert [label.row for label in rule_labels(drawn, scale(drawn, "x", ID))] == [0, 1, 2]


def test_a_lying_rule_needs_no_row_above_the_plot():
    drawn = figure(Axis("", 0, 10), Rule(4, "horizontal", label="batas"))
    assert label_rows(rule_labels(drawn, scale(drawn, "x", ID))) == 0


def test_a_long_title_takes_further_lines_that_fit_a_phone() -> None:
    words = "B: change of the willingness to buy per point, CI 95%"
    lines = title_lines(Axis(words))
    assert lines == ("B: change of the willingness to buy per point,", "CI\u00a095%")
    assert all(len(line) <= PHONE_TITLE for line in lines)
    assert further_title_height(Axis(words)) == TITLE_LINE
    assert further_title_height(Axis(words, visible=False)) == 0


def test_a_short_or_empty_title_is_one_line_as_it_is() -> None:
    for words in ("", "VIF", "\N{LEFTWARDS ARROW} disagreement     share"):
        assert title_lines(Axis(words)) == (words,)
        assert further_title_height(Axis(words)) == 0

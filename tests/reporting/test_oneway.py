"""The cards of three or more groups: a picture of the means, names of pairs that can be read."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.reporting.exhibit import Exhibit, Label
from analysis.reporting.figure import Interval, Points
from analysis.reporting.group_means_figure import group_means_figure
from analysis.reporting.language import language
from analysis.reporting.oneway import oneway_exhibits
from analysis.statistics.oneway import LevelStatistics, OnewayAnova, OnewayResult
from tests.reporting.materials import printed_numbers, retail_material

BOTH = pytest.mark.parametrize("code", ["id", "en"])


def cards(code: str) -> dict[str, Exhibit]:
    return {card.title: card for card in oneway_exhibits(retail_material(code))}


def analysed(column: str) -> OnewayAnova:
    result = retail_material("en").results["oneway"]
    assert isinstance(result, OnewayResult)
    found = result.columns[column]["Loyalty"]
    assert isinstance(found, OnewayAnova)
    return found


@BOTH
def test_every_group_has_its_mean_interval_and_respondents_in_the_picture(code: str) -> None:
    for column, card in zip(("age", "frequency"), cards(code).values(), strict=True):
        found = analysed(column)
        marks = card.figures[0].marks
        groups = list(found.groups.values())
        intervals = [(mark.low, mark.high) for mark in marks if isinstance(mark, Interval)]
        assert intervals == [(group.ci_low, group.ci_high) for group in groups]
        means = [mark.x for mark in marks if isinstance(mark, Points) and mark.shape == "diamond"]
        assert means == [(group.mean,) for group in groups]
        dots = [len(mark.x) for mark in marks if isinstance(mark, Points) and mark.shape == "circle"]
        assert dots == [group.n for group in groups]
        assert all(level in card.figures[0].description for level in found.groups)


def test_an_interval_far_beyond_the_scores_ends_in_an_arrow_and_squeezes_nobody() -> None:
    scores = {"many": np.arange(10.0, 31.0), "two": np.array([12.0, 28.0])}
    groups = {
        "many": LevelStatistics(21, 20, 6.2, 1.35, 17.2, 22.8),
        "two": LevelStatistics(2, 20, 11.3, 8, -81.6, 121.6),
    }
    picture = group_means_figure("x", "Score", scores, groups, 0.05, language("en"))
    assert picture.x.low is not None
    assert picture.x.high is not None
    assert 5 < picture.x.low < 10
    assert 30 < picture.x.high < 35
    many, two = (mark for mark in picture.marks if isinstance(mark, Interval))
    assert (many.low, many.high, many.open_low, many.open_high) == (17.2, 22.8, False, False)
    assert (two.low, two.high) == (picture.x.low, picture.x.high)
    assert two.open_low
    assert two.open_high
    assert "−81.60 to 121.60" in two.hover


@BOTH
def test_a_word_stands_between_the_names_of_a_pair(code: str) -> None:
    for column, card in zip(("age", "frequency"), cards(code).values(), strict=True):
        pairs = analysed(column).games_howell
        assert isinstance(pairs, tuple)
        names = [row.cells[0] for row in card.tables[-1].rows]
        word = {"id": "dibanding", "en": "vs"}[code]
        assert names == [Label(f"{pair.a} {word} {pair.b}") for pair in pairs]


@BOTH
def test_the_sentence_names_the_pairs_that_differ_with_their_differences(code: str) -> None:
    tongue = language(code)
    for column, card in zip(("age", "frequency"), cards(code).values(), strict=True):
        pairs = analysed(column).games_howell
        assert isinstance(pairs, tuple)
        differing = [pair for pair in pairs if math.isfinite(pair.p) and pair.p < 0.05]
        assert len(card.sentences) == (2 if differing else 1)
        if differing:
            text = card.sentences[1].plain()
            assert printed_numbers(text, tongue)[:2] == [len(differing), len(pairs)]
            assert all(f"{pair.a} " in text and pair.b in text for pair in differing)

"""The cards of three or more groups: a picture of the means, names of pairs that can be read."""

from __future__ import annotations

import math

import pytest

from analysis.reporting.exhibit import Exhibit, Label
from analysis.reporting.figure import Interval, Points
from analysis.reporting.language import language
from analysis.reporting.oneway import oneway_exhibits
from analysis.statistics.oneway import OnewayAnova, OnewayResult
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

"""The loyalty map: every respondent a dot in the quadrant of its class, sentences true for any shares."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from analysis.reporting import loyalty_figures, loyalty_map
from analysis.reporting.exhibit import Quantity
from analysis.reporting.figure import Bar, Points, Rule, Text, Tile
from analysis.reporting.language import language
from analysis.statistics.loyalty import (
    CLASSES,
    LoyaltyCuts,
    LoyaltyResult,
    LoyaltyShare,
    MedianSplit,
    class_shares,
)
from analysis.statistics.unavailable import Unavailable
from tests.reporting.materials import printed_numbers, retail_material

STUDIES = 300
BOTH = pytest.mark.parametrize("code", ["id", "en"])
COLOUR_OF = loyalty_figures.COLOURS


def shares(draw: random.Random) -> dict[str, LoyaltyShare]:
    codes = np.array([draw.randrange(4) for _ in range(draw.randint(1, 40))])
    return class_shares(codes, 0.95)


def random_result(draw: random.Random) -> LoyaltyResult:
    categories, split = shares(draw), shares(draw)
    cuts = LoyaltyCuts(draw.choice([3.0, 12.5]), draw.choice([3.0, 9.0]))
    return LoyaltyResult(
        attachment="Customer Service",
        repeat_purchase="Loyalty",
        n=sum(share.n for share in categories.values()),
        missing=draw.choice([0, 1, 5]),
        cut=None,
        cuts=cuts,
        categories=categories,
        by_group={},
        median_split=MedianSplit(LoyaltyCuts(4.0, 4.0), split),
    )


@BOTH
def test_the_largest_classes_are_named_and_no_others(code: str) -> None:
    tongue = language(code)
    names = loyalty_figures.class_names(tongue)
    for seed in range(STUDIES):
        result = random_result(random.Random(seed))
        text = loyalty_map.conclusion(result, tongue).plain()
        most = max(share.n for share in result.categories.values())
        for key, share in result.categories.items():
            assert (names[key] in text) == (share.n == most)
        assert printed_numbers(text, tongue) == [most, result.n, round(100 * most / result.n, 1)]


@BOTH
def test_the_median_cut_changes_the_largest_class_only_where_it_does(code: str) -> None:
    unchanged = {"id": "tetap sama", "en": "stays the same"}[code]
    for seed in range(STUDIES):
        result = random_result(random.Random(seed))
        text = loyalty_map.median_sentence(result, language(code)).plain()
        largest = [
            {key for key, share in found.items() if share.n == max(each.n for each in found.values())}
            for found in (result.categories, result.median_split.categories)
        ]
        assert (unchanged in text) == (largest[0] == largest[1])
        for key, name in loyalty_figures.class_names(language(code)).items():
            assert (name in text) == (key in largest[1] and largest[0] != largest[1])


@BOTH
def test_every_respondent_is_a_dot_in_the_quadrant_of_its_class(code: str) -> None:
    material = retail_material(code)
    result = material.results["loyalty"]
    assert isinstance(result, LoyaltyResult)
    card = next(card for card in loyalty_map.view(material).exhibits if card.key == "loyalty_map")
    (figure,) = card.figures
    dots = {mark.colour: mark for mark in figure.marks if isinstance(mark, Points)}
    for key in CLASSES:
        mark = dots.get(COLOUR_OF[key])
        assert (len(mark.x) if mark else 0) == result.categories[key].n
        if mark is None:
            continue
        high_repeat, high_attachment = key in ("premium", "weak"), key in ("premium", "latent")
        assert all((x > result.cuts.repeat_purchase) == high_repeat for x in mark.x)
        assert all((y > result.cuts.attachment) == high_attachment for y in mark.y)
    rules = {mark.direction: mark.at for mark in figure.marks if isinstance(mark, Rule)}
    assert rules == {"vertical": result.cuts.repeat_purchase, "horizontal": result.cuts.attachment}
    assert sum(isinstance(mark, Tile) for mark in figure.marks) == 4


def test_the_same_study_gives_the_same_picture() -> None:
    first, second = (
        loyalty_map.view(retail_material("id")).exhibits[0].figures,
        loyalty_map.view(retail_material("id")).exhibits[0].figures,
    )
    assert first == second


@BOTH
def test_groups_have_their_own_shares(code: str) -> None:
    material = retail_material(code)
    result = material.results["loyalty"]
    assert isinstance(result, LoyaltyResult)
    card = next(card for card in loyalty_map.view(material).exhibits if card.key == "loyalty_by_group")
    levels = list(result.by_group)
    for row, key in zip(card.tables[0].rows, CLASSES, strict=True):
        figures = [cell.value for cell in row.cells if isinstance(cell, Quantity)]
        wanted = [result.by_group[level][key] for level in levels]
        assert figures == [
            value for share in wanted for value in (share.n, share.percent, share.ci_low, share.ci_high)
        ]  # fmt: skip
    said = printed_numbers(card.sentences[0].plain(), material.language)
    for level in levels:
        percent = result.by_group[level]["premium"].percent
        assert percent is not None
        assert round(percent, 1) in said


@BOTH
def test_respondents_left_out_are_counted(code: str) -> None:
    material = retail_material(code)
    result = material.results["loyalty"]
    assert isinstance(result, LoyaltyResult)
    missing = replace(result, missing=4)
    card = loyalty_map.view(retail_material(code, {"loyalty": missing})).exhibits[0]
    assert any("4" in note.plain() for note in card.notes)
    complete = loyalty_map.view(retail_material(code, {"loyalty": replace(result, missing=0)})).exhibits[0]
    assert len(complete.notes) == len(card.notes) - 1


@BOTH
def test_without_axes_the_next_step_is_the_conclusion(code: str) -> None:
    view = loyalty_map.view(retail_material(code, {"loyalty": Unavailable("no_loyalty_axes")}))
    assert view.exhibits == ()
    assert "Data" in view.conclusion.plain()


@BOTH
def test_bars_of_each_group_add_up_to_all_of_it(code: str) -> None:
    draw = random.Random(5)
    result = replace(random_result(draw), by_group={"Member": shares(draw), "Non-member": shares(draw)})
    figure = loyalty_figures.group_figure(result, language(code))
    for place in range(2):
        bars = [mark for mark in figure.marks if isinstance(mark, Bar) and mark.at == place]
        assert [bar.start for bar in bars] == [0, *(bar.end for bar in bars[:-1])]
        assert bars[-1].end == pytest.approx(100, rel=1e-9)
    words = {mark.text for mark in figure.marks if isinstance(mark, Text)}
    assert {"Member", "Non-member"} <= words


@BOTH
def test_intervals_name_their_level(code: str) -> None:
    material = retail_material(code)
    level = material.language.confidence(material.study.codebook.settings.alpha)
    assert level == "95%"
    shown = loyalty_map.view(material)
    assert all(level in figure.remark for figure in shown.key_figures)
    titles = [column.title for card in shown.exhibits for table in card.tables for column in table.columns]
    intervals = [title for title in titles if title.startswith(("CI", "IK"))]
    assert intervals
    assert all(level in title for title in intervals)

"""The description of the answers: shares, order, classes, and sentences that hold for ties."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest

from analysis.reporting import descriptives
from analysis.reporting import descriptives_sentences as words
from analysis.reporting.exhibit import Label, Quantity
from analysis.reporting.figure import Bar, Box, Text
from analysis.reporting.language import language
from analysis.reporting.likert_figure import abbreviations, answer_shares, answer_words, likert_figure
from analysis.reporting.renderers.axis_scale import title_lines
from analysis.statistics.descriptives import (
    DescriptivesResult,
    ItemDescription,
    ScaleDescription,
    mean_category,
)
from analysis.statistics.unavailable import Unavailable
from analysis.study.table import CellTable
from tests.reporting.materials import printed_numbers, retail_material

STUDIES = 300
BOTH = pytest.mark.parametrize("code", ["id", "en"])
NOTHING = {
    field.name: None for field in fields(ItemDescription) if field.name not in ("n", "missing", "counts")
}


def described(mean: float | None) -> ItemDescription:
    return ItemDescription(**{**NOTHING, "n": 50, "missing": 0, "counts": {}, "mean": mean})  # type: ignore[arg-type]


def scale(tcr: float | None, item_mean: float | None = None) -> ScaleDescription:
    blank = {field.name: None for field in fields(ScaleDescription)}
    category = None if tcr is None else mean_category(tcr / 20, 1, 5)
    return ScaleDescription(
        **{
            **blank,
            "n": 50,
            "missing": 0,
            "items": 4,
            "tcr": tcr,
            "category": category,
            "item_mean": item_mean,
        }  # type: ignore[arg-type]
    )


@BOTH
def test_the_highest_and_lowest_statements_are_named_with_their_means(code: str) -> None:
    """Names of the shape CS1 belong to the study, so that their points are known."""
    material = retail_material(code)
    names = material.prepared.item_names
    for seed in range(STUDIES):
        draw = random.Random(seed)
        means = {
            name: draw.choice([3.0, 3.5, 3.501, draw.uniform(1, 5)]) for name in names[: draw.randint(2, 8)]
        }
        spoken = words.extremes({name: described(mean) for name, mean in means.items()}, material)
        assert spoken is not None
        text = spoken.plain()
        most, least = max(means.values()), min(means.values())
        if most == least:
            assert not any(name in text for name in means)
            continue
        first, second = text.split(";")
        for name, mean in means.items():
            assert (name in first) == (mean == most)
            assert (name in second) == (mean == least)
        high = printed_numbers(first.split("(")[1], material.language)[0]
        low = printed_numbers(second.split("(")[1], material.language)[0]
        assert high > low
        assert high == pytest.approx(most, abs=0.005)
        assert low == pytest.approx(least, abs=0.005)


@BOTH
def test_the_conclusion_names_the_scales_at_both_ends(code: str) -> None:
    material = retail_material(code)
    for seed in range(STUDIES):
        draw = random.Random(seed)
        reached = {f"Scale {letter}": draw.choice([60.0, 75.5, draw.uniform(20, 100)]) for letter in "ABCD"}
        result = DescriptivesResult({}, {name: scale(tcr) for name, tcr in reached.items()}, {})
        text = words.conclusion(result, material).plain()
        most, least = max(reached.values()), min(reached.values())
        for name, tcr in reached.items():
            assert (name in text) == (most != least and tcr in (most, least))
        numbers = printed_numbers(text, material.language)
        assert numbers[0] == pytest.approx(most, abs=0.05)
        assert numbers[-1] == pytest.approx(least, abs=0.05)


@BOTH
def test_scores_without_a_highest_value_are_given_and_drawn_but_not_judged(code: str) -> None:
    five = {"min": 10.0, "q1": 20.0, "median": 25.5, "q3": 30.0, "max": 50.0, "mean": 26.25, "sd": 5.0}
    scores = {name: replace(scale(None), items=0, **five) for name in ("A", "B")}
    items = retail_material(code).results["descriptives"].items  # type: ignore[attr-defined]
    result = DescriptivesResult(items, scores, {})
    view = descriptives.view(retail_material(code, {"descriptives": result}))
    card = next(card for card in view.exhibits if card.key == "scale_descriptions")
    assert printed_numbers(view.conclusion.plain(), language(code)) == [26.25, 26.25]
    assert len(card.tables[0].columns) == 9
    boxes = [mark for mark in card.figures[0].marks if isinstance(mark, Box)]
    assert [
        (box.whisker_low, box.quartile_1, box.median, box.quartile_3, box.whisker_high) for box in boxes
    ] == [(10.0, 20.0, 25.5, 30.0, 50.0)] * 2


@BOTH
def test_dimensions_that_share_the_first_place_are_named_together(code: str) -> None:
    found = {"Speed": scale(80, 4.0), "Comfort": scale(80, 4.0), "Price": scale(70, 3.5)}
    (spoken,) = words.highest_dimension(found, language(code))
    assert "Speed" in spoken.plain()
    assert "Comfort" in spoken.plain()
    assert "Price" not in spoken.plain()
    assert words.highest_dimension({}, language(code)) == ()


def test_shares_fill_the_row_with_the_middle_across_zero() -> None:
    for seed in range(STUDIES):
        draw = random.Random(seed)
        highest = draw.randint(3, 11)
        counts = {str(answer): draw.choice([0, draw.randint(0, 40)]) for answer in range(1, highest + 1)}
        middle = (1 + highest) / 2
        bars = answer_shares(counts, middle)
        if not sum(counts.values()):
            assert bars == []
            continue
        assert sum(bar.share for bar in bars) == pytest.approx(100)
        for bar in bars:
            assert bar.end - bar.start == pytest.approx(bar.share)
            centre = (bar.start + bar.end) / 2
            if bar.answer == middle:
                assert centre == pytest.approx(0, abs=1e-9)
            elif bar.share:
                assert (centre > 0) == (bar.answer > middle)


def test_statements_stand_in_the_order_of_their_means() -> None:
    material = retail_material("id")
    result = material.results["descriptives"]
    assert isinstance(result, DescriptivesResult)
    members = {name: item for name, item in result.items.items() if name.startswith("CS")}
    figure = likert_figure("x", members, material)
    headings = [mark for mark in figure.marks if isinstance(mark, Text) and mark.text.startswith("CS")]
    shown = [mark.text.split(" ")[0] for mark in sorted(headings, key=lambda mark: -mark.y)]
    means = [members[name].mean or 0 for name in shown]
    assert sorted(shown) == sorted(members)
    assert means == sorted(means, reverse=True)
    bars = [mark for mark in figure.marks if isinstance(mark, Bar) and mark.at == 0]
    assert sum(bar.end - bar.start for bar in bars) == pytest.approx(100)


def test_abbreviations_are_initials_and_numbers_have_none() -> None:
    assert abbreviations({1: "Sangat Tidak Setuju", 2: "netral"}) == {1: "STS", 2: "N"}
    assert abbreviations({1: "4 kali", 2: ""}) == {}
    assert abbreviations({1: "Strongly agree", 2: "Somewhat agree"}) == {}


@BOTH
def test_tables_are_the_result(code: str) -> None:
    material = retail_material(code)
    result = material.results["descriptives"]
    assert isinstance(result, DescriptivesResult)
    view = descriptives.view(material)
    cards = {card.key: card for card in view.exhibits}
    seen = {}
    for key, card in cards.items():
        if key.startswith("items_"):
            for row in card.tables[0].rows:
                assert isinstance(row.cells[0], Label)
                seen[row.cells[0].text] = row
    assert seen.keys() == result.items.keys()
    for name, item in result.items.items():
        figures = [cell.value for cell in seen[name].cells if isinstance(cell, Quantity)]
        assert figures[:3] == [item.n, item.mean, item.sd]
        assert sum(value or 0 for value in figures[3:-1]) == pytest.approx(100)
        assert figures[-1] == item.tcr
        assert seen[name].cells[-1] == words.class_word(item.category, material.language)
    scales = {row.cells[0].text: row for row in cards["scale_descriptions"].tables[0].rows}  # type: ignore[union-attr]
    assert scales.keys() == result.scales.keys()


def test_classes_cover_the_declared_range_in_equal_steps() -> None:
    view = descriptives.view(retail_material("id"))
    (card,) = [card for card in view.exhibits if card.key == "class_intervals"]
    bounds = [(row.cells[1].value, row.cells[2].value) for row in card.tables[0].rows]  # type: ignore[union-attr]
    assert bounds == [
        (pytest.approx(low), pytest.approx(low + 0.8)) for low in (1.0, 1.8, 2.6, 3.4, 4.2)
    ]  # fmt: skip
    assert len({row.cells[0] for row in card.tables[0].rows}) == 5


@BOTH
def test_without_items_the_reason_is_the_conclusion(code: str) -> None:
    view = descriptives.view(retail_material(code, {"descriptives": Unavailable("no_items")}))
    assert view.exhibits == ()
    assert view.conclusion.plain()


def test_a_changed_mean_changes_the_sentence() -> None:
    material = retail_material("en")
    first, second, *_ = material.prepared.item_names
    items = {first: described(4.0), second: described(3.0)}
    turned = {**items, first: replace(items[first], mean=2.0)}
    assert words.extremes(items, material) != words.extremes(turned, material)


@BOTH
def test_the_axis_of_the_answers_is_one_line_on_a_phone(code: str) -> None:
    exhibits = descriptives.view(retail_material(code)).exhibits
    charts = [chart for exhibit in exhibits for chart in exhibit.figures if chart.key.startswith("likert")]
    assert charts
    assert all(len(title_lines(chart.x)) == 1 for chart in charts)


@BOTH
def test_the_words_of_an_answer_row_stand_clear_of_its_bar(code: str) -> None:
    exhibits = descriptives.view(retail_material(code)).exhibits
    charts = [chart for exhibit in exhibits for chart in exhibit.figures if chart.key.startswith("likert")]
    for chart in charts:
        assert chart.y.low is not None
        assert chart.y.high is not None
        # The plot is what margins of 28 and 48 pixels leave of the height.
        pixels = (chart.height - 76) / (chart.y.high - chart.y.low)
        for heading in (mark for mark in chart.marks if isinstance(mark, Text) and mark.anchor == "start"):
            half = 0.6 * heading.size * (heading.text.count("\n") + 1)
            bars = [mark for mark in chart.marks if isinstance(mark, Bar) and mark.at == heading.y]
            assert bars
            assert all(heading.dy - half >= bar.thickness / 2 * pixels - 2 for bar in bars)


def test_an_answer_is_shown_in_its_most_frequent_spelling() -> None:
    material = retail_material("id")
    study = material.study
    header, entry = next((h, e) for h, e in study.codebook.columns.items() if e.role == "item")
    cells = ("SETUJU", "Setuju", " Setuju ", "TS", "Tidak Setuju", "Tidak Setuju")
    table = CellTable((header,), (cells,), tuple(range(2, 8)))
    answers = {"SETUJU": 4.0, "Setuju": 4.0, "TS": 2.0, "Tidak Setuju": 2.0}
    entries = {header: replace(entry, answers=answers, reverse=False)}
    codebook = replace(study.codebook, columns=entries)
    shown = replace(
        material,
        study=replace(study, table=table, codebook=codebook),
        prepared=replace(material.prepared, codebook=codebook),
    )
    assert answer_words(entry.name, shown) == {4.0: "Setuju", 2.0: "Tidak Setuju"}

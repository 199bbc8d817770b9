"""The instrument's tables are the results, its pictures stand in step, its sentences hold for any result."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from analysis.reporting import instrument
from analysis.reporting import instrument_sentences as words
from analysis.reporting.exhibit import Exhibit, Label, Quantity, Verdict
from analysis.reporting.figure import Points, Rule, Text
from analysis.reporting.language import language
from analysis.reporting.table_layout import body_height, in_step_height, row_centres
from analysis.statistics.reliability import ItemDeleted, ReliabilityResult, ScaleReliability
from analysis.statistics.unavailable import Unavailable
from analysis.statistics.validity import ItemValidity, ValidityResult
from tests.reporting.materials import printed_numbers, retail_material, retail_results

STUDIES = 300
BOTH = pytest.mark.parametrize("code", ["id", "en"])


def random_item(draw: random.Random, r_table: float) -> ItemValidity:
    """Correlations from clearly negative to clearly positive, some within rounding of critical r."""
    r = draw.choice([draw.uniform(-0.9, 0.99), r_table, r_table + draw.uniform(-6e-4, 6e-4)])
    corrected = draw.choice([None, r - draw.uniform(0, 0.3)])
    return ItemValidity(
        scale=draw.choice("AB"),
        n=100,
        df=98,
        r_table=r_table,
        r=r,
        p=0.01,
        r_corrected=corrected,
        ci_low=None,
        ci_high=None,
        valid=r > r_table,
        r_table_reference=r_table,
        valid_reference=r > r_table,
        valid_corrected=None if corrected is None else corrected > r_table,
    )


def random_items(draw: random.Random) -> dict[str, ItemValidity]:
    r_table = draw.choice([0.1966, 0.361, 0.1374])
    return {f"Q{i}": random_item(draw, r_table) for i in range(1, draw.randint(1, 12) + 1)}


def random_scale(draw: random.Random, cut: float, prefix: str = "Q") -> ScaleReliability:
    alpha = draw.choice([draw.uniform(-0.8, 0.99), cut, cut + draw.uniform(-6e-4, 6e-4)])
    deleted = {f"{prefix}{i}": ItemDeleted(alpha + draw.uniform(-0.2, 0.1), 8.0, 3.0, 0.4) for i in range(3)}
    looking = tuple(name for name in deleted if draw.random() < 0.2)
    return ScaleReliability(
        items=3,
        n=100,
        missing=0,
        alpha=alpha,
        ci_low=alpha - 0.1,
        ci_high=min(1.0, alpha + 0.1),
        alpha_standardized=alpha,
        omega_total=None,
        omega_ci_low=None,
        omega_ci_high=None,
        omega_unavailable=Unavailable("heywood_case"),
        spearman_brown=None,
        mean_inter_item_r=0.3,
        reliable=alpha > cut,
        scale_mean=12.0,
        scale_variance=4.0,
        reversed_looking=looking,
        constant_items=(),
        if_deleted=deleted,
    )


@BOTH
def test_each_item_is_on_the_side_its_numbers_say(code: str) -> None:
    """Printed figures obey the printed relation; every invalid item is named, with a negative r remarked."""
    for seed in range(STUDIES):
        items = random_items(random.Random(seed))
        tongue = language(code)
        spoken = [sentence.plain() for sentence in words.validity(items, tongue)]
        valid = {name: item for name, item in items.items() if item.valid}
        if valid:
            numbers = printed_numbers(spoken[0].replace("Q", " "), tongue)
            critical, computed = numbers[-1], numbers[-2 if len(valid) == 1 else 1]
            assert computed > critical
            assert len(valid) == 1 or numbers[0] == len(valid)
        rest = spoken[bool(valid) :]
        invalid = {name: item for name, item in items.items() if not item.valid}
        if len(invalid) > words.MOST_SENTENCES:
            assert len(rest) == 1
            assert all(f"{name} (" in rest[0] for name in invalid)
        else:
            assert len(rest) == len(invalid)
            for text, (name, item) in zip(rest, invalid.items(), strict=True):
                computed, critical = printed_numbers(text.replace(name, ""), tongue)[:2]
                assert name in text
                assert "≤" in text
                assert computed <= critical
                assert ("negati" in text) == (item.r < 0)


@BOTH
def test_each_scale_is_on_the_side_its_alpha_says(code: str) -> None:
    for seed in range(STUDIES):
        draw = random.Random(seed)
        cut = draw.choice([0.6, 0.7, 0.655])
        scales = {f"Scale {letter}": random_scale(draw, cut) for letter in "ABCD"[: draw.randint(1, 4)]}
        tongue = language(code)
        spoken = [sentence.plain() for sentence in words.reliability(scales, cut, tongue)]
        reliable = [name for name, scale in scales.items() if scale.reliable]
        for text in spoken:
            numbers = printed_numbers(text, tongue)
            if " > " in text:
                assert numbers[-2] > numbers[-1] == cut
                assert len(reliable) == 1
                assert reliable[0] in text
            elif " ≤ " in text:
                name = next(name for name in scales if name in text)
                assert not scales[name].reliable
                assert numbers[0] <= numbers[1] == cut
                assert ("negati" in text) == (scales[name].alpha < 0)
        for name, scale in scales.items():
            warned = [text for text in spoken if name in text and ("berlawanan" in text or "against" in text)]
            assert bool(warned) == bool(scale.reversed_looking)
            assert all(item in warned[0] for item in scale.reversed_looking)
        assert sum(" ≤ " in text for text in spoken) == len(scales) - len(reliable)


@BOTH
def test_the_conclusion_counts_what_holds(code: str) -> None:
    for seed in range(STUDIES):
        draw = random.Random(seed)
        items = random_items(draw)
        scales = {name: random_scale(draw, 0.6) for name in "AB"[: draw.randint(0, 2)]}
        tongue = language(code)
        text = words.conclusion(items, scales, tongue).plain()
        valid = sum(item.valid for item in items.values())
        numbers = printed_numbers(text.split(".")[0], tongue)
        if len(items) == 1:
            assert "Q1" in text
        elif valid in (len(items), 0):
            assert numbers == [len(items)]
        else:
            assert numbers == [valid, len(items)]
        assert ("reliab" in text) == bool(scales)
        reliable = sum(scale.reliable for scale in scales.values())
        if scales:
            second = text.split(". ", 1)[1]
            unmet = "yet" in second or "belum" in second.lower()
            assert unmet == (reliable == 0)


@pytest.mark.parametrize(
    ("code", "alpha", "expected"),
    [
        ("id", 0.8, "Butir Q1 valid. Kepuasan reliabel."),
        ("id", 0.5, "Butir Q1 valid. Kepuasan belum reliabel."),
        ("en", 0.8, "Item Q1 is valid. Kepuasan is reliable."),
    ],
)
def test_one_item_and_one_scale_are_named_not_counted(code: str, alpha: float, expected: str) -> None:
    draw = random.Random(1)
    item = replace(random_item(draw, 0.2), valid=True)
    scale = replace(random_scale(draw, 0.6), reliable=alpha > 0.6)
    assert words.conclusion({"Q1": item}, {"Kepuasan": scale}, language(code)).plain() == expected


@BOTH
def test_the_items_that_would_raise_alpha_are_named_and_no_others(code: str) -> None:
    for seed in range(STUDIES):
        draw = random.Random(seed)
        scales = {name: random_scale(draw, 0.6, name) for name in "AB"}
        text = words.if_deleted(scales, language(code)).plain()
        for scale in scales.values():
            for item, found in scale.if_deleted.items():
                assert found.alpha is not None
                printed = f"{item} ({language(code).number(found.alpha)})"
                raises = found.alpha > scale.alpha + words.WORTH_MENTIONING
                assert (printed in text) == raises


@BOTH
def test_a_changed_number_changes_its_sentence(code: str) -> None:
    item = replace(random_item(random.Random(1), 0.2), r=0.5, valid=True)
    fallen = replace(item, r=0.1, valid=False)
    assert words.validity({"Q1": item}, language(code)) != words.validity({"Q1": fallen}, language(code))
    assert "≤" in words.validity({"Q1": fallen}, language(code))[0].plain()


@BOTH
def test_an_item_that_fails_without_itself_is_named_before_the_exhibits(code: str) -> None:
    item = replace(random_item(random.Random(1), 0.2), r=0.5, valid=True, r_corrected=0.1)
    weak, strong = replace(item, valid_corrected=False), replace(item, valid_corrected=True)
    named = words.remark({"CS9": weak, "CS8": strong}, language(code))
    unnamed = words.remark({"CS8": strong}, language(code))
    assert named is not None
    assert unnamed is not None
    assert "CS9" in named.plain()
    assert "CS8" not in named.plain() + unnamed.plain()
    invalid = replace(weak, r=0.1, valid=False)
    assert words.remark({"CS9": invalid}, language(code)) is None


def exhibit(key: str, code: str = "id") -> Exhibit:
    view = instrument.view(retail_material(code))
    return next(found for found in view.exhibits if found.key == key)


def test_the_validity_table_is_the_result_row_by_row() -> None:
    result = retail_material("id").results["validity"]
    assert isinstance(result, ValidityResult)
    rows = {row.cells[0].text: row for row in exhibit("validity").tables[0].rows if not row.heading}  # type: ignore[union-attr]
    assert rows.keys() == result.items.keys()
    for name, item in result.items.items():
        assert isinstance(item, ItemValidity)
        values = [cell.value for cell in rows[name].cells if isinstance(cell, Quantity)]
        assert values == [
            item.r, item.r_table, item.df, item.p, item.r_corrected, item.ci_low, item.ci_high
        ]  # fmt: skip
        verdict = rows[name].cells[-1]
        assert isinstance(verdict, Verdict)
        assert (verdict.kind == "good") == item.valid


def test_scales_head_their_items_in_one_colour_on_table_and_picture() -> None:
    card = exhibit("validity")
    material = retail_material("id")
    headings = [row.cells[0] for row in card.tables[0].rows if row.heading]
    assert [heading.text for heading in headings if isinstance(heading, Label)] == list(
        material.prepared.scales
    )
    for heading in headings:
        assert isinstance(heading, Label)
        assert heading.colour == material.scale_colour(heading.text)
    dots = [mark for mark in card.figures[0].marks if isinstance(mark, Points)]
    assert {mark.colour for mark in dots} == set(material.scale_colours.values())


def test_dots_stand_in_step_with_the_rows_at_the_correlations() -> None:
    card = exhibit("validity")
    table, figure = card.tables[0], card.figures[0]
    result = retail_material("id").results["validity"]
    assert isinstance(result, ValidityResult)
    centres = [
        centre
        for row, centre in zip(table.rows, row_centres(table), strict=True)
        if not row.heading
    ]  # fmt: skip
    full = [mark for mark in figure.marks if isinstance(mark, Points) and mark.filled]
    open_dots = [mark for mark in figure.marks if isinstance(mark, Points) and not mark.filled]
    items = [item for item in result.items.values() if isinstance(item, ItemValidity)]
    assert [(dot.x, dot.y) for dot in full] == [
        ((item.r,), (centre,)) for item, centre in zip(items, centres, strict=True)
    ]
    assert [dot.x for dot in open_dots] == [(item.r_corrected,) for item in items]
    assert (figure.y.low, figure.y.high) == (body_height(table), 0)
    assert figure.height == in_step_height(table)
    rules = [mark.at for mark in figure.marks if isinstance(mark, Rule)]
    assert rules == [max(item.r_table for item in items)]


@BOTH
def test_the_alpha_picture_says_each_interval(code: str) -> None:
    card = exhibit("reliability", code)
    result = retail_material(code).results["reliability"]
    assert isinstance(result, ReliabilityResult)
    tongue = language(code)
    texts = {mark.text for mark in card.figures[0].marks if isinstance(mark, Text)}
    for scale in result.scales.values():
        assert isinstance(scale, ScaleReliability)
        assert f"{tongue.number(scale.ci_low)} – {tongue.number(scale.ci_high)}" in texts


def test_the_convention_of_df_n_and_its_verdict_stand_beside_the_reference() -> None:
    two = exhibit("validity", "en").two_values
    assert two is not None
    n = retail_material("en").prepared.respondents
    result = retail_material("en").results["validity"]
    assert isinstance(result, ValidityResult)
    least = min(item.n for item in result.items.values() if isinstance(item, ItemValidity))
    assert two.convention.remark.endswith(str(least))
    assert two.reference.remark.endswith(str(least - 2))
    assert least <= n


@BOTH
def test_an_instrument_without_items_says_why_and_shows_nothing(code: str) -> None:
    none = Unavailable("no_items")
    view = instrument.view(retail_material(code, {"validity": none, "reliability": none}))
    assert view.exhibits == ()
    assert view.verdict is not None
    assert view.verdict.kind == "neutral"


@BOTH
def test_items_without_figures_give_their_reason_in_place_of_the_table(code: str) -> None:
    lonely = ValidityResult(0.05, None, None, {"Q1": Unavailable("one_item")})
    alone = ReliabilityResult({"A": Unavailable("one_item")})
    view = instrument.view(retail_material(code, {"validity": lonely, "reliability": alone}))
    cards = {card.key: card for card in view.exhibits}
    assert cards["validity"].unavailable is not None
    assert cards["reliability"].unavailable is not None
    assert view.key_figures == ()


@pytest.mark.parametrize(("code", "words"), [("id", "1 butir lain"), ("en", "One more item")])
def test_an_item_that_could_not_be_tested_is_named_in_the_conclusion(code: str, words: str) -> None:
    validity = retail_results()["validity"]
    assert isinstance(validity, ValidityResult)
    first = next(iter(validity.items))
    items = {**validity.items, first: Unavailable("zero_variance")}
    view = instrument.view(retail_material(code, {"validity": replace(validity, items=items)}))
    assert words in view.conclusion.plain()
    assert view.verdict is not None
    assert view.verdict.kind == "attention"

"""The correlations' table is the result, the picture has every pair, the sentences hold for any study."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.reporting.correlation_exhibit import correlation_exhibits, correlation_sentences
from analysis.reporting.exhibit import Quantity
from analysis.reporting.figure import Tile
from analysis.reporting.language import language
from analysis.statistics.correlations import CorrelationsResult, PairCorrelation
from analysis.statistics.unavailable import Unavailable
from tests.reporting.materials import printed_numbers, retail_material
from tests.reporting.random_studies import random_study
from tests.reporting.sentence_reading import says

INDONESIAN = language("id")


def pairs_of(result: object) -> dict[str, PairCorrelation]:
    assert isinstance(result, CorrelationsResult)
    return {name: pair for name, pair in result.pairs.items() if isinstance(pair, PairCorrelation)}


def test_table_and_picture_hold_every_pair() -> None:
    material = retail_material("id")
    found = pairs_of(material.results["correlations"])
    (card,) = correlation_exhibits(material)
    for row, pair in zip(card.tables[0].rows, found.values(), strict=True):
        values = [cell.value for cell in row.cells if isinstance(cell, Quantity)]
        assert values == [
            pair.n,
            *(pair.pearson.r, pair.pearson.ci_low, pair.pearson.ci_high, pair.pearson.p),
            *(pair.spearman.rho, pair.spearman.ci_low, pair.spearman.ci_high, pair.spearman.p),
            *(pair.kendall.tau_b, pair.kendall.p),
        ]
    tiles = {mark.hover.split(": r")[0]: mark for mark in card.figures[0].marks if isinstance(mark, Tile)}
    assert tiles.keys() == {name.replace(" ~ ", " dengan ") for name in found}
    for name in found:
        tile = tiles[name.replace(" ~ ", " dengan ")]
        assert printed_numbers(tile.label, INDONESIAN) == [round(found[name].pearson.r, 3)]
        assert (tile.colour == "blue") == (found[name].pearson.r >= 0)


@pytest.mark.parametrize("seed", range(100))
def test_sentences_are_true_and_a_changed_number_is_noticed(seed: int) -> None:
    study = random_study(seed)
    alpha = study.codebook.settings.alpha
    found = pairs_of(chapter_results(study)["correlations"])
    first, *rest = (part.plain() for part in correlation_sentences(found, alpha, INDONESIAN))
    name = max(found, key=lambda key: abs(found[key].pearson.r))
    strongest = found[name]
    assert name.replace(" ~ ", " dengan ") in first
    assert ("positif" in first) == (strongest.pearson.r > 0)
    assert says(strongest.pearson.r, first)
    assert says(strongest.n, first, 0)
    assert len(rest) == (len(found) > 1)
    for text in rest:
        assert printed_numbers(text, INDONESIAN)[:2] == [
            sum(pair.pearson.p < alpha for pair in found.values()),
            len(found),
        ]
    turned = replace(strongest, pearson=replace(strongest.pearson, r=-strongest.pearson.r))
    changed = correlation_sentences({**found, name: turned}, alpha, INDONESIAN)
    assert ("positif" in changed[0].plain()) != ("positif" in first)


def test_a_pair_without_figures_gives_its_reason_and_no_pair_gives_no_card() -> None:
    found = pairs_of(retail_material("en").results["correlations"])
    name = next(iter(found))
    partly = CorrelationsResult({**found, name: Unavailable("zero_variance")})
    (card,) = correlation_exhibits(retail_material("en", {"correlations": partly}))
    assert any(note.plain().startswith(f"{name}: ") for note in card.notes)
    assert len(card.tables[0].rows) == len(found) - 1
    none = CorrelationsResult({name: Unavailable("zero_variance")})
    assert correlation_exhibits(retail_material("en", {"correlations": none})) == []
    assert correlation_exhibits(retail_material("en", {"correlations": Unavailable("one_scale")})) == []

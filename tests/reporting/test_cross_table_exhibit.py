"""A characteristic crossed with the group: the group's levels side by side, shares that add up."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.reporting.association_exhibits import association_exhibits
from analysis.reporting.exhibit import Quantity
from analysis.reporting.figure import Bar
from analysis.statistics.categorical import Association, AssociationsResult
from tests.reporting.materials import retail_material

BOTH = pytest.mark.parametrize("code", ["id", "en"])


def group_pairs() -> dict[str, Association]:
    material = retail_material("en")
    result = material.results["associations"]
    assert isinstance(result, AssociationsResult)
    group = material.study.codebook.model.group
    return {
        name: pair
        for name, pair in result.pairs.items()
        if isinstance(pair, Association) and group in name.split(" ~ ")
    }


@BOTH
def test_each_card_has_the_counts_with_the_group_in_columns(code: str) -> None:
    material = retail_material(code)
    group = material.study.codebook.model.group
    cards = association_exhibits(material)[1:]
    for card, (name, pair) in zip(cards, group_pairs().items(), strict=True):
        counts = np.array(pair.counts) if name.endswith(f" ~ {group}") else np.array(pair.counts).T
        table = card.tables[0]
        cells = [[cell.value for cell in row.cells[1:] if isinstance(cell, Quantity)] for row in table.rows]
        assert np.array_equal(np.array(cells)[:, ::2], counts)
        assert np.array(cells)[:, 1::2].sum(axis=1) == pytest.approx(100)
        assert card.n == counts.sum()
        notes = " ".join(note.plain() for note in card.notes)
        assert {"id": "responden pada baris", "en": "respondents in the row"}[code] in notes


@BOTH
def test_the_bars_of_a_row_are_its_shares_and_fill_it(code: str) -> None:
    for card in association_exhibits(retail_material(code))[1:]:
        rows = card.tables[0].rows
        for place, row in enumerate(reversed(rows)):
            bars = [mark for mark in card.figures[0].marks if isinstance(mark, Bar) and mark.at == place]
            shares = [cell.value for cell in row.cells[2::2] if isinstance(cell, Quantity)]
            assert [bar.end - bar.start for bar in bars] == pytest.approx(shares)
            assert bars[-1].end == pytest.approx(100)

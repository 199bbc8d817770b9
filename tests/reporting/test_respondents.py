"""Who entered, was left out and is analysed; majority only above half; shares with their intervals."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from analysis.reporting import respondents
from analysis.reporting.exhibit import Exhibit, Quantity
from analysis.reporting.figure import Bar, Interval
from analysis.reporting.language import language
from analysis.reporting.material import Material
from analysis.reporting.missing_exhibit import missing_exhibits
from analysis.reporting.quality_exhibit import MOST_LISTED, quality_exhibit
from analysis.statistics.missing_answers import MissingAnswers, missing_answers
from analysis.statistics.quality import FlaggedRow, QualityResult
from analysis.statistics.respondents import ColumnCounts, RespondentsResult, category_counts
from analysis.statistics.unavailable import Unavailable
from analysis.study.preparation import Exclusion
from tests.reporting.materials import printed_numbers, retail_material

STUDIES = 300
NOTHING_MISSING = MissingAnswers({"Q1": 0}, 110, (), 0)
BOTH = pytest.mark.parametrize("code", ["id", "en"])
MAJORITY = {"id": "mayoritas", "en": "majority"}
ORDER = ("east", "west", "north", "south")


def random_counts(draw: random.Random) -> ColumnCounts:
    """Answers of at least one person to a question with two to four categories, some missing."""
    order = ORDER[: draw.randint(2, 4)]
    answers = [draw.choice(order)] + [draw.choice((*order, None)) for _ in range(draw.randint(0, 30))]
    return category_counts(answers, order)


def screened(code: str, *excluded: Exclusion) -> Material:
    """The retail study as if more respondents had entered than are analysed."""
    material = retail_material(code)
    left_out = sum(part.n for part in excluded)
    prepared = replace(
        material.prepared, rows_read=material.prepared.respondents + left_out, excluded=excluded
    )
    return replace(material, prepared=prepared)


@BOTH
def test_majority_is_said_only_above_half_and_ties_are_named_together(code: str) -> None:
    tongue = language(code)
    for seed in range(STUDIES):
        counts = random_counts(random.Random(seed))
        text = respondents.category_sentence("Region", counts, retail_material(code)).plain()
        most = max(category.n for category in counts.categories)
        largest = [category for category in counts.categories if category.n == most]
        assert (MAJORITY[code] in text) == (len(largest) == 1 and most > counts.n / 2)
        for category in counts.categories:
            assert (category.category in text) == (category.n == most)
        numbers = printed_numbers(text, tongue)
        assert numbers == [most, round(largest[0].valid_percent, 1)]


@BOTH
def test_the_frequency_table_adds_up_to_everybody(code: str) -> None:
    for seed in range(60):
        counts = random_counts(random.Random(seed))
        result = RespondentsResult({"Region": counts})
        view = respondents.view(retail_material(code, {"respondents": result}))
        (card,) = [found for found in view.exhibits if found.key == "demographic_1"]
        *body, total = card.tables[0].rows
        assert total.total
        figures = [row.cells[1] for row in body]
        assert sum(cell.value or 0 for cell in figures if isinstance(cell, Quantity)) == total.cells[1].value  # type: ignore[union-attr]
        assert len(body) == len(counts.categories) + bool(counts.missing)
        said = any(str(counts.missing) in note.plain() for note in card.notes)
        assert said or not counts.missing
        assert card.n == counts.n


def test_bars_and_intervals_are_the_shares() -> None:
    counts = category_counts(("a",) * 30 + ("b",) * 10, ("a", "b"))
    view = respondents.view(retail_material("id", {"respondents": RespondentsResult({"Region": counts})}))
    (figure,) = next(card for card in view.exhibits if card.key == "demographic_1").figures
    bars = [mark for mark in figure.marks if isinstance(mark, Bar)]
    intervals = [mark for mark in figure.marks if isinstance(mark, Interval)]
    assert [bar.end for bar in bars] == [75.0, 25.0]
    assert [(mark.low, mark.high) for mark in intervals] == [(c.ci_low, c.ci_high) for c in counts.categories]


@BOTH
def test_a_question_that_nobody_answered_has_a_table_and_no_sentence(code: str) -> None:
    silent = RespondentsResult({"Region": category_counts((None, None), ORDER)})
    view = respondents.view(retail_material(code, {"respondents": silent}))
    (card,) = [found for found in view.exhibits if found.key == "demographic_1"]
    assert card.sentences == ()
    assert card.figures == ()
    assert view.remark is None


def flow(material: Material) -> Exhibit:
    return next(card for card in respondents.view(material).exhibits if card.key == "respondent_flow")


@BOTH
def test_the_flow_gives_every_reason_and_ends_at_those_analysed(code: str) -> None:
    excluded = (Exclusion("owns no phone", 3), Exclusion("younger than 15", 2))
    material = screened(code, *excluded)
    card = flow(material)
    names = [row.cells[0] for row in card.tables[0].rows]
    counts = [row.cells[1].value for row in card.tables[0].rows]  # type: ignore[union-attr]
    n = material.prepared.respondents
    assert names[1:-1] == [part.reason for part in excluded]
    assert counts == [n + 5, -3, -2, n]
    bars = [(mark.start, mark.end) for mark in card.figures[0].marks if isinstance(mark, Bar)]
    assert bars == [(0, n + 5), (n + 2, n + 5), (n, n + 2), (0, n)]
    assert printed_numbers(card.sentences[0].plain(), material.language) == [n + 5, 5, n]


@BOTH
def test_nobody_screened_out_is_said_as_everybody(code: str) -> None:
    material = screened(code)
    view = respondents.view(material)
    assert printed_numbers(view.conclusion.plain(), material.language) == [material.prepared.respondents]
    assert view.verdict is not None
    assert view.verdict.kind == "good"


@BOTH
@pytest.mark.parametrize("flagged", [0, 1, MOST_LISTED, MOST_LISTED + 7])
def test_careless_answers_are_counted_and_a_cut_list_says_so(flagged: int, code: str) -> None:
    rows = tuple(FlaggedRow(row, ("straight_line",)) for row in range(2, 2 + flagged))
    quality = QualityResult(110, flagged, 0, 0, 0, 0.0, NOTHING_MISSING, rows)
    material = retail_material(code, {"quality": quality})
    card = quality_exhibit(material)
    assert printed_numbers(card.sentences[0].plain(), material.language) == (
        [flagged, 110] if flagged else []
    )
    listed = len(card.tables[1].rows) if flagged else 0
    assert listed == min(flagged, MOST_LISTED)
    assert (len(card.notes) == 2) == (flagged > MOST_LISTED)


@BOTH
def test_without_characteristics_the_reason_stands_in_their_place(code: str) -> None:
    material = retail_material(code, {"respondents": Unavailable("no_group_of_three")})
    cards = {card.key: card for card in respondents.view(material).exhibits}
    assert cards["demographics"].unavailable is not None
    assert cards["respondent_flow"].unavailable is None


@BOTH
def test_patterns_of_missing_answers_add_up_to_the_respondents(code: str) -> None:
    for seed in range(60):
        random_state = np.random.default_rng(seed)
        answers = np.where(random_state.random((30, 4)) < 0.15, np.nan, 3.0)
        answers[0, 0] = np.nan
        names = ("Q1", "Q2", "Q3", "Q4")
        missing = missing_answers(answers, names)
        quality = QualityResult(30, 0, 0, 0, 0, float(np.isnan(answers).mean()), missing, ())
        material = retail_material(code, {"quality": quality})
        (card,) = missing_exhibits(material)
        numbers = printed_numbers(card.sentences[0].plain(), material.language)
        assert numbers[:2] == [missing.complete, 30]
        assert numbers[2] == pytest.approx(100 * quality.missing_share, abs=0.005)
        listed = [row.cells[1].value for row in card.tables[0].rows]  # type: ignore[union-attr]
        assert listed[0] == missing.complete
        assert sum(listed) == 30 or len(card.notes) == 2
        bars = [mark.end for mark in card.figures[0].marks if isinstance(mark, Bar)]
        assert bars == sorted((n for n in missing.by_item.values() if n), reverse=True)
        ticks = card.figures[0].x.ticks
        assert [tick.value for tick in ticks or ()] == (list(range(bars[0] + 1)) if bars[0] <= 8 else [])


def test_complete_answers_need_no_card() -> None:
    quality = QualityResult(110, 0, 0, 0, 0, 0.0, NOTHING_MISSING, ())
    assert missing_exhibits(retail_material("id", {"quality": quality})) == []

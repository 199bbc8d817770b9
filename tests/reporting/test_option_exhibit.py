"""The card of a question with several answers: table, bars and a sentence that holds for any counts."""

from __future__ import annotations

import random

import numpy as np
import pytest

from analysis.reporting import respondents
from analysis.reporting.exhibit import Quantity
from analysis.reporting.figure import Bar
from analysis.reporting.language import language
from analysis.reporting.option_exhibit import option_sentence
from analysis.statistics.respondents import OptionCounts, RespondentsResult, option_counts
from analysis.study.multiple_answers import MultipleAnswers
from tests.reporting.materials import printed_numbers, retail_material

BOTH = pytest.mark.parametrize("code", ["id", "en"])
NAMES = ("alpha", "beta", "gamma", "delta")


def random_counts(seed: int) -> OptionCounts:
    draw = random.Random(seed)
    options = NAMES[: draw.randint(1, 4)]
    rows = [[draw.random() < 0.5 for _ in options] for _ in range(draw.randint(1, 25))]
    chosen = np.array([[True] * len(options), *rows])
    return option_counts(MultipleAnswers(options, chosen, chosen.any(axis=1)))


@BOTH
def test_the_most_chosen_options_are_named_with_their_numbers(code: str) -> None:
    tongue = language(code)
    for seed in range(300):
        counts = random_counts(seed)
        text = option_sentence("Media", counts, tongue).plain()
        most = max(option.n for option in counts.categories)
        for option in counts.categories:
            assert (option.category in text) == (option.n == most)
        assert printed_numbers(text, tongue) == pytest.approx(
            [most, counts.n, 100 * most / counts.n, counts.answers / counts.n], abs=0.0501
        )


@BOTH
def test_the_card_shows_the_counts_and_says_that_shares_exceed_100(code: str) -> None:
    counts = random_counts(7)
    view = respondents.view(retail_material(code, {"respondents": RespondentsResult({"Media": counts})}))
    (card,) = [found for found in view.exhibits if found.key == "demographic_1"]
    *body, total = card.tables[0].rows
    values = [[cell.value for cell in row.cells if isinstance(cell, Quantity)] for row in body]
    assert values == [
        [o.n, o.valid_percent, o.ci_low, o.ci_high, o.answers_percent] for o in counts.categories
    ]
    assert isinstance(total.cells[1], Quantity)
    assert total.cells[1].value == counts.answers
    bars = [mark.end for mark in card.figures[0].marks if isinstance(mark, Bar)]
    assert bars == [option.valid_percent for option in counts.categories]
    assert any("100%" in note.plain() for note in card.notes)
    assert view.remark is None


@BOTH
def test_a_question_that_nobody_answered_has_no_picture(code: str) -> None:
    nothing = option_counts(MultipleAnswers((), np.zeros((3, 0), dtype=bool), np.zeros(3, dtype=bool)))
    view = respondents.view(retail_material(code, {"respondents": RespondentsResult({"Media": nothing})}))
    (card,) = [found for found in view.exhibits if found.key == "demographic_1"]
    assert card.figures == card.sentences == ()
    assert card.n == 0

"""The panel of critical values: curve, critical value and a decision that follows from the numbers."""

from __future__ import annotations

import pytest

from analysis.reporting.critical_values import SYMBOLS, Question, Statistic, exhibit
from analysis.reporting.figure import Points
from analysis.reporting.language import language
from analysis.statistics.distributions import chi2_critical, f_critical, r_critical, t_critical
from analysis.statistics.durbin_watson_distribution import durbin_watson_bounds
from tests.reporting.sentence_reading import says

INDONESIAN = language("id")
CRITICAL = {
    "r": r_critical(0.05, 40),
    "t": t_critical(0.05, 40),
    "F": f_critical(0.05, 3, 40),
    "chi_square": chi2_critical(0.05, 40),
}


@pytest.mark.parametrize("statistic", CRITICAL)
def test_the_decision_follows_from_the_observed_value(statistic: Statistic) -> None:
    critical = CRITICAL[statistic]
    for factor, exceeds in ((0.9, False), (1.05, True)):
        card = exhibit(Question(statistic, 0.05, 40, 3, critical * factor), INDONESIAN)
        text = card.sentences[0].plain()
        assert says(critical, text, 4)
        assert ("tidak melampaui" in text) != exceeds
        assert any(isinstance(mark, Points) for mark in card.figures[0].marks)


def test_durbin_watson_decides_below_and_above_its_bounds_and_leaves_open_between() -> None:
    bounds = durbin_watson_bounds(40, 3)
    middle = (bounds.d_lower + bounds.d_upper) / 2
    words = {bounds.d_lower - 0.1: "ada indikasi", middle: "belum dapat", bounds.d_upper + 0.1: "tidak ada"}
    for d, phrase in words.items():
        card = exhibit(Question("durbin_watson", 0.05, 40, 3, d), INDONESIAN)
        text = card.sentences[0].plain()
        assert says(bounds.d_lower, text, 4)
        assert says(bounds.d_upper, text, 4)
        assert phrase in text
        assert ("tidak ada indikasi" in text) == (d > bounds.d_upper)


@pytest.mark.parametrize("statistic", SYMBOLS)
def test_without_an_observed_value_nothing_is_decided(statistic: Statistic) -> None:
    card = exhibit(Question(statistic, 0.05, 40, 3), INDONESIAN)
    assert "Nilai hitung" not in card.sentences[0].plain()
    assert not any(isinstance(mark, Points) for mark in card.figures[0].marks)

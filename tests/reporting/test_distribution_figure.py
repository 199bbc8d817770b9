"""The picture of a test: the words of the critical value stand where no observed value runs through them."""

from __future__ import annotations

import pytest

from analysis.reporting.distribution_figure import Observed, distribution_figure
from analysis.reporting.figure import Text
from analysis.statistics.critical_values import f_curve, t_curve


def critical_words(curve, *values: float) -> Text:
    observed = tuple(Observed(value, "x", "Sig. = 0.5") for value in values)
    drawn = distribution_figure("t", "T", "t", "t if zero", "critical t 1.98", curve, observed)
    return next(mark for mark in drawn.marks if isinstance(mark, Text) and mark.text.startswith("critical"))


@pytest.mark.parametrize(
    ("values", "side"),
    [((), 1), ((0.5,), 1), ((2.4,), -1), ((-2.4,), 1), ((-2.4, 2.4), 1), ((2.4, -7.0), -1)],
)
def test_the_words_move_to_the_free_side(values: tuple[float, ...], side: int) -> None:
    curve = t_curve(0.05, 100)
    words = critical_words(curve, *values)
    assert words.x == curve.critical[0 if side < 0 else -1]
    assert words.anchor == ("end" if side < 0 else "start")


def test_a_curve_with_one_critical_value_has_one_side() -> None:
    curve = f_curve(0.05, 3, 100)
    assert critical_words(curve, 2.9).x == curve.critical[0]

"""The axis of scale scores: whole numbers where the scores span many of them."""

from __future__ import annotations

from math import ceil, floor

from analysis.reporting.figure import Axis, Tick
from analysis.reporting.language import Language

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
MOST_TICKS = 9
"""Numbers that stand beside one another on a phone."""
LEAST_SPAN = 4.0
"""Scores that span less have decimals; the renderer then chooses round values."""


def score_axis(title: str, low: float, high: float, language: Language) -> Axis:
    """From `low` to `high` with whole ticks; sums of answers are whole."""
    step = next((step for step in STEPS if (high - low) / step <= MOST_TICKS), None)
    if high - low < LEAST_SPAN or step is None:
        return Axis(title, low, high)
    values = [step * i for i in range(ceil(low / step), floor(high / step) + 1)]
    return Axis(title, low, high, tuple(Tick(value, language.integer(value)) for value in values))

"""The range and tick labels of an axis, the same on screen and on paper."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.reporting.figure import (
    Area,
    Axis,
    Bar,
    Box,
    Figure,
    Interval,
    Line,
    Mark,
    Points,
    Rule,
    Text,
    Tick,
    Tile,
)
from analysis.reporting.language import Language
from analysis.reporting.renderers.line_breaks import kept_together

PADDING = 0.04
WANTED_STEPS = 7
_ROUND_STEPS = (1, 2, 2.5, 5, 10)

PHONE_TITLE = 50
"""Characters of an axis title that fit under the plot of a phone."""
TITLE_LINE = 17
"""Pixels that a further line of an axis title takes."""

Which = Literal["x", "y"]


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` > `high` where the axis is turned round. `decimals` serves hover texts too."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    decimals: int


def scale(figure: Figure, which: Which, language: Language) -> Scale:
    """The axis as given, completed from the marks where the figure leaves the choice."""
    axis: Axis = getattr(figure, which)
    low, high = _range(figure, axis, which)
    step = _round_step(abs(high - low))
    if axis.decimals is not None:
        step = _written_step(step, axis.decimals)
    decimals = axis.decimals if axis.decimals is not None else _decimals(step)
    if axis.ticks is not None:
        return Scale(low, high, axis.ticks, decimals)
    return Scale(low, high, _round_ticks(low, high, step, decimals, language), decimals)


def title_lines(axis: Axis) -> tuple[str, ...]:
    """The title of the x axis in lines that fit a phone; at least one."""
    if len(axis.title) <= PHONE_TITLE:
        return (axis.title,)
    return tuple(textwrap.wrap(kept_together(axis.title), PHONE_TITLE))


def further_title_height(axis: Axis) -> float:
    """Pixels that the lines after the first add below the plot."""
    return TITLE_LINE * (len(title_lines(axis)) - 1) if axis.visible else 0.0


def _range(figure: Figure, axis: Axis, which: Which) -> tuple[float, float]:
    extent = [value for mark in figure.marks for value in _extent(mark, which) if math.isfinite(value)]
    if not extent:
        extent = [0.0, 1.0]
    least, most = min(extent), max(extent)
    pad = (most - least) * PADDING or 0.5
    # A range that begins at zero keeps zero at the edge: bars and counts stand on the axis.
    low = axis.low if axis.low is not None else least - (pad if least != 0 else 0)
    high = axis.high if axis.high is not None else most + (pad if most != 0 else 0)
    return (low, high) if low != high else (low - 0.5, high + 0.5)


def _extent(mark: Mark, which: Which) -> Iterator[float]:
    """The data values that a mark covers along one axis."""
    flat = which == "x"
    match mark:
        case Points() | Line():
            yield from mark.x if flat else mark.y
        case Bar():
            along = (mark.direction == "horizontal") == flat
            yield from (mark.start, mark.end) if along else _around(mark.at, mark.thickness)
        case Interval():
            along = (mark.direction == "horizontal") == flat
            yield from (mark.low, mark.high) if along else (mark.at,)
        case Area():
            yield from mark.x if flat else (*mark.low, *mark.high)
        case Box():
            whiskers = (mark.whisker_low, mark.whisker_high)
            yield from whiskers if flat else _around(mark.at, mark.thickness)
        case Tile():
            yield from (mark.x_low, mark.x_high) if flat else (mark.y_low, mark.y_high)
        case Rule():
            yield from (mark.at,) if (mark.direction == "vertical") == flat else ()
        case Text():
            yield mark.x if flat else mark.y


def _around(at: float, thickness: float) -> tuple[float, float]:
    return at - thickness / 2, at + thickness / 2


def _round_step(span: float) -> float:
    """The step of 1, 2, 2.5 or 5 times a power of ten that gives about seven intervals, at most eight."""
    rough = span / WANTED_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in _ROUND_STEPS if factor * power >= rough * 0.9)


def _written_step(step: float, decimals: int) -> float:
    """The step, or the next round one that so many decimals write exactly: no 2.5 on an axis of whole numbers."""
    exact = step if _decimals(step) <= decimals else 2 * step
    return max(exact, 10.0**-decimals)


def _decimals(step: float) -> int:
    """The fewest decimals that write multiples of the step exactly."""
    return next((d for d in range(12) if math.isclose(round(step, d), step, rel_tol=1e-6)), 12)


def _round_ticks(low: float, high: float, step: float, decimals: int, language: Language) -> tuple[Tick, ...]:
    least, most = min(low, high), max(low, high)
    slack = step * 1e-6
    first, last = math.ceil((least - slack) / step), math.floor((most + slack) / step)
    values = (index * step for index in range(first, last + 1))
    return tuple(Tick(value, language.number(value, decimals)) for value in values)

"""A test statistic's distribution under the null hypothesis, with its rejection region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.reporting.figure import Anchor, Area, Axis, Figure, Line, Mark, Points, Text
from analysis.statistics.critical_values import DensityCurve

CRITICAL_HEIGHT = 0.46
"""Height of the critical lines as a share of the peak; labels of observed values stand above."""
ABOVE, MOST_ABOVE = 0.52, 4
"""Room above the peak for the words of each further observed value, and how many may have it."""
CRITICAL_WORDS = 0.24
"""Share of a phone's plot that the words of the critical value take."""
FAR = 6.0
"""An observed value beyond this many critical values is drawn at the edge, or the curve would vanish."""
PLOT_HEIGHT, STEM_ROOM = 230, 52
"""Pixels of height, and for each observed value so that the two lines of its words clear the next."""
TALLEST = 480


@dataclass(frozen=True, slots=True)
class Observed:
    """The observed statistic with the words printed beside it."""

    value: float
    label: str
    p_label: str


def distribution_figure(
    key: str,
    title: str,
    axis_title: str,
    curve_label: str,
    critical_label: str,
    curve: DensityCurve,
    observed: tuple[Observed, ...] = (),
) -> Figure:
    """Curve, shaded rejection regions, a line at each critical value, observed values as diamonds."""
    low, high = _range(curve, observed)
    peak, above = float(np.max(curve.density)), min(len(observed), MOST_ABOVE) - 1
    top = peak * (1.18 + ABOVE * max(above, 0))
    marks: list[Mark] = [_area(curve), *_regions(curve), _outline(curve)]
    marks += [
        Line((value, value), (0.0, peak * CRITICAL_HEIGHT), "critical", 1.8) for value in curve.critical
    ]
    marks.append(_critical_words(curve, critical_label, observed, peak, (high - low) * CRITICAL_WORDS))
    marks.append(_curve_words(curve, curve_label, low, high, top))
    marks += _stems(observed, low, high, peak, top)
    description = _description(title, critical_label, observed)
    return Figure(
        key=key,
        title=title,
        x=Axis(axis_title, low, high),
        y=Axis(low=0, high=top, visible=False),
        marks=tuple(marks),
        description=description,
        height=min(max(300, PLOT_HEIGHT + STEM_ROOM * len(observed)), TALLEST),
    )


def _critical_words(
    curve: DensityCurve, label: str, observed: tuple[Observed, ...], peak: float, width: float
) -> Text:
    """Outside the upper critical line; outside the lower one where stems leave only there the `width` it needs."""
    lower, upper = curve.critical[0], curve.critical[-1]
    free_above = min((value.value - upper for value in observed if value.value >= upper), default=width)
    free_below = min((lower - value.value for value in observed if value.value <= lower), default=width)
    # The figure stands under its name: side by side they would leave a phone's plot.
    words = "\n".join(label.rsplit(" ", 1))
    height = peak * CRITICAL_HEIGHT
    if len(curve.critical) > 1 and free_above < width <= free_below:
        return Text(lower, height, words, "end", "critical", strong=True, dx=-6, dy=-8)
    return Text(upper, height, words, colour="critical", strong=True, dx=6, dy=-8)


def _range(curve: DensityCurve, observed: tuple[Observed, ...]) -> tuple[float, float]:
    low, high = float(curve.x[0]), float(curve.x[-1])
    edge = max(abs(value) for value in curve.critical) * FAR
    reached = [low, high, *(float(np.clip(value.value, -edge, edge)) for value in observed)]
    room = 0.08 * (max(reached) - min(reached))
    return (
        min(reached) - room if min(reached) < low else low,
        max(reached) + room if max(reached) > high else high,
    )


def _curve_words(curve: DensityCurve, label: str, low: float, high: float, top: float) -> Text:
    """What the curve is: over its peak, or to the right of a peak at the left edge."""
    peak = float(curve.x[int(np.argmax(curve.density))])
    central = abs(peak - (low + high) / 2) < 0.2 * (high - low)
    return Text(
        peak, top * 0.95, label, "middle" if central else "start", colour="blue", dx=0 if central else 12
    )


def _area(curve: DensityCurve) -> Area:
    x = tuple(curve.x.tolist())
    return Area(x, (0.0,) * len(x), tuple(curve.density.tolist()), "blue", 0.1)


def _outline(curve: DensityCurve) -> Line:
    return Line(tuple(curve.x.tolist()), tuple(curve.density.tolist()), "blue")


def _regions(curve: DensityCurve) -> list[Area]:
    areas = []
    for region in curve.regions:
        inside = (curve.x >= region.low) & (curve.x <= region.high)
        if np.sum(inside) > 1:
            x = tuple(curve.x[inside].tolist())
            areas.append(Area(x, (0.0,) * len(x), tuple(curve.density[inside].tolist()), "critical", 0.35))
    return areas


def _stems(observed: tuple[Observed, ...], low: float, high: float, peak: float, top: float) -> list[Mark]:
    """The outermost stem is the tallest: words lean towards the middle and cross no other stem."""
    outermost = sorted(observed, key=lambda value: -abs(value.value - (low + high) / 2))
    tallest, lowest = 0.89 * top, 1.28 * peak if len(observed) <= MOST_ABOVE else 0.5 * top
    marks: list[Mark] = []
    for place, value in enumerate(outermost):
        height = tallest - (tallest - lowest) * place / max(1, len(outermost) - 1)
        marks += _observed_marks(value, low, high, height)
    return marks


def _observed_marks(observed: Observed, low: float, high: float, height: float) -> list[Mark]:
    """A stem of `height` with the value's words beside it, on the side that has room."""
    at = min(max(observed.value, low), high)
    label = observed.label
    if observed.value > high:
        label = f"{label} →"
    elif observed.value < low:
        label = f"← {label}"
    leans_left = at > (low + high) / 2
    anchor: Anchor = "end" if leans_left else "start"
    shift = -8 if leans_left else 8
    return [
        Line((at, at), (0.0, height), "ink", 2),
        Points((at,), (0.0,), "ink", "diamond", size=12, hover=(f"{observed.label}; {observed.p_label}",)),
        Text(at, height * 0.95, label, anchor, strong=True, dx=shift),
        Text(at, height * 0.95, observed.p_label, anchor, colour="grey", dx=shift, dy=-17),
    ]


def _description(title: str, critical_label: str, observed: tuple[Observed, ...]) -> str:
    parts = [title, critical_label]
    for value in observed:
        parts += [value.label, value.p_label]
    return ". ".join(parts) + "."

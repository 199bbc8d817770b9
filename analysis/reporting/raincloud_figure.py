"""Raincloud: for each group the shape of its scores, a box plot, and every respondent as a dot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.reporting.figure import Area, Axis, Box, Colour, Figure, Line, Mark, Points, Text
from analysis.reporting.language import Language
from analysis.reporting.point_cloud import drawn, places
from analysis.reporting.score_axis import score_axis

GROUP_COLOURS: tuple[Colour, ...] = ("blue", "vermilion", "green", "purple", "orange", "sky")
STEP = 1.5
CLOUD, BOX, RAIN_TOP, RAIN_LOW = 0.48, -0.13, -0.27, -0.5
GROUP_HEIGHT = 200


@dataclass(frozen=True, slots=True)
class Cloud:
    """One group: its level, scores (n,) without missing values, and the line printed under its name."""

    level: str
    scores: np.ndarray
    remark: str
    mean: float


@dataclass(frozen=True, slots=True)
class Ends:
    """Lowest and highest score shown on the axis."""

    low: float
    high: float


def raincloud(
    key: str, title: str, axis_title: str, clouds: tuple[Cloud, ...], difference: str, language: Language
) -> Figure:
    """`difference` is printed at the bracket between the means of two groups; "" for none."""
    ends = _ends(clouds)
    marks: list[Mark] = []
    for position, cloud in enumerate(clouds):
        base = (len(clouds) - 1 - position) * STEP
        marks += _cloud_marks(cloud, base, GROUP_COLOURS[position % len(GROUP_COLOURS)], ends, language)
    if difference and len(clouds) == 2:
        marks += _bracket(clouds[0].mean, clouds[1].mean, difference)
    description = "; ".join(f"{cloud.level}: {cloud.remark}" for cloud in clouds)
    return Figure(
        key=key,
        title=title,
        x=score_axis(axis_title, ends.low, ends.high, language),
        y=Axis(low=-0.6, high=(len(clouds) - 1) * STEP + 0.92, visible=False),
        marks=tuple(marks),
        description=f"{title}. {description}. {difference}".strip(),
        height=GROUP_HEIGHT * len(clouds) + 80,
    )


def _ends(clouds: tuple[Cloud, ...]) -> Ends:
    low = min(float(cloud.scores.min()) for cloud in clouds)
    high = max(float(cloud.scores.max()) for cloud in clouds)
    room = 0.06 * (high - low) or 0.5
    return Ends(low - room, high + room)


def _cloud_marks(cloud: Cloud, base: float, colour: Colour, ends: Ends, language: Language) -> list[Mark]:
    mean = language.number(cloud.mean, 2)
    box = _box(cloud.scores, base + BOX, colour)
    marks: list[Mark] = _shape(cloud.scores, base, colour, ends)
    return [
        *marks,
        box,
        _rain(cloud.scores, base, colour, language),
        Points((cloud.mean,), (base + BOX,), "ink", "diamond", size=10, hover=(f"{cloud.level}: {mean}",)),
        # On a phone the line from the mean above may pass behind the words.
        Text(ends.low, base + 0.8, cloud.level, colour=colour, strong=True, size=15, backed=True),
        Text(ends.low, base + 0.67, cloud.remark, colour="grey", backed=True),
    ]


def _shape(scores: np.ndarray, base: float, colour: Colour, ends: Ends) -> list[Mark]:
    """Gaussian kernel density, bandwidth after Silverman (1986), no wider than the axis."""
    deviation = float(np.std(scores, ddof=1)) if len(scores) > 1 else 0.0
    if deviation == 0:
        return []
    bandwidth = 0.9 * deviation * len(scores) ** -0.2
    x = np.linspace(
        max(ends.low, scores.min() - 2 * bandwidth), min(ends.high, scores.max() + 2 * bandwidth), 121
    )
    values, counts = np.unique(scores, return_counts=True)
    if len(values) > 2000:
        counts, edges = np.histogram(scores, bins=400)
        values = (edges[:-1] + edges[1:]) / 2
    density = np.exp(-0.5 * ((x[:, None] - values[None, :]) / bandwidth) ** 2) @ counts
    top = base + CLOUD * density / density.max()
    points = tuple(x.tolist())
    return [
        Area(points, (base,) * len(points), tuple(top.tolist()), colour, 0.22),
        Line(points, tuple(top.tolist()), colour, 1.6),
    ]


def _box(scores: np.ndarray, at: float, colour: Colour) -> Box:
    """Quartiles as SPSS prints them; whiskers reach the last score within 1.5 box lengths (Tukey, 1977)."""
    quartile_1, median, quartile_3 = np.quantile(scores, [0.25, 0.5, 0.75], method="weibull").tolist()
    reach = 1.5 * (quartile_3 - quartile_1)
    inside = scores[(scores >= quartile_1 - reach) & (scores <= quartile_3 + reach)]
    low = float(min(inside.min(), quartile_1)) if len(inside) else quartile_1
    high = float(max(inside.max(), quartile_3)) if len(inside) else quartile_3
    return Box(low, quartile_1, median, quartile_3, high, at, 0.14, colour)


def _rain(scores: np.ndarray, base: float, colour: Colour, language: Language) -> Points:
    shown = scores[drawn(len(scores))]
    steps = np.diff(np.unique(shown))
    jitter = 0.25 * float(np.min(steps)) if len(steps) else 0.1
    spots = places(shown, jitter, base + RAIN_LOW, base + RAIN_TOP)
    hover = tuple(language.number(value, 2) for value in shown.tolist())
    return Points(tuple(spots.x.tolist()), tuple(spots.y.tolist()), colour, size=6, opacity=0.6, hover=hover)


def _bracket(upper: float, lower: float, label: str) -> list[Mark]:
    """From both means to a line between the groups that carries the difference."""
    level = STEP + RAIN_LOW - 0.11
    return [
        Line((upper, upper), (STEP + BOX, level), "ink", 1.2, "dot"),
        Line((lower, lower), (BOX, level), "ink", 1.2, "dot"),
        Line((lower, upper), (level, level), "ink", 2),
        Text(max(lower, upper), level, label, strong=True, dx=8),
    ]

"""Box plots of scale scores, for scales whose highest possible score is not known."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.figure import Axis, Box, Figure, Mark, Points, Text
from analysis.reporting.material import Material
from analysis.statistics.descriptives import ScaleDescription

ROW = 62


def score_figure(scales: Mapping[str, ScaleDescription], material: Material) -> Figure | None:
    """Smallest to largest score, quartiles, median and mean (a diamond); None without any score."""
    language = material.language
    _ = language.gettext
    marks: list[Mark] = []
    lows, highs, words = [], [], []
    at = 0
    for name, scale in reversed(list(scales.items())):
        five = (scale.min, scale.q1, scale.median, scale.q3, scale.max)
        whiskers = [value for value in five if value is not None]
        if len(whiskers) < len(five) or scale.mean is None:
            continue
        colour = material.scale_colour(name)
        low, quartile_1, median, quartile_3, high = whiskers
        said = _("{name}: mean {mean}, median {median}").format(
            name=name, mean=language.number(scale.mean, 2), median=language.number(median, 2)
        )
        marks += [
            Box(low, quartile_1, median, quartile_3, high, at, 0.34, colour),
            Points((scale.mean,), (at,), colour, shape="diamond", size=10, hover=(said,)),
            Text(low, at, name, strong=True, dy=22),
        ]
        lows.append(low)
        highs.append(high)
        words.append(said)
        at += 1
    if not words:
        return None
    room = 0.06 * (max(highs) - min(lows)) or 1.0
    return Figure(
        key="score_boxes",
        title=_("Scores of each scale"),
        x=Axis(_("Score"), min(lows) - room, max(highs) + room),
        y=Axis(low=-0.5, high=at - 0.2, visible=False),
        marks=tuple(marks),
        description="; ".join(reversed(words)),
        height=ROW * at + 80,
    )

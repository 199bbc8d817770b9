"""Mean of each group with its interval, over every respondent as a dot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from analysis.reporting.figure import Axis, Figure, Interval, Mark, Points, Rule, Text
from analysis.reporting.language import Language
from analysis.reporting.point_cloud import drawn, places
from analysis.reporting.score_axis import score_axis
from analysis.statistics.oneway import LevelStatistics

ROW = 62
"""Pixels a group takes."""
MEAN, RAIN_TOP, RAIN_LOW = 0.02, -0.12, -0.4
ROOM = 0.06
REACH = 0.15
"""How far the axis follows an interval beyond the scores themselves, as a share of their range: the interval
of two or three respondents may be many times as wide as the scale, and would squeeze all other groups."""


@dataclass(frozen=True, slots=True)
class DrawnRange:
    """The part of the score axis that is drawn; an interval that leaves it ends in an arrow."""

    low: float
    high: float

    def holds(self, group: LevelStatistics) -> bool:
        return self.low <= group.ci_low and group.ci_high <= self.high


def drawn_range(scores: Iterable[np.ndarray], groups: Iterable[LevelStatistics]) -> DrawnRange:
    """All scores, and the intervals as far as they lie near them."""
    everyone = np.concatenate(list(scores))
    least, most = float(everyone.min()), float(everyone.max())
    reach = REACH * (most - least)
    ends = [least, most]
    for group in groups:
        ends += [max(group.ci_low, least - reach), min(group.ci_high, most + reach)]
    room = ROOM * (max(ends) - min(ends)) or 0.5
    return DrawnRange(min(ends) - room, max(ends) + room)


def group_means_figure(
    key: str,
    axis_title: str,
    scores: Mapping[str, np.ndarray],
    groups: Mapping[str, LevelStatistics],
    alpha: float,
    language: Language,
) -> Figure:
    """`scores` (n,) of each group without missing values, in the order of `groups`.

    The dotted line is the mean of all respondents in the picture.
    """
    _ = language.gettext
    drawn_scores = drawn_range(scores.values(), groups.values())
    overall = float(np.concatenate([scores[level] for level in groups]).mean())
    label = _("all: {mean}").format(mean=language.number(overall, 2))
    marks: list[Mark] = [Rule(overall, colour="grey", width=1.2, dash="dot", label=label)]
    for position, (level, group) in enumerate(groups.items()):
        at = len(groups) - 1 - position
        marks += [_respondents(scores[level], at), *_mean(level, group, at, drawn_scores, language)]
        marks += _words(level, group, at, drawn_scores, language)
    level = language.confidence(alpha)
    return Figure(
        key=f"{key}_means",
        title=_("Mean of each group with CI {level}").format(level=level),
        x=score_axis(axis_title, drawn_scores.low, drawn_scores.high, language),
        y=Axis(low=-0.5, high=len(groups) - 0.3, visible=False),
        marks=tuple(marks),
        description="; ".join(_said(name, group, language) for name, group in groups.items()),
        height=ROW * len(groups) + 80,
    )


def _said(level: str, group: LevelStatistics, language: Language) -> str:
    _ = language.gettext
    return _("{group}: mean {mean}, interval {low} to {high}, N = {n}").format(
        group=level,
        mean=language.number(group.mean, 2),
        low=language.number(group.ci_low, 2),
        high=language.number(group.ci_high, 2),
        n=language.integer(group.n),
    )


def _respondents(scores: np.ndarray, at: float) -> Points:
    shown = scores[drawn(len(scores))]
    steps = np.diff(np.unique(shown))
    jitter = 0.25 * float(np.min(steps)) if len(steps) else 0.1
    spots = places(shown, jitter, at + RAIN_LOW, at + RAIN_TOP)
    return Points(tuple(spots.x.tolist()), tuple(spots.y.tolist()), "blue", size=5, opacity=0.45)


def _mean(
    level: str, group: LevelStatistics, at: float, scores: DrawnRange, language: Language
) -> list[Mark]:
    said = _said(level, group, language)
    interval = Interval(
        max(group.ci_low, scores.low),
        min(group.ci_high, scores.high),
        at + MEAN,
        colour="ink",
        width=2,
        caps=True,
        open_low=group.ci_low < scores.low,
        open_high=group.ci_high > scores.high,
        hover=said,
    )
    return [interval, Points((group.mean,), (at + MEAN,), "ink", "diamond", size=11, hover=(said,))]


def _words(
    level: str, group: LevelStatistics, at: float, scores: DrawnRange, language: Language
) -> list[Mark]:
    """Name at the left end of the row, mean and N at its right end."""
    remark = language.gettext("mean {mean}; N {n}").format(
        mean=language.number(group.mean, 2), n=language.integer(group.n)
    )
    return [
        Text(scores.low, at, level, strong=True, dx=2, dy=21),
        Text(scores.high, at, remark, "end", "grey", size=12, dx=-2, dy=21),
    ]

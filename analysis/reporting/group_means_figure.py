"""Mean of each group with its interval, over every respondent as a dot."""

from __future__ import annotations

from collections.abc import Mapping

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
    everyone = np.concatenate([scores[level] for level in groups])
    ends = [everyone.min(), everyone.max()]
    ends += [bound for group in groups.values() for bound in (group.ci_low, group.ci_high)]
    room = ROOM * float(max(ends) - min(ends)) or 0.5
    low, high = float(min(ends)) - room, float(max(ends)) + room
    overall = float(everyone.mean())
    label = _("all: {mean}").format(mean=language.number(overall, 2))
    marks: list[Mark] = [Rule(overall, colour="grey", width=1.2, dash="dot", label=label)]
    for position, (level, group) in enumerate(groups.items()):
        at = len(groups) - 1 - position
        marks += [_respondents(scores[level], at), *_mean(level, group, at, language)]
        marks += _words(level, group, at, (low, high), language)
    level = language.percent(100 * (1 - alpha), 0)
    return Figure(
        key=f"{key}_means",
        title=_("Mean of each group with CI {level}").format(level=level),
        x=score_axis(axis_title, low, high, language),
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


def _mean(level: str, group: LevelStatistics, at: float, language: Language) -> list[Mark]:
    said = _said(level, group, language)
    return [
        Interval(group.ci_low, group.ci_high, at + MEAN, colour="ink", width=2, caps=True, hover=said),
        Points((group.mean,), (at + MEAN,), "ink", "diamond", size=11, hover=(said,)),
    ]


def _words(
    level: str, group: LevelStatistics, at: float, ends: tuple[float, float], language: Language
) -> list[Mark]:
    """Name at the left end of the row, mean and N at its right end."""
    remark = language.gettext("mean {mean}; N {n}").format(
        mean=language.number(group.mean, 2), n=language.integer(group.n)
    )
    return [
        Text(ends[0], at, level, strong=True, dx=2, dy=21),
        Text(ends[1], at, remark, "end", "grey", size=12, dx=-2, dy=21),
    ]

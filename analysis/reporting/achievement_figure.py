"""Achievement of scales and dimensions as bars, and their item means on the classes of a mean."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.figure import (
    Axis,
    Bar,
    Colour,
    Figure,
    Mark,
    Points,
    Text,
    Tick,
    Tile,
    series_shape,
)
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.statistics.descriptives import ScaleDescription, ScoreClass

MOST_DRAWN = 24
ROW, DENSE_ROW, CLASS_ROW = 50, 38, 44
MANY = 8
"""Bars; more stand closer."""
EDGE = 0.04
"""Room beside the outermost bounds for their figures, as a share of the width."""


def achievement_figure(
    key: str,
    title: str,
    achieved: Mapping[str, ScaleDescription],
    colours: Mapping[str, Colour],
    language: Language,
) -> Figure:
    """The highest first, at most 24."""
    names = sorted(achieved, key=lambda name: -(achieved[name].tcr or 0))[:MOST_DRAWN]
    row = ROW if len(names) <= MANY else DENSE_ROW
    marks: list[Mark] = []
    for place, name in enumerate(names):
        at = len(names) - 1 - place
        tcr = achieved[name].tcr or 0.0
        figure, colour = language.percent(tcr), colours.get(name, "grey")
        marks += [
            Tile(0, 100, at - 0.17, at + 0.17, "grey", 0.08),
            Bar(0, tcr, at, 0.34, colour=colour, opacity=0.9, hover=f"{name}: {figure}"),
            Text(0, at, name, strong=True, dy=0.4 * row),
            Text(tcr, at, figure, dx=6, strong=True),
        ]
    return Figure(
        key=key,
        title=title,
        x=Axis(language.gettext("Share of the highest possible score (%)"), 0, 112, decimals=0),
        y=Axis(low=-0.5, high=len(names) - 0.25, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {language.percent(achieved[name].tcr)}" for name in names),
        height=row * len(names) + 80,
    )


def class_figure(
    classes: tuple[ScoreClass, ...], words: Mapping[str, str], means: Mapping[str, float], material: Material
) -> Figure:
    """Where the item mean of each scale lies among the classes; `words` by class key."""
    language = material.language
    _ = language.gettext
    top = len(means)
    marks: list[Mark] = []
    for place, each in enumerate(classes):
        marks += [
            Tile(each.low, each.high, -0.5, top - 0.2, "blue", 0.04 + 0.05 * place),
            Text(
                (each.low + each.high) / 2,
                top - 0.2,
                words[each.category].replace(" ", "\n"),
                "middle",
                "grey",
                size=12,
                dy=17,
            ),
        ]
    for place, (name, mean) in enumerate(means.items()):
        at, colour, value = top - 1 - place, material.scale_colour(name), language.number(mean, 2)
        marks += [
            Points((mean,), (at,), colour, series_shape(colour), size=11, hover=(f"{name}: {value}",)),
            Text(mean, at, value, strong=True, size=12, dx=10),
            Text(classes[0].low, at, name, size=12, dx=4),
        ]
    bounds = (classes[0].low, *(each.high for each in classes))
    return Figure(
        key="mean_classes",
        title=_("Item mean of each scale among the classes"),
        x=Axis(
            _("Item mean"),
            bounds[0] - EDGE * (bounds[-1] - bounds[0]),
            bounds[-1] + EDGE * (bounds[-1] - bounds[0]),
            tuple(Tick(bound, language.number(bound, 2)) for bound in bounds),
        ),
        y=Axis(low=-0.5, high=top + 0.5, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {language.number(mean, 2)}" for name, mean in means.items()),
        height=CLASS_ROW * top + 100,
    )

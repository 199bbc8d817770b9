"""Cronbach's alpha of each scale with its interval, in step with the reliability table."""

from __future__ import annotations

from analysis.reporting.exhibit import Table
from analysis.reporting.figure import Axis, Figure, Interval, Mark, Points, Rule, Text, Tile
from analysis.reporting.material import Material
from analysis.reporting.table_layout import body_height, head_height, in_step_height, row_centres
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability

RECOMMENDED = 0.7
"""The limit that Nunnally (1978) recommends."""


def reliability_figure(result: ReliabilityResult, cut: float, table: Table, material: Material) -> Figure:
    language = material.language
    _ = language.gettext
    found = {name: scale for name, scale in result.scales.items() if isinstance(scale, ScaleReliability)}
    low = min([0.5, cut - 0.1, *(max(scale.ci_low, -0.5) - 0.05 for scale in found.values())])
    height = body_height(table)
    marks: list[Mark] = [
        Tile(low, cut, 0, height, "critical", 0.07),
        Rule(cut, label=_("limit {cut}").format(cut=language.number(cut, 2))),
    ]
    if cut != RECOMMENDED:
        label = _("advised {value}").format(value=language.number(RECOMMENDED, 2))
        marks.append(Rule(RECOMMENDED, colour="grey", width=1, dash="dot", label=label))
    for (name, scale), centre in zip(found.items(), row_centres(table), strict=True):
        marks += _scale_marks(name, scale, centre, low, material)
    return Figure(
        key="alpha_plot",
        title=_("Cronbach's Alpha with intervals"),
        x=Axis(_("Cronbach's Alpha with CI"), low, 1.18, decimals=1),
        y=Axis(low=height, high=0, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {_words(scale, material)}" for name, scale in found.items()),
        height=in_step_height(table),
        margin_top=head_height(table),
    )


def _words(scale: ScaleReliability, material: Material) -> str:
    language = material.language
    return language.gettext("alpha {alpha}, interval {low} to {high}").format(
        alpha=language.number(scale.alpha),
        low=language.number(scale.ci_low),
        high=language.number(scale.ci_high),
    )


def _scale_marks(name: str, scale: ScaleReliability, at: float, low: float, material: Material) -> list[Mark]:
    language = material.language
    colour = material.scale_colour(name)
    hover = f"{name}: {_words(scale, material)}"
    ends = f"{language.number(scale.ci_low)} – {language.number(scale.ci_high)}"
    return [
        Interval(max(scale.ci_low, low), scale.ci_high, at, colour=colour, hover=hover),
        Points((max(scale.alpha, low),), (at,), colour, size=11, hover=(hover,)),
        Text(low, at, name, colour="grey", size=12, dx=4, dy=9),
        Text(scale.ci_high, at, ends, colour="grey", dx=8, size=12),
    ]

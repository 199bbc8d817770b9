"""Cronbach's alpha of each scale with its interval, in step with the reliability table."""

from __future__ import annotations

from math import ceil, floor

from analysis.reporting.exhibit import Table
from analysis.reporting.figure import (
    Axis,
    Figure,
    Interval,
    Mark,
    Points,
    Rule,
    Text,
    Tick,
    Tile,
    series_shape,
)
from analysis.reporting.instrument_sentences import RECOMMENDED_ALPHA
from analysis.reporting.material import Material
from analysis.reporting.phrases import limit_text, shortened
from analysis.reporting.table_layout import body_height, head_height, in_step_height, row_centres
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability

NAME_ROOM = 0.36
"""Share of the width that the names of the scales have to themselves, left of the figures."""
MOST_LETTERS = 19
STEPS = (0.1, 0.2, 0.5, 1.0)
MOST_TICKS = 6


def reliability_figure(result: ReliabilityResult, cut: float, table: Table, material: Material) -> Figure:
    language = material.language
    _ = language.gettext
    found = {name: scale for name, scale in result.scales.items() if isinstance(scale, ScaleReliability)}
    low = min([0.5, cut - 0.1, *(max(scale.ci_low, -0.5) - 0.05 for scale in found.values())])
    high = 1.0 + 0.36 * (1.0 - low)
    left = low - NAME_ROOM / (1 - NAME_ROOM) * (high - low)
    height = body_height(table)
    level = language.confidence(material.study.codebook.settings.alpha)
    marks: list[Mark] = [
        Tile(low, cut, 0, height, "critical", 0.07),
        Rule(cut, label=_("limit {cut}").format(cut=limit_text(cut, language))),
    ]
    if cut != RECOMMENDED_ALPHA:
        label = _("advised {value}").format(value=limit_text(RECOMMENDED_ALPHA, language))
        marks.append(Rule(RECOMMENDED_ALPHA, colour="grey", width=1, dash="dot", label=label))
    for (name, scale), centre in zip(found.items(), row_centres(table), strict=True):
        marks.append(Text(left, centre, shortened(name, MOST_LETTERS), colour="grey", size=12))
        marks += _scale_marks(name, scale, centre, low, material)
    return Figure(
        key="alpha_plot",
        title=_("Cronbach's Alpha with intervals"),
        x=Axis(_("Cronbach's Alpha with CI {level}").format(level=level), left, high, _ticks(low, material)),
        y=Axis(low=height, high=0, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {_words(scale, material)}" for name, scale in found.items()),
        height=in_step_height(table),
        margin_top=head_height(table),
    )


def _ticks(low: float, material: Material) -> tuple[Tick, ...]:
    """Round values from `low` to 1, in the smallest step that keeps them apart."""
    step = next((step for step in STEPS if (1.0 - low) / step <= MOST_TICKS), STEPS[-1])
    first = ceil(low / step - 1e-9)
    values = [round(i * step, 1) for i in range(first, floor(1.0 / step + 1e-9) + 1)]
    return tuple(Tick(value, material.language.number(value, 1)) for value in values)


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
        Points((max(scale.alpha, low),), (at,), colour, series_shape(colour), size=11, hover=(hover,)),
        Text(scale.ci_high, at, ends, colour="grey", dx=8, size=12),
    ]

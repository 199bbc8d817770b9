"""Effect sizes of many variables below one another, each with its interval."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.coefficient_figure import FLOOR, zero_line
from analysis.reporting.figure import Axis, Figure, Interval, Line, Mark, Points, Text, series_shape
from analysis.reporting.material import Material
from analysis.statistics.comparison import VariableComparison

ROW = 46
ROOM = 0.2
"""Share of the width right of the longest interval, for the column of figures."""


def effect_forest_figure(
    compared: Mapping[str, VariableComparison], levels: tuple[str, str], material: Material
) -> Figure:
    """Hedges' g of each variable; a full dot's interval leaves zero out."""
    language = material.language
    _ = language.gettext
    sizes = {name: found.hedges_g for name, found in compared.items()}
    ends = [0.0, *(g.ci_low for g in sizes.values()), *(g.ci_high for g in sizes.values())]
    span = max(ends) - min(ends) or 1.0
    low, high = min(ends) - 0.06 * span, max(ends) + ROOM * span
    marks: list[Mark] = zero_line(len(sizes) - 0.24, _("no difference"), low, high)
    for place, (name, g) in enumerate(sizes.items()):
        at = len(sizes) - 1 - place
        colour = material.scale_colour(name)
        value = language.number(g.value, 2)
        words = f"{name}: g = {value} ({language.number(g.ci_low, 2)} – {language.number(g.ci_high, 2)})"
        certain = g.ci_low > 0 or g.ci_high < 0
        marks += [
            Line((low, high), (at, at), "faint", 1),
            Interval(g.ci_low, g.ci_high, at, colour=colour, width=3, hover=words),
            Points((g.value,), (at,), colour, series_shape(colour), certain, 11, hover=(words,)),
            Text(low, at, name, size=12, dx=2, dy=17, backed=True),
            Text(high, at, value, "end", strong=True, size=12, dx=-2, backed=True),
        ]
    return Figure(
        key="effect_forest",
        title=_("Effect size of each variable"),
        x=Axis(_("Hedges' g: {first} minus {second}").format(first=levels[0], second=levels[1]), low, high),
        y=Axis(low=FLOOR, high=len(sizes) - 0.06, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: g = {language.number(g.value, 2)}" for name, g in sizes.items()),
        height=ROW * len(sizes) + 90,
    )

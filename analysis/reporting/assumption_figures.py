"""Pictures of multicollinearity and of the Durbin-Watson zones."""

from __future__ import annotations

from analysis.reporting.assumption_checks import VIF_CUT
from analysis.reporting.figure import Axis, Bar, Colour, Figure, Line, Mark, Points, Rule, Text, Tick, Tile
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.multicollinearity import Multicollinearity

SHOWN_VIF = 30.0
"""A bar longer than this is cut, its figure printed; a VIF of 10^6 would hide the others."""


def vif_figure(found: Multicollinearity, material: Material) -> Figure:
    """VIF of each predictor as a bar, the limit of 10 as a line."""
    language = material.language
    _ = language.gettext
    names = list(found.predictors)
    longest = min(max([VIF_CUT, *(value.vif for value in found.predictors.values())]), SHOWN_VIF) * 1.2
    marks: list[Mark] = [Rule(VIF_CUT, label=_("limit {cut}").format(cut=language.integer(int(VIF_CUT))))]
    for position, name in enumerate(names):
        at = len(names) - 1 - position
        value = found.predictors[name].vif
        figure = language.number(value)
        end = min(value, longest)
        marks += [
            Bar(0, end, at, 0.32, colour=material.scale_colour(name), hover=f"{name}: VIF {figure}"),
            Text(0, at, name, strong=True, dy=22),
            Text(end, at, figure, dx=6, strong=True),
        ]
    return Figure(
        key="vif",
        title=_("VIF of each predictor"),
        x=Axis("VIF", 0, longest),
        y=Axis(low=-0.5, high=len(names) - 0.3, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: VIF {language.number(found.predictors[name].vif)}" for name in names)
        + ".",
        height=56 * len(names) + 90,
    )


def durbin_watson_figure(found: Autocorrelation, language: Language) -> Figure:
    """The scale from 0 to 4 with rejection, inconclusive and acceptance zones, d as a diamond."""
    _ = language.gettext
    lower, upper = found.d_lower or 0.0, found.d_upper or 0.0
    edges = (0.0, lower, upper, 4 - upper, 4 - lower, 4.0)
    colours: tuple[Colour, ...] = ("vermilion", "orange", "green", "orange", "vermilion")
    marks: list[Mark] = [
        Tile(low, high, 0, 1, colour, 0.16)
        for low, high, colour in zip(edges, edges[1:], colours, strict=False)
        if high > low
    ]
    d = language.number(found.durbin_watson)
    marks += [
        Text((upper + 4 - upper) / 2, 1, _("no indication"), "middle", "grey", dy=10),
        Text(lower / 2, 1, _("positive"), "middle", "grey", dy=10),
        Text(4 - lower / 2, 1, _("negative"), "middle", "grey", dy=10),
        Line((found.durbin_watson, found.durbin_watson), (0.0, 1.0), "ink", 1.6),
        Points((found.durbin_watson,), (0.5,), "ink", "diamond", size=13, hover=(f"d = {d}",)),
        Text(found.durbin_watson, 0.5, f"d = {d}", strong=True, dx=12),
        # Both limits in one place: on a phone their ticks would run into each other.
        Text(
            lower,
            0.22,
            f"dL {language.number(lower)}\ndU {language.number(upper)}",
            "end" if lower > 1 else "start",
            "grey",
            size=12,
            dx=-6 if lower > 1 else 6,
        ),
    ]
    ticks = tuple(Tick(value, language.integer(value)) for value in range(5))
    return Figure(
        key="durbin_watson",
        title=_("Durbin-Watson d and its zones"),
        x=Axis("d", 0, 4, ticks),
        y=Axis(low=0, high=1.25, visible=False),
        marks=tuple(marks),
        description=f"d = {d}; dL = {language.number(lower)}; dU = {language.number(upper)}.",
        height=200,
    )

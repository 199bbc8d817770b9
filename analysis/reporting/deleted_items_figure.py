"""Alpha without each item against the alpha of its scale, in step with the rows of the table."""

from __future__ import annotations

from analysis.reporting.exhibit import Table
from analysis.reporting.figure import Axis, Figure, Line, Mark, Points, Text, series_shape
from analysis.reporting.material import Material
from analysis.reporting.table_layout import (
    GROUP,
    ITEM,
    body_height,
    head_height,
    in_step_height,
    row_centres,
)
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability


def deleted_items_figure(result: ReliabilityResult, table: Table, material: Material) -> Figure:
    """A dot to the right of its scale's line: alpha would rise without the item."""
    language = material.language
    _ = language.gettext
    scales = {name: scale for name, scale in result.scales.items() if isinstance(scale, ScaleReliability)}
    values = [scale.alpha for scale in scales.values()]
    values += [
        item.alpha
        for scale in scales.values()
        for item in scale.if_deleted.values()
        if item.alpha is not None
    ]
    span = max(values) - min(values) or 0.1
    low, high = min(values) - 0.3 * span, max(values) + 0.12 * span
    centres = iter(row_centres(table))
    marks: list[Mark] = []
    for name, scale in scales.items():
        marks += _scale_marks(
            name, scale, next(centres), [next(centres) for _item in scale.if_deleted], low, material
        )
    return Figure(
        key="alpha_if_deleted",
        title=_("Alpha without each item"),
        x=Axis(_("Cronbach's Alpha without the item"), low, high, decimals=2),
        y=Axis(low=body_height(table), high=0, visible=False),
        marks=tuple(marks),
        description="; ".join(
            f"{name}: {language.number(scale.alpha)}; "
            + ", ".join(f"{item} {language.number(found.alpha)}" for item, found in scale.if_deleted.items())
            for name, scale in scales.items()
        ),
        height=in_step_height(table),
        margin_top=head_height(table),
    )


def _scale_marks(
    name: str, scale: ScaleReliability, heading: float, rows: list[float], low: float, material: Material
) -> list[Mark]:
    """The line of the scale's alpha, named in the heading's row, and a dot for each item."""
    language = material.language
    colour = material.scale_colour(name)
    top, bottom = heading + GROUP / 2, heading + GROUP / 2 + ITEM * len(rows)
    label = language.gettext("all items {alpha}").format(alpha=language.number(scale.alpha))
    marks: list[Mark] = [
        Line((scale.alpha, scale.alpha), (top, bottom), "critical", 1.6),
        Text(scale.alpha, heading, label, "end", "critical", size=12, dx=4),
    ]
    for at, (item, found) in zip(rows, scale.if_deleted.items(), strict=True):
        marks.append(Text(low, at, item, colour="grey", size=12, dx=4))
        if found.alpha is None:
            continue
        hover = f"{item}: {language.number(found.alpha)}"
        rises = found.alpha > scale.alpha
        marks += [
            Line((scale.alpha, found.alpha), (at, at), colour, 1.4),
            Points((found.alpha,), (at,), colour, series_shape(colour), not rises, hover=(hover,)),
        ]
    return marks

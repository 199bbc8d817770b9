"""Item-total correlations as dots, in step with the rows of the validity table."""

from __future__ import annotations

from analysis.reporting.exhibit import Table
from analysis.reporting.figure import Axis, Figure, Line, Mark, Points, Rule, Text, Tile, series_shape
from analysis.reporting.material import Material
from analysis.reporting.phrases import number_range
from analysis.reporting.table_layout import body_height, head_height, in_step_height, row_centres
from analysis.statistics.validity import ItemValidity, ValidityResult


def validity_figure(result: ValidityResult, table: Table, material: Material) -> Figure:
    """Full dot: r with the total; open dot: r without the item; the line is critical r."""
    language = material.language
    _ = language.gettext
    found = {name: item for name, item in result.items.items() if isinstance(item, ItemValidity)}
    lowest = min([0.0, *(min(item.r, item.r_corrected or 0.0) for item in found.values())])
    low = min(0.0, lowest - 0.05)
    height = body_height(table)
    marks: list[Mark] = []
    tables = [item.r_table for item in found.values()]
    marks += [
        Tile(low, max(tables), 0, height, "critical", 0.07),
        Rule(max(tables), label=_("critical r {value}").format(value=number_range(tables, language))),
    ]
    names = iter(found.items())
    for row, centre in zip(table.rows, row_centres(table), strict=True):
        if not row.heading:
            name, item = next(names)
            marks += _item_marks(name, item, centre, low, material)
    marks.append(Text(1.0, 0, _("○ corrected   ● computed r"), "end", "grey", dy=16))
    return Figure(
        key="item_total_plot",
        title=_("Item-total correlations"),
        x=Axis(_("Correlation with the scale total (r)"), low, 1.0, decimals=1),
        y=Axis(low=height, high=0, visible=False),
        marks=tuple(marks),
        description="; ".join(
            _("{item}: r {r}, corrected {corrected}").format(
                item=name, r=language.number(item.r), corrected=language.number(item.r_corrected)
            )
            for name, item in found.items()
        ),
        height=in_step_height(table),
        margin_top=head_height(table),
    )


def _item_marks(name: str, item: ItemValidity, at: float, low: float, material: Material) -> list[Mark]:
    language = material.language
    colour = material.scale_colour(item.scale)
    shape = series_shape(colour)
    marks: list[Mark] = [
        Line((low, 1.0), (at, at), "faint", 1),
        Text(low, at, name, colour="grey", size=12, dx=4, dy=8),
    ]
    if item.r_corrected is not None:
        hover = language.gettext("{item}: corrected r {r}").format(
            item=name, r=language.number(item.r_corrected)
        )
        marks += [
            Line((item.r_corrected, item.r), (at, at), colour, 2),
            Points((item.r_corrected,), (at,), colour, shape, filled=False, hover=(hover,)),
        ]
    hover = language.gettext("{item}: r {r}").format(item=name, r=language.number(item.r))
    marks.append(Points((item.r,), (at,), colour, shape, hover=(hover,)))
    return marks

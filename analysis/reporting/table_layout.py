"""Heights of table rows on the screen, so that a figure beside a table can stand in step with it.

A figure in step has `margin_top` = head_height(table), a y axis from 0 (top) to body_height(table)
(bottom) in these same pixels, its marks at row_centres(table), and `height` = in_step_height(table).
stylesheet.css draws exactly these heights.
"""

from __future__ import annotations

from itertools import accumulate

from analysis.reporting.exhibit import Table

HEAD = 40
SPANNED_HEAD = 62
GROUP = 35
ITEM = 27
ROW = 31
FIGURE_BOTTOM_MARGIN = 48


def row_heights(table: Table) -> tuple[int, ...]:
    """Height of each body row in CSS pixels; rows stand closer in a table with group headings."""
    item = ITEM if any(row.heading for row in table.rows) else ROW
    return tuple(GROUP if row.heading else item for row in table.rows)


def row_centres(table: Table) -> tuple[float, ...]:
    """Distance of each row's middle from the bottom edge of the table's head, in pixels."""
    heights = row_heights(table)
    return tuple(end - height / 2 for end, height in zip(accumulate(heights), heights, strict=True))


def head_height(table: Table) -> int:
    return SPANNED_HEAD if any(column.spanner for column in table.columns) else HEAD


def body_height(table: Table) -> int:
    return sum(row_heights(table))


def in_step_height(table: Table) -> int:
    """Height of a figure whose plot begins and ends with the table's rows."""
    return head_height(table) + body_height(table) + FIGURE_BOTTOM_MARGIN

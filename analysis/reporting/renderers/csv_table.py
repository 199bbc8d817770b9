"""One table as a CSV file that spreadsheets open as a table and never run."""

from __future__ import annotations

import csv
import math
from io import StringIO

from analysis.reporting.exhibit import Quantity, Table, TableCell
from analysis.reporting.language import Language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.text_escape import for_csv, one_line


def table_csv(table: Table, language: Language) -> bytes:
    """UTF-8 with a byte-order mark; unrounded numbers.

    Decimal mark and separator are what a spreadsheet of that language expects: comma and semicolon in
    Indonesian, point and comma in English. Text that a spreadsheet would run begins with an apostrophe.
    """
    target = StringIO()
    writer = csv.writer(target, delimiter=";" if language.decimal_mark == "," else ",", lineterminator="\r\n")
    writer.writerow([for_csv(_full_title(column.spanner, column.title)) for column in table.columns])
    writer.writerows([_field(cell, language) for cell in row.cells] for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def _full_title(spanner: str, title: str) -> str:
    return one_line(f"{spanner}: {title}" if spanner else title)


def _field(cell: TableCell, language: Language) -> str:
    if isinstance(cell, Quantity):
        if cell.value is None or not math.isfinite(cell.value):
            return ""
        return repr(float(cell.value)).removesuffix(".0").replace(".", language.decimal_mark)
    return for_csv(cell_text(cell, language))

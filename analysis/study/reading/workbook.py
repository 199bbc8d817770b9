"""Cells of .xlsx, .xlsm, .xls and .ods workbooks through calamine."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import python_calamine

from analysis.study.notice import UnusableInput
from analysis.study.reading.limits import Limits
from analysis.study.reading.sheet import MergedRange, Row, Sheet, SheetRemarks
from analysis.study.table import Cell

LARGEST_EXACT_INTEGER = 2**53


@dataclass(frozen=True, slots=True)
class Workbook:
    """The worksheets of a file in its order, chart and macro sheets left out."""

    sheets: tuple[Sheet, ...]


def read_workbook(data: bytes, remarks: Mapping[str, SheetRemarks], limits: Limits) -> Workbook:
    """All worksheets. `remarks` is what was seen in the container, by sheet name.

    Raises UnusableInput when the workbook is damaged, protected or exceeds a limit.
    """
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError:
        raise UnusableInput("encrypted_file") from None
    except (python_calamine.CalamineError, OSError, ValueError):
        raise UnusableInput("damaged_file") from None
    described = [sheet for sheet in workbook.sheets_metadata if _is_worksheet(sheet)]
    if len(described) > limits.sheets:
        raise UnusableInput("too_many_sheets", limit=limits.sheets)
    sheets = []
    room = limits.cells
    for sheet in described:
        seen = remarks.get(sheet.name, SheetRemarks())
        hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
        read = _read_sheet(workbook, sheet.name, seen, hidden, limits, room)
        room -= sum(map(len, read.rows))
        sheets.append(read)
    return Workbook(tuple(sheets))


def _is_worksheet(sheet: python_calamine.SheetMetadata) -> bool:
    return sheet.typ == python_calamine.SheetTypeEnum.WorkSheet


def _read_sheet(
    workbook: python_calamine.CalamineWorkbook,
    name: str,
    seen: SheetRemarks,
    hidden: bool,
    limits: Limits,
    room: float,
) -> Sheet:
    try:
        sheet = workbook.get_sheet_by_name(name)
    except (python_calamine.CalamineError, OSError, ValueError):
        raise UnusableInput("damaged_file") from None
    _refuse_extent(sheet.height, sheet.width, room, limits)
    top, left = sheet.start or (0, 0)
    values = sheet.to_python(skip_empty_area=True)
    rows = _as_cells(values, limits)
    numbers = list(range(top + 1, top + 1 + len(rows)))
    remarks = replace(seen, hidden=hidden or seen.hidden, merged=seen.merged or _merged(sheet))
    return Sheet(name, rows, numbers, left, remarks)


def _refuse_extent(height: int, width: int, room: float, limits: Limits) -> None:
    if height > limits.rows + 1:
        raise UnusableInput("too_many_rows", limit=limits.rows)
    if width > limits.columns:
        raise UnusableInput("too_many_columns", limit=limits.columns)
    if height * width > room:
        raise UnusableInput("too_many_cells", limit=limits.cells)


def _merged(sheet: python_calamine.CalamineSheet) -> tuple[MergedRange, ...]:
    return tuple(
        MergedRange(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )


def _as_cells(values: Sequence[Sequence[object]], limits: Limits) -> list[Row]:
    """Plain cells: blank is None, whole numbers are int, dates ISO text; equal texts one object."""
    known: dict[tuple[type, object], Cell] = {}
    return [
        [
            known[key] if (key := (value.__class__, value)) in known else _remembered(key, known, limits)
            for value in line
        ]
        for line in values
    ]


def _remembered(key: tuple[type, object], known: dict[tuple[type, object], Cell], limits: Limits) -> Cell:
    known[key] = plain_cell(key[1], limits)
    return known[key]


def plain_cell(value: object, limits: Limits) -> Cell:
    """One value of a workbook as a cell. Raises UnusableInput for a text over the limit."""
    if isinstance(value, int):  # truth values too
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < LARGEST_EXACT_INTEGER else value
    if isinstance(value, str):
        if len(value) > limits.cell_characters:
            raise UnusableInput("cell_too_long", limit=limits.cell_characters)
        return value if value.strip() else None
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    return None if value is None else str(value)

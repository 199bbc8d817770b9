"""Messages between the reading process and its parent, as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from analysis.study.notice import Notice
from analysis.study.reading.reading import Reading, SheetInfo
from analysis.study.table import Cell, CellTable


def encode_reading(reading: Reading) -> dict[str, Any]:
    """A Reading as plain JSON values."""
    return {
        "headers": reading.table.headers,
        "columns": [encode_cells(column) for column in reading.table.columns],
        "row_numbers": reading.table.row_numbers,
        "sheet": reading.sheet,
        "sheets": [[info.name, info.rows, info.hidden] for info in reading.sheets],
        "kind": reading.kind,
        "notices": [encode_notice(notice) for notice in reading.notices],
        "labels": dict(reading.labels),
        "answer_codes": {header: dict(codes) for header, codes in reading.answer_codes.items()},
    }


def decode_reading(given: Mapping[str, Any]) -> Reading:
    """The Reading that `encode_reading` made plain."""
    table = CellTable(
        tuple(given["headers"]),
        tuple(decode_cells(column) for column in given["columns"]),
        tuple(given["row_numbers"]),
    )
    return Reading(
        table,
        given["sheet"],
        tuple(SheetInfo(*info) for info in given["sheets"]),
        given["kind"],
        tuple(map(decode_notice, given["notices"])),
        given["labels"],
        given["answer_codes"],
    )


def encode_cells(cells: Iterable[Cell]) -> dict[str, list[Any]]:
    """A column as its distinct values and, for each row, the position among them."""
    positions: dict[tuple[type, Cell], int] = {}
    rows = [positions.setdefault((type(cell), cell), len(positions)) for cell in cells]
    return {"values": [_plain(cell) for _, cell in positions], "rows": rows}


def decode_cells(column: Mapping[str, list[Any]]) -> tuple[Cell, ...]:
    values: list[Cell] = column["values"]
    return tuple(values[position] for position in column["rows"])


def encode_notice(notice: Notice) -> dict[str, Any]:
    """A notice as plain JSON values; `decode_notice` turns it back."""
    return {
        "code": notice.code,
        "severity": notice.severity,
        "where": notice.where,
        "details": dict(notice.details),
    }


def decode_notice(given: Mapping[str, Any]) -> Notice:
    return Notice(given["code"], given["severity"], given["where"], decode_details(given["details"]))


def decode_details(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}


def dump(message: Mapping[str, Any]) -> bytes:
    """JSON in ASCII: a lone surrogate in a cell stays an escape and harms nobody."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def load(data: bytes) -> dict[str, Any]:
    return json.loads(data)


def _plain(cell: Cell) -> Cell:
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell

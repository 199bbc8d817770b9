"""SPSS .sav files: names, value labels and user-missing codes."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.study.notice import Notice, UnusableInput
from analysis.study.reading.limits import Limits
from analysis.study.reading.sheet import Row, Sheet
from analysis.study.reading.workbook import plain_cell
from analysis.study.table import Cell


@dataclass(frozen=True, slots=True)
class Variable:
    """One SPSS variable: cells as the file keeps them, then as they are shown.

    `codes` is empty unless every answer has a label; then cells are label texts and `codes` gives
    the number behind each. `declared_missing` counts cells emptied because the file says so.
    """

    name: str
    label: str
    cells: tuple[Cell, ...]
    codes: Mapping[str, float]
    labelled_in_part: bool
    declared_missing: int


def read_statistics_file(data: bytes, limits: Limits) -> Sheet:
    """The one sheet of an SPSS file, its variable names as header row.

    Cells carry label texts where every answer of a variable has one, else numbers. Raises
    UnusableInput when the file is damaged or exceeds a limit.
    """
    variables = _variables(data, limits)
    rows: list[Row] = [[variable.name for variable in variables]]
    rows += [list(cells) for cells in zip(*(variable.cells for variable in variables), strict=True)]
    return Sheet(
        "",
        rows,
        list(range(len(rows))),
        header_rows=1,
        notices=tuple(_notices(variables)),
        labels={variable.name: variable.label for variable in variables if variable.label},
        answer_codes={variable.name: variable.codes for variable in variables if variable.codes},
    )


def _variables(data: bytes, limits: Limits) -> list[Variable]:
    import pyreadstat

    try:
        _, about = pyreadstat.read_sav(io.BytesIO(data), metadataonly=True, output_format="dict")
        _refuse_size(about.number_rows or 0, about.number_columns or 0, limits)
        columns, about = pyreadstat.read_sav(io.BytesIO(data), output_format="dict", user_missing=True)
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, OverflowError):
        raise UnusableInput("damaged_file") from None
    if not columns:
        raise UnusableInput("no_data")
    _refuse_size(len(next(iter(columns.values()))), len(columns), limits)
    return [_variable(name, columns[name], about, limits) for name in about.column_names]


def _refuse_size(rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise UnusableInput("too_many_rows", limit=limits.rows)
    if columns > limits.columns:
        raise UnusableInput("too_many_columns", limit=limits.columns)
    if rows * columns > limits.cells:
        raise UnusableInput("too_many_cells", limit=limits.cells)


def _variable(name: str, values: Iterable[Any], about: Any, limits: Limits) -> Variable:
    position = about.column_names.index(name)
    missing = about.missing_ranges.get(name, [])
    labels = {_number(code): text for code, text in about.variable_value_labels.get(name, {}).items()}
    cells = [_cell(value, limits) for value in values]
    kept = [None if _is_missing(cell, missing) else cell for cell in cells]
    emptied = sum(before is not None and after is None for before, after in zip(cells, kept, strict=True))
    observed = {cell for cell in kept if cell is not None}
    whole = bool(labels) and observed <= labels.keys() and len(set(labels.values())) == len(labels)
    return Variable(
        name,
        (about.column_labels[position] or "").strip(),
        tuple(labels.get(cell, cell) for cell in kept) if whole else tuple(kept),
        _codes(labels, missing) if whole else {},
        bool(labels) and not whole,
        emptied,
    )


def _codes(labels: Mapping[Cell, str], missing: list[Mapping[str, Any]]) -> dict[str, float]:
    """Number behind each label text, where the codes are numbers; missing codes are no answers."""
    return {
        text: code
        for code, text in labels.items()
        if isinstance(code, int | float) and not _is_missing(code, missing)
    }


def _number(value: Any) -> Cell:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _cell(value: Any, limits: Limits) -> Cell:
    """A plain cell of a numpy or Python value; system-missing is None."""
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, float) and math.isnan(plain):
        return None
    if isinstance(plain, datetime.datetime | datetime.date | datetime.time):
        return plain.isoformat()
    return plain_cell(plain, limits)


def _is_missing(cell: Cell, ranges: list[Mapping[str, Any]]) -> bool:
    """Whether a cell lies in one of the ranges that the file declares as user-missing."""
    if cell is None:
        return False
    for bounds in ranges:
        low, high = bounds["lo"], bounds["hi"]
        if isinstance(low, str) != isinstance(cell, str):
            continue
        if low <= (cell.rstrip() if isinstance(cell, str) else cell) <= high:
            return True
    return False


def _notices(variables: list[Variable]) -> Iterable[Notice]:
    labelled = tuple(variable.name for variable in variables if variable.codes)
    if labelled:
        yield Notice("value_labels_used", details={"n": len(labelled), "columns": labelled[:10]})
    partly = tuple(variable.name for variable in variables if variable.labelled_in_part)
    if partly:
        yield Notice("value_labels_incomplete", details={"n": len(partly), "columns": partly[:10]})
    for variable in variables:
        if variable.declared_missing:
            details = {"n": variable.declared_missing}
            yield Notice("declared_missing", "warning", where=variable.name, details=details)

"""A sheet as its container holds it: every cell at its place, nothing understood yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.study.notice import Notice
from analysis.study.table import Cell

Row = list[Cell]


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Zero-based first and last row and column of merged cells; the first cell holds the value."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class SheetRemarks:
    """What the container says about a sheet beside its values.

    Hidden rows are one-based spreadsheet rows, hidden columns zero-based. Formulas are counted in
    .xlsx only: `formulas_without_result` counts formula cells that hold no stored value, `formulas_with_zero`
    those whose stored value is 0, which some programs write in place of a result.
    """

    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: int = 0
    formulas_without_result: int = 0
    formulas_with_zero: int = 0
    merged: tuple[MergedRange, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rectangular rows from the sheet's first cell on; `row_numbers` are one-based.

    `header_rows` is given where the format itself says which rows are headers (SPSS), else None.
    """

    name: str
    rows: list[Row]
    row_numbers: list[int]
    first_column: int = 0
    remarks: SheetRemarks = SheetRemarks()
    header_rows: int | None = None
    notices: tuple[Notice, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    answer_codes: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def column_letter(index: int) -> str:
    """Spreadsheet letters of a zero-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""The text of a cell as categories, answers and screening compare it."""

from __future__ import annotations

from analysis.study.table import Cell


def cell_text(cell: Cell) -> str:
    """Trimmed text of a cell; 1.0 and "1" give the same text, an empty cell gives ""."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()

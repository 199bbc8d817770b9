"""Small tables of cells for the tests of detection."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from analysis.study.table import Cell, CellTable

AGREEMENT = ("Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju")


def table(columns: Mapping[str, Sequence[Cell]]) -> CellTable:
    """A table of these columns; rows are numbered from 2 as below a header row."""
    rows = len(next(iter(columns.values()), ()))
    return CellTable(
        tuple(columns), tuple(tuple(cells) for cells in columns.values()), tuple(range(2, rows + 2))
    )


def answers(n: int, options: Sequence[Cell], seed: int = 1) -> list[Cell]:
    """n random answers in which every option occurs."""
    chosen = [options[i % len(options)] for i in range(n)]
    random.Random(seed).shuffle(chosen)
    return chosen


def correlated(
    n: int, items: int, options: Sequence[Cell], seed: int = 1, turned: frozenset[int] = frozenset()
) -> list[list[Cell]]:
    """Columns of answers that hang together; those in `turned` run the other way."""
    source = random.Random(seed)
    top = len(options) - 1
    columns: list[list[Cell]] = [[] for _ in range(items)]
    for _ in range(n):
        attitude = source.gauss(0, 1)
        for j, column in enumerate(columns):
            direction = -1 if j in turned else 1
            place = round(top / 2 + direction * attitude * top / 4 + source.gauss(0, top / 8))
            column.append(options[min(top, max(0, place))])
    return columns

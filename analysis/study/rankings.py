"""Ranking questions: columns in which each respondent gives every rank, or every option, exactly once."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.study.column_kinds import KnownColumn
from analysis.study.table import CellTable
from analysis.study.wording import cell_text

FEWEST_RANKED = 3
FEWEST_ROWS = 6
_MAY_RANK = frozenset(("rating_digits", "rating_codes"))


def ranked_columns(known: Sequence[KnownColumn], table: CellTable) -> frozenset[str]:
    """Headers of the rows of one question whose complete respondents all give a permutation.

    k columns share k different answers. Ranks add up to the same for everybody, so they are no ratings.
    """
    questions: dict[str, list[KnownColumn]] = {}
    for column in known:
        if column.kind in _MAY_RANK and column.profile.parts.family:
            questions.setdefault(column.profile.parts.family, []).append(column)
    return frozenset(
        column.header
        for columns in questions.values()
        if len(columns) >= FEWEST_RANKED and _permutations(columns, table)
        for column in columns
    )


def _permutations(columns: Sequence[KnownColumn], table: CellTable) -> bool:
    ranks = {text for column in columns for text in column.profile.categories}
    if len(ranks) != len(columns):
        return False
    cells = [table.columns[column.profile.position] for column in columns]
    complete = 0
    for row in zip(*cells, strict=True):
        texts = {cell_text(cell) for cell in row}
        if not texts <= ranks:
            continue
        if len(texts) < len(ranks):
            return False
        complete += 1
    return complete >= FEWEST_ROWS

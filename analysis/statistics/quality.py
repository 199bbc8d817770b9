"""Response quality: answers that look careless or impossible (Meade and Craig, 2012).

Nothing is removed by it; each flag asks for a look at the row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.missing_answers import MissingAnswers, missing_answers
from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import PRORATED_SHARE, Prepared

FEWEST_ANSWERS_IN_LINE = 3
HASH_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class FlaggedRow:
    """`row` is the row of the spreadsheet; `flags` of: straight_line, duplicate, out_of_range, missing."""

    row: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualityResult:
    """How many of the `n` respondents have each flag.

    `straight_liners` gave one and the same answer to every item they answered, before reversal, three
    at least. `duplicates` repeat an earlier row in all items, demographics and groups; the first of
    the alike is not counted. `out_of_range` counts respondents with an answer outside the declared
    points, `much_missing` those who answered less than 80 % of the items. `missing_share` is the share
    (0 to 1) of item cells without a usable answer, `missing` tells which.
    """

    n: int
    straight_liners: int
    duplicates: int
    out_of_range: int
    much_missing: int
    missing_share: float
    missing: MissingAnswers
    flagged: tuple[FlaggedRow, ...]


def compute(prepared: Prepared) -> QualityResult:
    """Flags of every respondent. Raises NotPossible: no_items, too_few_respondents (none)."""
    if not prepared.item_names:
        raise NotPossible("no_items")
    if prepared.respondents == 0:
        raise NotPossible("too_few_respondents", n=0, needed=1)
    flags = {
        "straight_line": straight_lines(prepared.raw_answers),
        "duplicate": duplicates(_identity(prepared)),
        "out_of_range": _out_of_range(prepared),
        "missing": np.mean(np.isnan(prepared.answers), axis=1) > 1 - PRORATED_SHARE + 1e-12,
    }
    doubtful = np.flatnonzero(np.logical_or.reduce(list(flags.values())))
    return QualityResult(
        n=prepared.respondents,
        straight_liners=int(flags["straight_line"].sum()),
        duplicates=int(flags["duplicate"].sum()),
        out_of_range=int(flags["out_of_range"].sum()),
        much_missing=int(flags["missing"].sum()),
        missing_share=float(np.mean(np.isnan(prepared.answers))),
        missing=missing_answers(prepared.answers, prepared.item_names),
        flagged=tuple(
            FlaggedRow(int(prepared.row_numbers[i]), tuple(name for name in flags if flags[name][i]))
            for i in doubtful
        ),
    )


def straight_lines(raw_answers: np.ndarray) -> np.ndarray:
    """(n,) bool: all answers of the row are the same, and there are at least three of them."""
    answered = np.sum(~np.isnan(raw_answers), axis=1)
    # fmin and fmax pass over nan; a row of nothing but nan equals nothing.
    low, high = np.fmin.reduce(raw_answers, axis=1), np.fmax.reduce(raw_answers, axis=1)
    return np.asarray((low == high) & (answered >= FEWEST_ANSWERS_IN_LINE))


def duplicates(rows: np.ndarray) -> np.ndarray:
    """(n,) bool: an earlier row of the (n, c) array is equal in every column, nan equal to nan.

    A row without any answer is nobody's duplicate.
    """
    found = np.zeros(len(rows), dtype=bool)
    # Equal rows have equal hashes; the few rows that share one are then compared in full.
    _, codes, counts = np.unique(_row_hashes(rows), return_inverse=True, return_counts=True)
    alike = np.flatnonzero((counts > 1)[codes.reshape(-1)])
    if len(alike):
        plain = np.ascontiguousarray(_plain_floats(rows[alike]))
        keys = plain.view(np.dtype((np.void, plain.itemsize * plain.shape[1]))).ravel()
        repeats = np.ones(len(alike), dtype=bool)
        repeats[np.unique(keys, return_index=True)[1]] = False
        found[alike] = repeats & ~np.isnan(plain).all(axis=1)
    return found


def _plain_floats(values: np.ndarray) -> np.ndarray:
    """The same numbers, equal ones with equal bytes: one kind of nan, no negative zero."""
    return np.where(np.isnan(values), np.nan, values) + 0.0


def _row_hashes(rows: np.ndarray) -> np.ndarray:
    """(n,) 64-bit hashes, column by column so that no second copy of the rows is needed."""
    hashes = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        hashes ^= np.ascontiguousarray(_plain_floats(column)).view(np.uint64)
        hashes *= HASH_MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _identity(prepared: Prepared) -> np.ndarray:
    """Items as coded beside the codes of demographics and groups and the options chosen, (n, c)."""
    columns = [prepared.raw_answers]
    for name, values in prepared.categories.items():
        codes = {category: float(j) for j, category in enumerate(prepared.category_order[name])}
        coded = [np.nan if value is None else codes[value] for value in values]
        columns.append(np.array(coded)[:, None])
    columns += [
        np.where(question.answered[:, None], question.chosen, np.nan)
        for question in prepared.multiple_answers.values()
    ]
    return np.hstack(columns)


def _out_of_range(prepared: Prepared) -> np.ndarray:
    """(n,) bool; an item without declared points has no range."""
    points = [prepared.item_points.get(name, (-np.inf, np.inf)) for name in prepared.item_names]
    low, high = np.array(points, dtype=np.float64).T
    return np.asarray(((prepared.raw_answers < low) | (prepared.raw_answers > high)).any(axis=1))

"""Questions that take several answers (checkboxes): which options each respondent chose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.study.categories import category_texts, ordered_categories
from analysis.study.codebook import ColumnEntry
from analysis.study.numbers import is_no_answer
from analysis.study.table import Cell
from analysis.study.wording import cell_text

_BRACKETED = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class MultipleAnswers:
    """One question over n respondents.

    options: the k options in the order of tables. chosen: bool (n, k). answered: bool (n,), False
    where the cell names no option, or all columns of the options are empty.
    """

    options: tuple[str, ...]
    chosen: np.ndarray
    answered: np.ndarray


def multiple_answers(cells: Sequence[Cell], entry: ColumnEntry) -> MultipleAnswers:
    """Options of each cell, cut at the entry's separator.

    Merged spellings count as the category they were merged into; an option named twice in one cell
    counts once. Order as ordered_categories, each option as often as it was chosen.
    """
    merged = {spelling.strip(): category for spelling, category in entry.categories.items()}
    codes = {cell: i for i, cell in enumerate(dict.fromkeys(cells))}
    named = [_options(cell_text(cell), entry.separator, merged) for cell in codes]
    rows = np.fromiter(map(codes.__getitem__, cells), dtype=np.intp, count=len(cells))
    options = ordered_categories((option for i in rows for option in named[i]), entry)
    by_cell = np.array([[option in names for option in options] for names in named], dtype=bool)
    chosen: np.ndarray = by_cell.reshape(len(named), len(options))[rows]
    return MultipleAnswers(options, chosen, np.asarray(chosen.any(axis=1)))


def ticked_options(columns: Sequence[tuple[ColumnEntry, Sequence[Cell]]]) -> MultipleAnswers:
    """One question whose options are columns: an option is chosen where its cell has a category.

    Cells that say "not chosen" are merged into "" by the entry; a respondent with such cells only has
    answered and chose nothing. Columns with one label are one option. Options chosen most come first;
    without any tick there is no option and no answer.
    """
    ticks: dict[str, np.ndarray] = {}
    answered = np.zeros(len(columns[0][1]) if columns else 0, dtype=bool)
    for entry, cells in columns:
        option = entry.label or entry.name
        ticked = np.array([text is not None for text in category_texts(cells, entry)], dtype=bool)
        ticks[option] = ticks[option] | ticked if option in ticks else ticked
        said = {cell: not is_no_answer(cell_text(cell)) for cell in set(cells)}
        answered |= np.array([said[cell] for cell in cells], dtype=bool)
    counts = {option: int(ticked.sum()) for option, ticked in ticks.items()}
    options = tuple(sorted(counts, key=lambda option: (-counts[option], option)))
    if not any(counts.values()):
        return MultipleAnswers((), np.zeros((len(answered), 0), dtype=bool), np.zeros_like(answered))
    return MultipleAnswers(options, np.column_stack([ticks[option] for option in options]), answered)


def _options(text: str, separator: str, merged: Mapping[str, str]) -> tuple[str, ...]:
    """Distinct options of one cell; a separator inside round brackets belongs to its option."""
    cuts = [match.span() for match in _BRACKETED.finditer(text)]
    pieces, start, at = [], 0, text.find(separator)
    while at >= 0:
        if not any(low < at < high for low, high in cuts):
            pieces.append(text[start:at])
            start = at + len(separator)
        at = text.find(separator, at + len(separator))
    pieces.append(text[start:])
    names = (merged.get(piece.strip(), piece.strip()) for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if name))

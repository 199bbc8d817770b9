"""From a Study to numbers: screening, answers coded and reversed, scale scores, categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.study.categories import category_texts, level_text, ordered_categories
from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.multiple_answers import MultipleAnswers, multiple_answers, ticked_options
from analysis.study.notice import UnusableInput
from analysis.study.numbers import read_numbers
from analysis.study.study import Study
from analysis.study.table import Cell, CellTable
from analysis.study.wording import cell_text

PRORATED_SHARE = 0.8
"""Share of a scale's items that must be answered before a score is prorated."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Rows left out for one reason."""

    reason: str
    n: int


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale as analysed.

    `items` are the short names of its included items, in codebook order (empty for a score that the
    file already holds). `low` and `high` are the declared ends of the scale score on the chosen
    scoring (sum or mean), None where no points are declared.
    """

    name: str
    items: tuple[str, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """The responses of one study as numbers; n analysed respondents, p included items.

    answers: float64 (n, p), reversed items already reversed, nan where not answered or where the
        answer lies outside the declared points.
    raw_answers: float64 (n, p), the answers as coded, before the range check and the reversal.
    item_names: the p short names, columns of `answers`, in codebook order.
    scores: scale name -> float64 (n,), nan where the score cannot be formed.
    categories: short name of each demographic or group -> n categories, None where not answered.
    category_order: the same keys -> categories in the order in which tables list them.
    multiple_answers: short name of each question that takes several answers, whether in one column or in
        a column for each option -> its options.
    row_numbers: int64 (n,), spreadsheet row of each respondent.
    before_removal: the same respondents with the items that were left out of the analysed scales back
        in, None where none was.
    """

    codebook: Codebook
    rows_read: int
    excluded: tuple[Exclusion, ...]
    row_numbers: np.ndarray
    item_names: tuple[str, ...]
    answers: np.ndarray
    raw_answers: np.ndarray
    item_points: Mapping[str, tuple[float, float]]
    item_labels: Mapping[str, str]
    item_scale: Mapping[str, str]
    item_dimension: Mapping[str, str]
    scales: Mapping[str, Scale]
    scores: Mapping[str, np.ndarray]
    categories: Mapping[str, tuple[str | None, ...]]
    category_order: Mapping[str, tuple[str, ...]]
    multiple_answers: Mapping[str, MultipleAnswers]
    labels: Mapping[str, str]
    before_removal: Prepared | None = None

    @property
    def respondents(self) -> int:
        return int(self.row_numbers.shape[0])

    def scale_answers(self, scale: str) -> np.ndarray:
        """(n, k) answers of one scale's included items, nan where not answered."""
        position = {name: j for j, name in enumerate(self.item_names)}
        return self.answers[:, [position[item] for item in self.scales[scale].items]]


def prepare(study: Study) -> Prepared:
    """Turn a study into numbers.

    Rows that fail a screening are counted under the first screening they fail. Raises UnusableInput
    when an item is reversed without declared points, or when two columns claim one scale score.
    """
    rows, excluded = _screen(study)
    prepared = _prepare_rows(study, rows, excluded)
    full = _with_left_out_items(study, prepared)
    return prepared if full is None else replace(prepared, before_removal=_prepare_rows(full, rows, excluded))


def _with_left_out_items(study: Study, prepared: Prepared) -> Study | None:
    """The study with the items put back that were left out of a scale which is still analysed."""
    analysed = {scale.name for scale in prepared.scales.values() if scale.items}
    back = {
        header: replace(entry, included=True)
        for header, entry in study.codebook.columns.items()
        if entry.role == "item" and not entry.included and entry.scale in analysed
        if header in study.table.headers and (entry.points or not entry.reverse)
    }
    if not back:
        return None
    columns = {header: back.get(header, entry) for header, entry in study.codebook.columns.items()}
    return replace(study, codebook=replace(study.codebook, columns=columns))


def _prepare_rows(study: Study, rows: np.ndarray, excluded: tuple[Exclusion, ...]) -> Prepared:
    codebook = study.codebook
    items = _included(codebook, study.table, "item")
    raw = _coded_answers(study.table, items, rows)
    answers = _range_checked_and_reversed(raw, list(items.values()))
    scales, scores = _scale_scores(study, items, answers, rows)
    categories = _categories(study, rows)
    entries = list(items.values())
    return Prepared(
        codebook=codebook,
        rows_read=study.table.row_count,
        excluded=excluded,
        row_numbers=np.asarray(study.table.row_numbers, dtype=np.int64)[rows],
        item_names=tuple(entry.name for entry in entries),
        answers=answers,
        raw_answers=raw,
        item_points={entry.name: entry.points for entry in entries if entry.points is not None},
        item_labels={entry.name: entry.label or header for header, entry in items.items()},
        item_scale={entry.name: entry.scale for entry in entries},
        item_dimension={entry.name: entry.dimension for entry in entries if entry.dimension},
        scales=scales,
        scores=scores,
        categories=categories,
        category_order=_category_order(codebook, categories),
        multiple_answers=_multiple_answers(study, rows),
        labels={entry.name: entry.label or header for header, entry in codebook.columns.items()},
    )


def _included(codebook: Codebook, table: CellTable, *roles: str) -> dict[str, ColumnEntry]:
    """Included columns of some roles that the table still holds, in codebook order."""
    held = set(table.headers)
    return {
        header: entry
        for header, entry in codebook.columns.items()
        if entry.role in roles and entry.included and header in held
    }


def _screen(study: Study) -> tuple[np.ndarray, tuple[Exclusion, ...]]:
    """Positions of the rows that stay, and how many each screening left out."""
    stays = np.ones(study.table.row_count, dtype=bool)
    excluded = []
    for screening in study.codebook.screening:
        keep = {level_text(kept) for kept in screening.keep}
        cells = study.table.column(screening.column)
        passes = np.fromiter((level_text(cell) in keep for cell in cells), dtype=bool, count=len(cells))
        excluded.append(Exclusion(screening.reason or screening.column, int(np.sum(stays & ~passes))))
        stays &= passes
    return np.flatnonzero(stays), tuple(excluded)


def cell_numbers(cells: Sequence[Cell], answers: Mapping[str, float]) -> dict[Cell, float]:
    """The number of each distinct cell: by the answer words first, else read as a number; nan when neither."""
    words = {text.strip(): float(number) for text, number in answers.items()}
    texts = {cell: cell_text(cell) for cell in set(cells)}
    read = read_numbers(cell for cell, text in texts.items() if text not in words)
    by_text = {cell_text(cell): value for cell, value in read.values.items()}
    return {cell: words.get(text, by_text.get(text, np.nan)) for cell, text in texts.items()}


def _coded_column(cells: Sequence[Cell], entry: ColumnEntry) -> np.ndarray:
    """Numbers of one column; each distinct cell is understood once."""
    numbers = cell_numbers(cells, entry.answers)
    return np.fromiter(map(numbers.__getitem__, cells), dtype=np.float64, count=len(cells))


def _coded_answers(table: CellTable, items: Mapping[str, ColumnEntry], rows: np.ndarray) -> np.ndarray:
    coded = np.empty((len(rows), len(items)), dtype=np.float64)
    for j, (header, entry) in enumerate(items.items()):
        coded[:, j] = _coded_column(table.column(header), entry)[rows]
    return coded


def _range_checked_and_reversed(raw: np.ndarray, entries: list[ColumnEntry]) -> np.ndarray:
    """Answers outside the declared points become nan; reversed items become low + high - answer."""
    answers = raw.copy()
    for j, entry in enumerate(entries):
        if entry.points is None:
            if entry.reverse:
                raise UnusableInput("reverse_without_points", column=entry.name)
            continue
        low, high = entry.points
        answers[:, j] = _within(raw[:, j], entry.points)
        if entry.reverse:
            answers[:, j] = low + high - answers[:, j]
    return answers


def _within(column: np.ndarray, points: tuple[float, float]) -> np.ndarray:
    low, high = points
    return np.where((column < low) | (column > high), np.nan, column)


def missing_cells(study: Study) -> int:
    """Cells of included items and scores that are empty or count as missing, in all rows, screened out or not."""
    missing = 0
    for header, entry in _included(study.codebook, study.table, "item", "score").items():
        column = _coded_column(study.table.column(header), entry)
        if entry.role == "item" and entry.points is not None:
            column = _within(column, entry.points)
        missing += int(np.isnan(column).sum())
    return missing


def scale_score(answers: np.ndarray, score: str, missing: str) -> np.ndarray:
    """Score of each respondent, (n,), from the answers (n, k) to one scale.

    listwise: nan where any item is missing. prorated: the mean of those answered (times k for a sum)
    where at least 80 % are answered, else nan.
    """
    answered = np.sum(~np.isnan(answers), axis=1)
    items = answers.shape[1]
    needed = items if missing == "listwise" else int(np.ceil(PRORATED_SHARE * items))
    enough = answered >= needed
    total = np.nansum(answers, axis=1)
    # One division only: a prorated sum that is a whole number stays one, and ties stay ties.
    summed = total if score == "mean" else total * items
    return np.divide(summed, answered, out=np.full(len(total), np.nan), where=enough)


def _scale_scores(
    study: Study, items: Mapping[str, ColumnEntry], answers: np.ndarray, rows: np.ndarray
) -> tuple[dict[str, Scale], dict[str, np.ndarray]]:
    settings = study.codebook.settings
    entries = list(items.values())
    scales: dict[str, Scale] = {}
    scores: dict[str, np.ndarray] = {}
    for header, entry in _included(study.codebook, study.table, "item", "score").items():
        name = entry.scale or (entry.name if entry.role == "score" else "")
        if not name or (entry.role == "item" and name in scales and scales[name].items):
            continue
        if name in scales:
            raise UnusableInput("scale_claimed_twice", scale=name, column=header)
        if entry.role == "score":
            scores[name] = _score_column(study.table.column(header), entry)[rows]
            low, high = entry.points or (None, None)
            scales[name] = Scale(name, (), low, high)
            continue
        members = [j for j, other in enumerate(entries) if other.scale == name]
        scores[name] = scale_score(answers[:, members], settings.score, settings.missing)
        scales[name] = _scale(name, [entries[j] for j in members], settings.score)
    return scales, scores


def _score_column(cells: Sequence[Cell], entry: ColumnEntry) -> np.ndarray:
    column = _coded_column(cells, entry)
    if entry.points is not None and entry.reverse:
        return entry.points[0] + entry.points[1] - column
    return column


def _scale(name: str, entries: list[ColumnEntry], score: str) -> Scale:
    ends = [entry.points for entry in entries if entry.points is not None]
    item_names = tuple(entry.name for entry in entries)
    if len(ends) < len(entries):
        return Scale(name, item_names, None, None)
    divisor = len(entries) if score == "mean" else 1
    return Scale(
        name, item_names, sum(low for low, _ in ends) / divisor, sum(high for _, high in ends) / divisor
    )


def _categories(study: Study, rows: np.ndarray) -> dict[str, tuple[str | None, ...]]:
    found = {}
    for header, entry in _included(study.codebook, study.table, "demographic", "group").items():
        if not entry.takes_several:
            texts = category_texts(study.table.column(header), entry)
            found[entry.name] = tuple(texts[i] for i in rows)
    return found


def _multiple_answers(study: Study, rows: np.ndarray) -> dict[str, MultipleAnswers]:
    found = {}
    boxes: dict[str, list[tuple[ColumnEntry, list[Cell]]]] = {}
    for header, entry in _included(study.codebook, study.table, "demographic").items():
        if not entry.takes_several:
            continue
        column = study.table.column(header)
        cells = [column[i] for i in rows]
        if entry.option_of:
            boxes.setdefault(entry.option_of, []).append((entry, cells))
        else:
            found[entry.name] = multiple_answers(cells, entry)
    return {**found, **{question: ticked_options(columns) for question, columns in boxes.items()}}


def _category_order(
    codebook: Codebook, categories: Mapping[str, tuple[str | None, ...]]
) -> dict[str, tuple[str, ...]]:
    by_name = {entry.name: entry for entry in codebook.columns.values()}
    model = codebook.model
    return {
        name: ordered_categories(values, by_name[name], model.group_levels if name == model.group else ())
        for name, values in categories.items()
    }

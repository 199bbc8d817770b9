"""Flags of response quality."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.statistics import quality
from analysis.statistics.quality import FlaggedRow, duplicates, straight_lines
from analysis.statistics.unavailable import NotPossible
from analysis.study.table import Cell
from tests.reference.studies import StudyPlan, prepared_table, retail

PLAN = StudyPlan({"A": ("a", "b", "c", "d", "e")}, (1, 5), reverse=("e",), demographics=("sex",))


def prepared(rows: list[list[Cell]]) -> quality.QualityResult:
    columns = dict(zip(("a", "b", "c", "d", "e", "sex"), map(list, zip(*rows, strict=True)), strict=True))
    return quality.compute(prepared_table(columns, PLAN))


def test_each_flag_is_found_and_names_the_row_of_the_spreadsheet() -> None:
    found = prepared(
        [
            [1, 2, 3, 4, 5, "m"],
            [3, 3, 3, 3, 3, "m"],
            [1, 2, 3, 4, 5, "m"],
            [1, 2, 9, 4, 5, "f"],
            [1, None, None, 4, 5, "f"],
            [1, 2, 3, 4, 5, "f"],
        ]
    )
    assert found.flagged == (
        FlaggedRow(3, ("straight_line",)),
        FlaggedRow(4, ("duplicate",)),
        FlaggedRow(5, ("out_of_range",)),
        FlaggedRow(6, ("missing",)),
    )
    assert (found.straight_liners, found.duplicates, found.out_of_range, found.much_missing) == (1, 1, 1, 1)
    # Two missing cells and the one that cannot be used, of thirty.
    assert found.missing_share == pytest.approx(3 / 30)
    assert found.n == 6
    assert found.missing.by_item == {"a": 0, "b": 1, "c": 2, "d": 0, "e": 0}
    assert found.missing.complete == 4


def test_exactly_80_percent_answered_is_not_much_missing() -> None:
    found = prepared([[1, 2, 3, 4, None, "m"], [2, 2, 3, None, None, "m"]])
    assert [row.row for row in found.flagged] == [3]


def test_the_same_answer_is_a_straight_line_before_reversal() -> None:
    answers = np.array([[4.0, 4, 4], [4, 4, 2], [np.nan, 4, 4], [np.nan] * 3])
    assert straight_lines(answers).tolist() == [True, False, False, False]


def test_every_repetition_after_the_first_counts_and_empty_rows_do_not() -> None:
    rows = np.array(
        [
            [1.0, np.nan],
            [1, np.nan],
            [1, 2],
            [1, np.nan],
            [np.nan, np.nan],
            [np.nan, np.nan],
            [-0.0, 1],
            [0, 1],
        ]
    )
    assert duplicates(rows).tolist() == [False, True, False, True, False, False, False, True]


def test_a_study_without_items_or_respondents_is_refused() -> None:
    with pytest.raises(NotPossible):
        quality.compute(prepared_table({"sex": ["m"]}, StudyPlan({}, (1, 5), demographics=("sex",))))
    with pytest.raises(NotPossible):
        quality.compute(prepared_table({"a": []}, StudyPlan({"A": ("a",)}, (1, 5))))


def test_the_missing_share_of_a_study() -> None:
    found = quality.compute(retail())
    assert found.missing_share == pytest.approx(9 / (207 * 17))
    assert found.out_of_range == 0

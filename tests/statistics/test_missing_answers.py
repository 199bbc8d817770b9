"""The pattern of missing answers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analysis.statistics.missing_answers import MOST_PATTERNS, MissingPattern, missing_answers

NA = np.nan


def test_items_left_out_together_are_one_pattern() -> None:
    answers = np.array([[1, 2, 3], [NA, 2, NA], [1, NA, 3], [NA, 1, NA], [1, 2, 3], [NA, 2, 3]])
    found = missing_answers(answers, ("a", "b", "c"))
    assert found.by_item == {"a": 3, "b": 1, "c": 2}
    assert found.complete == 2
    assert found.patterns == (
        MissingPattern(("a", "c"), 2),
        MissingPattern(("a",), 1),
        MissingPattern(("b",), 1),
    )


def test_nothing_missing() -> None:
    found = missing_answers(np.ones((3, 2)), ("a", "b"))
    assert (found.complete, found.patterns, found.patterns_found) == (3, (), 0)


@given(hnp.arrays(np.bool_, st.tuples(st.integers(1, 60), st.integers(1, 12))))
def test_patterns_account_for_every_respondent_in_any_order(absent: np.ndarray) -> None:
    names = tuple(f"Q{j}" for j in range(absent.shape[1]))
    answers = np.where(absent, NA, 1.0)
    found = missing_answers(answers, names)
    assert missing_answers(answers[::-1], names) == found
    assert found.by_item == {name: int(absent[:, j].sum()) for j, name in enumerate(names)}
    distinct = {tuple(row) for row in absent.tolist() if any(row)}
    assert found.patterns_found == len(distinct)
    if len(distinct) <= MOST_PATTERNS:
        assert found.complete + sum(pattern.n for pattern in found.patterns) == len(absent)

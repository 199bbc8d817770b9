"""Items that run against their scale: which side of a scale counts as the other way round."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.study.reversed_items import looks_reversed
from tests.study.tables import correlated

POSITIVE = ("I find real enjoyment in my work", "Most days I am enthusiastic about my work")
NEGATIVE = ("I am not satisfied with my job", "I would never choose this job again")


@pytest.mark.parametrize("turned", [frozenset({1, 3}), frozenset({0, 2}), frozenset({0, 1})])
def test_of_two_equal_sides_the_one_that_says_no_is_suspected(turned: frozenset[int]) -> None:
    answers = np.array(correlated(120, 4, [1, 2, 3, 4, 5, 6, 7], turned=turned), dtype=float).T
    positive, negative = iter(POSITIVE), iter(NEGATIVE)
    sentences = [next(negative) if j in turned else next(positive) for j in range(4)]
    found = looks_reversed(answers, sentences)
    assert {suspicion.position for suspicion in found} == turned
    assert all(suspicion.worded for suspicion in found)


def test_the_smaller_side_is_suspected_whatever_its_words() -> None:
    answers = np.array(correlated(120, 4, [1, 2, 3, 4, 5], turned=frozenset({2})), dtype=float).T
    found = looks_reversed(answers, [*NEGATIVE, POSITIVE[0], NEGATIVE[0]])
    assert [suspicion.position for suspicion in found] == [2]

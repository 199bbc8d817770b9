"""The sentences of comparison and assumptions over 1,000 random studies; minutes, so outside the ordinary run."""

from __future__ import annotations

import pytest

from tests.reporting import test_assumption_sentences as assumptions
from tests.reporting import test_comparison_sentences as comparison

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", range(1000))
def test_comparison_sentences(seed: int) -> None:
    comparison.test_difference_is_true_and_a_changed_number_is_noticed(seed)
    comparison.test_conclusion_and_interval_point_the_same_way(seed)
    comparison.test_effect_variances_ranks_and_adjustment_follow_their_tests(seed)


@pytest.mark.parametrize("seed", range(1000))
def test_assumption_sentences(seed: int) -> None:
    assumptions.test_each_sentence_follows_its_test(seed)
    assumptions.test_conclusion_counts_the_deciding_checks(seed)

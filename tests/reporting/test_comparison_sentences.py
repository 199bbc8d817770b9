"""Each sentence of the comparison says what its numbers say, and fails when a number is changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from analysis.chapter import chapter_results
from analysis.reporting import comparison_sentences as words
from analysis.reporting.effect_size_figure import size_word
from analysis.reporting.language import language
from analysis.statistics.comparison import ComparisonResult, VariableComparison
from analysis.statistics.rank_tests import MannWhitney
from analysis.statistics.unavailable import Unavailable
from tests.reporting.random_studies import OUTCOME, SEEDS, random_study
from tests.reporting.sentence_reading import claim, says

INDONESIAN = language("id")


@cache
def comparison(seed: int) -> ComparisonResult:
    result = chapter_results(random_study(seed))["comparison"]
    assert isinstance(result, ComparisonResult)
    return result


def outcome(result: ComparisonResult) -> VariableComparison:
    found = result.variables[OUTCOME]
    assert isinstance(found, VariableComparison)
    return found


def difference_is_true(text: str, found: VariableComparison, alpha: float) -> bool:
    return (
        claim(text).significant == (found.welch.p < alpha)
        and all(says(group.mean, text, 2) for group in found.groups.values())
        and says(found.hedges_g.value, text)
        and says(found.hedges_g.ci_low, text)
        and says(found.n, text, 0)
        and size_word(found.hedges_g.value, INDONESIAN) in text
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_difference_is_true_and_a_changed_number_is_noticed(seed: int) -> None:
    result = comparison(seed)
    found = outcome(result)
    text = words.difference_sentence(OUTCOME, found, result.alpha, INDONESIAN).plain()
    assert difference_is_true(text, found, result.alpha)
    opposite = 0.0 if found.welch.p >= result.alpha else 1.0
    for changed in (
        replace(found, welch=replace(found.welch, p=opposite)),
        replace(found, hedges_g=replace(found.hedges_g, value=found.hedges_g.value + 0.01)),
        replace(found, n=found.n + 1),
    ):
        assert not difference_is_true(text, changed, result.alpha)


@pytest.mark.parametrize("seed", SEEDS)
def test_conclusion_and_interval_point_the_same_way(seed: int) -> None:
    result = comparison(seed)
    found = outcome(result)
    conclusion = words.conclusion(OUTCOME, found, result.alpha, INDONESIAN).plain()
    interval = words.what_the_interval_says(found, result.alpha, INDONESIAN).plain()
    assert claim(conclusion).significant == (found.welch.p < result.alpha)
    assert says(found.welch.t, conclusion)
    excludes_zero = found.welch.ci_low > 0 or found.welch.ci_high < 0
    assert ("lebih tinggi" in interval) == excludes_zero == (found.welch.p < result.alpha)
    if excludes_zero:
        first, second = found.groups
        higher = first if found.groups[first].mean > found.groups[second].mean else second
        assert interval.startswith(f"Skor {higher} ")


@pytest.mark.parametrize("seed", SEEDS)
def test_effect_variances_ranks_and_adjustment_follow_their_tests(seed: int) -> None:
    result = comparison(seed)
    found = outcome(result)
    effect = words.effect_remark(found, INDONESIAN).plain()
    assert ("memuat nol" in effect and "tidak memuat nol" not in effect) == (
        found.hedges_g.ci_low <= 0 <= found.hedges_g.ci_high
    )
    variances = words.variances_sentence(found, result.alpha, INDONESIAN).plain()
    assert ("tidak menunjukkan indikasi" in variances) == (found.levene.p >= result.alpha)
    assert says(found.levene.f, variances)
    ranks = found.mann_whitney
    assert isinstance(ranks, MannWhitney)
    by_ranks = words.rank_sentence(OUTCOME, ranks, result.alpha, result.levels, INDONESIAN).plain()
    assert ("cenderung lebih tinggi" in by_ranks) == (ranks.p < result.alpha)
    assert says(ranks.z, by_ranks)
    assert says(ranks.rank_biserial, by_ranks)
    if not isinstance(found.ancova, Unavailable):
        adjusted = words.adjusted_sentence(OUTCOME, found, result.alpha, INDONESIAN).plain()
        assert ("tetap signifikan" in adjusted) == (found.ancova.p < result.alpha)
        assert says(found.ancova.difference, adjusted, 2)

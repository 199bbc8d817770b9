"""Each sentence on the assumptions says what its test says."""

from __future__ import annotations

import pytest

from analysis.chapter import chapter_results
from analysis.reporting import assumption_sentences as words
from analysis.reporting.assumption_checks import checks, deciding_checks, durbin_watson_met
from analysis.reporting.language import language
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.influence import Influence
from analysis.statistics.multicollinearity import Collinearity, Multicollinearity
from analysis.statistics.normality import Normality
from tests.reporting.random_studies import SEEDS, random_study
from tests.reporting.sentence_reading import says

INDONESIAN = language("id")


def assumptions(seed: int) -> AssumptionsResult:
    result = chapter_results(random_study(seed))["assumptions"]
    assert isinstance(result, AssumptionsResult)
    return result


@pytest.mark.parametrize("seed", SEEDS)
def test_each_sentence_follows_its_test(seed: int) -> None:
    result = assumptions(seed)
    alpha = random_study(seed).codebook.settings.alpha
    assert isinstance(result.normality, Normality)
    assert result.normality.shapiro_wilk is not None
    normal = words.normality(result.normality, alpha, INDONESIAN).plain()
    assert normal.startswith("Tidak ditemukan") == (result.normality.shapiro_wilk.p > alpha)
    assert isinstance(result.heteroscedasticity, Heteroscedasticity)
    spread = words.heteroscedasticity(result.heteroscedasticity, alpha, INDONESIAN).plain()
    assert spread.startswith("Tidak ditemukan") == (result.heteroscedasticity.breusch_pagan.p > alpha)
    assert says(result.heteroscedasticity.breusch_pagan.lm, spread)
    assert isinstance(result.multicollinearity, Multicollinearity)
    collinear = words.multicollinearity(result.multicollinearity, INDONESIAN).plain()
    largest = max(value.vif for value in result.multicollinearity.predictors.values())
    if len(result.predictors) > 1:
        assert says(largest, collinear)
        assert collinear.startswith("Tidak ada") == (largest < 10)
    assert isinstance(result.influence, Influence)
    influence = words.influence(result.influence, INDONESIAN).plain()
    assert says(len(result.influence.flagged), influence, 0) or not result.influence.flagged
    assert says(result.influence.max_cook, influence)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_deciding_vif_is_the_one_of_the_sentence(seed: int) -> None:
    result = assumptions(seed)
    assert isinstance(result.multicollinearity, Multicollinearity)
    deciding = deciding_checks(result, random_study(seed).codebook.settings.alpha, INDONESIAN)
    shown = [check for check in deciding if check.statistic_name == "VIF"]
    if len(result.predictors) > 1:
        assert [check.test for check in shown] == [result.multicollinearity.most_collinear]
        assert f"({shown[0].test})" in words.multicollinearity(result.multicollinearity, INDONESIAN).plain()


def test_of_equal_vifs_the_first_is_named() -> None:
    vifs = {"Layanan": 1.25, "Harga": 1.25 * (1 + 1e-15), "Lokasi": 1.1}
    found = Multicollinearity(
        50, {name: Collinearity(1 / vif, vif) for name, vif in vifs.items()}, 9.0, (1, 9)
    )
    assert found.most_collinear == "Layanan"


@pytest.mark.parametrize("seed", SEEDS)
def test_conclusion_counts_the_deciding_checks(seed: int) -> None:
    result = assumptions(seed)
    alpha = random_study(seed).codebook.settings.alpha
    deciding = deciding_checks(result, alpha, INDONESIAN)
    concerned = [check for check in deciding if check.met is False]
    text = words.conclusion(deciding, concerned, INDONESIAN).plain()
    assert ("tidak ditemukan indikasi" in text) == (not concerned)
    assert len({check.assumption for check in deciding}) == len(deciding)
    every = checks(result, alpha, INDONESIAN)
    counted = words.counted(every, INDONESIAN).plain()
    found = sum(check.met is False for check in every)
    assert counted.startswith("Tidak satu pun") == (found == 0)
    assert says(len(every), counted, 0)


@pytest.mark.parametrize(("d", "met"), [(2.0, True), (1.0, False), (3.1, False), (1.65, None), (2.35, None)])
def test_durbin_watson_has_an_inconclusive_zone(d: float, met: bool | None) -> None:
    found = Autocorrelation(n=100, durbin_watson=d, d_lower=1.61, d_upper=1.74, p=None)
    assert durbin_watson_met(found) is met
    text = words.autocorrelation(found, INDONESIAN).plain()
    opening = {True: "Tidak ditemukan indikasi", False: "Ditemukan indikasi", None: "Tidak dapat disimpulkan"}
    assert text.startswith(opening[met])
    assert says(d, text)


@pytest.mark.parametrize(("alpha", "limit"), [(0.05, 0.2), (0.3, None)])
def test_lilliefors_p_is_printed_up_to_where_its_tables_end(alpha: float, limit: float | None) -> None:
    found = {check.test: check.p_at_least for check in checks(assumptions(1), alpha, INDONESIAN)}
    assert found["Lilliefors"] == limit
    assert found["Shapiro-Wilk"] is None

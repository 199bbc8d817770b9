"""Notes say what really happened: who is left out and why, which test does not exist."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.chapter import section_view
from analysis.reporting import assumption_sentences, comparison, comparison_sentences
from analysis.reporting.assumption_checks import heteroscedasticity_checks
from analysis.reporting.exhibit import Exhibit
from analysis.reporting.language import language
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.comparison import ComparisonResult, VariableComparison
from analysis.statistics.homogeneity import Levene
from analysis.study.codebook import Codebook, ColumnEntry, Model, Screening, Settings
from analysis.study.study import Study
from analysis.study.table import Cell, CellTable
from tests.reporting.materials import retail_material, retail_results

ENGLISH = language("en")
DOES_NOT_EXIST = Levene(float("nan"), 1, 2, float("nan"))


def small_study(levels: tuple[str | None, ...], missing: int = 0) -> Study:
    """Two scales, the first with an item that does not vary and the second with one item only."""
    random = np.random.default_rng(4)
    n = len(levels)
    columns: dict[str, tuple[Cell, ...]] = {
        name: tuple(int(value) for value in random.integers(1, 6, n)) for name in ("A1", "A2", "B1")
    }
    columns["A1"] = (None,) * missing + columns["A1"][missing:]
    columns["A3"] = (3,) * n
    columns["G"] = levels
    entries = {
        name: ColumnEntry("item", name, scale=name[0], points=(1, 5)) for name in ("A1", "A2", "A3", "B1")
    }
    entries["G"] = ColumnEntry("group", "G")
    model = Model(outcome="A", predictors=("B",), group="G", group_levels=("p", "q"))
    table = CellTable(tuple(columns), tuple(columns.values()), tuple(range(2, n + 2)))
    codebook = Codebook(entries, model=model, settings=Settings(bootstrap=0))
    return Study("Small", table, codebook, table.fingerprint())


def cards(study: Study, section: str) -> dict[str, Exhibit]:
    return {card.key: card for card in section_view(study, section, ENGLISH).exhibits}


def notes(card: Exhibit) -> list[str]:
    return [note.plain() for note in card.notes]


def test_members_of_a_third_group_are_not_said_to_have_missing_answers() -> None:
    shown = notes(cards(small_study(("p", "q", "r") * 8, missing=1), "comparison")["independent_samples"])
    assert "8 respondents are in other groups, which are not compared here." in shown
    assert "1 respondent is left out because an answer is missing." in shown


def test_a_level_of_one_is_left_out_for_its_size_only() -> None:
    study = small_study((*("p", "q", "r") * 8, "alone"))
    shown = notes(cards(study, "comparison")["oneway_1"])
    assert "Left out because fewer than two respondents are in it: alone." in shown
    assert not [note for note in shown if "missing" in note]


def test_an_item_that_does_not_vary_is_named_where_it_is_left_out() -> None:
    shown = cards(small_study(("p", "q") * 12), "instrument")
    for key in ("reliability", "factorability", "factor_loadings"):
        assert "Left out because everybody gave the same answer: A3." in notes(shown[key]), key


def test_the_lines_in_spss_and_r_leave_scales_of_one_item_out() -> None:
    shown = cards(small_study(("p", "q") * 12), "instrument")
    for key in ("validity", "reliability"):
        computation = shown[key].computation
        assert computation is not None
        assert "A1" in computation.spss
        assert "B1" not in computation.spss
        assert "B1" not in computation.r


def without_levene() -> ComparisonResult:
    result = retail_results()["comparison"]
    assert isinstance(result, ComparisonResult)
    found = result.variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    changed = replace(found, levene=DOES_NOT_EXIST, brown_forsythe=DOES_NOT_EXIST)
    return replace(result, variables={**result.variables, "Loyalty": changed})


@pytest.mark.parametrize("code", ["id", "en"])
def test_a_levene_test_that_does_not_exist_decides_nothing(code: str) -> None:
    shown = {
        card.key: card
        for card in comparison.view(retail_material(code, {"comparison": without_levene()})).exhibits
    }
    assert "levene_convention" not in shown
    card = shown["independent_samples"]
    assert not [note for note in notes(card) if "Brown-Forsythe" in note]
    found = without_levene().variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    said = comparison_sentences.variances_sentence(found, 0.05, language(code))
    assert said in card.sentences
    assert "Sig." not in said.plain()


def test_auxiliary_regressions_that_leave_no_residual_are_no_tests() -> None:
    result = retail_results()["assumptions"]
    assert isinstance(result, AssumptionsResult)
    found = result.heteroscedasticity
    none = {name: replace(slope, t=float("nan"), p=float("nan")) for name, slope in found.glejser.items()}
    changed = replace(result, heteroscedasticity=replace(found, glejser=none))
    tests = [check.test for check in heteroscedasticity_checks(changed, 0.05, ENGLISH)]
    assert tests == ["Breusch-Pagan (Koenker)", "White"]


def test_one_predictor_has_no_other_variables_and_no_joint_effect() -> None:
    study = small_study(("p", "q") * 12)
    view = section_view(study, "regression", ENGLISH)
    said = [sentence.plain() for card in view.exhibits for sentence in card.sentences]
    assert view.remark is None
    assert not [text for text in said if "other variables" in text or "joint" in text]
    assert [text for text in said if text.startswith("One point more B goes with ")]
    assert [text for text in said if text.startswith("The independent variable does not have")]


def test_a_table_of_tests_is_left_out_where_no_test_exists() -> None:
    study = small_study(("p", "q") * 12)
    binary = tuple(1 + i % 2 for i in range(24))
    columns = tuple(
        binary if header == "B1" else cells
        for header, cells in zip(study.table.headers, study.table.columns, strict=True)
    )
    shown = cards(replace(study, table=replace(study.table, columns=columns)), "assumptions")
    assert [table.key for table in shown["linearity"].tables] == ["straight_lines"]


@pytest.mark.parametrize(
    ("entered", "used", "expected"),
    [
        (3, 2, "Of 3 respondents who entered, 1 did not pass the screening, which leaves 2 to analyse."),
        (2, 2, "All 2 respondents who entered are analysed."),
        (1, 1, "The only respondent who entered (1) is analysed."),
    ],
)
def test_the_flow_of_respondents_counts_one_as_one(entered: int, used: int, expected: str) -> None:
    study = small_study((*("p",) * used, *("q",) * (entered - used)))
    keep = Screening("G", ("p",), "only p")
    screened = replace(study, codebook=replace(study.codebook, screening=(keep,)))
    assert section_view(screened, "respondents", ENGLISH).conclusion.plain() == expected


def test_levene_at_exactly_alpha_is_read_alike_in_the_sentence_and_in_the_convention() -> None:
    result = retail_results()["comparison"]
    assert isinstance(result, ComparisonResult)
    found = result.variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    at_alpha = replace(found, levene=replace(found.levene, p=result.alpha))
    changed = replace(result, variables={**result.variables, "Loyalty": at_alpha})
    shown = {
        card.key: card for card in comparison.view(retail_material("en", {"comparison": changed})).exhibits
    }
    said = shown["independent_samples"].sentences[-1].plain()
    assert said.startswith("Levene's test gives no indication of unequal variances")
    values = shown["levene_convention"].two_values
    assert values is not None
    assert "first row" in values.convention.remark


def test_nearly_all_of_a_predictor_is_not_rounded_to_all_of_it() -> None:
    result = retail_results()["assumptions"]
    assert isinstance(result, AssumptionsResult)
    found = result.multicollinearity
    nearly = {name: replace(value, tolerance=1e-5, vif=1e5) for name, value in found.predictors.items()}
    said = assumption_sentences.multicollinearity(replace(found, predictors=nearly), ENGLISH).plain()
    assert "explain 99.999% of it" in said

"""The exhibit of several models: its figures are those of the results, its sentence names the right model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.reporting.exhibit import Exhibit, Label, Quantity
from analysis.reporting.language import LanguageCode, language
from analysis.reporting.material import Material
from analysis.reporting.model_comparison import model_comparison_exhibit
from analysis.statistics.regression import RegressionResult
from analysis.study.codebook import Model
from tests.reference.studies import DATA, RETAIL, read_csv, study_of

SERVICE_ONLY = Model(outcome="Loyalty", predictors=("Customer Service",), name="Service only")
OTHER_OUTCOME = Model(outcome="Community", predictors=("Customer Service",), name="Community")


def material(code: LanguageCode, *alternatives: Model) -> Material:
    study = study_of(read_csv(DATA / "retail.csv"), RETAIL)
    study = study.with_codebook(replace(study.codebook, alternatives=alternatives))
    results = chapter_results(study)
    return Material(study, results.prepared, results, language(code))


def exhibit(*alternatives: Model, code: LanguageCode = "en") -> Exhibit:
    (only,) = model_comparison_exhibit(material(code, *alternatives))
    return only


def test_one_model_has_no_exhibit() -> None:
    assert model_comparison_exhibit(material("en")) == []


def test_every_figure_of_the_table_is_that_of_the_results() -> None:
    given = material("en", SERVICE_ONLY)
    models = given.results["models"].models  # type: ignore[attr-defined]
    table = model_comparison_exhibit(given)[0].tables[0]
    assert [column.spanner for column in table.columns[1:]] == [name for name in models for _ in "BS"]
    for row in table.rows:
        if isinstance(row.cells[0], Label):
            for position, model in enumerate(models.values()):
                coefficient = model.coefficients.get(row.cells[0].text)
                b, p = row.cells[1 + 2 * position], row.cells[2 + 2 * position]
                assert isinstance(b, Quantity)
                assert isinstance(p, Quantity)
                assert b.value == (coefficient.b if coefficient else None)
                assert (p.value, p.kind) == (coefficient.p if coefficient else None, "p")
    by_name = {row.cells[0]: row.cells[1::2] for row in table.rows if isinstance(row.cells[0], str)}
    assert by_name["N"] == tuple(Quantity(model.n, 0) for model in models.values())
    assert by_name["R Square"] == tuple(Quantity(model.r2) for model in models.values())


def test_the_sentence_names_the_model_with_the_largest_adjusted_r_square() -> None:
    given = material("en", SERVICE_ONLY)
    models: dict[str, RegressionResult] = given.results["models"].models  # type: ignore[attr-defined]
    best = max(models, key=lambda name: models[name].r2_adjusted)
    (words,) = model_comparison_exhibit(given)[0].sentences
    assert [run.text for run in words.runs if run.strong] == [best]
    assert f"{models[best].r2_adjusted:.3f}; N = {models[best].n}" in words.plain()


def test_models_of_different_outcomes_are_not_ranked() -> None:
    assert exhibit(OTHER_OUTCOME).sentences == ()


def test_a_model_that_cannot_run_is_named_with_the_reason() -> None:
    found = exhibit(Model(outcome="Loyalty", predictors=("Loyalty",), name="Circular"))
    assert any("Circular" in note.plain() for note in found.notes)
    assert "Circular" not in {column.spanner for column in found.tables[0].columns}


@pytest.mark.parametrize(("code", "title"), [("en", "Models side by side"), ("id", "Model berdampingan")])
def test_the_title_is_in_the_chosen_language(code: LanguageCode, title: str) -> None:
    assert exhibit(SERVICE_ONLY, code=code).title == title


def test_no_model_is_called_the_largest_where_another_prints_the_same() -> None:
    same = replace(RETAIL.model, name="Once more")
    assert exhibit(same).sentences == ()

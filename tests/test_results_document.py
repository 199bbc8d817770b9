"""The one place where the results document departs from the results: the bootstrap inside the regression."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.reporting.language import language
from analysis.results_document import JsonObject, results_document
from analysis.statistics import bootstrap
from tests.reference.studies import DATA, RETAIL, read_csv, study_of


def document(samples: int) -> JsonObject:
    study = study_of(read_csv(DATA / "retail.csv"), RETAIL)
    settings = replace(study.codebook.settings, bootstrap=samples)
    study = study.with_codebook(replace(study.codebook, settings=settings))
    return results_document(chapter_results(study), language("en"))


def test_the_intervals_of_the_bootstrap_stand_inside_the_regression() -> None:
    made = document(100)
    assert "bootstrap" not in made
    assert set(made["regression"]["bootstrap"]) == set(made["regression"]["coefficients"])


def test_switched_off_it_is_null_and_nothing_is_said() -> None:
    made = document(0)
    assert made["regression"]["bootstrap"] is None
    assert "bootstrap" not in {notice["where"] for notice in made["notices"]}


def test_refused_it_is_null_and_a_notice_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "MOST_RESPONDENTS", 50)
    made = document(100)
    assert made["regression"]["bootstrap"] is None
    (notice,) = [notice for notice in made["notices"] if notice["where"] == "bootstrap"]
    assert notice["code"] == "too_many_respondents"
    assert "50" in notice["message"]

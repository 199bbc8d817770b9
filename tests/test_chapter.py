"""Results are kept by fingerprint: whatever changes a result has to change its fingerprint too."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache

import pytest

from analysis.chapter import ANALYSES, Analysis
from analysis.study.codebook import Codebook, Hypothesis, Model, Settings
from analysis.study.preparation import Prepared, prepare
from analysis.study.study import Study
from tests.reference.studies import DATA, RETAIL, read_csv, study_of

OTHER_SETTINGS: dict[str, object] = {
    "alpha": 0.2,
    "score": "mean",
    "missing": "prorated",
    "validity_df": "n",
    "reliability_cut": 0.99,
    "bootstrap": 150,
    "seed": 2,
    "row_order": "time",
    "class_count": 3,
}
OTHER_MODEL: dict[str, object] = {
    "outcome": "Community",
    "predictors": ("Loyalty Program",),
    "group": "frequency",
    "group_levels": ("no", "yes"),
    "attachment": "Loyalty Program",
    "repeat_purchase": "Community",
    "hypotheses": (Hypothesis("H1", "Community", "Ada pengaruh."),),
    "name": "Model utama",
}
CHANGES = [
    *(("settings", name, value) for name, value in OTHER_SETTINGS.items()),
    *(("model", name, value) for name, value in OTHER_MODEL.items()),
]


@cache
def study() -> Study:
    """Everything can be computed: an item is left out, and a second model stands beside the main one."""
    retail = study_of(read_csv(DATA / "retail.csv"), RETAIL)
    columns = dict(retail.codebook.columns)
    left_out = next(header for header, entry in columns.items() if entry.name == "CS5")
    columns[left_out] = replace(columns[left_out], included=False, reason="tidak dipahami")
    codebook = replace(
        retail.codebook,
        columns=columns,
        settings=replace(retail.codebook.settings, bootstrap=100),
        alternatives=(Model("Loyalty", ("Customer Service",), name="Layanan saja"),),
    )
    return replace(retail, codebook=codebook)


@cache
def changed(part: str, name: str) -> tuple[Study, Prepared]:
    value = {(owner, field): value for owner, field, value in CHANGES}[part, name]
    before = study().codebook
    codebook: Codebook = replace(before, **{part: replace(getattr(before, part), **{name: value})})
    after = replace(study(), codebook=codebook)
    return after, prepare(after)


@cache
def computed(analysis: Analysis) -> str:
    return repr(analysis.compute(prepare(study())))


def test_every_setting_and_every_field_of_the_model_is_changed_here() -> None:
    assert set(OTHER_SETTINGS) == {field.name for field in fields(Settings)}
    assert set(OTHER_MODEL) == {field.name for field in fields(Model)}
    assert all(getattr(study().codebook.settings, name) != value for name, value in OTHER_SETTINGS.items())
    assert all(getattr(study().codebook.model, name) != value for name, value in OTHER_MODEL.items())


@pytest.mark.parametrize("analysis", ANALYSES, ids=lambda analysis: analysis.key)
def test_a_result_kept_under_the_same_fingerprint_is_still_the_same(analysis: Analysis) -> None:
    kept = [
        (part, name)
        for part, name, _ in CHANGES
        if analysis.fingerprint(changed(part, name)[0]) == analysis.fingerprint(study())
    ]
    assert kept
    stale = [
        (part, name)
        for part, name in kept
        if repr(analysis.compute(changed(part, name)[1])) != computed(analysis)
    ]
    assert stale == []


@pytest.mark.parametrize("analysis", ANALYSES, ids=lambda analysis: analysis.key)
def test_the_study_of_these_checks_allows_every_analysis(analysis: Analysis) -> None:
    assert "Unavailable(reason='internal_error'" not in computed(analysis)
    assert not computed(analysis).startswith("Unavailable")

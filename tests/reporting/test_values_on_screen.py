"""Figures of the results document that readers look for stand in a table or a note of their section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from functools import cache

import pytest

from analysis.chapter import SECTIONS, section_view
from analysis.reporting.exhibit import Exhibit, Quantity
from analysis.reporting.language import language
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.comparison import ComparisonResult, VariableComparison
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.linearity import Linearity
from analysis.statistics.oneway import OnewayAnova, OnewayResult
from analysis.statistics.regression import RegressionResult
from tests.reporting.materials import retail_results

ENGLISH = language("en")


@cache
def exhibits(section: str) -> dict[str, Exhibit]:
    results = retail_results()
    return {card.key: card for card in section_view(results.study, section, ENGLISH, results).exhibits}


def numbers(card: Exhibit) -> set[float]:
    cells = (cell for table in card.tables for row in table.rows for cell in row.cells)
    return {cell.value for cell in cells if isinstance(cell, Quantity) and cell.value is not None}


def notes(card: Exhibit) -> str:
    return " ".join(note.plain() for note in card.notes)


def test_hc3_stands_in_full_beside_the_ordinary_errors() -> None:
    result = retail_results()["regression"]
    assert isinstance(result, RegressionResult)
    shown = numbers(exhibits("regression")["robustness"])
    for found in result.hc3.values():
        assert {found.se, found.t, found.p, found.ci_low, found.ci_high} <= shown


def test_glejser_and_the_f_form_of_breusch_pagan_stand_with_equal_variance() -> None:
    result = retail_results()["assumptions"]
    assert isinstance(result, AssumptionsResult)
    found = result.heteroscedasticity
    assert isinstance(found, Heteroscedasticity)
    card = exhibits("assumptions")["heteroscedasticity"]
    for slope in found.glejser.values():
        assert set(asdict(slope).values()) <= numbers(card)
    f, p = ENGLISH.number(found.breusch_pagan.f), ENGLISH.p_phrase(found.breusch_pagan.f_p)
    assert f"F = {f}; Sig. {p}." in notes(card)


def test_the_straight_line_of_each_predictor_stands_with_its_deviation() -> None:
    result = retail_results()["assumptions"]
    assert isinstance(result, AssumptionsResult)
    assert isinstance(result.linearity, Linearity)
    shown = numbers(exhibits("assumptions")["linearity"])
    for parts in result.linearity.predictors.values():
        assert parts is not None
        assert {parts.linearity.f, parts.linearity.p} <= shown


def test_brown_forsythe_and_cohens_d_stand_with_the_two_groups() -> None:
    result = retail_results()["comparison"]
    assert isinstance(result, ComparisonResult)
    found = result.variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    cards = exhibits("comparison")
    median = found.brown_forsythe
    assert f"F = {ENGLISH.number(median.f)}; Sig. {ENGLISH.p_phrase(median.p)}." in notes(
        cards["independent_samples"]
    )
    assert f": {ENGLISH.number(found.cohen_d)}." in notes(cards["effect_size"])


def test_tukey_levene_and_omega_squared_stand_with_three_groups() -> None:
    result = retail_results()["oneway"]
    assert isinstance(result, OnewayResult)
    analyses = [scales["Loyalty"] for scales in result.columns.values()]
    cards = [card for key, card in exhibits("comparison").items() if key.startswith("oneway_")]
    for found, card in zip(analyses, cards, strict=True):
        assert isinstance(found, OnewayAnova)
        for pair in found.tukey:
            assert {pair.p, pair.ci_low, pair.ci_high} <= numbers(card)
        assert f"ω² = {ENGLISH.number(found.omega2)}" in notes(card)
        assert f"F = {ENGLISH.number(found.levene.f)}; Sig. {ENGLISH.p_phrase(found.levene.p)}." in notes(
            card
        )


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize(("alpha", "level"), [(0.001, "99.9%"), (0.025, "97.5%"), (0.1, "90%")])
def test_the_level_of_intervals_and_tests_is_never_rounded(alpha: float, level: str) -> None:
    study = retail_results().study
    settings = replace(study.codebook.settings, alpha=alpha, bootstrap=200)
    changed = replace(study, codebook=replace(study.codebook, settings=settings))
    shown = [text for section in SECTIONS for text in texts(section_view(changed, section.key, ENGLISH))]
    assert any(f"CI {level}" in text for text in shown)
    assert not [text for text in shown if "CI 100%" in text or "CI 98%" in text]
    assert not [text for text in shown if "Sig. > 0.00" in text and "Sig. > 0.001" not in text]

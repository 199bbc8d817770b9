"""The lines in SPSS and R ask for the study's own level of confidence, on every screen."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from analysis.chapter import SECTIONS, chapter_results, section_view
from analysis.reporting.exhibit import Computation
from analysis.reporting.language import language
from tests.reporting.materials import retail_results

ASKED = {
    "SPSS": re.compile(r"\bCI\((\.?[\d.]+)\)"),
    "R": re.compile(r"(?:conf\.level|\bci|\blevel) = ([\d.]+)"),
}


@cache
def computations(alpha: float) -> tuple[Computation, ...]:
    study = retail_results().study
    settings = replace(study.codebook.settings, alpha=alpha)
    changed = replace(study, codebook=replace(study.codebook, settings=settings))
    results = chapter_results(changed)
    views = (section_view(changed, section.key, language("en"), results) for section in SECTIONS)
    return tuple(card.computation for view in views for card in view.exhibits if card.computation is not None)


@pytest.mark.parametrize(("alpha", "percent", "share"), [(0.05, "95", "0.95"), (0.1, "90", "0.9")])
def test_every_level_that_is_asked_for_is_the_studys(alpha: float, percent: str, share: str) -> None:
    spss = {level for one in computations(alpha) for level in ASKED["SPSS"].findall(one.spss)}
    r = {level for one in computations(alpha) for level in ASKED["R"].findall(one.r)}
    assert spss == {percent, share}
    assert r == {share}


def test_feldts_interval_takes_the_quantiles_of_the_level() -> None:
    formulas = "\n".join(formula.latex for one in computations(0.1) for formula in one.formulas)
    assert "F_{0.950;" in formulas
    assert "F_{0.050}" in formulas
    assert "p.val = 0.1)" in "\n".join(one.r for one in computations(0.1))

"""The chapter in one sentence and a few figures, taken from its sections; nothing is computed here."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.exhibit import KeyFigure, SectionView
from analysis.reporting.language import Language
from analysis.reporting.sentence import sentence

ANSWERING = ("regression", "comparison", "instrument", "descriptives", "respondents")
"""Whose conclusion answers the study's question, the first that these data allow."""
COUNTED = ("instrument", "regression", "comparison", "loyalty_map", "assumptions", "descriptives")
MOST_FIGURES = 4


def overview(views: Mapping[str, SectionView], name: str, language: Language) -> SectionView:
    """The opening of the whole chapter from its sections by key, at least one.

    Conclusion and verdict are those of the section that answers; each section gives its first key figure.
    """
    possible = {key: view for key, view in views.items() if view.possible}
    answering = next((possible[key] for key in ANSWERING if key in possible), next(iter(views.values())))
    remark = language.gettext(
        "The chapter of this study, section by section. Every sentence leads to its tables and pictures."
    )
    return SectionView(
        key="home",
        name=name,
        verdict=answering.verdict,
        conclusion=answering.conclusion,
        remark=sentence(remark),
        key_figures=_figures(possible),
        exhibits=(),
    )


def _figures(views: Mapping[str, SectionView]) -> tuple[KeyFigure, ...]:
    found = [views[key].key_figures[0] for key in COUNTED if key in views and views[key].key_figures]
    return tuple(found[:MOST_FIGURES])

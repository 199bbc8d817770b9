"""Words for what an edit changed: the fields of a column, a setting or a model, and their values."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.language import Language
from analysis.study.study import Decision

EDITS = frozenset({"edited", "setting", "model"})
"""Steps whose reason is the name of the field that changed."""


def field_word(decision: Decision, language: Language) -> str:
    """What changed; a reason that a person gave stays as it is."""
    if decision.step not in EDITS:
        return decision.reason
    return _fields(language).get(decision.reason, decision.reason)


def value_word(decision: Decision, text: str, language: Language) -> str:
    """A value before or after an edit, as the reader knows it from the screen."""
    if decision.step == "setting":
        return _setting_value(text, language)
    if decision.step == "edited":
        return _column_value(decision.reason, text, language)
    return text


def _setting_value(text: str, language: Language) -> str:
    """A choice by its name, a number with the language's decimal mark."""
    named = choice_words(language).get(text)
    if named is not None:
        return named
    return text.replace(".", ",") if language.code == "id" else text


def _column_value(field: str, text: str, language: Language) -> str:
    if field == "role":
        return role_names(language).get(text, text)
    if field in ("reverse", "included"):
        _ = language.gettext
        return {"1": _("yes"), "0": _("no")}.get(text, text)
    return text


def _fields(language: Language) -> Mapping[str, str]:
    _ = language.gettext
    return {
        "label": _("Question"),
        "role": _("Role"),
        "name": _("Name"),
        "scale": _("Scale"),
        "dimension": _("Dimension"),
        "points": _("Lowest and highest answer"),
        "reverse": _("Reversed"),
        "included": _("Used"),
        "categories": _("Category"),
        "alpha": _("Significance level (alpha)"),
        "reliability_cut": _("Criterion for Cronbach's alpha"),
        "bootstrap": _("Bootstrap samples (0: none)"),
        "seed": _("Seed of random numbers"),
        "validity_df": _("Degrees of freedom of the r table"),
        "score": _("Scale score"),
        "missing": _("When an answer is missing"),
        "row_order": _("Order of the rows"),
        "class_count": _("Classes of a mean"),
        "outcome": _("Outcome (Y)"),
        "predictors": _("Predictors (X)"),
        "group": _("Groups to compare"),
        "group_levels": _("The two groups, first minus second"),
        "attachment": _("Loyalty map: attachment"),
        "repeat_purchase": _("Loyalty map: repeat purchase"),
        "hypotheses": _("Hypotheses"),
    }


def choice_words(language: Language) -> Mapping[str, str]:
    """The choices that a setting offers, by their codes."""
    _ = language.gettext
    return {
        "n-2": "N − 2",
        "n": "N",
        "arbitrary": _("Arbitrary, as in a survey"),
        "time": _("In order of time"),
        "sum": _("Sum of the items"),
        "mean": _("Mean of the items"),
        "listwise": _("Leave that respondent out"),
        "prorated": _("Score from the answered items"),
    }


def role_names(language: Language) -> Mapping[str, str]:
    """What the roles of columns are called, by their codes."""
    _ = language.gettext
    return {
        "item": _("Item"),
        "score": _("Score"),
        "demographic": _("Demographic"),
        "group": _("Group"),
        "timestamp": _("Time"),
        "identifier": _("Identity"),
        "text": _("Free text"),
        "ignored": _("Not analysed"),
    }

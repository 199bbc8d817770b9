"""The settings of the analysis: level, scoring, missing answers, criteria, bootstrap."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook import Settings
from analysis.study.codebook_validation import LARGEST_BOOTSTRAP, validate_settings
from analysis.study.notice import UnusableInput
from analysis.study.study import Decision
from interface.language import current_language
from interface.session import Workspace, change, workspace
from interface.text import literal


def show_settings_form(current: Workspace, language: Language) -> None:
    settings = current.study.codebook.settings
    key = current.saved.revision if current.saved else 0
    _ = language.gettext
    with st.form(f"settings_{key}", border=False):
        values = {**_criteria(settings, language), **_scoring(settings, language)}
        if st.form_submit_button(
            _("Save the settings"), type="primary", key=f"primary-settings-{key}"
        ) and _save(values):
            st.rerun()


def _criteria(settings: Settings, language: Language) -> dict[str, Any]:
    _ = language.gettext
    return {
        "alpha": st.number_input(
            _("Significance level (alpha)"), 0.001, 0.5, settings.alpha, 0.01, format="%.3f"
        ),
        "reliability_cut": st.number_input(
            _("Criterion for Cronbach's alpha"), 0.01, 0.99, settings.reliability_cut, 0.05
        ),
        "validity_df": st.selectbox(
            _("Degrees of freedom of the r table"),
            ["n-2", "n"],
            index=["n-2", "n"].index(settings.validity_df),
        ),
        "bootstrap": int(
            st.number_input(_("Bootstrap samples (0: none)"), 0, LARGEST_BOOTSTRAP, settings.bootstrap, 1000)
        ),
        "seed": int(st.number_input(_("Seed of random numbers"), 0, 2**31 - 1, settings.seed)),
    }


def _scoring(settings: Settings, language: Language) -> dict[str, Any]:
    _ = language.gettext
    scores = {"sum": _("Sum of the items"), "mean": _("Mean of the items")}
    missing = {
        "listwise": _("Leave the respondent out of that analysis"),
        "prorated": _("Score from the rest when 80% are answered"),
    }
    return {
        "score": st.selectbox(
            _("Scale score"), list(scores), index=list(scores).index(settings.score), format_func=scores.get
        ),
        "missing": st.selectbox(
            _("When an answer is missing"),
            list(missing),
            index=list(missing).index(settings.missing),
            format_func=missing.get,
        ),
    }


def _save(values: dict[str, Any]) -> bool:
    current = workspace()
    if current is None:
        return False
    before = current.study.codebook.settings
    settings = replace(before, **values)
    try:
        validate_settings(settings)
    except UnusableInput as refusal:
        st.error(literal(unusable_text(refusal, current_language())))
        return False
    old, new = asdict(before), asdict(settings)
    decisions = [
        Decision("setting", reason=name, before=str(old[name]), after=str(new[name]))
        for name in old
        if old[name] != new[name]
    ]
    if decisions:
        change(current.study.with_codebook(replace(current.study.codebook, settings=settings), *decisions))
    return bool(decisions)

"""The trail of a study on the screen: every exclusion, recode, reversal, removed item and setting."""

from __future__ import annotations

import streamlit as st

from analysis.reporting.language import Language
from analysis.study.study import Study
from interface import cache
from interface.language import current_language
from interface.session import Workspace


def show_changes(current: Workspace) -> None:
    """Every change with its before and after, drawn when somebody opens it."""
    language = current_language()
    _ = language.gettext
    changes = st.expander(
        _("Every change so far, before and after"),
        icon=":material/history:",
        key="changes",
        on_change="rerun",
    )
    if changes.open:
        with changes, st.container(key="card-trail"):
            st.html(trail_html(current.study, language))


def trail_html(study: Study, language: Language) -> str:
    """The same table as in the report."""
    from analysis.reporting.renderers.html import table_html
    from analysis.reporting.trail_table import trail_table
    from analysis.study.trail import trail

    prepared = cache.prepared(study)
    decisions = trail(study, prepared) if prepared is not None else study.trail
    return table_html(trail_table(decisions, language, study.short_names), language)

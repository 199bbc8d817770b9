"""The trail of a study on the screen: every exclusion, recode, reversal, removed item and setting."""

from __future__ import annotations

from analysis.reporting.language import Language
from analysis.study.study import Study
from interface import cache


def trail_html(study: Study, language: Language) -> str:
    """The same table as in the report."""
    from analysis.reporting.renderers.html import table_html
    from analysis.reporting.trail_table import trail_table
    from analysis.study.trail import trail

    prepared = cache.prepared(study)
    decisions = trail(study, prepared) if prepared is not None else study.trail
    return table_html(trail_table(decisions, language, study.short_names), language)

"""The trail in words: every exclusion, recode, reversal, removed item and setting."""

from __future__ import annotations

from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import for_html
from analysis.study.study import Study
from interface import cache


def trail_html(study: Study, language: Language) -> str:
    """A list, one line a decision; a sentence where nothing was decided."""
    from analysis.study.trail import trail

    prepared = cache.prepared(study)
    decisions = trail(study, prepared) if prepared is not None else study.trail
    if not decisions:
        return f'<p class="card-text">{for_html(language.gettext("Nothing was changed or left out."))}</p>'
    from analysis.reporting.trail_table import decision_line

    return (
        '<ul class="trail">'
        + "".join(f"<li>{for_html(decision_line(d, language))}</li>" for d in decisions)
        + "</ul>"
    )

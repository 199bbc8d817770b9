"""The trail as a table: every decision between the file and the figures."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reporting.exhibit import Column, Quantity, Row, Table
from analysis.reporting.language import Language
from analysis.reporting.messages.detection import answer_word
from analysis.study.study import Decision

QUESTION = "question."
"""Prefix of the steps that answers to questions leave in the trail."""
CHOICE = "choice."
"""Prefix of the codes of answers; their effect stands under "before" and "after"."""


def step_word(step: str, language: Language) -> str:
    """The name of a step of the trail; a step without a name keeps its key."""
    _ = language.gettext
    names = {
        "personal_dropped": _("Personal column dropped"),
        "screened": _("Respondents screened out"),
        "coded": _("Answers turned into numbers"),
        "reversed": _("Item reversed"),
        "left_out": _("Column left out"),
        "merged": _("Spellings merged"),
        "classed": _("Numbers put into classes"),
        "out_of_range": _("Answers outside the range treated as missing"),
        "edited": _("Codebook edited"),
        "setting": _("Setting changed"),
        "renamed": _("Study renamed"),
        "codebook_loaded": _("Codebook file loaded"),
        "screening_added": _("Screening added"),
        "screening_removed": _("Screening removed"),
        "model_added": _("Model added"),
        "model_removed": _("Model removed"),
        "model": _("Model changed"),
        "main_model": _("Main model chosen"),
        "confirmed": _("Detection confirmed"),
    }
    if step.startswith(QUESTION):
        return _("Question answered")
    return names.get(step, step)


def _answer(decision: Decision, text: str, language: Language) -> str:
    return answer_word(decision.step, text, language) if decision.step.startswith(QUESTION) else text


def trail_table(decisions: Sequence[Decision], language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("Step"), "left"),
        Column(_("Column"), "left"),
        Column("N"),
        Column(_("Before"), "left"),
        Column(_("After"), "left"),
        Column(_("Reason"), "left"),
    )
    rows = tuple(
        Row(
            (
                step_word(decision.step, language),
                decision.column,
                Quantity(decision.n, 0),
                _answer(decision, decision.before, language),
                _answer(decision, decision.after, language),
                "" if decision.reason.startswith(CHOICE) else decision.reason,
            )
        )
        for decision in decisions
    )
    return Table("trail", _("What was done to the data"), columns, rows)

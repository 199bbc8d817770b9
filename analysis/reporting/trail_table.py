"""The trail as a table: every decision between the file and the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell
from analysis.reporting.language import Language
from analysis.reporting.messages.detection import answer_word
from analysis.reporting.messages.trail_words import field_word, value_word
from analysis.reporting.phrases import number_range
from analysis.study.questions import ACCEPTED, ANSWERED
from analysis.study.study import Decision

CHOICE = "choice."
"""Prefix of the codes of answers; their effect stands under "before" and "after"."""
DONE_TO_MANY = frozenset(["coded", "joined", "merged", "personal_dropped", "personal_kept"])
"""Steps that often do the same to a whole block of columns."""
ASSIGNED = "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"
"""An answer and its number stay on one line."""
MOST_LISTED = 40
"""Columns that a row lists by name."""


def step_word(step: str, language: Language) -> str:
    """The name of a step of the trail; a step without a name keeps its key."""
    _ = language.gettext
    names = {
        "personal_dropped": _("Personal column dropped"),
        "personal_kept": _("Personal column kept on purpose"),
        "screened": _("Respondents screened out"),
        "coded": _("Answers turned into numbers"),
        "reversed": _("Item reversed"),
        "left_out": _("Column left out"),
        "joined": _("Columns joined into one question"),
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
    if step.startswith(ANSWERED):
        return _("Question answered")
    if step.startswith(ACCEPTED):
        return _("Suggestion accepted without an answer")
    return names.get(step, step)


def trail_table(
    decisions: Sequence[Decision], language: Language, names: Mapping[str, str] | None = None
) -> Table:
    """One row a decision; a recode of many items is one row that lists them. Empty columns are left out.

    `names`: short names of columns by their headers. The JSON has every decision apart.
    """
    _ = language.gettext
    columns = (
        Column(_("Step"), "left"),
        Column(_("Column"), "left"),
        Column("N"),
        Column(_("Before"), "left"),
        Column(_("After"), "left"),
        Column(_("Reason"), "left"),
    )
    rows = [_cells(together, names or {}, language) for together in _groups(decisions)]
    shown = [i for i in range(len(columns)) if i < 2 or any(cells[i] not in (None, "") for cells in rows)]
    return Table(
        "trail",
        _("What was done to the data"),
        tuple(columns[i] for i in shown),
        tuple(Row(tuple(cells[i] for i in shown)) for cells in rows),
    )


def _groups(decisions: Sequence[Decision]) -> list[list[Decision]]:
    """Decisions that did the same to several columns stand together, where the first of them stood."""
    groups: dict[object, list[Decision]] = {}
    for position, decision in enumerate(decisions):
        same = (decision.step, decision.before, decision.after, decision.reason)
        key: object = same if decision.step in DONE_TO_MANY else position
        groups.setdefault(key, []).append(decision)
    return list(groups.values())


def _cells(together: list[Decision], names: Mapping[str, str], language: Language) -> list[TableCell]:
    decision = together[0]
    return [
        step_word(decision.step, language),
        _column(together, names, language),
        _counted(together, language),
        _answer(decision, decision.before, language),
        _answer(decision, decision.after, language),
        "" if decision.reason.startswith(CHOICE) else field_word(decision, language),
    ]


def _column(together: list[Decision], names: Mapping[str, str], language: Language) -> TableCell:
    """The header, or the short names of several columns with their headers on demand."""
    headers = [decision.column for decision in together]
    if len(headers) == 1:
        return headers[0]
    short = [names.get(header) or header for header in headers]
    if len(short) > MOST_LISTED:
        short = [*short[: MOST_LISTED - 2], "…", short[-1]]
    counted = language.gettext("{columns} ({n} columns)").format(
        columns=", ".join(short), n=language.integer(len(headers))
    )
    return Label(counted, "; ".join(headers))


def _counted(together: list[Decision], language: Language) -> TableCell:
    """N, or its range over several columns."""
    counts = {decision.n for decision in together}
    if len(counts) == 1:
        return None if None in counts else Quantity(counts.pop(), 0)
    return number_range([n for n in counts if n is not None], language, 0)


def _answer(decision: Decision, text: str, language: Language) -> str:
    prefix, dot, question = decision.step.partition(".")
    if prefix + dot in (ANSWERED, ACCEPTED):
        return answer_word(question, text, language)
    if decision.step == "coded":
        return text.replace(" = ", ASSIGNED)
    if decision.step == "reversed":
        return text.replace(" - ", " − ")
    return value_word(decision, text, language)

"""Neighbouring columns that look like the options of one question with several answers: one question decides."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.study.codebook import ColumnEntry
from analysis.study.column_kinds import KnownColumn
from analysis.study.notice import Details
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, Question
from analysis.study.short_names import distinct
from analysis.study.tick_boxes import option_header
from analysis.study.wording import word_key, words

FEWEST_OPTIONS = 2
FEWEST_TICKS = 3
WIDEST_GAP = 2
"""A column in the middle ("Other, please specify") does not part the options of one question."""
LONGEST_QUESTION = 60
LONGEST_OPTION = 80
_OPTION_KINDS = frozenset(("tick_box", "yes_no", "demographic", "constant", "empty", "metadata"))
_TICKED = frozenset(
    words("1 x v ✓ ✔ ☑ y ya iya yes true benar checked ticked selected dipilih dicentang quoted")
)
_UNTICKED = frozenset(
    ("0", "n", "no", "tidak", "tdk", "t", "false", "salah", "unchecked", "unticked", "not selected", "unselected",
     "tidak dipilih", "tidak dicentang", "not quoted", "not checked")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OptionColumn:
    """One option: what the header or the ticks call it ("" for neither), and the cells that mean "not chosen"."""

    profile: ColumnProfile
    question: str
    option: str
    unticked: tuple[str, ...]
    ticks: int

    @property
    def header(self) -> str:
        return self.profile.header


def option_questions(known: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> list[Question]:
    """One question for each run of columns with one stem that hold ticks. Apart until a person joins them."""
    taken = {entry.name for entry in entries.values()}
    questions = []
    for run in _runs(known, entries):
        name = distinct(textwrap.shorten(run[0].question, LONGEST_QUESTION, placeholder=" …"), taken)
        taken.add(name)
        questions.append(_question(name, run))
    return questions


def _runs(known: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> list[list[OptionColumn]]:
    runs: dict[str, list[list[OptionColumn]]] = {}
    for column in known:
        if column.kind not in _OPTION_KINDS or entries[column.header].role not in ("demographic", "ignored"):
            continue
        option = _option(column)
        if option is None:
            continue
        of_question = runs.setdefault(option.question.casefold(), [])
        near = of_question and option.profile.position - of_question[-1][-1].profile.position <= WIDEST_GAP
        if near:
            of_question[-1].append(option)
        else:
            of_question.append([option])
    return [run for found in runs.values() for run in found if _are_options(run)]


def _are_options(run: Sequence[OptionColumn]) -> bool:
    """Whether enough of the columns were ticked by enough people, under different names."""
    used = [option for option in run if option.ticks]
    names = [option.option for option in run if option.option]
    return (
        len(used) >= FEWEST_OPTIONS
        and sum(option.ticks for option in used) >= FEWEST_TICKS
        and len(set(names)) == len(names)
    )


def _option(column: KnownColumn) -> OptionColumn | None:
    """The option that a column stands for; None for a column that holds something else than ticks."""
    profile = column.profile
    found = option_header(profile)
    if found is None or len(found.option) > LONGEST_OPTION:
        return None
    unticked = tuple(text for text in profile.categories if word_key(text) in _UNTICKED)
    ticked = [text for text in profile.categories if text not in unticked]
    named = [text for text in ticked if (word_key(text) or text) not in _TICKED]
    if len(named) > 1 or (named and len(ticked) > 1):
        return None
    if column.kind != "tick_box" and (found.coded or (named and not unticked)):
        return None
    option = found.option or (named[0] if named else "")
    ticks = sum(profile.categories[text] for text in ticked)
    return OptionColumn(profile, found.question, option, unticked, ticks)


def _question(name: str, run: Sequence[OptionColumn]) -> Question:
    headers = tuple(option.header for option in run)
    together = [change for option in run for change in _joining(option, name)]
    apart = tuple(Change(header, "option_of", "") for header in headers)
    choices = (
        Choice("apart", "options_apart", {"n": len(headers)}, apart),
        Choice("together", "options_together", {"n": len(headers)}, tuple(together)),
    )
    options = tuple(option.option or option.header for option in run)
    details: Details = {"n": len(headers), "question": name, "options": options}
    return Question(f"option_columns:{headers[0]}", "option_columns", headers, choices, "apart", details)


def _joining(option: OptionColumn, name: str) -> list[Change]:
    changes = [Change(option.header, "role", "demographic"), Change(option.header, "option_of", name)]
    if option.option:
        changes.append(Change(option.header, "label", option.option))
    if option.unticked:
        changes.append(Change(option.header, "categories", dict.fromkeys(option.unticked, "")))
    return changes

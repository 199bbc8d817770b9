"""What a file was understood as, in a few lines: the opening of the Data screen and its first card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from analysis.reporting.exhibit import SectionView, Verdict
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import notice_text
from analysis.reporting.renderers.html import opening_html
from analysis.reporting.renderers.text_escape import for_html, one_line
from analysis.reporting.sentence import Sentence, sentence
from analysis.study.codebook import ColumnEntry, Role
from analysis.study.codebook_validation import scale_names
from analysis.study.preparation import missing_cells
from analysis.study.questions import Question
from analysis.study.settled import still_true
from analysis.study.study import Study
from analysis.study.wording import cell_text
from interface.language import current_language
from interface.markup import card_title, facts
from interface.session import Workspace

LISTED = 6
LONGEST_BAR = 100.0


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """One answer text, the number it is read as, and how often it was given."""

    text: str
    number: float
    count: int


def show_understanding(current: Workspace, questions: tuple[Question, ...]) -> None:
    language = current_language()
    _ = language.gettext
    st.html(opening_html(_opening(current.study, len(questions), language)))
    answers = answer_counts(current.study)
    with st.container(border=True, key="card-understanding"):
        st.html(card_title(_("What the file holds"), _("Read")))
        left, right = st.columns([11, 10], gap="large") if answers else (st.container(), None)
        with left:
            st.html(facts(list(_facts(current.study, language))))
        if right is not None:
            with right:
                st.html(_answers_html(answers, language))
        _notices(current.study, language)


def answer_counts(study: Study) -> list[AnswerCount]:
    """How often each answer text of the items was given, highest number first; empty when items hold numbers."""
    numbers: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for header, entry in _with_role(study, "item"):
        numbers.update(entry.answers)
        if entry.answers:
            counts.update(cell_text(cell) for cell in study.table.column(header) if cell is not None)
    rows = [AnswerCount(text, number, counts[text]) for text, number in numbers.items() if counts[text]]
    return sorted(rows, key=lambda row: (-row.number, -row.count))


def _opening(study: Study, open_questions: int, language: Language) -> SectionView:
    """The opening in the form that every screen has."""
    _ = language.gettext
    if study.confirmed:
        verdict = Verdict("good", _("Confirmed"))
    elif open_questions:
        waiting = language.ngettext(
            "One thing waits for your answer", "{n} things wait for your answer", open_questions
        )
        verdict = Verdict("attention", waiting.format(n=open_questions))
    else:
        verdict = Verdict("attention", _("Waits for your confirmation"))
    return SectionView(
        "data", _("Data"), verdict, _conclusion(study, language), _remark(study, language), (), ()
    )


def _conclusion(study: Study, language: Language) -> Sentence:
    _ = language.gettext
    items = _with_role(study, "item")
    rows = language.integer(study.table.row_count)
    scores = _with_role(study, "score")
    if not items and scores:
        return sentence(
            _(
                "We understand this file as **{scores} scale scores** of **{n} respondents**, without the single items."
            ),
            scores=len(scores),
            n=rows,
        )
    if not items:
        return sentence(
            _(
                "This file has **{n} respondents**, but no column was recognised as an item. Give items their role below."
            ),
            n=rows,
        )
    points = {entry.points for _header, entry in items}
    if len(points) == 1 and None not in points:
        low, high = next(iter(points)) or (0, 0)
        return sentence(
            _(
                "We understand this file as a **questionnaire**: {items} items answered from {low} to {high} by **{n} respondents**."
            ),
            items=len(items),
            low=f"{low:g}",
            high=f"{high:g}",
            n=rows,
        )
    return sentence(
        _("We understand this file as a **questionnaire**: {items} items answered by **{n} respondents**."),
        items=len(items),
        n=rows,
    )


def _remark(study: Study, language: Language) -> Sentence:
    _ = language.gettext
    missing = missing_cells(study)
    if not missing:
        return sentence(_("No answer is empty. What was understood stands below; everything can be changed."))
    text = language.ngettext(
        "One answer is empty or counts as missing. What was understood stands below; everything can be changed.",
        "{n} answers are empty or count as missing. What was understood stands below; everything can be changed.",
        missing,
    )
    return sentence(text, n=language.integer(missing))


def _facts(study: Study, language: Language) -> Iterator[tuple[str, str]]:
    """Name and text of each line; the text is HTML already."""
    _ = language.gettext
    if _with_role(study, "item") or not _with_role(study, "score"):
        yield _("Items"), _items_fact(study, language)
    for role, name in (("demographic", _("Demographics")), ("score", _("Scores")), ("timestamp", _("Time"))):
        columns = _with_role(study, role)
        if columns:
            yield (
                name,
                for_html(_listing(list(dict.fromkeys(entry.counted_as for _header, entry in columns)))),
            )
    for header, entry in _with_role(study, "group"):
        yield _("Group"), _group_fact(study, header, entry, language)
    yield _("Privacy"), for_html(_privacy_fact(study, language))


def _privacy_fact(study: Study, language: Language) -> str:
    """Which personal columns the file had, and what became of them."""
    _ = language.gettext
    dropped = [decision.column for decision in study.trail if decision.step == "personal_dropped"]
    kept = [decision.column for decision in study.trail if decision.step == "personal_kept"]
    parts = []
    if dropped:
        parts.append(_("Dropped: {columns}").format(columns=_listing(dropped)))
    if kept:
        parts.append(_("Kept on purpose: {columns}").format(columns=_listing(kept)))
    return "; ".join(parts) or _("No personal column was found")


def _items_fact(study: Study, language: Language) -> str:
    _ = language.gettext
    items = _with_role(study, "item")
    reversed_items = [entry.name for _header, entry in items if entry.reverse]
    parts = []
    for scale in scale_names(study.codebook.columns):
        count = sum(entry.scale == scale for _header, entry in items)
        if count:
            parts.append(f"<strong>{for_html(one_line(scale))}</strong> ({count})")
    text = "; ".join(parts) or for_html(_("no scale yet"))
    if reversed_items:
        text += ". " + for_html(_("Reversed: {items}").format(items=_listing(reversed_items)))
    return text


def _group_fact(study: Study, header: str, entry: ColumnEntry, language: Language) -> str:
    counts = Counter(
        entry.categories.get(cell_text(cell), cell_text(cell))
        for cell in study.table.column(header)
        if cell is not None
    )
    levels = ", ".join(f"{for_html(one_line(level))} {n}" for level, n in counts.most_common(LISTED))
    return f"{for_html(one_line(entry.name))}: <strong>{levels}</strong>"


def _answers_html(answers: list[AnswerCount], language: Language) -> str:
    _ = language.gettext
    total = sum(row.count for row in answers)
    most = max(row.count for row in answers)
    lines = "".join(
        f'<span class="answer-word">{for_html(one_line(row.text))}</span><span aria-hidden="true">→</span>'
        f"<b>{row.number:g}</b>"
        f'<span><span class="answer-bar" style="width:{LONGEST_BAR * row.count / most:.1f}%"></span></span>'
        f'<span class="answer-count">{language.integer(row.count)}</span>'
        for row in answers
    )
    heading = for_html(_("Text answers are read as numbers"))
    count = for_html(_("{n} answers").format(n=language.integer(total)))
    return f'<p class="card-text"><strong>{heading}</strong> <span class="quiet">{count}</span></p><div class="answers">{lines}</div>'


def _notices(study: Study, language: Language) -> None:
    """Everything noticed while reading that still holds, warnings first."""
    notices = still_true(study.notices, study.codebook)
    if not notices:
        return
    _ = language.gettext
    ordered = sorted(notices, key=lambda notice: notice.severity != "warning")
    lines = "".join(
        f"<li>{'<strong>!</strong> ' if notice.severity == 'warning' else ''}{for_html(notice_text(notice, language))}</li>"
        for notice in ordered
    )
    title = language.ngettext("One remark from reading", "{n} remarks from reading", len(ordered))
    with st.expander(title.format(n=len(ordered)), icon=":material/notes:"):
        st.html(f'<ul class="trail">{lines}</ul>')


def _with_role(study: Study, role: Role | str) -> list[tuple[str, ColumnEntry]]:
    held = set(study.table.headers)
    return [(h, entry) for h, entry in study.codebook.columns.items() if entry.role == role and h in held]


def _listing(names: list[str]) -> str:
    shown = ", ".join(one_line(name) for name in names[:LISTED])
    return f"{shown} … (+{len(names) - LISTED})" if len(names) > LISTED else shown

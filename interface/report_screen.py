"""Report: the chapter as Word, Excel and JSON, the trail of decisions, the study's own link."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from analysis.reporting.exhibit import KeyFigure, SectionView, Verdict
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.reporting.renderers.html import opening_html
from analysis.reporting.sentence import Sentence, sentence
from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from interface import cache
from interface.chapter_states import SECTION_KEYS, all_known, learned_section, state_of, unknown_sections
from interface.codebook_panel import codebook_bytes, file_stem
from interface.exhibit_downloads import WORD
from interface.language import current_language
from interface.markup import card_title, note, paragraph, screen_opening, tool_button
from interface.navigation import State, screen_names
from interface.session import Workspace, delete_study
from interface.states import require_study, show_screen_name, show_state
from interface.study_tools import show_sample_note
from interface.text import literal
from interface.trail import trail_html

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

SENDING_S = 0.1
"""For the server to send what is drawn already, before the computations keep it busy."""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_report_screen() -> None:
    current = require_study("report")
    language = current_language()
    known = all_known(current.study)
    opening = st.empty()
    if known and not _answered(current, opening, language):
        return
    if not known:
        bar = _awaited(opening, language)
    _download_card(current, language)
    _trail_card(current, language)
    _link_card(current, language)
    if not known:
        _complete(current, opening, bar, language)


def _answered(current: Workspace, opening: DeltaGenerator, language: Language) -> bool:
    """Draw how much the chapter holds; False where the data cannot be used, which is said instead."""
    try:
        views = _computed(current, language)
    except UnusableInput as refusal:
        _ = language.gettext
        with opening.container():
            show_screen_name(_("Report"))
            show_state(
                _("The data cannot be used like this yet"), unusable_text(refusal, language), key="refused"
            )
        return False
    opening.html(opening_html(_opening(current, views, language)))
    return True


def _computed(current: Workspace, language: Language) -> list[SectionView]:
    views = []
    for key in SECTION_KEYS:
        with suppress(cache.SectionFailed):
            views.append(learned_section(current.study, key, language))
    return views


def _awaited(opening: DeltaGenerator, language: Language) -> DeltaGenerator:
    """The place of the opening while the chapter is being computed; gives the place of the bar."""
    _ = language.gettext
    with opening.container(key="report-awaited"):
        st.html(screen_opening(_("Report"), _("Being computed …")))
        return st.empty()


def _complete(current: Workspace, opening: DeltaGenerator, bar: DeltaGenerator, language: Language) -> None:
    """Compute what is not known yet, with a bar of how far the work is, and draw the answer in its place."""
    _ = language.gettext
    names = screen_names(language)
    remaining = unknown_sections(current.study)
    time.sleep(SENDING_S)
    for done, key in enumerate(remaining):
        bar.progress(done / len(remaining), text=literal(_("Computing {screen} …").format(screen=names[key])))
        with suppress(UnusableInput, cache.SectionFailed):
            learned_section(current.study, key, language)
    _answered(current, opening, language)
    st.rerun()  # the menu was drawn before the states of the screens were known


def _opening(current: Workspace, views: list[SectionView], language: Language) -> SectionView:
    _ = language.gettext
    shown = [exhibit for view in views for exhibit in view.exhibits if exhibit.unavailable is None]
    tables, figures = sum(len(e.tables) for e in shown), sum(len(e.figures) for e in shown)
    attention = _in_state(views, "attention")
    verdict = (
        Verdict("attention", _("Some parts need attention"))
        if attention
        else Verdict("good", _("Ready to download"))
    )
    conclusion = sentence(
        _(
            "The results chapter is ready: **{tables} tables** and **{figures} figures**, numbered in order, each with its sentence."
        ),
        tables=tables,
        figures=figures,
    )
    study = cache.prepared(current.study)
    used = language.integer(study.respondents) if study is not None else ""
    key_figures = (
        KeyFigure(_("Respondents analysed"), used),
        KeyFigure(_("Tables"), str(tables)),
        KeyFigure(_("Figures"), str(figures)),
        KeyFigure(
            _("Fingerprint of the data"),
            current.study.data_fingerprint[:8],
            remark=_("the same data give the same one"),
        ),
    )
    return SectionView("report", _("Report"), verdict, conclusion, _remark(views, language), key_figures, ())


def _remark(views: list[SectionView], language: Language) -> Sentence | None:
    """Which sections to read once more, and which the chapter goes without."""
    _ = language.gettext
    attention, impossible = _in_state(views, "attention"), _in_state(views, "impossible")
    if attention and impossible:
        text = _(
            "Read these once more before you hand it in: {sections}. Not possible with these data: {impossible}."
        )
    elif attention:
        text = _("Read these once more before you hand it in: {sections}.")
    elif impossible:
        text = _("Not possible with these data: {impossible}. Their screens say why.")
    else:
        return None
    return sentence(text, sections=language.listing(attention), impossible=language.listing(impossible))


def _in_state(views: list[SectionView], state: State) -> list[str]:
    return [view.name for view in views if state_of(view) == state]


def _download_card(current: Workspace, language: Language) -> None:
    _ = language.gettext
    stem = file_stem(current.study.title)
    with st.container(border=True, key="card-downloads"):
        st.html(card_title(_("Download the chapter")))
        with st.container(horizontal=True, key="primary-downloads"):
            _download(_("Word (.docx)"), lambda: _word(current, language), f"{stem}.docx", WORD, primary=True)
            _download(_("Excel (.xlsx)"), lambda: _excel(current, language), f"{stem}.xlsx", EXCEL)
            _download(
                _("Results (.json)"), lambda: _json(current, language), f"{stem}.json", "application/json"
            )
            _download(
                _("Codebook (.json)"),
                lambda: codebook_bytes(current),
                f"{stem}.codebook.json",
                "application/json",
            )
            st.html(tool_button(_("Print this page"), "print", "data-print"), width="content")
        st.html(
            note(
                _(
                    "Word holds real tables with captions, lists of them, the pictures and the trail; "
                    "press Ctrl+A and F9 there, and the lists get their page numbers. "
                    "Every screen can be printed too; menus stay off the paper."
                )
            )
        )


def _download(label: str, make: Callable[[], bytes], name: str, mime: str, *, primary: bool = False) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        type="primary" if primary else "secondary",
        key=f"download-{mime}-{name.rsplit('.', 2)[-2] if name.endswith('.json') else ''}",
    )


def _word(current: Workspace, language: Language) -> bytes:
    study = current.study
    return _word_bytes(cache.digest(study, "word", language.code), study, language)


@st.cache_resource(show_spinner=False, max_entries=8)
def _word_bytes(key_digest: str, _study: Study, _language: Language) -> bytes:
    """Kept, since drawing every picture takes seconds and an impatient reader clicks twice."""
    from analysis.report_document import report
    from analysis.reporting.renderers.word import word_document

    return word_document(report(cache.results(_study), _language), _language)


def _excel(current: Workspace, language: Language) -> bytes:
    from analysis.report_document import report
    from analysis.reporting.renderers.excel import workbook

    return workbook(report(cache.results(current.study), language), language)


def _json(current: Workspace, language: Language) -> bytes:
    from analysis.results_document import results_document

    document = results_document(cache.results(current.study), language)
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace")


def _trail_card(current: Workspace, language: Language) -> None:
    _ = language.gettext
    with st.container(border=True, key="card-trail"):
        st.html(card_title(_("Trail: everything between the file and the figures")))
        st.html(trail_html(current.study, language))


def _link_card(current: Workspace, language: Language) -> None:
    """The way back to the study, and its end."""
    _ = language.gettext
    if not current.editable:
        show_sample_note(current, language)
        return
    with st.container(border=True, key="card-link"):
        st.html(card_title(_("Your link, and your right to delete")))
        st.html(
            paragraph(
                _(
                    "Whoever has this page's address can open and change the study. "
                    "Keep it; it cannot be guessed and cannot be looked up."
                )
            )
            + paragraph(
                _(
                    "Deleting takes the answers, the codebook, the trail and all earlier versions off this server, "
                    "and nobody can bring them back. Download first what you want to keep."
                )
            )
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            sure = st.checkbox(_("I want to delete this study for good"), key="delete_sure")
            st.button(
                _("Delete my data"),
                icon=":material/delete:",
                key="delete_study",
                disabled=not sure,
                on_click=delete_study,
            )

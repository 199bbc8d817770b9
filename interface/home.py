"""Home: what Angket does and the samples; with a study open, what its chapter says so far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import replace
from itertools import islice

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.reporting.exhibit import Exhibit, SectionView
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.reporting.renderers.text_escape import for_html
from analysis.study.notice import UnusableInput
from interface import cache
from interface.chapter_states import (
    SECTION_KEYS,
    all_known,
    learned_section,
    unknown_sections,
)
from interface.header import shown_title
from interface.language import current_language
from interface.markup import card_title, paragraph, screen_opening
from interface.navigation import screen_link, screen_names
from interface.samples import show_samples
from interface.session import Workspace, workspace
from interface.show import show_figure
from interface.states import failed_text, show_missing
from interface.study_tools import show_sample_note

LIVELIEST = ("comparison", "loyalty_map", "regression", "descriptives")
"""Sections whose first picture Home shows, as far as the study has them, the liveliest first."""
PICTURES = 2


def show_home() -> None:
    language = current_language()
    current = workspace()
    if current is None:
        _welcome(language)
        show_samples(language.gettext("Or look at a finished sample first"))
    else:
        _overview(current, language)


def _welcome(language: Language) -> None:
    _ = language.gettext
    steps = (
        (
            _("Open your export"),
            _("Google Forms, Excel, CSV or SPSS. Personal columns are dropped at the door."),
        ),
        (
            _("Confirm what was understood"),
            _("Items, scales, direction, groups: shown before and after, one click to correct."),
        ),
        (
            _("Read and download"),
            _("Every table with its picture, its N and one true sentence; Word and Excel in one click."),
        ),
    )
    items = "".join(f"<li><strong>{for_html(t)}</strong><span>{for_html(x)}</span></li>" for t, x in steps)
    st.html(
        screen_opening(
            _("Home"),
            _("From a questionnaire file to a defended results chapter, with nothing guessed."),
            _(
                "Validity, reliability, assumptions, regression and group comparison: the tables a chapter needs, "
                "each figure checked against R and PSPP."
            ),
        )
    )
    show_missing()
    st.html(f'<ol class="steps">{items}</ol>')
    with st.container(key="primary-home", horizontal=True):
        screen_link("data", _("Open a questionnaire file"), primary=True, icon=":material/upload_file:")


def _overview(current: Workspace, language: Language) -> None:
    """The chapter's answer, its liveliest pictures, and each section's conclusion with the way to its screen."""
    _ = language.gettext
    if not current.study.confirmed:
        draft = _(
            "The file is open as a draft. Confirm on the Data screen how it was understood; then the chapter fills itself."
        )
        st.html(screen_opening(_("Home"), shown_title(current, language), draft))
        with st.container(key="primary-home"):
            screen_link("data", _("Go to Data"), primary=True, icon=":material/table:")
        return
    opening = st.empty()
    if all_known(current.study):
        opening.html(_answer_html(current, language))
        _pictures(current, language)
        _conclusions(current, language)
    else:
        opening.html(_awaited_html(current, language))
        _pictures(current, language)
        _conclusions(current, language)
        opening.html(_answer_html(current, language))
        st.rerun()  # the menu was drawn before the states of the screens were known


def _answer_html(current: Workspace, language: Language) -> str:
    from analysis.reporting.overview import overview
    from analysis.reporting.renderers.html import opening_html

    views = {}
    for key in SECTION_KEYS:
        with suppress(UnusableInput, cache.SectionFailed):
            views[key] = cache.section(current.study, key, language)
    return opening_html(overview(views, language.gettext("Home"), language)) if views else ""


def _awaited_html(current: Workspace, language: Language) -> str:
    """The study's name until its answer is known; the style sheet keeps the answer's place."""
    _ = language.gettext
    opening = screen_opening(_("Home"), shown_title(current, language), _("Being computed …"))
    return f'<div class="opening-awaited">{opening}</div>'


def _cards(current: Workspace, language: Language) -> dict[str, DeltaGenerator]:
    """A card for each section with the way to its screen; gives the places of their conclusions."""
    _ = language.gettext
    names = screen_names(language)
    places = {}
    for key in SECTION_KEYS:
        with st.container(
            border=True, key=f"card-overview-{key}", horizontal=True, vertical_alignment="center"
        ):
            with st.container(width="stretch"):
                places[key] = st.empty()
            if key in unknown_sections(current.study):
                awaited = paragraph(_("Being computed …"), "card-text quiet")
                places[key].html(f'<h2 class="overview-name">{for_html(names[key])}</h2>{awaited}')
            screen_link(key, _("See {screen}").format(screen=names[key]), icon=":material/arrow_forward:")
    return places


def _conclusions(current: Workspace, language: Language) -> None:
    """All cards at once, their conclusions one by one as they are computed."""
    places = _cards(current, language)
    if not current.editable:
        show_sample_note(current, language)
    for key, place in places.items():
        place.html(_conclusion_html(current, key, language))


def _pictures(current: Workspace, language: Language) -> None:
    """The two liveliest pictures of this study, under the words of their screens, with their N."""
    from analysis.reporting.renderers.html import notes_html

    with nullcontext() if all_known(current.study) else st.skeleton(height=420):
        found = list(islice(_sections_with_pictures(current, language), PICTURES))
    if not found:
        return
    for place, (view, exhibit) in zip(st.columns(len(found)), found, strict=True):
        with place, st.container(border=True, key=f"card-picture-{view.key}", height="stretch"):
            st.html(card_title(exhibit.title, view.name))
            show_figure(exhibit.figures[0], f"home-{view.key}", language)
            st.html(notes_html(replace(exhibit, notes=()), language))


def _sections_with_pictures(current: Workspace, language: Language) -> Iterator[tuple[SectionView, Exhibit]]:
    for key in LIVELIEST:
        with suppress(UnusableInput, cache.SectionFailed):
            view = learned_section(current.study, key, language)
            drawn = next((part for part in view.exhibits if part.figures and not part.unavailable), None)
            if drawn is not None:
                yield view, drawn


def _conclusion_html(current: Workspace, key: str, language: Language) -> str:
    from analysis.reporting.renderers.html import sentence_html, verdict_chip_html

    name = for_html(screen_names(language)[key])
    try:
        view = learned_section(current.study, key, language)
    except UnusableInput as refusal:
        return paragraph(unusable_text(refusal, language))
    except cache.SectionFailed:
        return paragraph(failed_text(language))
    chip = verdict_chip_html(view.verdict) if view.verdict else ""
    conclusion = f'<p class="angket-sentence">{sentence_html(view.conclusion)}</p>'
    return f'<h2 class="overview-name">{name} {chip}</h2>{conclusion}'

"""A screen of the chapter: opening, exhibits, the button to the next screen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.reporting.captions import ChapterCaptions
from analysis.reporting.exhibit import SectionView
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from interface import cache
from interface.chapter_states import all_known, learn_remaining, learned_section
from interface.language import current_language
from interface.navigation import next_link, screen_names
from interface.session import Workspace
from interface.show import show_exhibits, show_opening
from interface.states import require_study, show_failed, show_screen_name, show_state

Controls = Callable[[Workspace], None]


def show_section_screen(key: str, controls: Controls | None = None) -> None:
    """The whole screen of one section; `controls` stand between its opening and its exhibits."""
    current = require_study(key)
    view = _view(current, key)
    if view is not None:
        show_opening(view)
        if controls is not None:
            controls(current)
        show_exhibits(view, _captions(current.study, current_language()))
    next_link(key)
    if view is not None:
        learn_remaining(current.study, current_language())


def _captions(study: Study, language: Language) -> ChapterCaptions:
    """The numbers of the whole chapter once all of it is computed; until then the cards stand without."""
    return cache.captions(study, language) if all_known(study) else ChapterCaptions({})


def _view(current: Workspace, key: str) -> SectionView | None:
    """The section, computed under a word of what is being done; None, with the reason shown, if refused."""
    language = current_language()
    _ = language.gettext
    try:
        with st.spinner(_("Computing {screen} …").format(screen=screen_names(language)[key])):
            return learned_section(current.study, key, language)
    except UnusableInput as refusal:
        show_screen_name(screen_names(language)[key])
        show_state(
            _("The data cannot be used like this yet"), unusable_text(refusal, language), key="refused"
        )
        return None
    except cache.SectionFailed:
        show_screen_name(screen_names(language)[key])
        show_failed(key)
        return None

"""The state of each screen in the menu: done, needs attention, not possible, not yet."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress

import streamlit as st

from analysis.reporting.exhibit import SectionView
from analysis.reporting.language import Language
from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from interface import cache
from interface.navigation import ORDER, State
from interface.session import Workspace
from interface.warm_up import unhindered

SECTION_KEYS = ORDER[2:-1]
KEPT_STUDIES = 64
PAUSE_S = 1.0
"""Time for the browser to fetch and draw the pictures of a screen before the others are computed."""
_BEING_DRAWN = "chapter_being_drawn"


class KnownStates:
    """States of the sections computed so far, by study; shared by all sessions."""

    def __init__(self) -> None:
        self._states: OrderedDict[str, dict[str, State]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, study: Study) -> dict[str, State]:
        with self._lock:
            return dict(self._states.get(cache.digest(study), {}))

    def learn(self, study: Study, key: str, state: State) -> None:
        with self._lock:
            self._states.setdefault(cache.digest(study), {})[key] = state
            while len(self._states) > KEPT_STUDIES:
                self._states.popitem(last=False)


@st.cache_resource(show_spinner=False)
def known_states() -> KnownStates:
    return KnownStates()


def chapter_states(current: Workspace | None) -> Mapping[str, State]:
    """The state of every screen as far as it is known; nothing is computed for it."""
    if current is None:
        return {}
    if not current.study.confirmed:
        return {"data": "attention", **dict.fromkeys((*SECTION_KEYS, "report"), "open")}
    known = known_states().of(current.study)
    states: dict[str, State] = {key: known.get(key, "open") for key in SECTION_KEYS}
    return {"data": "done", **states, "report": "done" if all_known(current.study) else "open"}


def all_known(study: Study) -> bool:
    return not unknown_sections(study)


def learned_section(study: Study, key: str, language: Language) -> SectionView:
    """The section, its state noted. Raises UnusableInput and SectionFailed, noted as well."""
    try:
        view = cache.section(study, key, language)
    except (UnusableInput, cache.SectionFailed):
        known_states().learn(study, key, "attention")
        raise
    known_states().learn(study, key, state_of(view))
    return view


def learn_remaining(study: Study, language: Language) -> None:
    """Have the sections whose state is not known yet computed once the screen stands in the browser."""
    if not all_known(study):
        st.session_state[_BEING_DRAWN] = True
        _learn_when_drawn(study, language)


@st.fragment(run_every=PAUSE_S)
def _learn_when_drawn(study: Study, language: Language) -> None:
    """Asked for by the browser: within the run that draws the screen it would hold up its pictures.

    The empty elements let a click interrupt between two sections.
    """
    if st.session_state.pop(_BEING_DRAWN, False):
        return  # the screen is only now on its way; the browser asks again
    with unhindered():
        for key in unknown_sections(study):
            st.empty()
            with suppress(UnusableInput, cache.SectionFailed):
                learned_section(study, key, language)
    st.rerun()


def unknown_sections(study: Study) -> list[str]:
    """Sections whose state is not known yet, in the chapter's order."""
    known = known_states().of(study)
    return [key for key in SECTION_KEYS if key not in known]


def state_of(view: SectionView) -> State:
    """Not possible when the section or every exhibit says so; else the kind of the section's verdict."""
    if not view.possible or (view.exhibits and all(exhibit.unavailable for exhibit in view.exhibits)):
        return "impossible"
    if view.verdict is not None and view.verdict.kind == "attention":
        return "attention"
    return "done"

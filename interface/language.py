"""The language of the screen: the address decides, else the browser, else Indonesian."""

from __future__ import annotations

import streamlit as st

from analysis.reporting.language import LANGUAGES, Language, language
from interface.session import address_language, change_address

_SWITCH = "language_switch"


def current_language() -> Language:
    return language(_code())


def language_switch() -> None:
    """ID or EN. Numbers and words follow at once, and the address remembers."""
    _declare_language()
    st.session_state[_SWITCH] = _code()
    st.segmented_control(
        "Bahasa / Language",
        LANGUAGES,
        format_func=str.upper,
        required=True,
        key=_SWITCH,
        label_visibility="collapsed",
        on_change=_switch,
    )


def _declare_language() -> None:
    """Tell screen readers and translators; the framework's page says "en". Runs when the language changes."""
    st.html(f'<script>document.documentElement.lang = "{_code()}";</script>', unsafe_allow_javascript=True)


def _switch() -> None:
    change_address(lang=st.session_state[_SWITCH])


def _code() -> str:
    asked = address_language()
    if asked in LANGUAGES:
        return asked
    browser = (st.context.locale or "").lower()
    return "en" if browser.startswith("en") else "id"

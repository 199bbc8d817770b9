"""The shell around every screen: set-up, address, menu, style sheet and header."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from interface.chapter_states import chapter_states
from interface.header import draw_header
from interface.language import current_language
from interface.navigation import ICON, open_shell, screen_names
from interface.session import follow_address, workspace

ASSETS = Path(__file__).with_name("assets")
FETCH_AHEAD = """<script>
  const address = new URLSearchParams(location.search);
  const framework = document.querySelector('script[type="module"][src]');
  const onData = location.pathname.endsWith("/data");
  const part = onData ? "TABLES" : "CHARTS";
  if (framework && part && (onData || address.has("demo") || address.has("study"))) {
    import(new URL(part, framework.src)).catch(() => {});
  }
</script>"""


def open_page() -> Page:
    """Everything before the screen itself; gives the page that app.py then runs."""
    st.set_page_config(page_title="Angket", page_icon=ICON, layout="wide", initial_sidebar_state="auto")
    draw_styles()
    follow_address()
    page = open_shell(chapter_states(workspace()))
    _draw_wordmark()
    _name_tab(page)
    draw_header()
    return page


def draw_styles() -> None:
    """The style sheets and the scripts of the app, given once a run."""
    from analysis.reporting.renderers.html import STYLESHEET

    st.html(_fetch_ahead(), unsafe_allow_javascript=True)
    st.html(STYLESHEET)
    st.html(ASSETS / "screen.css")
    st.html(ASSETS / "listeners.html", unsafe_allow_javascript=True)


@lru_cache
def _fetch_ahead() -> str:
    """Has the browser fetch what draws charts, or editable tables, while the server is still computing them.

    The framework asks for it only when the first of them arrives.
    """
    return FETCH_AHEAD.replace("TABLES", _framework_part("DataFrame")).replace(
        "CHARTS", _framework_part("PlotlyChart")
    )


def _framework_part(name: str) -> str:
    """A file of the framework's, which bears a new name in each release; "" where there is none."""
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    return next((file.name for file in sorted(folder.glob(f"{name}.*.js"))), "")


def _draw_wordmark() -> None:
    dark = st.context.theme.type == "dark"
    st.logo(
        ASSETS / ("wordmark-dark.svg" if dark else "wordmark.svg"),
        size="large",
        icon_image=ASSETS / ("wordmark-dark.svg" if dark else "wordmark.svg"),
    )


def _name_tab(page: Page) -> None:
    key = "home" if page.url_path in ("", "start", "home") else page.url_path
    name = screen_names(current_language()).get(key, "")
    st.set_page_config(page_title=f"{name} · Angket" if name else "Angket", page_icon=ICON)

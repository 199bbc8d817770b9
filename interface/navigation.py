"""The menu: the screens in the chapter's order, each with its state, and the way into the app.

Streamlit runs a file of pages/ alone when a fresh server is first opened at that page's address
(it takes a folder of that name for its older kind of navigation). `open_shell` and `require_shell`
together make sure that app.py has run before any page does.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page

from analysis.reporting.language import Language
from interface.language import current_language

PAGES = Path(__file__).resolve().parents[1] / "pages"
ICON = str(Path(__file__).with_name("assets") / "icon.svg")
"""The icon of the browser tab; without it, Streamlit fetches the menu's icon from afar."""
FOLLOW_NEXT = """<script>
  const follow = (framesLeft) => {
    const link = document.querySelector(".st-key-next a");
    if (link) link.click();
    else if (framesLeft > 0) requestAnimationFrame(() => follow(framesLeft - 1));
  };
  follow(300);
</script>"""
_FOLLOW = "follow_next_link"
_SHELL_RAN = "shell_has_run"

State = Literal["done", "attention", "impossible", "open", "none"]


@dataclass(frozen=True, slots=True)
class Screen:
    """`key` is the file in pages/ and the address; `group` a heading of the menu."""

    key: str
    group: str
    icon: str


SCREENS = (
    Screen("home", "preparation", ":material/home:"),
    Screen("data", "preparation", ":material/table:"),
    Screen("respondents", "instrument", ":material/groups:"),
    Screen("instrument", "instrument", ":material/rule:"),
    Screen("descriptives", "instrument", ":material/align_horizontal_left:"),
    Screen("assumptions", "results", ":material/done_all:"),
    Screen("regression", "results", ":material/show_chart:"),
    Screen("comparison", "results", ":material/compare_arrows:"),
    Screen("loyalty_map", "results", ":material/bubble_chart:"),
    Screen("report", "finish", ":material/description:"),
)
ORDER = tuple(screen.key for screen in SCREENS)
SYMBOLS: Mapping[State, str] = {
    "done": ":green[:material/check_circle:]",
    "attention": ":orange[:material/error:]",
    "impossible": ":gray[:material/block:]",
    "open": ":gray[:material/radio_button_unchecked:]",
    "none": "",
}


def screen_names(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "home": _("Home"),
        "data": _("Data"),
        "respondents": _("Respondents"),
        "instrument": _("Instrument"),
        "descriptives": _("Descriptives"),
        "assumptions": _("Assumptions"),
        "regression": _("Regression"),
        "comparison": _("Comparison"),
        "loyalty_map": _("Loyalty map"),
        "report": _("Report"),
    }


def group_names(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "preparation": _("Preparation"),
        "instrument": _("Instrument"),
        "results": _("Results"),
        "finish": _("Finish"),
    }


def state_words(language: Language) -> dict[State, str]:
    _ = language.gettext
    return {
        "done": _("done"),
        "attention": _("needs attention"),
        "impossible": _("not possible with these data"),
        "open": _("not yet"),
        "none": "",
    }


def open_shell(states: Mapping[str, State]) -> Page:
    """Draw the menu and allow the one page that the address names to run. Called by app.py alone."""
    page = st.navigation(_menu(states), expanded=True)
    st.session_state[_SHELL_RAN] = True
    return page


def require_shell() -> None:
    """First line of every page: start over through app.py when the page was run alone."""
    if not st.session_state.pop(_SHELL_RAN, False):
        st.set_page_config(page_icon=ICON)
        st.navigation(_menu({}))
        gc.freeze()  # else what was just imported is searched for garbage between the two runs
        st.rerun()


def next_screen(key: str) -> str | None:
    """The screen after this one in the chapter's order."""
    position = ORDER.index(key) + 1
    return ORDER[position] if position < len(ORDER) else None


def screen_link(key: str, label: str, *, primary: bool = False, icon: str | None = None) -> None:
    """A link to another screen that looks like a button; the address keeps study, sample and language.

    st.switch_page would empty the address first, and leave entries behind that Back stumbles over.
    """
    kind = "primarylink" if primary else "plainlink"
    with st.container(key=f"{kind}-{key}-{len(label)}", width="content"):
        st.page_link(page_of(key), label=label, icon=icon)


def page_of(key: str) -> Page:
    """The page object of a screen. Home answers to "/", for "/home" see `_menu`."""
    path = PAGES / f"{key}.py"
    return Page(path, url_path="start", default=True) if key == "home" else Page(path, url_path=key)


def next_link(key: str) -> None:
    """The one clear step at the end of a screen."""
    following = next_screen(key)
    if following is None:
        return
    language = current_language()
    label = language.gettext("Continue to {screen}").format(screen=screen_names(language)[following])
    with st.container(key="next", horizontal=True, horizontal_alignment="right"):
        screen_link(following, label, primary=True, icon=":material/arrow_forward:")
    if st.session_state.pop(_FOLLOW, False):
        st.html(FOLLOW_NEXT, unsafe_allow_javascript=True)


def follow_next_link() -> None:
    """Go on to the next screen by itself, in the run that follows a callback."""
    st.session_state[_FOLLOW] = True


def _menu(states: Mapping[str, State]) -> dict[str, list[Page]]:
    """All pages by group. Home is declared twice: as the default page, and unseen for the address /home."""
    language = current_language()
    names, groups, words = screen_names(language), group_names(language), state_words(language)
    menu: dict[str, list[Page]] = {}
    for screen in SCREENS:
        state = states.get(screen.key, "none")
        title = f"{names[screen.key]} {SYMBOLS[state]}".strip()
        spoken = f"{names[screen.key]}: {words[state]}" if words[state] else None
        home = screen.key == "home"
        pages = menu.setdefault(groups[screen.group], [])
        pages.append(
            Page(
                PAGES / f"{screen.key}.py",
                title=title,
                icon=screen.icon,
                url_path="start" if home else screen.key,
                default=home,
                help=spoken,
            )
        )
        if home:
            pages.append(Page(PAGES / "home.py", title=title, url_path="home", visibility="hidden"))
    return menu

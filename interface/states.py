"""Empty, unconfirmed, wrong: every such state says what is the matter and offers the next step."""

from __future__ import annotations

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.reporting.renderers.text_escape import for_html
from interface.language import current_language
from interface.navigation import screen_link, screen_names
from interface.session import Missing, Workspace, close_study, deleted_title, missing, workspace


def require_study(screen: str) -> Workspace:
    """The open, confirmed study, or the designed state that stands instead of the screen."""
    language = current_language()
    current = workspace()
    if current is None:
        _no_study(screen, language)
        st.stop()
    if not current.study.confirmed:
        _not_confirmed(screen, language)
        st.stop()
    return current


def show_missing() -> None:
    """The address names a study or sample that does not exist."""
    gone = missing()
    if gone is not None:
        _ = current_language().gettext
        title, text = _missing_words(gone, current_language())
        show_state(title, text, key="missing")
        st.button(_("Forget this address"), key="forget_address", on_click=close_study)


def show_failed(key: str) -> None:
    """A defect of the program in one section: said plainly, without blame and without a trace."""
    language = current_language()
    show_state(language.gettext("This part could not be made"), failed_text(language), key=f"failed-{key}")


def failed_text(language: Language) -> str:
    return language.gettext(
        "Something in Angket failed here; your data are safe and the other screens work. Reload the page to try again."
    )


def show_state(title: str, text: str, key: str) -> None:
    """A card with a heading and a sentence; the caller puts the next step below it."""
    with st.container(border=True, key=f"card-state-{key}"):
        st.html(f'<h2 class="card-title">{for_html(title)}</h2><p class="card-text">{for_html(text)}</p>')


def show_screen_name(name: str) -> None:
    st.html(f'<div class="angket-opening"><h1 class="angket-screen-name">{for_html(name)}</h1></div>')


def _no_study(screen: str, language: Language) -> None:
    _ = language.gettext
    show_screen_name(screen_names(language)[screen])
    if missing() is not None:
        show_missing()
    elif deleted_title():
        _show_deleted(deleted_title(), language)
    else:
        show_state(
            _("Nothing to show yet"),
            _("Open a questionnaire file or look at a sample study; this screen then fills itself."),
            key="empty",
        )
    with st.container(key="primary-empty", horizontal=True):
        screen_link("data", _("Open a file"), primary=True, icon=":material/upload_file:")
        screen_link("home", _("Look at a sample study"))


def _show_deleted(title: str, language: Language) -> None:
    _ = language.gettext
    text = _(
        "The answers of {title}, its codebook, its trail and all its earlier versions are gone from this server. "
        "Its link opens nothing any more. Files that were downloaded stay where they are."
    )
    show_state(_("Your data are deleted"), text.format(title=f"“{title}”"), key="deleted")


def _not_confirmed(screen: str, language: Language) -> None:
    _ = language.gettext
    show_screen_name(screen_names(language)[screen])
    show_state(
        _("Confirm first how the file was understood"),
        _(
            "Nothing is computed from a guess. Read on the Data screen what each column was taken for, then confirm it."
        ),
        key="unconfirmed",
    )
    with st.container(key="primary-confirm", horizontal=True):
        screen_link("data", _("Go to Data"), primary=True, icon=":material/arrow_back:")


def _missing_words(gone: Missing, language: Language) -> tuple[str, str]:
    _ = language.gettext
    if gone.refusal is not None:
        return _("This study cannot be opened here"), unusable_text(gone.refusal, language)
    if gone.kind == "demo":
        return (
            _("There is no sample study of this name"),
            _("The address asks for a sample study that Angket does not have. Choose one on Home."),
        )
    return (
        _("No study is kept under this address"),
        _(
            "It may have been deleted, or part of the link was lost in copying. Open the file again, or ask for the link once more."
        ),
    )

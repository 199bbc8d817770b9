"""What can be done with the study as a whole: undo, rename, copy, codebook file, model, screening, settings."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.reporting.language import Language
from analysis.study.study import Decision
from interface.codebook_panel import show_codebook_panel
from interface.header import shown_title
from interface.language import current_language
from interface.model_form import show_model_form
from interface.screening_form import show_screening_form
from interface.session import Workspace, change, close_study, copy_of_sample, open_new, redo, undo, workspace
from interface.settings_form import show_settings_form
from interface.study_title import LONGEST_TITLE, copy_title
from interface.text import literal


def show_study_tools(current: Workspace) -> None:
    """One row of tools; a sample study offers a copy instead of changes."""
    language = current_language()
    _ = language.gettext
    if not current.editable:
        show_sample_note(current, language)
        return
    saved = current.saved
    with st.container(horizontal=True, key="tools-study"):
        st.button(
            _("Undo"),
            icon=":material/undo:",
            key="undo",
            on_click=undo,
            disabled=not (saved and saved.can_undo),
        )
        st.button(
            _("Redo"),
            icon=":material/redo:",
            key="redo",
            on_click=redo,
            disabled=not (saved and saved.can_redo),
        )
        with st.popover(_("Model"), icon=":material/account_tree:", key="model_panel"):
            show_model_form(current, language)
        with st.popover(_("Screening"), icon=":material/filter_alt:", key="screening_panel"):
            show_screening_form(current, language)
        with st.popover(_("Settings"), icon=":material/tune:", key="settings_panel"):
            show_settings_form(current, language)
        with st.popover(_("Codebook"), icon=":material/menu_book:", key="codebook_panel"):
            show_codebook_panel(current, language)
        with st.popover(_("Study"), icon=":material/folder:", key="name_panel"):
            _name_panel(current, language)


def show_sample_note(current: Workspace, language: Language) -> None:
    """A sample study is looked at, not changed; a copy may be."""
    _ = language.gettext
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="card-sample-note"):
        st.markdown(
            literal(_("This sample study is for looking at. Make a copy and change whatever you like.")),
            width="stretch",
        )
        title = copy_title(shown_title(current, language), language)
        with st.container(key="primary-copy", width="content"):
            st.button(
                _("Make a copy"),
                type="primary",
                icon=":material/content_copy:",
                key="copy_sample",
                on_click=copy_of_sample,
                args=(title,),
            )
        st.button(_("Open my own file"), key="leave_sample", on_click=close_study)


def _name_panel(current: Workspace, language: Language) -> None:
    _ = language.gettext
    with st.form("rename", border=False):
        st.text_input(
            _("Name of the study"), value=current.study.title, max_chars=LONGEST_TITLE, key="new_title"
        )
        st.form_submit_button(_("Rename"), key="rename_study", on_click=_rename)
    title = copy_title(current.study.title, language)
    st.button(
        _("Duplicate this study"),
        icon=":material/content_copy:",
        key="duplicate",
        on_click=_duplicate,
        args=(title,),
    )
    st.button(_("Open another file"), icon=":material/upload_file:", key="close_study", on_click=close_study)
    st.caption(literal(_("Keep the address of this page: it is the only way back to this study.")))


def _rename() -> None:
    current = workspace()
    title = str(st.session_state.get("new_title") or "").strip()[:LONGEST_TITLE]
    if current is not None and title and title != current.study.title:
        renamed = Decision("renamed", before=current.study.title, after=title)
        change(replace(current.study, title=title, trail=(*current.study.trail, renamed)))


def _duplicate(title: str) -> None:
    current = workspace()
    if current is not None:
        open_new(replace(current.study, title=title))

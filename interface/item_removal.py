"""Take items out one at a time, each with its reason, and put them back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.notice import UnusableInput
from interface.codebook_edits import Edited, put_back, take_out
from interface.language import current_language
from interface.navigation import screen_link
from interface.session import Workspace, change, workspace
from interface.text import literal

_ITEM, _REASON, _PROBLEM = "removed_item", "removal_reason", "removal_problem"


def show_item_removal(current: Workspace) -> None:
    """What is out, with its reason; and, for one's own study, a way to take out one more.

    Where no column is an item, the way to the screen that makes it one.
    """
    _ = current_language().gettext
    items = [entry for entry in current.study.codebook.columns.values() if entry.role == "item"]
    if not items:
        screen_link("data", _("Go to Data"), icon=":material/table:")
        return
    out = [entry for entry in items if not entry.included]
    if not current.editable and not out:
        return
    title = _("Items taken out: {n}").format(n=len(out))
    with (
        st.container(key="control-items"),
        st.expander(title, icon=":material/playlist_remove:", expanded=bool(out)),
    ):
        if st.session_state.get(_PROBLEM):
            st.error(literal(st.session_state.pop(_PROBLEM)))
        for entry in out:
            _taken_out(entry, editable=current.editable)
        if current.editable:
            _form([entry for entry in items if entry.included])


def _taken_out(entry: ColumnEntry, *, editable: bool) -> None:
    _ = current_language().gettext
    with st.container(horizontal=True, vertical_alignment="center", key=f"out-{entry.name}"):
        reason = entry.reason or _("no reason given")
        item = f"**{literal(entry.name)}** {literal(_question(entry))}".rstrip()
        st.markdown(f"{item}: {literal(reason)}", width="stretch")
        st.button(
            _("Put back"),
            key=f"back-{entry.name}",
            on_click=_put_back,
            args=(entry.name,),
            disabled=not editable,
        )


def _question(entry: ColumnEntry) -> str:
    """The question behind a short name; nothing where the file has no more than the name."""
    return "" if entry.label in ("", entry.name) else entry.label


def _form(included: list[ColumnEntry]) -> None:
    _ = current_language().gettext
    labels = {entry.name: f"{entry.name}  {_question(entry)}".rstrip() for entry in included}
    with st.form("take_out", border=False):
        st.selectbox(_("Item"), list(labels), format_func=lambda name: labels.get(name, name), key=_ITEM)
        st.text_input(
            _("Reason, as the report will give it"),
            key=_REASON,
            max_chars=200,
            placeholder=_("For example: corrected r below the criterion, wording was ambiguous"),
        )
        st.form_submit_button(_("Take this item out"), on_click=_take_out)


def _take_out() -> None:
    name, reason = str(st.session_state.get(_ITEM) or ""), str(st.session_state.get(_REASON) or "").strip()
    if not reason:
        _ = current_language().gettext
        st.session_state[_PROBLEM] = _("Write the reason first: the trail and the report give it.")
        return
    _apply(lambda codebook: take_out(codebook, name, reason))
    st.session_state[_REASON] = ""


def _put_back(name: str) -> None:
    _apply(lambda codebook: put_back(codebook, name))


def _apply(edit: Callable[[Codebook], Edited]) -> None:
    current = workspace()
    if current is None:
        return
    try:
        edited: Edited = edit(current.study.codebook)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    change(current.study.with_codebook(edited.codebook, *edited.decisions))

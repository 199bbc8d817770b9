"""The session: which study is open, where it is kept, and the address that finds it again.

The address carries `study` (the token of a saved study), `demo` (a sample study) and `lang`. Each is
bound to an unseen field drawn by app.py, so that a menu click, Back and a refresh keep them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from interface import databases

if TYPE_CHECKING:
    from sharing.store import Saved

ADDRESS = ("study", "demo", "lang")
_NEXT_ADDRESS = "next_address"
_WORKSPACE = "workspace"
_DELETED = "deleted_study"
_OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The open study. A sample study (`demo`) belongs to everybody: it can be looked at, not changed."""

    study: Study
    token: str = ""
    demo: str = ""
    saved: Saved | None = None

    @property
    def editable(self) -> bool:
        return bool(self.token)


@dataclass(frozen=True, slots=True)
class Missing:
    """The address names a study or a sample that does not exist, or that cannot be read (`refusal`)."""

    kind: str
    refusal: UnusableInput | None = None


def follow_address() -> None:
    """Draw the unseen address fields, then open what they name. First thing of every run."""
    for name, value in st.session_state.pop(_NEXT_ADDRESS, {}).items():
        st.session_state[name] = value
    with st.container(key="address"):
        for name in ADDRESS:
            st.text_input(name, key=name, bind="query-params", label_visibility="collapsed")
    opened = _opened(st.session_state["study"], st.session_state["demo"])
    st.session_state[_WORKSPACE] = opened
    if opened is not None:
        st.session_state.pop(_DELETED, None)


def address_language() -> str:
    """The language that the address asks for, "" where it says nothing."""
    return str(st.session_state.get("lang") or "")


def change_address(**values: str) -> None:
    """Give the address new values, from the next run on."""
    st.session_state[_NEXT_ADDRESS] = {**st.session_state.get(_NEXT_ADDRESS, {}), **values}


def workspace() -> Workspace | None:
    """The open study, or None."""
    current = st.session_state.get(_WORKSPACE)
    return current if isinstance(current, Workspace) else None


def missing() -> Missing | None:
    """What the address names in vain, if anything."""
    current = st.session_state.get(_WORKSPACE)
    return current if isinstance(current, Missing) else None


def open_new(study: Study) -> None:
    """Keep a new study and open it, from the next run on."""
    store = databases.store()
    token = store.save(study)
    st.session_state[_WORKSPACE] = Workspace(study, token=token, saved=store.saved(token))
    change_address(study=token, demo="")


def open_demo(key: str) -> None:
    change_address(study="", demo=key)


def close_study() -> None:
    change_address(study="", demo="")


def copy_of_sample(title: str) -> None:
    """A copy of the open sample study, to be changed at will; it stays marked as simulated."""
    current = workspace()
    if current is not None:
        open_new(replace(current.study, title=title))


def change(study: Study) -> None:
    """Keep a changed study at once. A sample study never changes, nor one deleted in another tab.

    Nor one that another tab has changed since: the next run opens it as it is now and says so.
    """
    from sharing.store import ChangedElsewhere, UnknownStudy

    current = workspace()
    if current is None or not current.editable:
        return
    based_on = current.saved.revision if current.saved else None
    try:
        databases.store().save(study, current.token, based_on)
    except UnknownStudy:
        return
    except ChangedElsewhere:
        st.session_state[_OVERTAKEN] = True
        return
    saved = databases.store().saved(current.token)
    st.session_state[_WORKSPACE] = replace(current, study=study, saved=saved)


def overtaken() -> bool:
    """Whether the last change was not kept, because another tab was first. Told once."""
    return bool(st.session_state.pop(_OVERTAKEN, False))


def undo() -> None:
    _step(databases.store().undo)


def redo() -> None:
    _step(databases.store().redo)


def delete_study() -> None:
    """Remove the open study from the store, and what this session still holds of it; then close it."""
    from sharing.store import UnknownStudy

    current = workspace()
    if current is not None and current.editable:
        with suppress(UnknownStudy):
            databases.store().delete(current.token)
        for name in [name for name in st.session_state if name not in ADDRESS]:
            del st.session_state[name]
        st.session_state[_DELETED] = current.study.title
    close_study()


def deleted_title() -> str:
    """The name of the study deleted last in this session, "" when none was, or another one is open since."""
    return str(st.session_state.get(_DELETED) or "")


def _step(step: Callable[[str], object]) -> None:
    from sharing.store import UnknownStudy

    current = workspace()
    if current is not None and current.editable:
        with suppress(UnknownStudy):
            step(current.token)
        st.session_state[_WORKSPACE] = _saved_study(current.token)


def _opened(token: str, demo: str) -> Workspace | Missing | None:
    if token:
        return _saved_study(token)
    if demo:
        study = databases.sample(demo)
        return Workspace(study, demo=demo) if study is not None else Missing("demo")
    return None


def _saved_study(token: str) -> Workspace | Missing:
    """The saved study, read again only when another tab or an undo has changed it."""
    saved = databases.store().saved(token)
    if saved is None:
        return Missing("study")
    current = workspace()
    if current is not None and current.token == token and current.saved == saved:
        return current
    try:
        study = databases.store().load(token)
    except UnusableInput as refusal:
        return Missing("unreadable", refusal)
    return Workspace(study, token=token, saved=saved) if study is not None else Missing("study")

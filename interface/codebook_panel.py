"""Save the codebook as a file and lay a saved one over what was detected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook_file import codebook_from_bytes, codebook_to_json, overlay
from analysis.study.codebook_validation import validate_levels
from analysis.study.notice import UnusableInput
from analysis.study.questions import answer
from analysis.study.settled import spoken_of
from analysis.study.study import Decision, Study
from interface.language import current_language
from interface.questions import open_questions
from interface.session import Workspace, change, workspace
from interface.text import literal

_FILE, _PROBLEM = "codebook_file", "codebook_problem"
MEGABYTES = 2


def show_codebook_panel(current: Workspace, language: Language) -> None:
    _ = language.gettext
    st.download_button(
        _("Save the codebook"),
        data=lambda: codebook_bytes(current),
        file_name=f"{file_stem(current.study.title)}.codebook.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
        key="save_codebook",
    )
    st.file_uploader(
        _("Load a codebook file (.json)"),
        type=["json"],
        max_upload_size=MEGABYTES,
        key=_FILE,
        on_change=_load,
        disabled=not current.editable,
    )
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))


def codebook_bytes(current: Workspace) -> bytes:
    """The codebook as the headless command reads it."""
    document = codebook_to_json(current.study.codebook)
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def file_stem(title: str) -> str:
    """A file name that every system accepts, from a study's title."""
    kept = "".join(character if character.isalnum() or character in " -_" else " " for character in title)
    return "_".join(PurePath(kept).name.split())[:60] or "angket"


def _load() -> None:
    """A codebook that cannot be used changes nothing and says why."""
    current, file = workspace(), st.session_state.get(_FILE)
    if current is None or file is None:
        return
    try:
        given = codebook_from_bytes(file.getvalue(), file.name)
        codebook = overlay(current.study.codebook, given)
        validate_levels(codebook, current.study.table)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    loaded = current.study.with_codebook(codebook, Decision("codebook_loaded", after=file.name))
    change(loaded.with_codebook(codebook, *_settled_by(given, loaded)))


def _settled_by(given: Mapping[str, object], loaded: Study) -> list[Decision]:
    """Doubts that the file speaks of without changing what was understood: it confirms that."""
    confirmed = [question for question in open_questions(loaded) if spoken_of(question, given)]
    return [answer(loaded.codebook, question, question.chosen).decision for question in confirmed]

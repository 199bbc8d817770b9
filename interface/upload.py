"""The drop area: what happens to a file is said before it is given, and a refusal leaves all as it was."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import notice_text, unusable_text
from analysis.reporting.renderers.text_escape import for_html
from analysis.study.notice import UnusableInput
from interface.language import current_language
from interface.markup import card_title, facts, paragraph
from interface.session import open_new, workspace
from interface.text import literal
from interface.upload_allowance import count_file

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from analysis.study.reading.reading import Reading

MEGABYTES = 20
TRANSFER_MEGABYTES = 32
"""The widget refuses in English only, so the reader judges type and size, in the reader's language."""
LONGEST_TITLE = 120
_SETTLED = "upload_settled"
_KEEP = "keep_personal"


def show_upload() -> None:
    """Purpose, basis and keeping time, then the drop area, then what became of the file."""
    language = current_language()
    _ = language.gettext
    with st.container(border=True, key="card-upload"):
        st.html(_promise_html(language))
        st.checkbox(
            _("Keep personal columns of this file on purpose"),
            key=_KEEP,
            help=_(
                "Only where you need them, for example to ask a respondent again. They then stay with the study until you delete it, and whoever has its link can make them visible."
            ),
        )
        file = st.file_uploader(
            _("Questionnaire file (.xlsx, .xls, .ods, .csv or .sav, up to {n} MB)").format(n=MEGABYTES),
            max_upload_size=TRANSFER_MEGABYTES,
            key="questionnaire_file",
        )
        st.html(f'<p class="upload-refused" role="alert">{for_html(_too_large(language))}</p>')
        if file is not None and st.session_state.get(_SETTLED) != file.file_id:
            _open(file, language)


def draw_uploader_words() -> None:
    """What the style sheet writes into the drop areas of this screen."""
    _ = current_language().gettext
    choose, drop = json.dumps(_("Choose a file")), json.dumps(_("Drag the file here, or"))
    st.html(f"<style>:root {{ --choose-file: {choose}; --drop-file: {drop}; }}</style>")


def _too_large(language: Language) -> str:
    """Shown by the style sheet where the browser already keeps a file back, which the server never hears of."""
    return unusable_text(UnusableInput("file_too_large", megabytes=MEGABYTES), language)


def _promise_html(language: Language) -> str:
    _ = language.gettext
    lines = [
        (
            _("Purpose"),
            _("Only to analyse your questionnaire for you; nobody else sees it without your link."),
        ),
        (
            _("Basis"),
            _("Your consent, given by opening the file. Your respondents' consent is yours to have."),
        ),
        (
            _("Kept"),
            _(
                "Names, e-mails, phone and student numbers are dropped at once, unless you keep them on purpose. The answers stay until you delete them."
            ),
        ),
    ]
    return card_title(_("Open a questionnaire file")) + facts(
        [(name, for_html(text)) for name, text in lines]
    )


def _open(file: UploadedFile, language: Language) -> None:
    """Read in the child process; ask for the sheet when several hold data; then open as a draft."""
    _ = language.gettext
    _say_if_queued(language)
    try:
        with st.spinner(_("Reading {file} …").format(file=literal(file.name)), show_time=True):
            reading = _read(file, st.session_state.get("sheet"))
        if _sheet_chosen(reading, file, language):
            _open_reading(reading, file)
    except UnusableInput as refusal:
        st.error(literal(unusable_text(refusal, language)), icon=":material/error:")
        if workspace() is not None:
            st.html(paragraph(_("What was open before is still here, unchanged."), "card-text quiet"))


def _say_if_queued(language: Language) -> None:
    """One file is read at a time on a small host; who waits is told."""
    from analysis.study.reading.reader import queue_notice

    waiting = queue_notice()
    if waiting is not None:
        st.info(literal(notice_text(waiting, language)))


def _read(file: UploadedFile, sheet: str | None) -> Reading:
    from analysis.study.reading.reader import read_table

    known = st.session_state.get("reading")
    if known is not None and known[0] == (file.file_id, sheet):
        return known[1]
    count_file(file.file_id)
    reading = read_table(file.getvalue(), file.name, sheet)
    st.session_state["reading"] = ((file.file_id, sheet), reading)
    return reading


def _sheet_chosen(reading: Reading, file: UploadedFile, language: Language) -> bool:
    """True when the file has one sheet with data, or a person has picked one."""
    _ = language.gettext
    names = [sheet.name for sheet in reading.sheets if sheet.rows > 0 and not sheet.hidden]
    if len(names) < 2:
        return True
    rows = {sheet.name: sheet.rows for sheet in reading.sheets}
    st.selectbox(
        _("This file has several sheets. Which one holds the answers?"),
        names,
        index=names.index(reading.sheet) if reading.sheet in names else 0,
        format_func=lambda name: f"{name} ({rows[name]})",
        key="sheet",
    )
    with st.container(key="primary-sheet"):
        return st.button(_("Open this sheet"), type="primary", key=f"open_sheet_{file.file_id}")


def _open_reading(reading: Reading, file: UploadedFile) -> None:
    from analysis.study.opening import open_study

    title = PurePath(file.name).stem[:LONGEST_TITLE] or file.name
    kept = frozenset(reading.table.headers) if st.session_state.get(_KEEP) else frozenset()
    opening = open_study(reading, title, keep=kept)
    open_new(opening.study)
    st.session_state[_SETTLED] = file.file_id
    st.session_state.pop("reading", None)
    st.rerun()

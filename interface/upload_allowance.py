"""How many files one session may have read, so that a single visitor cannot keep the reader busy."""

from __future__ import annotations

import time
from collections.abc import Mapping

import streamlit as st

from analysis.study.notice import UnusableInput

FILES_PER_SESSION = 100
FILES_PER_MINUTE = 10
MINUTE_S = 60.0
_READ_AT = "files_read_at"


def count_file(file_id: str) -> None:
    """Count a file of this session, once. Raises UnusableInput when the session has used up its share."""
    earlier: Mapping[str, float] = st.session_state.get(_READ_AT, {})
    if file_id in earlier:
        return
    now = time.monotonic()
    if len(earlier) >= FILES_PER_SESSION:
        raise UnusableInput("too_many_files", limit=FILES_PER_SESSION)
    if sum(now - at < MINUTE_S for at in earlier.values()) >= FILES_PER_MINUTE:
        raise UnusableInput("too_many_files_at_once", limit=FILES_PER_MINUTE)
    st.session_state[_READ_AT] = {**earlier, file_id: now}

"""What all sessions of a server share: the store of studies and the sample studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.study.study import Study

if TYPE_CHECKING:
    from sharing.store import StudyStore


@st.cache_resource(show_spinner=False)
def store() -> StudyStore:
    """The store; its database library is imported when a study is first kept or looked for."""
    from sharing.store import default_store

    return default_store()


@st.cache_resource(show_spinner=False, max_entries=8)
def sample(key: str) -> Study | None:
    """A sample study, finished; None when there is none of this name."""
    from sample_data.catalogue import SAMPLE_STUDIES, sample_study

    return sample_study(key) if key in SAMPLE_STUDIES else None

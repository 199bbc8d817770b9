"""Import the slow libraries in the background, once the first screen stands."""

from __future__ import annotations

import threading
from importlib import import_module

import streamlit as st

SLOW_LIBRARIES = (
    "analysis.chapter",
    "scipy.special",
    "pandas",
    "plotly.graph_objs",
    "sqlalchemy.orm",
    "scipy.stats",
    "statsmodels.api",
    "docx",
    "matplotlib.figure",
)


def warm_up() -> None:
    """Start the imports once a server, after a pause that lets the first screen through."""
    _start()


@st.cache_resource(show_spinner=False)
def _start() -> threading.Timer:
    timer = threading.Timer(1.5, _import_all)
    timer.daemon = True
    timer.start()
    return timer


def _import_all() -> None:
    for name in SLOW_LIBRARIES:
        import_module(name)

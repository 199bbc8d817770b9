"""Slow libraries: imported in the background once the first screen stands, or when first needed.

One import at a time: Plotly looks whether pandas is there, and must not find it half imported.
"""

from __future__ import annotations

import threading
from importlib import import_module

import streamlit as st

DRAWING = ("pandas", "plotly.graph_objs")
SLOW_LIBRARIES = ("analysis.chapter", "scipy.special", *DRAWING, "sqlalchemy.orm", "scipy.linalg", "docx")
PAUSE_S = 1.0
"""Time for the browser to draw the first screen before the imports compete with it."""
_lock = threading.Lock()


def warm_up() -> None:
    """Start the imports, once a server; called at the end of a run, with which they would compete."""
    _started()


def load_drawing() -> None:
    """Have pandas and Plotly complete before either is used."""
    _load(DRAWING)


@st.cache_resource(show_spinner=False)
def _started() -> threading.Timer:
    timer = threading.Timer(PAUSE_S, _load, args=(SLOW_LIBRARIES,))
    timer.daemon = True
    timer.start()
    return timer


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        with _lock:
            import_module(name)

"""Slow libraries: imported in the background once the first screen stands, or when first needed.

One import at a time: Plotly looks whether pandas is there, and must not find it half imported. It does
not need pandas, which only the tables that can be edited do.

The garbage collector is kept away from what stays as long as the process does. It searches all objects
while a library is being imported, and Streamlit has it do so after every run of a script: with the
libraries' half a million objects among them, that took longer than the run itself.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import streamlit as st

DRAWING = ("plotly.graph_objs", "plotly.tools")
TABLES = ("pandas",)
ANALYSIS = ("scipy.special", "analysis.chapter")
LATER = ("sqlalchemy.orm", "scipy.linalg", "scipy.optimize", "analysis.reporting.renderers.word")
PAUSE_S = 2.5
"""Time for the browser to draw the first screen before the imports compete with it."""
_lock = threading.RLock()


def warm_up() -> None:
    """Start the imports, once a server; called at the end of a run, with which they would compete."""
    _started()


def load_analysis() -> None:
    """Have everything imported that computes and words a section."""
    _load(ANALYSIS)


def load_tables() -> None:
    """Have what an editable table needs imported."""
    _load(TABLES)


@contextmanager
def drawing() -> Iterator[None]:
    """With Plotly imported, and nothing else being imported while it draws."""
    with _lock:
        _load(DRAWING)
        yield


@st.cache_resource(show_spinner=False)
def _started() -> threading.Timer:
    timer = threading.Timer(PAUSE_S, _load, args=((*ANALYSIS, *DRAWING, *TABLES, *LATER),))
    timer.daemon = True
    timer.start()
    return timer


def _load(names: tuple[str, ...]) -> None:
    with _lock:
        if all(name in sys.modules for name in names):
            _import(names)
            return
        gc.disable()
        try:
            _import(names)
        finally:
            gc.freeze()
            gc.enable()


def _import(names: tuple[str, ...]) -> None:
    """Also where they are known: another thread may be in the middle of importing one."""
    for name in names:
        import_module(name)

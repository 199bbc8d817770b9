"""Slow libraries, then the samples: loaded in the background once the server answers, or when first needed.

Where the framework's own command started the server, nothing of Angket runs before the first visitor; then
the imports wait until the first screen stands.

One import at a time: Plotly looks whether pandas is there, and must not find it half imported. It does
not need pandas, which only the tables that can be edited do.

The garbage collector is kept away from what stays as long as the process does. It searches all objects
while a library is being imported, and Streamlit has it do so after every run of a script: with the
libraries' half a million objects among them, that took longer than the run itself.
"""

from __future__ import annotations

import gc
import math
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from streamlit import runtime

SCREENS = ("interface.page", "interface.home", "interface.data_screen", "interface.screen")
DRAWING = ("plotly.graph_objs", "plotly.tools")
TABLES = ("pandas",)
ANALYSIS = ("scipy.special", "analysis.chapter")
LATER = ("scipy.linalg", "scipy.optimize", "sqlalchemy.orm", "analysis.reporting.renderers.word")
LISTENING_S = 0.3
"""From the start of the framework's runtime until the server answers."""
FIRST_VISIT_S = 1.2
"""Time for the visitor who waited for the server: what no first screen needs is not imported meanwhile."""
PAUSE_S = 1.0
"""Time for the browser to draw what a run has sent before imports compete with it."""
TURN_S = 0.01
"""How often what waits looks again; a pause between imports, so that a screen in need of one gets its turn."""


class Runs:
    """Which scripts are running now, and when the last one ended; shared by all sessions."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0
        self._ended = -math.inf

    def begin(self) -> None:
        with self._lock:
            self._running += 1

    def end(self) -> None:
        with self._lock:
            self._running -= 1
            self._ended = time.monotonic()

    def idle_for(self, seconds: float) -> bool:
        """Whether no script has run for so long."""
        return not self._running and time.monotonic() - self._ended >= seconds


_lock = threading.RLock()
_begun = threading.Lock()
_runs = Runs()


@contextmanager
def unhindered() -> Iterator[None]:
    """For a run of a script: the imports in the background wait until it is over and its screen drawn."""
    _runs.begin()
    try:
        yield
    finally:
        _runs.end()


def warm_up() -> None:
    """Start the imports when nothing of Angket has begun them yet; called at the end of a run."""
    _begin(_import_when_idle)


def warm_up_server() -> None:
    """Start the imports once the server answers; called by the command that is about to start it."""
    _begin(_import_from_the_start)


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


def _begin(imports: Callable[[], None]) -> None:
    """Once a process, whoever comes first."""
    if _begun.acquire(blocking=False):
        threading.Thread(target=imports, daemon=True, name="imports").start()


def _import_from_the_start() -> None:
    while not runtime.exists():
        time.sleep(TURN_S)
    time.sleep(LISTENING_S)
    _load(SCREENS)
    time.sleep(FIRST_VISIT_S)
    _import_when_idle()


def _import_when_idle() -> None:
    for name in (*SCREENS, *ANALYSIS, *DRAWING, *TABLES, *LATER):
        _await_idleness()
        _load((name,))
    _open_samples()


def _open_samples() -> None:
    from interface.databases import sample
    from sample_data.catalogue import SAMPLE_STUDIES

    for key in SAMPLE_STUDIES:
        _await_idleness()
        sample(key)


def _await_idleness() -> None:
    time.sleep(TURN_S)
    while not _runs.idle_for(PAUSE_S):
        time.sleep(TURN_S)


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

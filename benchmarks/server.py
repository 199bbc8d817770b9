"""A Streamlit server of its own for each measurement, on a free port of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import ROOT
from tests.running_app import free_port, wait_until_ready

APP = ROOT / "app.py"
BARE_PAGE = ROOT / "benchmarks" / "bare_page.py"


@contextmanager
def fresh_server(script: Path, **environment: str) -> Iterator[str]:
    """Address of a server that nobody has visited, with an empty database; ended afterwards."""
    command = "interface" if script == APP else "streamlit"  # as start.py does
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        surroundings = {**inherited(), "DATABASE_URL": f"sqlite:///{folder}/angket.db", **environment}
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", command, "run", str(script), *options],
                cwd=ROOT,
                env={**surroundings, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            try:
                wait_until_ready(process, url, log)
                yield url
            finally:
                process.terminate()
                process.wait(timeout=20)


def inherited() -> dict[str, str]:
    """The surroundings, but for what keeps Python from storing compiled modules, as it does for everybody."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

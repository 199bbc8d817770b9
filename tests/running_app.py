"""A running Angket server for the tests that look at it through a browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START_LIMIT_S = 60.0
POLL_S = 0.1


@dataclass(frozen=True, slots=True)
class RunningApp:
    """Where the server answers, where it writes its output, and which database file it keeps."""

    url: str
    log: Path
    database: Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(url: str) -> bool:
    """Unknown addresses give the app's page with status 200, so the body decides."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as response:
            return bool(response.read() == b"ok")
    except (urllib.error.URLError, OSError):
        return False


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return when the server answers; RuntimeError with its output when it ends or stays silent."""
    for _attempt in range(int(START_LIMIT_S / POLL_S)):
        if answers(url):
            return
        try:
            process.wait(timeout=POLL_S)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"The app did not start:\n{log.read_text(errors='replace')}")


@contextmanager
def running_app(folder: Path, command: str = "interface", **environment: str) -> Iterator[RunningApp]:
    """Start a fresh server whose database lives in `folder`; the same folder again is a restart.

    `command` is the module that start.py runs, or the framework's own.
    """
    port, log, database = free_port(), folder / "server.log", folder / "angket.db"
    url = f"http://127.0.0.1:{port}"
    settings = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", **environment}
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", command, "run", str(ROOT / "app.py"), *options],
            cwd=ROOT,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_ready(process, url, log)
            yield RunningApp(url, log, database)
        finally:
            process.terminate()
            process.wait(timeout=20)

"""Runs a reader in a process of its own: killable, bounded, without secrets or network."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from analysis.study.notice import UnusableInput
from analysis.study.reading import wire
from analysis.study.reading.limits import Limits

PROJECT = Path(__file__).resolve().parents[3]
PARSE = "analysis.study.reading.parsing:parse"
BOOTSTRAP = "import sys, json; sys.path[:0] = json.loads(sys.argv[1]); "
BOOTSTRAP += "from analysis.study.reading.child import main; main()"
NEEDED_ON_WINDOWS = ("SYSTEMROOT", "WINDIR")
NEAR_THE_CAP = 0.85

turns = threading.BoundedSemaphore(int(os.environ.get("ANGKET_READERS", "1")))
"""One file is read at a time per server, so that a host of 1 GB holds; ANGKET_READERS allows more."""


def is_busy() -> bool:
    """Whether a file read now would have to wait for its turn."""
    free = turns.acquire(blocking=False)
    if free:
        turns.release()
    return not free


def run_isolated(
    data: bytes, options: Mapping[str, Any], limits: Limits, entry: str = PARSE
) -> dict[str, Any]:
    """The answer of `entry(data, request)` from a child process, where `request` holds `options`.

    Waits for its turn. Raises UnusableInput with the refusal of the reader, or "too_slow" and
    "too_demanding" when the process had to be ended or ended itself, or "busy" when no turn came.
    """
    if not turns.acquire(timeout=limits.queue_seconds):
        raise UnusableInput("busy")
    try:
        reply = _converse(data, options, limits, entry)
    finally:
        turns.release()
    if "refused" in reply:
        raise UnusableInput(reply["refused"], **wire.decode_details(reply["details"]))
    return reply


def _converse(data: bytes, options: Mapping[str, Any], limits: Limits, entry: str) -> dict[str, Any]:
    request = {**options, "limits": asdict(limits), "entry": entry, "size": len(data)}
    head = json.dumps(request).encode("ascii") + b"\n"
    process = _start()
    try:
        reply, _ = process.communicate(head + data, timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        peak = _peak_memory(process.pid)
        _end(process)
        crowded = peak > NEAR_THE_CAP * limits.memory_bytes
        raise UnusableInput("too_demanding" if crowded else "too_slow") from None
    except BaseException:
        _end(process)
        raise
    if process.returncode != 0 or not reply:
        raise UnusableInput("too_demanding")
    return wire.load(reply)


def _start() -> subprocess.Popen[bytes]:
    windows = os.name == "nt"
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-I", "-S", "-c", BOOTSTRAP, json.dumps(_import_path())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).anchor,
        env={name: os.environ[name] for name in NEEDED_ON_WINDOWS if windows and name in os.environ},
        close_fds=True,
        start_new_session=not windows,
        creationflags=flags if windows else 0,
    )


def _import_path() -> list[str]:
    """Where the child finds this project and what is installed; never the current folder."""
    found = [str(PROJECT)]
    found += [folder for folder in sys.path if Path(folder).is_absolute() and folder not in found]
    return found


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and whatever it started, then collect it."""
    if os.name == "nt":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _peak_memory(pid: int) -> int:
    """Largest address space so far in bytes where the system tells (Linux), else 0."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    for line in lines:
        if line.startswith("VmPeak:"):
            return int(line.split()[1]) * 1024
    return 0

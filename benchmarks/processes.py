"""Run a program and measure it from outside: time, peak memory, output."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """One finished program: wall time in seconds, peak resident memory in MB, standard output."""

    seconds: float
    peak_mb: float
    output: str


class Failed(Exception):
    """A program ended with an error; the text is its own."""


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run to the end (Linux). The caller has to be small: a child's peak starts with its parent's."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env={**os.environ, **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise Failed(errors.read().decode(errors="replace").strip()[-1000:])
        return Run(seconds, usage.ru_maxrss / 1024, output.read().decode(errors="replace"))


def python(module: str, *arguments: str) -> list[str]:
    """Command that runs a module of this project with this Python."""
    return [sys.executable, "-m", module, *arguments]

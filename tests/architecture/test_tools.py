"""Floors, style and types are kept by import-linter, ruff and mypy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT


@pytest.mark.parametrize(
    "command",
    [["lint-imports"], ["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    ids=" ".join,
)
def test_tool_has_no_findings(command: list[str]) -> None:
    beside_python = str(Path(sys.executable).parent)
    program = shutil.which(command[0], path=beside_python)
    assert program, f"{command[0]} is not installed: pip install -r requirements-dev.txt"
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False, timeout=280
    )
    assert done.returncode == 0, done.stdout + done.stderr

"""Fixtures for every layer of tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.running_app import RunningApp, running_app

# The same examples in every run: a failure seen once can be seen again.
settings.register_profile("angket", derandomize=True, deadline=None)
settings.load_profile("angket")

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the Chromium of the system, which start.py names, instead of a downloaded one."""
    chromium = os.environ.get("ANGKET_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("No Chromium was found: run python3 start.py test, or set ANGKET_CHROMIUM.")
    return {**browser_type_launch_args, "executable_path": chromium, "args": CHROMIUM_OPTIONS}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """One server for the whole run, with an empty database of its own."""
    with running_app(tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture
def fresh_app(tmp_path: Path) -> Iterator[RunningApp]:
    """A server that nobody has visited yet."""
    with running_app(tmp_path) as server:
        yield server

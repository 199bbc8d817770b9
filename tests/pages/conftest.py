"""Pages run in-process by AppTest, with an empty database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.running_app import ROOT

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPage]:
    """Open a page with address parameters, as a first visitor would, and run it once."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'angket.db'}")
    st.cache_resource.clear()

    def opened(page: str = "home", **address: str) -> AppTest:
        test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        return test.run() if page == "home" else test.switch_page(f"pages/{page}.py").run()

    yield opened
    st.cache_resource.clear()

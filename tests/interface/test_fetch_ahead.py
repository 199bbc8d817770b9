"""The page asks early for the framework's slow parts, by the names that this release gives them."""

from pathlib import Path

import streamlit as st

from interface.page import FETCH_AHEAD, _fetch_ahead

FOLDER = Path(st.__file__).parent / "static" / "static" / "js"


def test_the_parts_are_files_of_this_release():
    script = _fetch_ahead()
    named = {file.name for file in FOLDER.glob("*.js") if f'"{file.name}"' in script}
    assert {name.split(".")[0] for name in named} == {"DataFrame", "PlotlyChart"}
    assert "TABLES" in FETCH_AHEAD
    assert "TABLES" not in script

"""The committed questionnaires are those that the script makes."""

from __future__ import annotations

from pathlib import Path

from tests.reference.make_data import DATA, write


def test_the_script_makes_the_committed_data(tmp_path: Path) -> None:
    write(tmp_path)
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert made == {name: (DATA / name).read_text(encoding="utf-8") for name in ("retail.csv", "sleep.csv")}

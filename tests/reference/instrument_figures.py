"""Figures of R and PSPP for the simulated questionnaires, and how closely ours must agree."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "instrument"
FIGURES: Mapping[str, Any] = json.loads((FOLDER / "instrument.json").read_text(encoding="utf-8"))
STUDIES: Mapping[str, Any] = FIGURES["studies"]
PSPP = (FOLDER / "pspp.csv").read_text(encoding="utf-8")

TOLERANCE = 1e-8
ITERATIVE = 1e-4
"""For estimates that R finds by iteration and stops early."""


def difference(ours: float | None, theirs: float | None) -> float:
    """Relative difference; infinite where one of the two does not exist. Below 1e-300 it is absolute."""
    if ours is None or theirs is None:
        return 0.0 if ours is theirs else math.inf
    return abs(ours - theirs) / max(abs(theirs), 1e-300)


def assert_close(ours: float | None, theirs: float | None, tolerance: float = TOLERANCE) -> None:
    assert difference(ours, theirs) <= tolerance, f"{ours!r} is not {theirs!r}"


def assert_prints(ours: float, printed: str) -> None:
    """Our figure, rounded as PSPP rounded, is what it printed; a percent sign is ignored."""
    digits = printed.rstrip("%")
    decimals = len(digits.partition(".")[2])
    assert abs(ours - float(digits)) <= 0.5 * 10.0**-decimals + 1e-12, f"{ours!r} is not {printed!r}"


def pspp_rows(table: str, occurrence: int = 0) -> list[list[str]]:
    """Rows of a table that PSPP printed, by its title."""
    blocks = [block for block in PSPP.split("\n\n") if block.strip().startswith(f"Table: {table}\n")]
    return [line.split(",") for line in blocks[occurrence].strip().splitlines()[1:]]

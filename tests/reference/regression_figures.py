"""Figures of R and PSPP for the regression, comparison and one-way families on the simulated questionnaires."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIGURES: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "regression" / "regression.json").read_text(encoding="utf-8")
)

SHORT_NAMES = {
    "Customer Service": "cs",
    "Loyalty Program": "lp",
    "Community": "cb",
    "Loyalty": "lo",
    "Sleep Quality": "sq",
    "Stress": "st",
    "Focus": "fo",
    "const": "(Intercept)",
}
"""Names of scales here -> names in R's formulas."""

STUDENTIZED_RANGE = 1e-4
"""R's ptukey and qtukey stop early: their own documentation gives four digits of a quantile."""

PSPP = (Path(__file__).parent / "regression" / "pspp.csv").read_text(encoding="utf-8")


def pspp_rows(table: str, occurrence: int = 0) -> list[list[str]]:
    """Rows of a table that PSPP printed, by its title, without the title."""
    blocks = [block for block in PSPP.split("\n\n") if block.strip().startswith(f"Table: {table}\n")]
    return [line.split(",") for line in blocks[occurrence].strip().splitlines()[1:]]

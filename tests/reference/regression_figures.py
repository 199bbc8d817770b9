"""R's figures for the regression, comparison and one-way families on the simulated questionnaires."""

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

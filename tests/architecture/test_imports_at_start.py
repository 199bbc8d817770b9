"""The first screen waits for no statistical, drawing or document library."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

HEAVY = (
    "statsmodels",
    "scipy.stats",
    "scipy.optimize",
    "matplotlib",
    "plotly",
    "docx",
    "xlsxwriter",
    "pandas",
)


@pytest.mark.parametrize(
    "module",
    ["analysis.chapter", "analysis.study.opening", "analysis.study.reading.reader", "sample_data.catalogue"],
)
def test_module_loads_without_heavy_libraries(module: str) -> None:
    program = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"

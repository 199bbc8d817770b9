"""The first screen waits for no statistical, drawing or document library."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

STATISTICS = ("statsmodels", "scipy.stats", "scipy.optimize", "pandas")
RENDERERS = ("matplotlib", "plotly", "docx", "xlsxwriter")
MODULES = (
    "analysis.chapter",
    "analysis.study.opening",
    "analysis.study.reading.reader",
    "sample_data.catalogue",
)


@pytest.mark.parametrize("module", MODULES)
def test_module_loads_without_heavy_libraries(module: str) -> None:
    program = (
        f"import sys, {module}; print([name for name in {STATISTICS + RENDERERS!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"

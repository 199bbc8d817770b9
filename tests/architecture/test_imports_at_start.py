"""The first screen waits for no statistical, drawing or document library."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from tests.architecture.sources import ROOT, Source, package_sources

STATISTICS = ("scipy.stats", "scipy.optimize", "pandas")
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


def module_name(source: Source) -> str:
    return source.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported_at_once(source: Source) -> set[str]:
    """What importing this module imports: not what waits in a function, nor what only types need."""
    names: set[str] = set()
    for node in source.tree.body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_no_two_modules_import_each_other() -> None:
    """Two threads that import from both ends of a circle would see half a module."""
    sources = {module_name(source): source for source in package_sources()}
    graph = {name: imported_at_once(source) & sources.keys() - {name} for name, source in sources.items()}
    assert sum(map(len, graph.values())) > 500
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("interface.warm_up") < order.index("interface.page")

"""The first screen waits for no statistical, drawing, document or database library."""

import subprocess
import sys

from tests.running_app import ROOT

HEAVY = (
    "pandas",
    "scipy",
    "plotly.graph_objs",
    "matplotlib",
    "docx",
    "xlsxwriter",
    "sqlalchemy",
)
PROGRAM = f"""
import sys
from streamlit.testing.v1 import AppTest
before = {{name for name in {HEAVY!r} if name in sys.modules}}
import interface.warm_up
interface.warm_up.PAUSE_S = 3600
page = AppTest.from_file({str(ROOT / "app.py")!r}, default_timeout=60).run()
assert not page.exception, page.exception
assert page.button
print(sorted(name for name in {HEAVY!r} if name in sys.modules and name not in before))
"""


def test_home_loads_without_heavy_libraries():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"

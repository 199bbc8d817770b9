from __future__ import annotations

from pathlib import Path

import matplotlib
import pytest

from analysis.reporting.renderers.times_widths import ems

METRICS = Path(matplotlib.get_data_path()) / "fonts" / "pdfcorefonts"


@pytest.mark.parametrize(("name", "bold"), [("Times-Roman", False), ("Times-Bold", True)])
def test_widths_are_those_of_the_font_metrics(name: str, bold: bool):
    """Lines such as "C 65 ; WX 722 ; N A ;", which matplotlib brings along."""
    lines = (METRICS / f"{name}.afm").read_text(encoding="ascii").splitlines()
    parts = [line.split() for line in lines if line.startswith("C ")]
    widths = {chr(int(part[1])): int(part[4]) for part in parts if 32 <= int(part[1]) < 127}
    assert len(widths) == 95
    for character, width in widths.items():
        assert ems(character, bold=bold) * 1000 == width, character


def test_widths_add_up():
    assert ems("Member") == pytest.approx(0.889 + 0.444 + 0.778 + 0.5 + 0.444 + 0.333)
    assert ems("") == 0


@pytest.mark.parametrize(("character", "width"), [("é", 0.444), ("漢", 1.0), ("✓", 0.8), ("e\u0301", 0.444)])
def test_what_the_tables_lack(character: str, width: float):
    assert ems(character) == width

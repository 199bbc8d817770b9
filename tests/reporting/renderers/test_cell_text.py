from __future__ import annotations

import pytest

from analysis.reporting.exhibit import Label, Quantity, TableCell, Verdict
from analysis.reporting.language import language
from analysis.reporting.renderers.cell_text import cell_text


@pytest.mark.parametrize(
    ("cell", "indonesian", "english"),
    [
        (None, "", ""),
        (Quantity(None), "", ""),
        (Quantity(float("nan")), "–", "–"),
        (Quantity(float("inf")), "∞", "∞"),
        (Quantity(float("-inf")), "−∞", "−∞"),
        (Quantity(1234.5678), "1.234,568", "1,234.568"),
        (Quantity(-0.0786), "−0,079", "−0.079"),
        (Quantity(-0.0001), "0,000", "0.000"),
        (Quantity(12, 0), "12", "12"),
        (Quantity(0.00001, kind="p"), "< 0,001", "< 0.001"),
        (Quantity(0.0426, kind="p"), "0,043", "0.043"),
        (Quantity(0.38, kind="p", at_least=0.2), "≥ 0,200", "≥ 0.200"),
        (Quantity(0.19, kind="p", at_least=0.2), "0,190", "0.190"),
        (Quantity(45.67, 1, "percent"), "45,7%", "45.7%"),
        (Label(" CS1\n", full_text="long"), "CS1", "CS1"),
        (Verdict("good", "Valid"), "✓ Valid", "✓ Valid"),
        (Verdict("attention", "x"), "! x", "! x"),
        (Verdict("neutral", "x"), "– x", "– x"),
        ("a\x00b", "ab", "ab"),
    ],
)
def test_cell_text(cell: TableCell, indonesian: str, english: str):
    assert cell_text(cell, language("id")) == indonesian
    assert cell_text(cell, language("en")) == english

from __future__ import annotations

import csv
from io import StringIO

import pytest

from analysis.reporting.language import language
from analysis.reporting.renderers.csv_table import table_csv
from analysis.reporting.renderers.text_escape import for_csv, one_line
from tests.reporting.renderers.specimens import NASTY, table


def rows(text: str, code: str) -> list[list[str]]:
    data = table_csv(table(text), language(code)).decode("utf-8-sig")
    return list(csv.reader(StringIO(data, newline=""), delimiter=";" if code == "id" else ","))


def test_numbers_are_unrounded_in_the_language_of_the_spreadsheet():
    assert rows("Layanan", "id")[2][1:6] == ["1234,56789", "-0,0786", "0,5", "1e-05", "45,678"]
    assert rows("Layanan", "en")[2][1:6] == ["1234.56789", "-0.0786", "0.5", "1e-05", "45.678"]


def test_heads_carry_their_spanner():
    assert rows("Layanan", "id")[0][:3] == ["Butir Layanan", "B", "Interval Layanan: Bawah"]


@pytest.mark.parametrize("text", NASTY)
def test_no_text_begins_a_formula(text: str):
    found = rows(text, "en")
    assert {len(row) for row in found} == {8}
    assert found[2][0] == for_csv(one_line(text))
    assert not [
        cell for row in found for cell in (row[0], row[6], row[7]) if cell.startswith(("=", "+", "-", "@"))
    ]

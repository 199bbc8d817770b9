from __future__ import annotations

import dataclasses
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from analysis.reporting.exhibit import Column, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.excel import _sheet_name, workbook
from analysis.reporting.renderers.text_escape import one_line
from tests.reporting.renderers.specimens import NASTY, report

EN = language("en")


def opened(text: str = "Layanan") -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(report(text), EN)))


def cells(book: Workbook):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_one_sheet_for_each_section_and_what_belongs_to_it():
    assert opened().sheetnames == [
        "Contents",
        "Bagian Layanan",
        "Bagian Layanan (2)",
        "Items",
        "Trail",
        "Notices",
        "Scores",
    ]


def test_numbers_are_stored_unrounded():
    book = opened()
    numbers = [cell.value for cell in cells(book) if cell.data_type == "n"]
    assert {1234.56789, -0.0786, 0.00001, 45.678} <= set(numbers)
    assert book["Scores"]["A3"].value == 3.123456789


def test_a_missing_number_is_an_empty_cell():
    rows = tuple(Row((Quantity(value),)) for value in (1.5, None, float("nan")))
    scores = Table("scores", "Skor", (Column("Layanan"),), rows)
    data = workbook(dataclasses.replace(report(), scores=scores), EN)
    sheet = openpyxl.load_workbook(BytesIO(data))["Scores"]
    assert [sheet.cell(row, 1).value for row in (3, 4, 5)] == [1.5, None, None]


def test_numbers_show_the_decimals_of_the_screen():
    formats = {cell.value: cell.number_format for cell in cells(opened()) if cell.data_type == "n"}
    assert formats[1234.56789] == "#,##0.000"
    assert formats[45.678] == '#,##0.0"%"'
    assert formats[0.00001] == '[<0.001]"< 0.001";0.000'
    assert formats[3] == "#,##0"


def test_notes_n_and_simulation_are_there():
    texts = [cell.value for cell in cells(opened())]
    for line in ("N = 1,110.", "Catatan Layanan.", "Source: Layanan.", "Table 4.1 Tabel Layanan"):
        assert line in texts
    assert any("Simulated data" in text for text in texts if isinstance(text, str))


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_text_and_never_a_formula_or_link(text: str):
    book = opened(text)
    assert {cell.data_type for cell in cells(book)} == {"s", "n"}
    assert not [cell.coordinate for cell in cells(book) if cell.hyperlink]
    assert one_line(text) in [cell.value for cell in cells(book)]


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Regresi", set(), "Regresi"),
        ("Regresi", {"regresi"}, "Regresi (2)"),
        ("a/b:c*[d]", set(), "a b c d"),
        ("x" * 40, set(), "x" * 31),
        ("x" * 40, {"x" * 31}, "x" * 27 + " (2)"),
        ("'", set(), "-"),
        ("History", set(), "History (2)"),
    ],
)
def test_sheet_names_are_what_excel_accepts(wanted: str, taken: set[str], name: str):
    assert _sheet_name(wanted, taken) == name

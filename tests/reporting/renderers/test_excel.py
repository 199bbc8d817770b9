from __future__ import annotations

import dataclasses
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from analysis.reporting.exhibit import Column, Exhibit, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.excel import _sheet_name, workbook
from analysis.reporting.renderers.text_escape import one_line
from tests.reporting.renderers.specimens import NASTY, report, section

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
        "Not computed",
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


def test_a_p_with_a_largest_printed_value_keeps_its_number():
    quantity = Quantity(0.78, kind="p", at_least=0.2)
    table = Table("t", "T", (Column("Sig."),), (Row((quantity,)),))
    one = dataclasses.replace(section(), exhibits=(Exhibit(key="t", title="T", tables=(table,)),))
    book = openpyxl.load_workbook(BytesIO(workbook(dataclasses.replace(report(), sections=(one,)), EN)))
    formats = {cell.number_format for sheet in book for row in sheet for cell in row if cell.value == 0.78}
    assert formats == {'[<0.001]"< 0.001";[>=0.2]"≥ 0.200";0.000'}


def test_what_could_not_be_computed_has_a_sheet_with_its_reason():
    bare = dataclasses.replace(section(), name="Peta", key_figures=(), exhibits=())
    data = workbook(dataclasses.replace(report(), sections=(section(), bare)), EN)
    book = openpyxl.load_workbook(BytesIO(data))
    assert "Peta" not in book.sheetnames
    rows = [[cell.value for cell in row] for row in book["Not computed"].iter_rows(min_row=3)]
    assert rows == [
        ["Bagian Layanan: Layanan", "Belum dapat dihitung: Layanan."],
        ["Peta", "Kesimpulan Layanan."],
    ]


def test_lines_under_a_table_stand_in_the_order_of_the_chapter():
    texts = [cell.value for cell in opened()["Bagian Layanan"]["A"]]
    lines = (
        "Konvensi: 2,689 poin (Layanan)",
        "Same decision.",
        "N = 1,110.",
        "Catatan Layanan.",
        "Source: Layanan.",
        "Nilai Layanan di atas batas.",
    )
    places = [texts.index(line) for line in lines]
    assert places == sorted(places)


def test_every_sheet_prints_across_one_page_and_long_tables_keep_their_head():
    book = opened()
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["Scores"].freeze_panes == "A3"
    assert book["Scores"].print_title_rows == "$2:$2"
    assert book["Bagian Layanan"].freeze_panes is None


def test_no_column_is_too_broad_for_a_screen():
    long = "Pernyataan yang panjang " * 10
    trail = Table("trail", "Jejak", (Column("Keputusan", "left"),), (Row((long,)),))
    data = workbook(dataclasses.replace(report(), trail=trail), EN)
    sheet = openpyxl.load_workbook(BytesIO(data))["Trail"]
    assert sheet.column_dimensions["A"].width < 40
    assert sheet["A3"].alignment.wrap_text


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

from __future__ import annotations

import dataclasses
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analysis.reporting.exhibit import Column, Exhibit, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.excel import _sheet_name, workbook
from analysis.reporting.renderers.text_escape import one_line
from analysis.reporting.sentence import sentence
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


LONG = "Pernyataan yang panjang " * 10


def with_trail(*titles: str) -> Worksheet:
    columns = tuple(Column(title, "left") for title in titles)
    trail = Table("trail", "Jejak", columns, (Row((LONG,) * len(titles)), Row(("pendek",) * len(titles))))
    data = workbook(dataclasses.replace(report(), trail=trail), EN)
    return openpyxl.load_workbook(BytesIO(data))["Trail"]


@pytest.mark.parametrize("titles", [("A",), ("A", "B", "C", "D", "E", "F")])
def test_no_column_is_too_broad_for_a_screen(titles: tuple[str, ...]):
    sheet = with_trail(*titles)
    widths = [sheet.column_dimensions[title].width for title in titles]
    assert max(widths) <= 61
    assert sum(widths) <= 230
    assert sheet["A3"].alignment.wrap_text


def test_rows_are_as_tall_as_their_text():
    """Not every program makes room for wrapped text by itself."""
    sheet = with_trail("Keputusan")
    characters_a_line = sheet.column_dimensions["A"].width
    assert sheet.row_dimensions[3].height >= 15 * len(LONG) / (1.3 * characters_a_line)
    assert sheet.row_dimensions[3].height <= 15 * (len(LONG) / (0.8 * characters_a_line) + 1)
    assert sheet.row_dimensions[4].height in (None, 15)


def test_a_heading_over_several_lines_is_seen_whole():
    sheet = with_trail("Keputusan", "Jawaban yang diterima sesudah pemeriksaan pembimbing " * 3)
    assert sheet["B2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height >= 45


def test_a_long_line_wraps_over_the_columns_of_the_screen():
    one = dataclasses.replace(section(), exhibits=(Exhibit("t", "T", notes=(sentence(LONG),)),))
    book = openpyxl.load_workbook(BytesIO(workbook(dataclasses.replace(report(), sections=(one,)), EN)))
    sheet = book["Bagian Layanan"]
    (place,) = [cell for (cell, *_) in sheet.iter_rows() if cell.value == LONG.strip()]
    assert any(place.coordinate in merged for merged in sheet.merged_cells.ranges)
    assert sheet.row_dimensions[place.row].height >= 30


def test_a_long_title_of_a_study_is_seen_whole():
    data = workbook(dataclasses.replace(report(), title=LONG), EN)
    front = openpyxl.load_workbook(BytesIO(data))["Contents"]
    assert any("A1" in merged for merged in front.merged_cells.ranges)
    assert front["A1"].font.size == 14
    assert front.row_dimensions[1].height >= 3 * 14 * 1.3


def test_words_keep_clear_of_the_numbers_at_their_left():
    columns = (Column("A", "left"), Column("N"), Column("B", "left"))
    trail = Table("trail", "Jejak", columns, (Row(("x", Quantity(3, 0), "y")),))
    data = workbook(dataclasses.replace(report(), trail=trail), EN)
    sheet = openpyxl.load_workbook(BytesIO(data))["Trail"]
    assert [sheet[place].alignment.indent for place in ("A3", "C2", "C3")] == [0, 1, 1]


def test_the_first_sheet_leads_to_every_other():
    book = opened()
    links = [cell.hyperlink for row in book["Contents"] for cell in row if cell.hyperlink]
    assert [link.location for link in links] == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    assert {link.target for link in links} == {None}


def test_notes_n_and_simulation_are_there():
    texts = [cell.value for cell in cells(opened())]
    for line in ("N = 1,110.", "Catatan Layanan.", "Source: Layanan.", "Table 4.1 Tabel Layanan"):
        assert line in texts
    assert any("Simulated data" in text for text in texts if isinstance(text, str))


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_text_and_never_a_formula_or_link(text: str):
    book = opened(text)
    assert {cell.data_type for cell in cells(book)} == {"s", "n"}
    links = [cell.hyperlink for cell in cells(book) if cell.hyperlink]
    assert {link.target for link in links} == {None}
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

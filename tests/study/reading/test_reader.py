"""The door itself: sheets by name, and the same reading with and without a process of its own."""

import io

import pytest
import xlsxwriter

from analysis.study.notice import UnusableInput
from analysis.study.reading.reader import SheetInfo, read_table
from tests.generator import containers as make
from tests.generator.survey import numbers, words

ANSWERS, SENTENCES = numbers(), words()
BOOK = make.xlsx_sheets({"Satu": ANSWERS.grid(), "Dua": SENTENCES.grid(), "Arsip": ANSWERS.grid()}, ["Arsip"])


def test_a_sheet_is_chosen_by_name() -> None:
    reading = read_table(BOOK, "a.xlsx", sheet="Dua")
    assert reading.sheet == "Dua"
    assert reading.table.headers == tuple(SENTENCES.headers)
    assert reading.sheets == (
        SheetInfo("Satu", 31),
        SheetInfo("Dua", 31),
        SheetInfo("Arsip", 31, hidden=True),
    )


def test_a_hidden_sheet_can_be_chosen() -> None:
    reading = read_table(BOOK, "a.xlsx", sheet="Arsip")
    assert reading.table.row_count == 30
    assert "hidden_sheet_read" in {notice.code for notice in reading.notices}


def test_an_unknown_sheet_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UnusableInput) as caught:
        read_table(BOOK, "a.xlsx", sheet="Tiga")
    assert caught.value.code == "unknown_sheet"
    assert caught.value.details == {"sheet": "Tiga", "sheets": ("Satu", "Dua", "Arsip")}


def test_a_text_file_has_no_sheets() -> None:
    with pytest.raises(UnusableInput) as caught:
        read_table(make.csv_bytes(ANSWERS.grid()), "a.csv", sheet="Satu")
    assert caught.value.code == "no_sheets"


@pytest.mark.parametrize("data", [BOOK, make.csv_bytes(SENTENCES.grid(), ";"), make.xls(ANSWERS.grid())])
def test_trusted_reading_is_the_same(data: bytes) -> None:
    assert read_table(data, "a", trusted=True) == read_table(data, "a")


def test_trusted_reading_tells_of_hidden_columns() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Data")
    for i, row in enumerate(ANSWERS.grid()):
        page.write_row(i, 0, row)
    page.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    notices = read_table(target.getvalue(), "a.xlsx", trusted=True).notices
    assert [n.details["columns"] for n in notices if n.code == "hidden_columns_read"] == [("C",)]

"""A grid of cells in each kind of file, by other people's writers or by hand where those refuse."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from analysis.study.table import Cell

Grid = Sequence[Sequence[Cell]]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(grid: Grid, sheet: str = "Data", top: int = 0, left: int = 0) -> bytes:
    return xlsx_sheets({sheet: grid}, top=top, left=left)


def xlsx_sheets(sheets: Mapping[str, Grid], hidden: Sequence[str] = (), top: int = 0, left: int = 0) -> bytes:
    """A workbook with several sheets, the first visible one active."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    active = next(name for name in sheets if name not in hidden)
    for name, grid in sheets.items():
        page = book.add_worksheet(name)
        for i, row in enumerate(grid):
            for j, cell in enumerate(row):
                if cell is not None:
                    page.write(top + i, left + j, cell)
        if name == active:
            page.activate()
            page.set_first_sheet()
    for page in book.worksheets():
        if page.get_name() in hidden:
            page.hide()
    book.close()
    return target.getvalue()


def xls(grid: Grid, sheet: str = "Data") -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet(sheet)
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if cell is not None:
                page.write(i, j, cell)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(grid: Grid, sheet: str = "Data") -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name=sheet)
    for row in grid:
        line = TableRow()
        for cell in row:
            line.addElement(_ods_cell(cell, TableCell, P))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _ods_cell(cell: Cell, make: Any, paragraph: Any) -> Any:
    if cell is None:
        return make()
    made = make(valuetype="string") if isinstance(cell, str) else make(valuetype="float", value=str(cell))
    made.addElement(paragraph(text=str(cell)))
    return made


def text(grid: Grid, delimiter: str = ",", line_end: str = "\r\n") -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(["" if cell is None else cell for cell in row] for row in grid)
    return target.getvalue()


def csv_bytes(grid: Grid, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    return text(grid, delimiter).encode(encoding)


def sav(columns: Mapping[str, Sequence[Cell]], **about: Any) -> bytes:
    """An SPSS file; `about` is passed on (column_labels, variable_value_labels, missing_ranges)."""
    import pandas
    import pyreadstat

    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.sav"
        pyreadstat.write_sav(pandas.DataFrame(dict(columns)), str(path), **about)
        return path.read_bytes()


def package(parts: Mapping[str, bytes | str] | Sequence[tuple[str, bytes | str]]) -> bytes:
    """A zip container of the given parts, deflated; a sequence may name a part twice."""
    target = io.BytesIO()
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # a part named twice is meant so
        for name, content in pairs:
            archive.writestr(name, content)
    return target.getvalue()


def raw_parts(sheet_data: str, styles: str = "", extra: str = "") -> dict[str, bytes | str]:
    """Parts of a minimal .xlsx whose only sheet holds `sheet_data`, `extra` following it."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
            '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData>{extra}</worksheet>'
        ),
    }
    if styles:
        parts["xl/styles.xml"] = f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return parts


def cell_xml(grid: Grid) -> str:
    """Row elements of a grid, texts written in place."""
    return "".join(
        f'<row r="{i}">' + "".join(_one_cell(i, j, cell) for j, cell in enumerate(row)) + "</row>"
        for i, row in enumerate(grid, start=1)
    )


def _one_cell(row: int, column: int, cell: Cell) -> str:
    place = f"{chr(65 + column)}{row}"
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'

"""Messy layouts: titles, totals, headers of several rows, hidden parts, merged cells, formulas."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator

import xlsxwriter

from analysis.study.table import Cell
from tests.generator import containers as make
from tests.generator.messy_file import MessyFile, messy_case
from tests.generator.survey import Survey, numbers


def layouts() -> Iterator[MessyFile]:
    survey = numbers()
    grid = survey.grid()
    yield messy_case("starts at C4", survey, make.xlsx(grid, top=3, left=2), first_row_number=5)
    titled = [["Rekap Kuesioner"], ["Universitas Contoh, 2026"], [], *grid]
    yield messy_case("titles", survey, make.xlsx(titled), notices=("title_rows_skipped",), first_row_number=5)
    gaps = [*grid[:5], [], [], *grid[5:]]
    yield messy_case("blank rows", survey, make.xlsx(gaps), notices=("blank_rows_dropped",))
    blank_column = [[*row[:3], None, *row[3:]] for row in grid]
    yield messy_case("blank column", survey, make.xlsx(blank_column))
    yield from _totals(survey)
    yield from _headers(survey)
    yield from _doubtful_headers(survey)
    yield from _sheets(survey)
    yield _dates()
    yield _hidden_rows(survey)
    yield _merged_body(survey)
    yield from _formulas(survey)


def _totals(survey: Survey) -> Iterator[MessyFile]:
    grid = survey.grid()
    columns = [survey.column(header) for header in survey.headers[2:]]
    sums: list[Cell] = ["Jumlah", None, *(sum(map(int, column)) for column in columns)]  # type: ignore[arg-type]
    means: list[Cell] = ["Rata-rata", None]
    means += [round(sum(map(int, column)) / len(column), 2) for column in columns]  # type: ignore[arg-type]
    dropped = ("total_rows_dropped",)
    yield messy_case("totals below", survey, make.xlsx([*grid, sums, means]), notices=dropped)
    yield messy_case("totals after a gap", survey, make.xlsx([*grid, [], sums]), notices=dropped)
    yield messy_case("unnamed sums below", survey, make.xlsx([*grid, [None, *sums[1:]]]), notices=dropped)
    yield messy_case("totals in csv", survey, make.csv_bytes([*grid, sums, means]), "a.csv", notices=dropped)
    legend = [*grid, [], ["Keterangan"], ["1 = Sangat Tidak Setuju"], ["5 = Sangat Setuju"]]
    yield messy_case("legend below", survey, make.xlsx(legend), notices=("remark_rows_dropped",))
    second = [*grid, [], ["Butir", "Mean", "SD"], ["X1.1", 3.1, 0.9], ["X1.2", 2.9, 1.1]]
    yield messy_case("second table below", survey, make.xlsx(second), notices=("remark_rows_dropped",))
    verdict: list[Cell] = ["Keterangan", None, *["Valid"] * 7]
    table = [["r hitung", None, *[0.51] * 7], ["r tabel", None, *[0.36] * 7], verdict]
    yield messy_case("validity below", survey, make.xlsx([*grid, sums, means, *table]), notices=dropped)
    noted = [*grid, [], ["Keterangan: 1 = Sangat Tidak Setuju"]]
    yield messy_case("remark below", survey, make.xlsx(noted), notices=("remark_rows_dropped",))
    right = [[*survey.headers, "Total X1", "Rata-rata X1"]]
    for row in survey.rows:
        total = sum(int(cell or 0) for cell in row[3:])
        right.append([*row, total, total / 6])  # type: ignore[list-item]
    headers = (*survey.headers, "Total X1", "Rata-rata X1")
    yield messy_case("total columns", survey, make.xlsx(right), headers=headers, notices=("total_columns",))


def _headers(survey: Survey) -> Iterator[MessyFile]:
    group = [None, None, None, "Kepuasan", None, None, "Loyalitas", None, None]
    joined = [*survey.headers[:3]]
    joined += [
        f"{'Kepuasan' if i < 3 else 'Loyalitas'} - {name}" for i, name in enumerate(survey.headers[3:])
    ]
    two_rows = ("header_rows_joined",)
    yield messy_case(
        "two-row header in csv",
        survey,
        make.csv_bytes([group, *survey.grid()]),
        "a.csv",
        headers=tuple(joined),
        notices=two_rows,
        first_row_number=3,
    )
    yield messy_case(
        "merged two-row header",
        survey,
        _merged_header(survey),
        headers=tuple(joined),
        notices=two_rows,
        first_row_number=3,
    )
    twice = Survey([*survey.headers[:-1], "X1.1"], survey.rows)
    headers = (*survey.headers[:-1], "X1.1 (2)")
    yield messy_case(
        "duplicate header", twice, make.xlsx(twice.grid()), headers=headers, notices=("duplicate_headers",)
    )
    empty: list[list[Cell]] = [["", *survey.headers[1:]], *survey.rows]
    headers = ("A", *survey.headers[1:])
    yield messy_case("empty header", survey, make.xlsx(empty), headers=headers, notices=("unnamed_columns",))
    case = Survey([*survey.headers[:-1], "x1.1"], survey.rows)
    yield messy_case("headers equal but for case", case, make.xlsx(case.grid()))
    answers: list[list[Cell]] = [[i, *row[3:], *row[3:5]] for i, row in enumerate(survey.rows, 1)]
    counted = [survey.headers, [f"({i})" for i in range(1, 10)], *survey.rows]
    yield messy_case(
        "column numbers", survey, make.xlsx(counted), notices=("code_rows_dropped",), first_row_number=3
    )
    numbered = Survey(["No", *(str(i) for i in range(1, 9))], answers)
    yield messy_case("question numbers as header", numbered, make.xlsx(numbered.grid()))
    letters = tuple("ABCDEFGHI")
    yield messy_case(
        "no header",
        survey,
        make.xlsx(survey.rows),
        headers=letters,
        notices=("no_header",),
        first_row_number=1,
    )
    repeated = [*survey.grid(), survey.headers, *survey.rows]
    yield messy_case(
        "header repeated", survey, make.xlsx(repeated), rows=60, notices=("repeated_headers_dropped",)
    )


def _doubtful_headers(survey: Survey) -> Iterator[MessyFile]:
    """Rows above or below the header that are neither titles, groups nor respondents."""
    skipped = ("title_rows_skipped",)
    legend: list[Cell] = ["Ket:", "1 = STS", "2 = TS", "3 = N", "4 = S", "5 = SS"]
    data = make.xlsx([legend, *survey.grid()])
    yield messy_case("legend above", survey, data, notices=skipped, first_row_number=3)
    units = ["(nama)", "(L/P)", "(tahun)", *["(1-5)"] * 6]
    yield messy_case(
        "units below the header",
        survey,
        make.xlsx([survey.headers, units, *survey.rows]),
        headers=tuple(f"{name} - {unit}" for name, unit in zip(survey.headers, units, strict=True)),
        notices=("header_rows_joined",),
        first_row_number=3,
    )
    years = Survey(["Nama", "2021", "2022"], [[f"n{i}", i % 5 + 1, i % 4 + 1] for i in range(12)])
    yield messy_case("years as header", years, make.csv_bytes(years.grid()), "a.csv")
    top = [None, None, None, "Kepuasan", None, None, "Loyalitas", None, None]
    middle = [None, None, None, "Fisik", None, "Empati", "Sikap", None, None]
    names = survey.headers[:3]
    for i, (a, b) in enumerate(zip(["Kepuasan"] * 3 + ["Loyalitas"] * 3, "FFESSS", strict=True)):
        second = {"F": "Fisik", "E": "Empati", "S": "Sikap"}[b]
        names.append(f"{a} - {second} - {survey.headers[3 + i]}")
    yield messy_case(
        "three-row header",
        survey,
        make.xlsx([top, middle, *survey.grid()]),
        headers=tuple(names),
        notices=("header_rows_joined",),
        first_row_number=4,
    )


def _merged_header(survey: Survey) -> bytes:
    """Demographics merged downwards over two header rows, items under merged group names."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Data")
    for column, name in enumerate(survey.headers[:3]):
        page.merge_range(0, column, 1, column, name)
    page.merge_range(0, 3, 0, 5, "Kepuasan")
    page.merge_range(0, 6, 0, 8, "Loyalitas")
    page.write_row(1, 3, survey.headers[3:])
    for i, row in enumerate(survey.rows):
        page.write_row(2 + i, 0, row)
    book.close()
    return target.getvalue()


def _dates() -> MessyFile:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Data")
    page.write_row(0, 0, ["Waktu", "Tanggal", "Jam", "X1"])
    moment = datetime.datetime(2026, 5, 17, 13, 45, 30)
    for i in range(1, 4):
        page.write_datetime(i, 0, moment, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}))
        page.write_datetime(i, 1, moment.date(), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_datetime(i, 2, moment.time(), book.add_format({"num_format": "hh:mm:ss"}))
        page.write(i, 3, i)
    book.close()
    expected: dict[str, list[Cell]] = {
        "Waktu": ["2026-05-17T13:45:30"],
        "Tanggal": ["2026-05-17"],
        "Jam": ["13:45:30"],
    }
    return MessyFile("dates", "a.xlsx", target.getvalue(), 3, ("Waktu", "Tanggal", "Jam", "X1"), (), expected)


def _hidden_rows(survey: Survey) -> MessyFile:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Data")
    for i, row in enumerate(survey.grid()):
        page.write_row(i, 0, row)
    page.set_row(4, None, None, {"hidden": True})
    page.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    seen = ("hidden_rows_read", "hidden_columns_read")
    return messy_case("hidden row and column", survey, target.getvalue(), notices=seen)


def _merged_body(survey: Survey) -> MessyFile:
    """The sex of ten respondents stands in one cell merged downwards."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Data")
    for i, row in enumerate(survey.grid()):
        page.write_row(i, 0, [None if j == 1 and 1 < i <= 10 else cell for j, cell in enumerate(row)])
    page.merge_range(1, 1, 10, 1, "Perempuan")
    book.close()
    filled = {"Jenis Kelamin": ["Perempuan"] * 10}
    return messy_case(
        "merged in the body", survey, target.getvalue(), notices=("merged_cells_filled",), cells=filled
    )


def _sheets(survey: Survey) -> Iterator[MessyFile]:
    grid, short = survey.grid(), [["Petunjuk", "Isi"], ["Skala", "1 sampai 5"]]
    both = make.xlsx_sheets({"Petunjuk": short, "Data": grid})
    yield messy_case("instructions first", survey, both, notices=("sheet_chosen",))
    hidden = make.xlsx_sheets({"Lama": grid[:20], "Data": grid}, hidden=["Lama"])
    yield messy_case("hidden sheet first", survey, hidden, notices=("hidden_sheets_not_read",))


def _formulas(survey: Survey) -> Iterator[MessyFile]:
    cells = make.cell_xml(survey.grid())
    last = f'<c r="I3"><v>{survey.rows[1][8]}</v></c>'
    without = cells.replace(last, '<c r="I3"><f>SUM(D3:H3)</f></c>')
    yield messy_case(
        "formula without result",
        survey,
        make.package(make.raw_parts(without)),
        notices=("formulas_without_result",),
        cells={"X1.6": [survey.rows[0][8], None]},
    )
    stored = cells.replace(last, '<c r="I3"><f>SUM(D3:H3)</f><v>4</v></c>')
    data = make.package(make.raw_parts(stored))
    yield messy_case("formula with result", survey, data, cells={"X1.6": [survey.rows[0][8], 4]})

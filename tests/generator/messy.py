"""Messy but honest files, each with what a careful reader makes of it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import xlsxwriter

from analysis.study.table import Cell
from tests.generator import containers as make
from tests.generator.survey import Survey, numbers, words


@dataclass(frozen=True, slots=True)
class MessyFile:
    """`rows` respondents and these headers are expected, and each of `notices` must be given.

    `cells` are further expectations: header -> first cells of that column.
    """

    name: str
    file_name: str
    data: bytes
    rows: int
    headers: tuple[str, ...]
    notices: tuple[str, ...] = ()
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    first_row_number: int = 2


def messy_files() -> Iterator[MessyFile]:
    """All cases, in a fixed order."""
    for builder in (_workbooks, _layouts, _texts, _exports, _statistics_files, _reshaped):
        yield from builder()


def _case(name: str, survey: Survey, data: bytes, file_name: str = "data.xlsx", **more: object) -> MessyFile:
    given = {"rows": len(survey.rows), "headers": tuple(survey.headers), **more}
    return MessyFile(name, file_name, data, **given)  # type: ignore[arg-type]


def _workbooks() -> Iterator[MessyFile]:
    survey = numbers()
    for kind, maker in (("xlsx", make.xlsx), ("xls", make.xls), ("ods", make.ods)):
        data = maker(survey.grid())
        yield _case(f"plain {kind}", survey, data, f"data.{kind}", cells={"X1.1": survey.column("X1.1")[:5]})
    yield _case("xlsx named csv", survey, make.xlsx(survey.grid()), "data.csv", notices=("mislabelled",))
    yield _case(
        "csv named xlsx", survey, make.csv_bytes(survey.grid()), "data.xlsx", notices=("mislabelled",)
    )
    macro = make.raw_parts(make.cell_xml(survey.grid()))
    macro["xl/vbaProject.bin"] = b"macro"
    yield _case("macro workbook", survey, make.package(macro), "data.xlsm", notices=("macros_ignored",))
    yield _case("one respondent", numbers(1), make.xlsx(numbers(1).grid()))
    yield _case("two respondents", numbers(2), make.xlsx(numbers(2).grid()))
    wide = numbers(40, 400)
    yield _case("400 columns", wide, make.xlsx(wide.grid()))
    prefixed = make.raw_parts(make.cell_xml(survey.grid()))
    sheet = str(prefixed["xl/worksheets/sheet1.xml"])
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        sheet = sheet.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
        sheet = sheet.replace(f"</{tag}>", f"</x:{tag}>")
    prefixed["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=")
    yield _case("prefixed tags", survey, make.package(prefixed))
    dimension = make.raw_parts(make.cell_xml(survey.grid()))
    dimension["xl/worksheets/sheet1.xml"] = str(dimension["xl/worksheets/sheet1.xml"]).replace(
        "<sheetData>", '<dimension ref="A1:A2"/><sheetData>'
    )
    yield _case("false dimension", survey, make.package(dimension))


def _layouts() -> Iterator[MessyFile]:
    survey = numbers()
    grid = survey.grid()
    yield _case("starts at C4", survey, make.xlsx(grid, top=3, left=2), first_row_number=5)
    titled = [["Rekap Kuesioner"], ["Universitas Contoh, 2026"], [], *grid]
    yield _case("titles", survey, make.xlsx(titled), notices=("title_rows_skipped",), first_row_number=5)
    gaps = [*grid[:5], [], [], *grid[5:]]
    yield _case("blank rows", survey, make.xlsx(gaps), notices=("blank_rows_dropped",))
    blank_column = [[*row[:3], None, *row[3:]] for row in grid]
    yield _case("blank column", survey, make.xlsx(blank_column))
    yield from _totals(survey)
    yield from _headers(survey)
    yield from _doubtful_headers(survey)
    yield from _sheets(survey)
    yield _dates()
    yield _hidden_rows(survey)
    yield _merged_body(survey)
    yield from _formulas(survey)


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


def _totals(survey: Survey) -> Iterator[MessyFile]:
    grid = survey.grid()
    columns = [survey.column(header) for header in survey.headers[2:]]
    sums: list[Cell] = ["Jumlah", None, *(sum(map(int, column)) for column in columns)]  # type: ignore[arg-type]
    means: list[Cell] = ["Rata-rata", None]
    means += [round(sum(map(int, column)) / len(column), 2) for column in columns]  # type: ignore[arg-type]
    dropped = ("total_rows_dropped",)
    yield _case("totals below", survey, make.xlsx([*grid, sums, means]), notices=dropped)
    yield _case("totals after a gap", survey, make.xlsx([*grid, [], sums]), notices=dropped)
    yield _case("unnamed sums below", survey, make.xlsx([*grid, [None, *sums[1:]]]), notices=dropped)
    yield _case("totals in csv", survey, make.csv_bytes([*grid, sums, means]), "a.csv", notices=dropped)
    legend = [*grid, [], ["Keterangan"], ["1 = Sangat Tidak Setuju"], ["5 = Sangat Setuju"]]
    yield _case("legend below", survey, make.xlsx(legend), notices=("remark_rows_dropped",))
    second = [*grid, [], ["Butir", "Mean", "SD"], ["X1.1", 3.1, 0.9], ["X1.2", 2.9, 1.1]]
    yield _case("second table below", survey, make.xlsx(second), notices=("remark_rows_dropped",))
    verdict: list[Cell] = ["Keterangan", None, *["Valid"] * 7]
    table = [["r hitung", None, *[0.51] * 7], ["r tabel", None, *[0.36] * 7], verdict]
    yield _case("validity below", survey, make.xlsx([*grid, sums, means, *table]), notices=dropped)
    noted = [*grid, [], ["Keterangan: 1 = Sangat Tidak Setuju"]]
    yield _case("remark below", survey, make.xlsx(noted), notices=("remark_rows_dropped",))
    right = [[*survey.headers, "Total X1", "Rata-rata X1"]]
    for row in survey.rows:
        total = sum(int(cell or 0) for cell in row[3:])
        right.append([*row, total, total / 6])  # type: ignore[list-item]
    headers = (*survey.headers, "Total X1", "Rata-rata X1")
    yield _case("total columns", survey, make.xlsx(right), headers=headers, notices=("total_columns",))


def _headers(survey: Survey) -> Iterator[MessyFile]:
    group = [None, None, None, "Kepuasan", None, None, "Loyalitas", None, None]
    joined = [*survey.headers[:3]]
    joined += [
        f"{'Kepuasan' if i < 3 else 'Loyalitas'} - {name}" for i, name in enumerate(survey.headers[3:])
    ]
    two_rows = ("header_rows_joined",)
    yield _case(
        "two-row header in csv",
        survey,
        make.csv_bytes([group, *survey.grid()]),
        "a.csv",
        headers=tuple(joined),
        notices=two_rows,
        first_row_number=3,
    )
    yield _case(
        "merged two-row header",
        survey,
        _merged_header(survey),
        headers=tuple(joined),
        notices=two_rows,
        first_row_number=3,
    )
    twice = Survey([*survey.headers[:-1], "X1.1"], survey.rows)
    headers = (*survey.headers[:-1], "X1.1 (2)")
    yield _case(
        "duplicate header", twice, make.xlsx(twice.grid()), headers=headers, notices=("duplicate_headers",)
    )
    empty: list[list[Cell]] = [["", *survey.headers[1:]], *survey.rows]
    headers = ("A", *survey.headers[1:])
    yield _case("empty header", survey, make.xlsx(empty), headers=headers, notices=("unnamed_columns",))
    case = Survey([*survey.headers[:-1], "x1.1"], survey.rows)
    yield _case("headers equal but for case", case, make.xlsx(case.grid()))
    answers: list[list[Cell]] = [[i, *row[3:], *row[3:5]] for i, row in enumerate(survey.rows, 1)]
    counted = [survey.headers, [f"({i})" for i in range(1, 10)], *survey.rows]
    yield _case(
        "column numbers", survey, make.xlsx(counted), notices=("code_rows_dropped",), first_row_number=3
    )
    numbered = Survey(["No", *(str(i) for i in range(1, 9))], answers)
    yield _case("question numbers as header", numbered, make.xlsx(numbered.grid()))
    letters = tuple("ABCDEFGHI")
    yield _case(
        "no header",
        survey,
        make.xlsx(survey.rows),
        headers=letters,
        notices=("no_header",),
        first_row_number=1,
    )
    repeated = [*survey.grid(), survey.headers, *survey.rows]
    yield _case(
        "header repeated", survey, make.xlsx(repeated), rows=60, notices=("repeated_headers_dropped",)
    )


def _doubtful_headers(survey: Survey) -> Iterator[MessyFile]:
    """Rows above or below the header that are neither titles, groups nor respondents."""
    skipped = ("title_rows_skipped",)
    legend: list[Cell] = ["Ket:", "1 = STS", "2 = TS", "3 = N", "4 = S", "5 = SS"]
    data = make.xlsx([legend, *survey.grid()])
    yield _case("legend above", survey, data, notices=skipped, first_row_number=3)
    units = ["(nama)", "(L/P)", "(tahun)", *["(1-5)"] * 6]
    yield _case(
        "units below the header",
        survey,
        make.xlsx([survey.headers, units, *survey.rows]),
        headers=tuple(f"{name} - {unit}" for name, unit in zip(survey.headers, units, strict=True)),
        notices=("header_rows_joined",),
        first_row_number=3,
    )
    years = Survey(["Nama", "2021", "2022"], [[f"n{i}", i % 5 + 1, i % 4 + 1] for i in range(12)])
    yield _case("years as header", years, make.csv_bytes(years.grid()), "a.csv")
    top = [None, None, None, "Kepuasan", None, None, "Loyalitas", None, None]
    middle = [None, None, None, "Fisik", None, "Empati", "Sikap", None, None]
    names = survey.headers[:3]
    for i, (a, b) in enumerate(zip(["Kepuasan"] * 3 + ["Loyalitas"] * 3, "FFESSS", strict=True)):
        second = {"F": "Fisik", "E": "Empati", "S": "Sikap"}[b]
        names.append(f"{a} - {second} - {survey.headers[3 + i]}")
    yield _case(
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
    return _case(
        "merged in the body", survey, target.getvalue(), notices=("merged_cells_filled",), cells=filled
    )


def _sheets(survey: Survey) -> Iterator[MessyFile]:
    grid, short = survey.grid(), [["Petunjuk", "Isi"], ["Skala", "1 sampai 5"]]
    both = make.xlsx_sheets({"Petunjuk": short, "Data": grid})
    yield _case("instructions first", survey, both, notices=("sheet_chosen",))
    hidden = make.xlsx_sheets({"Lama": grid[:20], "Data": grid}, hidden=["Lama"])
    yield _case("hidden sheet first", survey, hidden, notices=("hidden_sheets_not_read",))


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
    return _case("hidden row and column", survey, target.getvalue(), notices=seen)


def _formulas(survey: Survey) -> Iterator[MessyFile]:
    cells = make.cell_xml(survey.grid())
    last = f'<c r="I3"><v>{survey.rows[1][8]}</v></c>'
    without = cells.replace(last, '<c r="I3"><f>SUM(D3:H3)</f></c>')
    yield _case(
        "formula without result",
        survey,
        make.package(make.raw_parts(without)),
        notices=("formulas_without_result",),
        cells={"X1.6": [survey.rows[0][8], None]},
    )
    stored = cells.replace(last, '<c r="I3"><f>SUM(D3:H3)</f><v>4</v></c>')
    data = make.package(make.raw_parts(stored))
    yield _case("formula with result", survey, data, cells={"X1.6": [survey.rows[0][8], 4]})


def _texts() -> Iterator[MessyFile]:
    survey = words()
    grid = survey.grid()
    for name, delimiter in (("semicolon", ";"), ("tab", "\t"), ("pipe", "|")):
        yield _case(name, survey, make.csv_bytes(grid, delimiter), "a.csv", notices=("delimiter",))
    yield _case("sep line", survey, b"sep=;\r\n" + make.csv_bytes(grid, ";"), "a.csv")
    yield _case("byte order mark", survey, make.csv_bytes(grid, encoding="utf-8-sig"), "a.csv")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        data = make.csv_bytes(grid, "\t", encoding)
        yield _case(encoding, survey, data, "a.txt", notices=("encoding", "delimiter"))
    accents = Survey([*survey.headers[:-1], "Café à côté"], survey.rows)
    data = make.csv_bytes(accents.grid(), ";", "cp1252")
    yield _case("cp1252", accents, data, "a.csv", notices=("encoding",))
    yield _case("CR line ends", survey, make.text(grid, line_end="\r").encode(), "a.csv")
    breaks = Survey([*survey.headers[:-1], "Pertanyaan\ndua baris"], survey.rows)
    lines = [*survey.headers[:-1], "Pertanyaan dua baris"]
    broken = [breaks.headers, *([*row[:-1], "Setuju\nsekali"] for row in survey.rows)]
    yield _case("line breaks in cells", breaks, make.csv_bytes(broken), "a.csv", headers=tuple(lines))
    ragged = make.text(grid).replace("\r\n", ",lebih\r\n", 3).replace("nomor 6,lebih", "nomor 6", 1).encode()
    headers = (*survey.headers, "I")
    yield _case(
        "ragged rows", survey, ragged, "a.csv", headers=headers, notices=("ragged_rows", "unnamed_columns")
    )
    quote = make.text(grid, ";").replace("2026/05/03", '"2026/05/03', 1).encode()
    yield _case("unbalanced quote", survey, quote, "a.csv", notices=("unbalanced_quotes",))
    wrapped = "\n".join('"' + line.replace('"', '""') + '"' for line in make.text(grid).split("\r\n") if line)
    yield _case("lines quoted whole", survey, wrapped.encode(), "a.csv", notices=("quoted_lines",))
    decimals = numbers()
    comma = [decimals.headers, *([*row[:3], *(f"{cell},5" for cell in row[3:])] for row in decimals.rows)]
    first = [f"{decimals.rows[0][3]},5"]
    yield _case("decimal commas", decimals, make.csv_bytes(comma, ";"), "a.csv", cells={"X1.1": first})  # type: ignore[dict-item]
    digits = Survey(["A", "B", "C"], [[f"{i % 5},5", f"{i % 3},25", "4,0"] for i in range(20)])
    yield _case("nothing but decimal commas", digits, make.csv_bytes(digits.grid(), ";"), "a.csv")
    noise = make.text(grid).replace("Netral", "Net\0ral\x1b[31m").encode()
    yield _case("control characters", survey, noise, "a.csv", notices=("control_characters_removed",))


def _exports() -> Iterator[MessyFile]:
    survey = words()
    codes = [f"Q{i}" for i in range(1, 9)]
    imports = [f'{{"ImportId":"QID{i}"}}' for i in range(1, 9)]
    joined = tuple(f"{code} - {text}" for code, text in zip(codes, survey.headers, strict=True))
    yield _case(
        "Qualtrics",
        survey,
        make.csv_bytes([codes, survey.headers, imports, *survey.rows]),
        "a.csv",
        headers=joined,
        notices=("code_rows_dropped", "header_rows_joined"),
        first_row_number=4,
    )
    yield _case(
        "sentences above codes",
        survey,
        make.xlsx([survey.headers, codes, *survey.rows]),
        headers=tuple(f"{text} - {code}" for code, text in zip(codes, survey.headers, strict=True)),
        notices=("header_rows_joined",),
        first_row_number=3,
    )
    long_header = Survey([*survey.headers[:-1], "Sejauh mana " * 100], survey.rows)
    headers = (*survey.headers[:-1], " ".join(("Sejauh mana " * 100).split()))
    yield _case("1,200-character header", long_header, make.xlsx(long_header.grid()), headers=headers)
    identity: list[list[Cell]] = [[*row[:1], "0034567890123456", *row[2:]] for row in survey.rows]
    kept = Survey(["Timestamp", "NIK", *survey.headers[2:]], identity)
    yield _case("leading zeros", kept, make.xlsx(kept.grid()), cells={"NIK": ["0034567890123456"]})
    named = Survey(
        survey.headers,
        [[row[0], ("None", "NA", "null")[i % 3], *row[2:]] for i, row in enumerate(survey.rows)],
    )
    yield _case(
        "names None and NA", named, make.xlsx(named.grid()), cells={"Email Address": ["None", "NA", "null"]}
    )
    script = Survey(["名前", "😀 أهلا", *survey.headers[2:]], survey.rows)
    yield _case("any script", script, make.xlsx(script.grid()))


def _statistics_files() -> Iterator[MessyFile]:
    columns: dict[str, list[Cell]] = {
        "X1": [1, 2, 3, 4, 5, 99],
        "jk": [1, 2, 1, 2, 1, 2],
        "nama": ["a", "b", "c", "d", "e", "f"],
        "skor": [1.5, None, 2, 3, 4, 5],
    }
    data = make.sav(
        columns,
        column_labels={"X1": "Saya puas"},
        variable_value_labels={
            "X1": {1: "STS", 2: "TS", 3: "N", 4: "S", 5: "SS", 99: "tidak menjawab"},
            "jk": {1: "Laki-laki", 2: "Perempuan"},
            "skor": {1: "rendah"},
        },
        missing_ranges={"X1": [99]},
    )
    yield MessyFile(
        "sav with labels",
        "data.sav",
        data,
        6,
        ("X1", "jk", "nama", "skor"),
        ("value_labels_used", "value_labels_incomplete", "declared_missing"),
        {"X1": ["STS", "TS", "N", "S", "SS", None], "skor": [1.5, None, 2]},
        first_row_number=1,
    )


def _reshaped() -> Iterator[MessyFile]:
    survey = numbers(12)
    codes = [f"R{i}" for i in range(1, 13)]
    on_side = [["Butir", *codes], *([name, *survey.column(name)] for name in survey.headers[1:])]
    yield MessyFile(
        "transposed",
        "data.xlsx",
        make.xlsx(on_side),
        12,
        ("Butir", *survey.headers[1:]),
        ("table_transposed",),
        {"X1.1": survey.column("X1.1")},
    )
    long: list[list[Cell]] = [["Responden", "Jenis Kelamin", "Pertanyaan", "Jawaban"]]
    for code, row in zip(codes, survey.rows, strict=True):
        long += [[code, row[1], name, row[3 + i]] for i, name in enumerate(survey.headers[3:])]
    yield MessyFile(
        "long",
        "data.xlsx",
        make.xlsx(long),
        12,
        ("Responden", "Jenis Kelamin", *survey.headers[3:]),
        ("long_table_widened",),
        {"X1.2": survey.column("X1.2")},
    )

"""Messy but honest files of every kind, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.study.table import Cell
from tests.generator import containers as make
from tests.generator.messy_file import MessyFile, messy_case
from tests.generator.messy_layouts import layouts
from tests.generator.survey import Survey, numbers, words


def messy_files() -> Iterator[MessyFile]:
    """All cases, in a fixed order."""
    for builder in (_workbooks, layouts, _texts, _exports, _statistics_files, _reshaped):
        yield from builder()


def _workbooks() -> Iterator[MessyFile]:
    survey = numbers()
    for kind, maker in (("xlsx", make.xlsx), ("xls", make.xls), ("ods", make.ods)):
        data = maker(survey.grid())
        yield messy_case(
            f"plain {kind}", survey, data, f"data.{kind}", cells={"X1.1": survey.column("X1.1")[:5]}
        )
    yield messy_case("xlsx named csv", survey, make.xlsx(survey.grid()), "data.csv", notices=("mislabelled",))
    yield messy_case(
        "csv named xlsx", survey, make.csv_bytes(survey.grid()), "data.xlsx", notices=("mislabelled",)
    )
    macro = make.raw_parts(make.cell_xml(survey.grid()))
    macro["xl/vbaProject.bin"] = b"macro"
    yield messy_case("macro workbook", survey, make.package(macro), "data.xlsm", notices=("macros_ignored",))
    yield messy_case("one respondent", numbers(1), make.xlsx(numbers(1).grid()))
    yield messy_case("two respondents", numbers(2), make.xlsx(numbers(2).grid()))
    wide = numbers(40, 400)
    yield messy_case("400 columns", wide, make.xlsx(wide.grid()))
    prefixed = make.raw_parts(make.cell_xml(survey.grid()))
    sheet = str(prefixed["xl/worksheets/sheet1.xml"])
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        sheet = sheet.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
        sheet = sheet.replace(f"</{tag}>", f"</x:{tag}>")
    prefixed["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=")
    yield messy_case("prefixed tags", survey, make.package(prefixed))
    dimension = make.raw_parts(make.cell_xml(survey.grid()))
    dimension["xl/worksheets/sheet1.xml"] = str(dimension["xl/worksheets/sheet1.xml"]).replace(
        "<sheetData>", '<dimension ref="A1:A2"/><sheetData>'
    )
    yield messy_case("false dimension", survey, make.package(dimension))


def _texts() -> Iterator[MessyFile]:
    survey = words()
    grid = survey.grid()
    for name, delimiter in (("semicolon", ";"), ("tab", "\t"), ("pipe", "|")):
        yield messy_case(name, survey, make.csv_bytes(grid, delimiter), "a.csv", notices=("delimiter",))
    yield messy_case("sep line", survey, b"sep=;\r\n" + make.csv_bytes(grid, ";"), "a.csv")
    yield messy_case("byte order mark", survey, make.csv_bytes(grid, encoding="utf-8-sig"), "a.csv")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        data = make.csv_bytes(grid, "\t", encoding)
        yield messy_case(encoding, survey, data, "a.txt", notices=("encoding", "delimiter"))
    accents = Survey([*survey.headers[:-1], "Café à côté"], survey.rows)
    data = make.csv_bytes(accents.grid(), ";", "cp1252")
    yield messy_case("cp1252", accents, data, "a.csv", notices=("encoding",))
    yield messy_case("CR line ends", survey, make.text(grid, line_end="\r").encode(), "a.csv")
    breaks = Survey([*survey.headers[:-1], "Pertanyaan\ndua baris"], survey.rows)
    lines = [*survey.headers[:-1], "Pertanyaan dua baris"]
    broken = [breaks.headers, *([*row[:-1], "Setuju\nsekali"] for row in survey.rows)]
    yield messy_case("line breaks in cells", breaks, make.csv_bytes(broken), "a.csv", headers=tuple(lines))
    ragged = make.text(grid).replace("\r\n", ",lebih\r\n", 3).replace("nomor 6,lebih", "nomor 6", 1).encode()
    headers = (*survey.headers, "I")
    yield messy_case(
        "ragged rows", survey, ragged, "a.csv", headers=headers, notices=("ragged_rows", "unnamed_columns")
    )
    quote = make.text(grid, ";").replace("2026/05/03", '"2026/05/03', 1).encode()
    yield messy_case("unbalanced quote", survey, quote, "a.csv", notices=("unbalanced_quotes",))
    wrapped = "\n".join('"' + line.replace('"', '""') + '"' for line in make.text(grid).split("\r\n") if line)
    yield messy_case("lines quoted whole", survey, wrapped.encode(), "a.csv", notices=("quoted_lines",))
    decimals = numbers()
    comma = [decimals.headers, *([*row[:3], *(f"{cell},5" for cell in row[3:])] for row in decimals.rows)]
    first = [f"{decimals.rows[0][3]},5"]
    yield messy_case("decimal commas", decimals, make.csv_bytes(comma, ";"), "a.csv", cells={"X1.1": first})  # type: ignore[dict-item]
    digits = Survey(["A", "B", "C"], [[f"{i % 5},5", f"{i % 3},25", "4,0"] for i in range(20)])
    yield messy_case("nothing but decimal commas", digits, make.csv_bytes(digits.grid(), ";"), "a.csv")
    noise = make.text(grid).replace("Netral", "Net\0ral\x1b[31m").encode()
    yield messy_case("control characters", survey, noise, "a.csv", notices=("control_characters_removed",))


def _exports() -> Iterator[MessyFile]:
    survey = words()
    codes = [f"Q{i}" for i in range(1, 9)]
    imports = [f'{{"ImportId":"QID{i}"}}' for i in range(1, 9)]
    joined = tuple(f"{code} - {text}" for code, text in zip(codes, survey.headers, strict=True))
    yield messy_case(
        "Qualtrics",
        survey,
        make.csv_bytes([codes, survey.headers, imports, *survey.rows]),
        "a.csv",
        headers=joined,
        notices=("code_rows_dropped", "header_rows_joined"),
        first_row_number=4,
    )
    yield messy_case(
        "sentences above codes",
        survey,
        make.xlsx([survey.headers, codes, *survey.rows]),
        headers=tuple(f"{text} - {code}" for code, text in zip(codes, survey.headers, strict=True)),
        notices=("header_rows_joined",),
        first_row_number=3,
    )
    long_header = Survey([*survey.headers[:-1], "Sejauh mana " * 100], survey.rows)
    headers = (*survey.headers[:-1], " ".join(("Sejauh mana " * 100).split()))
    yield messy_case("1,200-character header", long_header, make.xlsx(long_header.grid()), headers=headers)
    identity: list[list[Cell]] = [[*row[:1], "0034567890123456", *row[2:]] for row in survey.rows]
    kept = Survey(["Timestamp", "NIK", *survey.headers[2:]], identity)
    yield messy_case("leading zeros", kept, make.xlsx(kept.grid()), cells={"NIK": ["0034567890123456"]})
    named = Survey(
        survey.headers,
        [[row[0], ("None", "NA", "null")[i % 3], *row[2:]] for i, row in enumerate(survey.rows)],
    )
    yield messy_case(
        "names None and NA", named, make.xlsx(named.grid()), cells={"Email Address": ["None", "NA", "null"]}
    )
    script = Survey(["名前", "😀 أهلا", *survey.headers[2:]], survey.rows)
    yield messy_case("any script", script, make.xlsx(script.grid()))


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

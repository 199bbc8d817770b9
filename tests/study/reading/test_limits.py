"""Each limit: a file just under it is read, one just over it is refused by name."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.reading.archive import open_archive
from analysis.study.reading.limits import Limits
from analysis.study.reading.parsing import read
from analysis.study.reading.reader import read_table
from tests.generator import containers as make
from tests.generator.survey import numbers

GRID = numbers(10, 5).grid()  # 11 rows of 8 cells
TEXT = make.csv_bytes(GRID)
WORKBOOK = make.xlsx(GRID)
PARTS = make.raw_parts(make.cell_xml(GRID))


@dataclass(frozen=True, slots=True)
class LimitCase:
    """`amount` of the limit is just enough for the file that `build` makes."""

    limit: str
    code: str
    build: Callable[[], bytes]
    amount: int
    kind: str = ""


def inflated() -> int:
    archive = open_archive(WORKBOOK, Limits())
    return sum(len(archive.read(name)) for name in archive.parts)


def styled(styles: int, format_length: int) -> bytes:
    formats = f'<numFmts><numFmt numFmtId="164" formatCode="{"0" * format_length}"/></numFmts>'
    return make.package(
        make.raw_parts(make.cell_xml(GRID), f"{formats}<cellXfs>{'<xf/>' * styles}</cellXfs>")
    )


def styles_size() -> int:
    archive = open_archive(styled(3, 10), Limits())
    return len(archive.read("xl/styles.xml"))


def merged() -> bytes:
    merges = "".join(f'<mergeCell ref="J{i}:K{i}"/>' for i in range(1, 5))
    return make.package(make.raw_parts(make.cell_xml(GRID), extra=f"<mergeCells>{merges}</mergeCells>"))


def sheets() -> bytes:
    return make.xlsx_sheets({f"S{i}": GRID for i in range(4)})


LONGEST = max(len(str(cell)) for row in GRID for cell in row)
CASES = [
    LimitCase("inflated_bytes", "too_large_inflated", lambda: WORKBOOK, inflated()),
    LimitCase("parts", "too_many_parts", lambda: make.package(PARTS), len(PARTS)),
    LimitCase("sheets", "too_many_sheets", sheets, 4),
    LimitCase("styles_bytes", "styles_too_large", lambda: styled(3, 10), styles_size()),
    LimitCase("styles", "styles_too_large", lambda: styled(7, 1), 7),
    LimitCase("format_characters", "styles_too_large", lambda: styled(1, 30), 30),
    LimitCase("merged_ranges", "too_many_merged", merged, 4),
    *(
        LimitCase(limit, code, build, amount, kind)
        for limit, code, amount in (
            ("rows", "too_many_rows", 10),
            ("columns", "too_many_columns", 8),
            ("cells", "too_many_cells", 88),
            ("cell_characters", "cell_too_long", LONGEST),
        )
        for kind, build in (
            ("csv", lambda: TEXT),
            ("xlsx", lambda: WORKBOOK),
            ("xls", lambda: make.xls(GRID)),
            ("ods", lambda: make.ods(GRID)),
        )
    ),
    LimitCase("rows", "too_many_rows", lambda: make.sav({"a": [1.0] * 5}), 5, "sav"),
    LimitCase("columns", "too_many_columns", lambda: make.sav({"a": [1.0], "b": [1.0]}), 2, "sav"),
    LimitCase("cells", "too_many_cells", lambda: make.sav({"a": [1.0] * 3, "b": [1.0] * 3}), 6, "sav"),
    LimitCase("cell_characters", "cell_too_long", lambda: make.sav({"a": ["xyz", "x"]}), 3, "sav"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.limit} {case.kind}".strip())
def test_limit(case: LimitCase) -> None:
    data = case.build()
    assert read(data, "a", None, Limits().but(**{case.limit: case.amount})).table.row_count > 0
    with pytest.raises(UnusableInput) as caught:
        read(data, "a", None, Limits().but(**{case.limit: case.amount - 1}))
    assert caught.value.code == case.code


def test_limit_of_the_file_size() -> None:
    limits = Limits(file_bytes=len(TEXT))
    assert read_table(TEXT, "a.csv", limits=limits).table.row_count == 10
    with pytest.raises(UnusableInput) as caught:
        read_table(TEXT + b"\n", "a.csv", limits=limits)
    assert caught.value.code == "file_too_large"


def test_every_limit_is_tested() -> None:
    elsewhere = {"file_bytes", "reply_bytes", "memory_bytes", "seconds", "queue_seconds"}
    assert {case.limit for case in CASES} | elsewhere == set(Limits.__dataclass_fields__)


def test_trusted_lifts_the_limits() -> None:
    wide = make.csv_bytes([[f"c{i}" for i in range(2_500)], ["1"] * 2_500, ["2"] * 2_500])
    with pytest.raises(UnusableInput):
        read_table(wide, "a.csv")
    assert len(read_table(wide, "a.csv", trusted=True).table.headers) == 2_500

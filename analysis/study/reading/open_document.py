"""What an .ods content part tells beside cell values, checked before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.study.notice import UnusableInput
from analysis.study.reading.archive import Archive
from analysis.study.reading.limits import Limits
from analysis.study.reading.office_open_xml import refuse_definitions
from analysis.study.reading.sheet import MergedRange, SheetRemarks

TABLE = re.compile(rb"<table:table\s([^>]*)>")
NAME = re.compile(rb"table:name=\"([^\"]*)\"")
ROW = re.compile(rb"<table:table-row\b([^>]*)>")
CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
ROWS_REPEATED = re.compile(rb"table:number-rows-repeated=\"(\d+)\"")
COLUMNS_REPEATED = re.compile(rb"table:number-columns-repeated=\"(\d+)\"")
COLUMNS_SPANNED = re.compile(rb"table:number-columns-spanned=\"(\d+)\"")
ROWS_SPANNED = re.compile(rb"table:number-rows-spanned=\"(\d+)\"")
NOT_SHOWN = re.compile(rb"table:visibility=\"(?:collapse|filter)\"")
TABLE_STYLE_NAME = re.compile(rb"table:style-name=\"([^\"]*)\"")
HIDDEN_STYLE = re.compile(
    rb"<style:style\b[^>]*style:name=\"([^\"]*)\"[^>]*>\s*<style:table-properties\b[^>]*table:display=\"false\""
)


@dataclass(frozen=True, slots=True)
class RowShape:
    """One row element: its one-based first row, how often it is repeated, columns up to its last filled cell."""

    number: int
    repeated: int
    width: int
    hidden: bool
    merged: tuple[MergedRange, ...]


def inspect_document(archive: Archive, limits: Limits) -> Mapping[str, SheetRemarks]:
    """Remarks on each sheet by name.

    Raises UnusableInput for encrypted documents, document type definitions and for repeated cells
    whose bounding box exceeds a limit.
    """
    if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnusableInput("encrypted_file")
    refuse_definitions(archive)
    content = archive.read("content.xml")
    hidden_styles = frozenset(HIDDEN_STYLE.findall(content))
    remarks: dict[str, SheetRemarks] = {}
    cells = 0
    for table in _tables(content):
        opening = TABLE.match(table)
        name = NAME.search(opening[1]) if opening else None
        if opening is None or name is None:
            continue
        shapes = [shape for shape in _shapes(table) if shape.width]
        cells += _bounding_box(shapes, limits)
        if cells > limits.cells:
            raise UnusableInput("too_many_cells", limit=limits.cells)
        style = TABLE_STYLE_NAME.search(opening[1])
        hidden = style is not None and style[1] in hidden_styles
        remarks[_plain_name(name[1])] = _remarks(shapes, hidden)
    return remarks


def _plain_name(written: bytes) -> str:
    from html import unescape  # a large table of names that only .ods needs

    return unescape(written.decode("utf-8", "replace"))


def _tables(content: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in TABLE.finditer(content)]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        yield content[start:end]


def _shapes(table: bytes) -> Iterator[RowShape]:
    number = 1
    starts = [match.start() for match in ROW.finditer(table)]
    for start, end in zip(starts, [*starts[1:], len(table)], strict=True):
        row = table[start:end]
        opening = ROW.match(row)
        attributes = opening[1] if opening else b""
        repeated = _count(ROWS_REPEATED, attributes)
        shown = NOT_SHOWN.search(attributes) is None
        yield _shape(row, number, repeated, hidden=not shown)
        number += repeated


def _shape(row: bytes, number: int, repeated: int, hidden: bool) -> RowShape:
    """The shape of one row; the common case without repeated or merged cells is only counted."""
    if b"-repeated" not in row and b"-spanned" not in row and b"/>" not in row:
        return RowShape(
            number, repeated, row.count(b"<table:table-cell") + row.count(b"<table:covered"), hidden, ()
        )
    column = width = 0
    merged = []
    for attributes, empty in CELL.findall(row):
        across, down = _count(COLUMNS_SPANNED, attributes), _count(ROWS_SPANNED, attributes)
        if across > 1 or down > 1:
            merged.append(MergedRange(number - 1, column, number + down - 2, column + across - 1))
        column += _count(COLUMNS_REPEATED, attributes)
        if not empty or b"office:value" in attributes:
            width = column
    return RowShape(number, repeated, width, hidden, tuple(merged))


def _count(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1][:9]) if match else 1


def _bounding_box(shapes: list[RowShape], limits: Limits) -> int:
    if not shapes:
        return 0
    rows = shapes[-1].number + shapes[-1].repeated - shapes[0].number
    columns = max(shape.width for shape in shapes)
    if rows > limits.rows + 1:
        raise UnusableInput("too_many_rows", limit=limits.rows)
    if columns > limits.columns:
        raise UnusableInput("too_many_columns", limit=limits.columns)
    return rows * columns


def _remarks(shapes: list[RowShape], hidden: bool) -> SheetRemarks:
    hidden_rows = {
        row for shape in shapes if shape.hidden for row in range(shape.number, shape.number + shape.repeated)
    }
    return SheetRemarks(
        hidden=hidden,
        hidden_rows=frozenset(hidden_rows),
        merged=tuple(merge for shape in shapes for merge in shape.merged),
    )

"""Compound (OLE) files: old .xls workbooks, and encrypted or foreign documents in the same wrapping.

Follows Microsoft's published layouts of compound files ([MS-CFB]) and of the records in the
workbook stream ([MS-XLS]); only what is needed to name the file and to bound its cells.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from analysis.study.notice import UnusableInput
from analysis.study.reading.limits import Limits
from analysis.study.reading.sheet import SheetRemarks

FREE_OR_END = 0xFFFFFFFA
DIRECTORY_ENTRY = 128
CALCULATION_STREAMS = ("Workbook", "Book")
WORD_STREAMS = ("WordDocument",)
SLIDE_STREAMS = ("PowerPoint Document",)
ROOT = "Root Entry"
MACRO_STORAGE = "_VBA_PROJECT_CUR"

BEGIN, END, FILE_PASSWORD, SHEET_NAME, ROW = 0x0809, 0x000A, 0x002F, 0x0085, 0x0208
COLUMN_INFO = 0x007D
CELL_RECORDS = frozenset({0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0006})
MANY_CELLS_RECORD = 0x00BD
ROW_IS_HIDDEN = 0x20


class Record(NamedTuple):
    """One record of the workbook stream; a plain tuple, as there is one for nearly every cell."""

    kind: int
    offset: int
    body: memoryview


@dataclass(frozen=True, slots=True)
class CompoundFile:
    """The sector chains of a compound file; no chain may be longer than their number."""

    data: bytes
    sector_size: int
    chain: tuple[int, ...]
    names: Mapping[str, tuple[int, int]]

    def stream(self, name: str) -> bytes:
        """Bytes of a large stream. Small ones (below 4,096 bytes) are not needed here."""
        start, size = self.names[name]
        return _follow(self.data, start, self.sector_size, self.chain)[:size]


def inspect_compound(data: bytes, limits: Limits) -> Mapping[str, SheetRemarks]:
    """Remarks on each sheet of an .xls workbook by name.

    Raises UnusableInput for encrypted, foreign and damaged files, and for cells whose bounding box
    exceeds a limit.
    """
    compound = _open(data)
    names = compound.names
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        raise UnusableInput("encrypted_file")
    if any(name in names for name in WORD_STREAMS):
        raise UnusableInput("word_file")
    if any(name in names for name in SLIDE_STREAMS):
        raise UnusableInput("slides_file")
    name = next((name for name in CALCULATION_STREAMS if name in names), None)
    if name is None:
        raise UnusableInput("unknown_office_file" if ROOT in names else "damaged_file")
    return _inspect_stream(compound.stream(name), limits)


def has_macros(data: bytes) -> bool:
    """Whether a compound file that `inspect_compound` accepted carries macros."""
    return MACRO_STORAGE in _open(data).names


def _open(data: bytes) -> CompoundFile:
    try:
        (shift,) = struct.unpack_from("<H", data, 30)
        (directory_start,) = struct.unpack_from("<I", data, 48)
        if shift not in (9, 12):
            raise UnusableInput("damaged_file")
        size = 1 << shift
        chain = _allocation(data, size)
        directory = _follow(data, directory_start, size, chain)
    except struct.error:
        raise UnusableInput("damaged_file") from None
    return CompoundFile(data, size, chain, _directory(directory))


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """Next sector of every sector, from the table that header and its continuation point to."""
    sectors = [*struct.unpack_from("<109I", data, 76)]
    extra, count = struct.unpack_from("<II", data, 68)
    per_sector = size // 4
    for _ in range(min(count, len(data) // size)):
        if extra >= FREE_OR_END:
            break
        *more, extra = struct.unpack_from(f"<{per_sector}I", data, (extra + 1) * size)
        sectors += more
    chain: list[int] = []
    for sector in sectors[: len(data) // size]:
        start = (sector + 1) * size
        if sector < FREE_OR_END and start + size <= len(data):
            chain += struct.unpack_from(f"<{per_sector}I", data, start)
    return tuple(chain)


def _follow(data: bytes, start: int, size: int, chain: tuple[int, ...]) -> bytes:
    """Bytes of a chain of sectors. Raises UnusableInput for one that leads back to itself."""
    pieces = []
    sector = start
    while sector < len(chain):
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        if len(pieces) > len(chain):
            raise UnusableInput("damaged_file")
        sector = chain[sector]
    return b"".join(pieces)


def _directory(directory: bytes) -> dict[str, tuple[int, int]]:
    """First sector and size of every stream and storage by name."""
    names = {}
    for offset in range(0, len(directory) - DIRECTORY_ENTRY + 1, DIRECTORY_ENTRY):
        entry = directory[offset : offset + DIRECTORY_ENTRY]
        (length,) = struct.unpack_from("<H", entry, 64)
        if 2 <= length <= 64 and entry[66]:
            name = entry[: length - 2].decode("utf-16-le", "replace")
            names[name] = struct.unpack_from("<II", entry, 116)
    return names


def _records(stream: bytes) -> Iterator[Record]:
    view = memoryview(stream)
    offset = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield Record(kind, offset, view[offset + 4 : offset + 4 + length])
        offset += 4 + length


def _inspect_stream(stream: bytes, limits: Limits) -> dict[str, SheetRemarks]:
    names: dict[int, str] = {}
    remarks: dict[str, SheetRemarks] = {}
    cells = depth = 0
    sheet: list[Record] = []
    for record in _records(stream):
        depth += (record.kind == BEGIN) - (record.kind == END)
        if record.kind == FILE_PASSWORD:
            raise UnusableInput("encrypted_file")
        if record.kind == SHEET_NAME and len(record.body) >= 8:
            names[struct.unpack_from("<I", record.body)[0]] = _sheet_name(bytes(record.body))
        if depth <= 1:  # deeper streams are charts, whose cell records are cached series
            sheet.append(record)
        if record.kind == END and depth <= 0:
            box = _bounding_box(sheet, limits)
            cells += box
            if cells > limits.cells:
                raise UnusableInput("too_many_cells", limit=limits.cells)
            if sheet[0].offset in names:
                remarks[names[sheet[0].offset]] = _remarks(sheet)
            sheet, depth = [], 0
    return remarks


def _sheet_name(body: bytes) -> str:
    """Name in a sheet record: its length, a flag for two-byte characters, the characters."""
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")


def _bounding_box(records: list[Record], limits: Limits) -> int:
    rows: set[int] = set()
    columns: set[int] = set()
    for record in records:
        if record.kind in CELL_RECORDS and len(record.body) >= 4:
            row, column = struct.unpack_from("<HH", record.body)
            rows.add(row)
            columns.add(column)
        elif record.kind == MANY_CELLS_RECORD and len(record.body) >= 6:
            rows.add(struct.unpack_from("<H", record.body)[0])
            columns.update(struct.unpack_from("<H", record.body, 2))
            columns.update(struct.unpack("<H", record.body[-2:]))
    if not rows:
        return 0
    height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if height > limits.rows + 1:
        raise UnusableInput("too_many_rows", limit=limits.rows)
    if width > limits.columns:
        raise UnusableInput("too_many_columns", limit=limits.columns)
    return height * width


def _remarks(records: list[Record]) -> SheetRemarks:
    hidden_columns: set[int] = set()
    hidden_rows = set()
    for record in records:
        if record.kind == ROW and len(record.body) >= 16:
            number, options = struct.unpack_from("<H10xI", record.body)
            if options & ROW_IS_HIDDEN:
                hidden_rows.add(number + 1)
        elif record.kind == COLUMN_INFO and len(record.body) >= 10:
            first, last, _, _, options = struct.unpack_from("<5H", record.body)
            if options & 1:
                hidden_columns.update(range(first, min(last, 255) + 1))
    return SheetRemarks(hidden_rows=frozenset(hidden_rows), hidden_columns=frozenset(hidden_columns))

"""Delimited text: separator, quoting, line ends and ragged rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from analysis.study.notice import Detail, Notice, UnusableInput
from analysis.study.reading.encoding import decode
from analysis.study.reading.limits import Limits
from analysis.study.reading.sheet import Row, Sheet
from analysis.study.table import Cell

DELIMITERS = ("\t", ";", "|", ",")
SAMPLE_RECORDS = 200
DECLARATION = re.compile(r'"?sep=([\t;,|:])"?\r?\n?', re.IGNORECASE)
LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
MANY_LINES = 100
NAMED_ROWS = 10


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text is cut: `quoted` is False where unbalanced quotes would swallow rows."""

    delimiter: str
    quoted: bool = True


def read_delimited(data: bytes, limits: Limits) -> Sheet:
    """The one sheet of a delimited text. Raises UnusableInput when it is not text or exceeds a limit."""
    decoded = decode(data)
    notices = list(decoded.notices)
    text, declared = _without_declaration(decoded.text)
    if len(text.strip()) == 0:
        raise UnusableInput("empty_file")
    csv.field_size_limit(len(text) + 1)  # the length of a cell is checked below, with a sentence
    dialect = _dialect(text, declared)
    if not dialect.quoted:
        notices.append(Notice("unbalanced_quotes", "warning"))
    records = _records(text, dialect, limits)
    unwrapped = _unwrapped(records, dialect)
    if unwrapped is not None:
        records = unwrapped
        notices.append(Notice("quoted_lines", details={"n": len(records)}))
    if dialect.delimiter != "," or declared:
        notices.append(Notice("delimiter", details={"delimiter": _delimiter_name(dialect.delimiter)}))
    notices += _ragged(records)
    _square(records, limits)
    return Sheet("", records, list(range(1, len(records) + 1)), notices=tuple(notices))


def _without_declaration(text: str) -> tuple[str, str]:
    """The text without Excel's first line "sep=;", and the separator it declares."""
    match = DECLARATION.match(text)
    return (text[match.end() :].lstrip("\n"), match.group(1)) if match else (text, "")


def _dialect(text: str, declared: str) -> Dialect:
    delimiter = declared or _best_delimiter(text)
    quoted = '"' not in text or _quotes_balanced(text, delimiter)
    return Dialect(delimiter, quoted)


def _best_delimiter(text: str) -> str:
    """The separator under which most records of the sample have the same number of fields."""
    best, best_score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        if delimiter not in text:
            continue
        widths = Counter(_sample_widths(text, delimiter))
        widths.pop(0, None)
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = (count / widths.total(), width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends, whichever of the three kinds they have, one at a time."""
    return (match[0] for match in LINE.finditer(text))


def _sample_widths(text: str, delimiter: str) -> list[int]:
    reader = csv.reader(_lines(text), delimiter=delimiter)
    return [len(record) for record in islice(reader, SAMPLE_RECORDS)]


def _quotes_balanced(text: str, delimiter: str) -> bool:
    """False when a quote opens and swallows the rest of the file or a great many lines."""
    try:
        for record in csv.reader(_lines(text), delimiter=delimiter, strict=True):
            if any(field.count("\n") > MANY_LINES for field in record):
                return False
    except csv.Error as error:
        if "unexpected end" in str(error):
            return False
        return _quotes_balanced_leniently(text, delimiter)
    return True


def _quotes_balanced_leniently(text: str, delimiter: str) -> bool:
    reader = csv.reader(_lines(text), delimiter=delimiter)
    return not any(field.count("\n") > MANY_LINES for record in reader for field in record)


def _records(text: str, dialect: Dialect, limits: Limits) -> list[Row]:
    """All records; blank fields are None, equal texts one object."""
    lines = _lines(text)
    if dialect.quoted:
        reader = csv.reader(lines, delimiter=dialect.delimiter)
    else:
        reader = csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
    known: dict[str, Cell] = {"": None}
    records: list[Row] = []
    cells = 0
    for record in reader:
        cells += len(record)
        if len(records) >= limits.rows + 1:
            raise UnusableInput("too_many_rows", limit=limits.rows)
        if len(record) > limits.columns:
            raise UnusableInput("too_many_columns", limit=limits.columns)
        if cells > limits.cells:
            raise UnusableInput("too_many_cells", limit=limits.cells)
        records.append([known[field] if field in known else _known(field, known, limits) for field in record])
    return records


def _known(field: str, known: dict[str, Cell], limits: Limits) -> Cell:
    if len(field) > limits.cell_characters:
        raise UnusableInput("cell_too_long", limit=limits.cell_characters)
    known[field] = None if not field.strip() else field
    return known[field]


def _unwrapped(records: list[Row], dialect: Dialect) -> list[Row] | None:
    """Records of a file whose every line was quoted as a whole, else None."""
    lines = [record[0] for record in records if len(record) == 1 and isinstance(record[0], str)]
    if len(lines) < 2 or len(lines) < len(records) - 1:
        return None
    delimiter = _best_delimiter("\n".join(lines[:SAMPLE_RECORDS]))
    cut = list(csv.reader(lines, delimiter=delimiter))
    if len(cut) != len(lines) or len(cut[0]) < 2 or any(len(record) != len(cut[0]) for record in cut):
        return None
    return [[field if field.strip() else None for field in record] for record in cut]


def _ragged(records: list[Row]) -> list[Notice]:
    """A notice on records with more or fewer fields than usual; titles and blank lines do not count."""
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return []
    usual = max(widths, key=lambda width: (widths[width], width))
    uneven = [i + 1 for i, record in enumerate(records) if len(record) > 1 and len(record) != usual]
    if not uneven:
        return []
    shifted = max(widths) > usual
    rows = tuple(map(str, uneven[:NAMED_ROWS]))
    details: dict[str, Detail] = {"n": len(uneven), "fields": usual, "rows": rows}
    return [Notice("ragged_rows", "warning" if shifted else "info", details=details)]


def _square(records: list[Row], limits: Limits) -> None:
    """Pad short records with empty cells, in place, so that all have the same width."""
    width = max(map(len, records), default=0)
    if width * len(records) > limits.cells:
        raise UnusableInput("too_many_cells", limit=limits.cells)
    for record in records:
        if len(record) < width:
            record.extend([None] * (width - len(record)))


def _delimiter_name(delimiter: str) -> str:
    return "TAB" if delimiter == "\t" else delimiter

"""What .xlsx parts tell beside cell values, checked before the workbook is parsed.

Cells are found by pattern rather than by a full XML parser: a large sheet is scanned in a fraction
of a second, and a sheet that hides cells from the patterns still meets the process's own bounds.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from analysis.study.notice import UnusableInput
from analysis.study.reading.archive import Archive
from analysis.study.reading.limits import Limits
from analysis.study.reading.sheet import MergedRange, SheetRemarks

RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATIONSHIP_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")
PREFIX = re.compile(rb"<(\w{1,20}):worksheet[\s>]")
CELL_COLUMN = re.compile(rb" r=[\"']([A-Za-z]{1,3})\d")
CELL_ROW = re.compile(rb" r=[\"'][A-Za-z]{1,3}(\d{1,7})[\"']")
FILLED_CELL = re.compile(rb" r=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
ROW = re.compile(rb"<row ([^>]*)>")
ROW_NUMBER = re.compile(rb"(?:^|\s)r=[\"'](\d+)[\"']")
HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
COLUMN = re.compile(rb"<col ([^>]*)>")
SPAN = re.compile(rb"(?:^|\s)(min|max)=[\"'](\d+)[\"']")
MERGED = re.compile(rb"<mergeCell [^>]*?ref=[\"']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)[\"']")
NO_RESULT = re.compile(rb"(?:</f>|<f [^>]*/>)\s*(?:</c>|<v\s*/>|<v>\s*</v>)")
NUMBER_FORMAT = re.compile(rb"formatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
WIDEST_SHEET = 16_384
STYLE = re.compile(rb"xf[\s>/]")


@dataclass(frozen=True, slots=True)
class Extent:
    """Bounding box of the cells of one sheet, in cells."""

    rows: int
    columns: int

    def exceeds(self, limits: Limits) -> bool:
        return self.rows > limits.rows + 1 or self.columns > limits.columns or self.cells > limits.cells

    @property
    def cells(self) -> int:
        return self.rows * self.columns


def inspect_workbook(archive: Archive, limits: Limits) -> Mapping[str, SheetRemarks]:
    """Remarks on each sheet by name.

    Raises UnusableInput for document type definitions, oversized styles and, before any memory is
    asked for, for cells so far apart that their bounding box exceeds a limit.
    """
    refuse_definitions(archive)
    _check_styles(archive, limits)
    remarks: dict[str, SheetRemarks] = {}
    cells = 0
    for name, part in _sheet_parts(archive).items():
        content = _without_prefix(archive.read(part))
        cells += _extent(content, limits).cells
        if cells > limits.cells:
            raise UnusableInput("too_many_cells", limit=limits.cells)
        remarks[name] = _remarks(content, limits)
    return remarks


def refuse_definitions(archive: Archive) -> None:
    """No part of a genuine workbook declares entities; they serve expansion and file stealing.

    Raises UnusableInput.
    """
    for name in archive.parts:
        if name.lower().endswith((".xml", ".rels", ".vml")) and _has_definitions(archive, name):
            raise UnusableInput("xml_entities")


def _has_definitions(archive: Archive, name: str) -> bool:
    """Whether an XML part declares a document type, also in UTF-16."""
    end = b""
    for piece in archive.pieces(name):
        seen = end + (piece.replace(b"\0", b"") if b"\0" in piece else piece)
        if any(mark in seen for mark in DEFINITIONS):
            return True
        end = seen[-len(DEFINITIONS[0]) :]
    return False


def _check_styles(archive: Archive, limits: Limits) -> None:
    """Readers look at every number format once for each style; a few kilobytes can take minutes."""
    for name in archive.parts:
        if posixpath.basename(name).lower() != "styles.xml":
            continue
        styles = archive.read(name)
        if len(styles) > limits.styles_bytes:
            raise UnusableInput("styles_too_large")
        longest = max((len(a or b) for a, b in NUMBER_FORMAT.findall(styles)), default=0)
        if len(STYLE.findall(styles)) > limits.styles or longest > limits.format_characters:
            raise UnusableInput("styles_too_large")


def _sheet_parts(archive: Archive) -> dict[str, str]:
    """Part of each sheet by its name; a damaged workbook gives none and fails when it is parsed."""
    folder = "xl"
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - no definitions, see above
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except ElementTree.ParseError:
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for sheet in book.iter():
        if not sheet.tag.endswith("}sheet"):
            continue
        identifier = sheet.get(RELATIONSHIP_ID) or sheet.get(STRICT_RELATIONSHIP_ID)
        target = targets.get(identifier, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        if "worksheets" in path and archive.has(path):
            parts[sheet.get("name", "")] = path
    return parts


def _without_prefix(content: bytes) -> bytes:
    """The sheet with plain tag names; some programs write <x:c> for <c>."""
    prefix = PREFIX.search(content[:2000])
    if prefix is None:
        return content
    return content.replace(b"<" + prefix[1] + b":", b"<").replace(b"</" + prefix[1] + b":", b"</")


def _extent(content: bytes, limits: Limits) -> Extent:
    """Bounding box of the cells; empty formatted cells only count as long as that does no harm."""
    columns = {column_index(letters) for letters in set(CELL_COLUMN.findall(content))}
    rows = {int(digits) for digits in set(CELL_ROW.findall(content))}
    extent = _span(rows, columns)
    if extent.exceeds(limits):
        filled = FILLED_CELL.findall(content)
        extent = _span({int(row) for _, row in filled}, {column_index(column) for column, _ in filled})
    if extent.rows > limits.rows + 1:
        raise UnusableInput("too_many_rows", limit=limits.rows)
    if extent.columns > limits.columns:
        raise UnusableInput("too_many_columns", limit=limits.columns)
    return extent


def _span(rows: set[int], columns: set[int]) -> Extent:
    if not rows or not columns:
        return Extent(0, 0)
    return Extent(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)


def column_index(letters: bytes) -> int:
    """Zero-based column of spreadsheet letters: A is 0, AA is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + letter - 64
    return index - 1


def _remarks(content: bytes, limits: Limits) -> SheetRemarks:
    merged = MERGED.findall(content)
    if len(merged) > limits.merged_ranges:
        raise UnusableInput("too_many_merged", limit=limits.merged_ranges)
    return SheetRemarks(
        hidden_rows=_hidden_rows(content),
        hidden_columns=_hidden_columns(content, limits),
        formulas=content.count(b"<f>") + content.count(b"<f "),
        formulas_without_result=len(NO_RESULT.findall(content)) if b"<f" in content else 0,
        formulas_with_zero=content.count(b"</f><v>0</v>"),
        merged=tuple(
            MergedRange(int(top) - 1, column_index(left), int(bottom) - 1, column_index(right))
            for left, top, right, bottom in merged
        ),
    )


def _hidden_rows(content: bytes) -> frozenset[int]:
    rows: set[int] = set()
    if b"hidden=" not in content:
        return frozenset()
    for attributes in ROW.findall(content):
        number = ROW_NUMBER.search(attributes)
        if number and HIDDEN.search(b" " + attributes):
            rows.add(int(number[1]))
    return frozenset(rows)


def _hidden_columns(content: bytes, limits: Limits) -> frozenset[int]:
    columns: set[int] = set()
    for attributes in COLUMN.findall(content):
        span = {name: int(number) for name, number in SPAN.findall(attributes)}
        if HIDDEN.search(b" " + attributes) and {b"min", b"max"} <= span.keys():
            last = min(span[b"max"], span[b"min"] + int(min(limits.columns, WIDEST_SHEET)))
            columns.update(range(span[b"min"] - 1, last))
    return frozenset(columns)

"""What the reading process does with the bytes of one file, from content check to table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.study.notice import Detail, Notice, UnusableInput
from analysis.study.reading.archive import open_archive
from analysis.study.reading.compound import has_macros, inspect_compound
from analysis.study.reading.delimited import read_delimited
from analysis.study.reading.layout import lay_out
from analysis.study.reading.limits import Limits
from analysis.study.reading.office_open_xml import inspect_workbook
from analysis.study.reading.open_document import inspect_document
from analysis.study.reading.reading import Reading, SheetInfo
from analysis.study.reading.sheet import Sheet, SheetRemarks
from analysis.study.reading.signatures import mislabelled, recognise
from analysis.study.reading.statistics_file import read_statistics_file
from analysis.study.reading.wire import encode_reading
from analysis.study.reading.workbook import read_workbook

MOST_NAMED = 20
KINDS_WITHOUT_SHEETS = ("csv", "sav")


def parse(data: bytes, request: Mapping[str, Any]) -> dict[str, Any]:
    """Entry of the reading process: the encoded Reading of `data`. Raises UnusableInput."""
    limits = Limits(**request["limits"])
    return encode_reading(read(data, request["file_name"], request["sheet"], limits))


def read(data: bytes, file_name: str, sheet: str | None, limits: Limits) -> Reading:
    """Read a file in this very process. Raises UnusableInput."""
    kind = recognise(data)
    sheets = _sheets(data, kind, limits)
    infos = tuple(SheetInfo(one.name, _filled_rows(one), one.remarks.hidden) for one in sheets)
    if sheet and kind in KINDS_WITHOUT_SHEETS:
        raise UnusableInput("no_sheets", sheet=sheet)
    chosen = _choose(sheets, infos, sheet or None)
    laid_out = lay_out(chosen)
    notices = (
        *mislabelled(kind, file_name),
        *_kind_notices(data, kind),
        *_sheet_notices(chosen, infos, sheet),
        *laid_out.notices,
    )
    return Reading(laid_out.table, chosen.name, infos, kind, notices, chosen.labels, chosen.answer_codes)


def _sheets(data: bytes, kind: str, limits: Limits) -> tuple[Sheet, ...]:
    if kind == "csv":
        return (read_delimited(data, limits),)
    if kind == "sav":
        return (read_statistics_file(data, limits),)
    return read_workbook(data, _inspect(data, kind, limits), limits).sheets


def _inspect(data: bytes, kind: str, limits: Limits) -> Mapping[str, SheetRemarks]:
    """Check a workbook's container before anything parses it; gives remarks by sheet name."""
    if kind == "xls":
        return inspect_compound(data, limits)
    archive = open_archive(data, limits)
    return inspect_document(archive, limits) if kind == "ods" else inspect_workbook(archive, limits)


def _filled_rows(sheet: Sheet) -> int:
    return sum(row.count(None) < len(row) for row in sheet.rows)


def _filled_cells(sheet: Sheet) -> int:
    return sum(len(row) - row.count(None) for row in sheet.rows)


def _choose(sheets: tuple[Sheet, ...], infos: tuple[SheetInfo, ...], wanted: str | None) -> Sheet:
    """The sheet asked for, else the first visible one that holds at least half as much as the fullest."""
    if wanted is not None:
        for sheet in sheets:
            if sheet.name == wanted:
                return sheet
        names = tuple(info.name for info in infos[:MOST_NAMED])
        raise UnusableInput("unknown_sheet", sheet=wanted, sheets=names)
    amounts = [_filled_cells(sheet) for sheet in sheets]
    if not any(amounts):
        raise UnusableInput("no_data")
    visible = [i for i, sheet in enumerate(sheets) if not sheet.remarks.hidden and amounts[i]]
    candidates = visible or [i for i, amount in enumerate(amounts) if amount]
    fullest = max(amounts[i] for i in candidates)
    return next(sheets[i] for i in candidates if 2 * amounts[i] >= fullest)


def _kind_notices(data: bytes, kind: str) -> tuple[Notice, ...]:
    macros = kind == "xlsm" or (kind == "xls" and has_macros(data))
    return (Notice("macros_ignored", "warning"),) if macros else ()


def _sheet_notices(chosen: Sheet, infos: tuple[SheetInfo, ...], wanted: str | None) -> tuple[Notice, ...]:
    notices = []
    others = [info for info in infos if info.rows and info.name != chosen.name]
    shown = tuple(info.name for info in others if not info.hidden)
    if shown and wanted is None:
        details: dict[str, Detail] = {"sheet": chosen.name, "n": len(shown), "sheets": shown[:MOST_NAMED]}
        notices.append(Notice("sheet_chosen", "warning", details=details))
    unseen = tuple(info.name for info in others if info.hidden)
    if unseen:
        details = {"n": len(unseen), "sheets": unseen[:MOST_NAMED]}
        notices.append(Notice("hidden_sheets_not_read", "warning", details=details))
    if chosen.remarks.hidden:
        notices.append(Notice("hidden_sheet_read", "warning", details={"sheet": chosen.name}))
    return tuple(notices)

"""The one door for files: bytes in, a table of cells or a refusal out."""

from __future__ import annotations

from analysis.study.notice import Notice, UnusableInput
from analysis.study.reading.isolation import is_busy, run_isolated
from analysis.study.reading.limits import MEGABYTE, Limits
from analysis.study.reading.reading import Reading, SheetInfo
from analysis.study.reading.wire import decode_reading

__all__ = ["Limits", "Reading", "SheetInfo", "queue_notice", "read_table"]

DEFAULT = Limits()


def queue_notice() -> Notice | None:
    """What to tell a person before `read_table` when another file is being read, else None."""
    return Notice("queued") if is_busy() else None


def read_table(
    data: bytes,
    file_name: str,
    sheet: str | None = None,
    limits: Limits = DEFAULT,
    trusted: bool = False,
) -> Reading:
    """Read the respondents' table of a spreadsheet, delimited text or SPSS file.

    The bytes are parsed in a child process under `limits`. `sheet` picks one by name, else the
    first visible one with data is read. `trusted` lifts all limits and reads in this process: only
    for one's own files. Raises UnusableInput when the file cannot be used, whatever the reason.
    """
    if trusted:
        from analysis.study.reading.parsing import read

        return read(data, file_name, sheet, Limits.lifted())
    if len(data) > limits.file_bytes:
        raise UnusableInput("file_too_large", megabytes=limits.file_bytes / MEGABYTE)
    return decode_reading(run_isolated(data, {"file_name": file_name, "sheet": sheet}, limits))

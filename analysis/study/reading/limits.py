"""How much a file may hold before reading it is refused."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file; a value equal to its bound still passes.

    Bytes: `file_bytes` of the upload, `inflated_bytes` of all its parts as really inflated,
    `styles_bytes` of a workbook's style sheet, `memory_bytes` of the reading process,
    `reply_bytes` of what it answers. Characters: `cell_characters`, `format_characters` of one
    number format. `cells` counts the bounding box of filled cells over all sheets. `seconds` is the
    wall clock of the reading process, `queue_seconds` the longest wait for a turn.
    """

    file_bytes: float = 20 * MEGABYTE
    inflated_bytes: float = 256 * MEGABYTE
    parts: float = 2_000
    sheets: float = 100
    styles_bytes: float = 8 * MEGABYTE
    styles: float = 65_000
    format_characters: float = 1_000
    merged_ranges: float = 20_000
    rows: float = 200_000
    columns: float = 2_000
    cells: float = 5_000_000
    cell_characters: float = 32_767
    reply_bytes: float = 128 * MEGABYTE
    memory_bytes: float = 768 * MEGABYTE
    seconds: float = 10.0
    queue_seconds: float = 60.0

    @classmethod
    def lifted(cls) -> Limits:
        """No bounds at all, for one's own large files."""
        return cls(**dict.fromkeys(cls.__dataclass_fields__, math.inf))

    def but(self, **changes: float) -> Limits:
        """The same bounds with some changed."""
        return replace(self, **changes)

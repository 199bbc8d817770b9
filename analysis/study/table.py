"""A table of cells exactly as a file holds them, before anything is understood."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

Cell = str | int | float | bool | None
"""One cell. Dates and times arrive as ISO text; an empty cell is None."""


@dataclass(frozen=True, slots=True)
class CellTable:
    """Respondent rows of one sheet, stored column by column.

    `headers` are unique: a duplicate gets " (2)", an empty one its column letter.
    `columns[j][i]` is the cell of header j in respondent row i.
    `row_numbers[i]` is the one-based row of the spreadsheet that respondent row i stood in.
    """

    headers: tuple[str, ...]
    columns: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]

    @property
    def row_count(self) -> int:
        return len(self.row_numbers)

    def column(self, header: str) -> tuple[Cell, ...]:
        """Cells of one column. Raises KeyError when there is no such header."""
        try:
            return self.columns[self.headers.index(header)]
        except ValueError:
            raise KeyError(header) from None

    def without(self, headers: frozenset[str]) -> CellTable:
        """The same rows with some columns gone (personal data are dropped this way)."""
        kept = [j for j, header in enumerate(self.headers) if header not in headers]
        return CellTable(
            tuple(self.headers[j] for j in kept),
            tuple(self.columns[j] for j in kept),
            self.row_numbers,
        )

    def fingerprint(self) -> str:
        """SHA-256 (hex) of headers, cells and row numbers; equal tables give equal fingerprints."""
        digest = hashlib.sha256()
        for header, cells in zip(self.headers, self.columns, strict=True):
            digest.update(json.dumps([header, cells], ensure_ascii=True).encode())
        digest.update(json.dumps(self.row_numbers).encode())
        return digest.hexdigest()

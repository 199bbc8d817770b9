"""What reading a file gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.study.notice import Notice
from analysis.study.table import CellTable


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet of a file: how many of its rows hold anything, and whether it is hidden."""

    name: str
    rows: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    `kind` is one of signatures.READABLE and `sheets` are all that could be chosen. A statistics
    file also gives `labels`, the question text of a header, and `answer_codes`, the number that
    the file itself keeps behind each answer text of a header.
    """

    table: CellTable
    sheet: str
    sheets: tuple[SheetInfo, ...]
    kind: str
    notices: tuple[Notice, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    answer_codes: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

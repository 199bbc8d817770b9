"""What was understood, changed, dropped or doubtful while reading, as codes without wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "warning"]
Detail = str | int | float | tuple[str, ...]
Details = Mapping[str, Detail]


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark. `code` picks the sentence (analysis/reporting/messages.py), `details` fill it."""

    code: str
    severity: Severity = "info"
    where: str = ""
    details: Mapping[str, Detail] = field(default_factory=dict)


class UnusableInput(Exception):
    """A file, codebook or setting that cannot be used; `code` and `details` make the sentence."""

    def __init__(self, code: str, **details: Detail) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

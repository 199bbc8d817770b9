"""What one step of detection found: codebook entries, remarks and doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.study.codebook import ColumnEntry
from analysis.study.notice import Notice
from analysis.study.questions import Question


@dataclass(frozen=True, slots=True)
class Findings:
    """Entries by header, with the notices and questions that explain them."""

    entries: Mapping[str, ColumnEntry] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()

    def __add__(self, other: Findings) -> Findings:
        return Findings(
            {**self.entries, **other.entries}, self.notices + other.notices, self.questions + other.questions
        )

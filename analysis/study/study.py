"""The Study: responses as read, codebook, notices and the trail of decisions, as one frozen value."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.study.codebook import Codebook
from analysis.study.codebook_file import codebook_to_json
from analysis.study.notice import Notice
from analysis.study.table import CellTable


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the trail: what was done to which column, why, to how many cells or rows."""

    step: str
    column: str = ""
    reason: str = ""
    n: int | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Study:
    """A questionnaire study. A change makes a new Study; nothing in it is ever edited in place.

    `data_fingerprint` is that of the cells as read, before personal columns were dropped.
    `simulated` marks a sample study, and is shown wherever the study appears.
    """

    title: str
    table: CellTable
    codebook: Codebook
    data_fingerprint: str
    notices: tuple[Notice, ...] = ()
    trail: tuple[Decision, ...] = ()
    source: str = ""
    simulated: bool = False
    confirmed: bool = False

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the data fingerprint and the codebook."""
        recipe = json.dumps(codebook_to_json(self.codebook), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(f"{self.data_fingerprint}\n{recipe}".encode()).hexdigest()

    @property
    def short_names(self) -> dict[str, str]:
        """Short name of each column by its header."""
        return {header: entry.name for header, entry in self.codebook.columns.items()}

    def with_codebook(self, codebook: Codebook, *decisions: Decision) -> Study:
        """The same data under another codebook, the decisions that led there added to the trail."""
        return replace(self, codebook=codebook, trail=self.trail + decisions)

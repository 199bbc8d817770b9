"""A figure that cannot be computed, with the reason as a key instead of a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Detail = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Stands where a result would. `reason` picks the sentence in reporting/messages.py."""

    reason: str
    details: Mapping[str, Detail] = field(default_factory=dict)


class NotPossible(Exception):
    """Raised by a computation that cannot run on these data; becomes an Unavailable."""

    def __init__(self, reason: str, **details: Detail) -> None:
        super().__init__(reason)
        self.unavailable = Unavailable(reason, details)

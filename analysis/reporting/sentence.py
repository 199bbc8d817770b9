"""A sentence with emphasis, filled with literal values: markup lives in the template only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of literal text, strong or not."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Literal runs of text; nothing inside is ever markup."""

    runs: tuple[Run, ...]

    def plain(self) -> str:
        return "".join(run.text for run in self.runs)

    def __add__(self, other: Sentence) -> Sentence:
        """Two sentences with a space between."""
        return Sentence((*self.runs, Run(" "), *other.runs))


def sentence(template: str, **values: object) -> Sentence:
    """Fill a template. `**...**` in the template is emphasis; values are always literal text.

    The template is cut at `**` before values enter, so a value such as "a**b" stays as it is.
    """
    runs = []
    for position, piece in enumerate(template.split("**")):
        if piece:
            runs.append(Run(piece.format(**values), strong=position % 2 == 1))
    return Sentence(tuple(runs))

"""Bars of one length divided into shares, one bar a row, with the key above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.reporting.figure import Axis, Bar, Colour, Figure, Mark, Text
from analysis.reporting.language import Language

ROW = 46
LABEL_FROM = 9.0
"""Shares from this percentage on are printed inside their part of the bar."""
OPACITY = 0.45


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: `percent` (0 to 100) of its row, None where the row is empty."""

    name: str
    n: int
    percent: float | None
    colour: Colour


def stacked_shares(
    key: str, title: str, axis_title: str, rows: Mapping[str, Sequence[Part]], language: Language
) -> Figure:
    """Every row has the same parts in the same order."""
    count = len(rows)
    marks: list[Mark] = _key(next(iter(rows.values())), count)
    for place, (name, parts) in enumerate(rows.items()):
        at, start = count - 1 - place, 0.0
        marks.append(Text(0, at, name, strong=True, dy=18))
        for part in parts:
            if part.percent is None:
                continue
            end, figure = start + part.percent, language.percent(part.percent)
            hover = f"{name}, {part.name}: {language.integer(part.n)} ({figure})"
            marks.append(Bar(start, end, at, 0.4, colour=part.colour, opacity=OPACITY, hover=hover))
            if part.percent >= LABEL_FROM:
                marks.append(
                    Text((start + end) / 2, at, language.percent(part.percent, 0), "middle", size=12)
                )
            start = end
    return Figure(
        key=key,
        title=title,
        x=Axis(axis_title, 0, 100, decimals=0),
        y=Axis(low=-0.5, high=count + 0.45, visible=False),
        marks=tuple(marks),
        description="; ".join(
            f"{name}: " + ", ".join(f"{part.name} {language.percent(part.percent)}" for part in parts)
            for name, parts in rows.items()
        ),
        height=ROW * (count + 0.95) + 80,
    )


def _key(parts: Sequence[Part], at: int) -> list[Mark]:
    """Names of two words take two lines, so that they fit a phone."""
    words = ["\n".join(part.name.split(" ", 1)) for part in parts]
    tall = 0.78 if any("\n" in name for name in words) else 0.45
    marks: list[Mark] = []
    for place, (part, name) in enumerate(zip(parts, words, strict=True)):
        left, right = (100 / len(parts) * edge for edge in (place, place + 1))
        marks += [
            Bar(left, right, at, tall, colour=part.colour, opacity=OPACITY),
            Text((left + right) / 2, at, name, "middle", size=12),
        ]
    return marks

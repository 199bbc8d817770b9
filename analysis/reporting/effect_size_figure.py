"""An effect size with its interval on a strip of named sizes."""

from __future__ import annotations

from analysis.reporting.figure import Axis, Figure, Interval, Mark, Points, Rule, Text, Tick, Tile
from analysis.reporting.language import Language

BOUNDS = (0.2, 0.5, 0.8)
"""Small, medium and large standardised differences (Cohen, 1988)."""
NARROWEST, BROAD = 0.12, 0.25
"""Shares of the width that carry a word, and two words side by side, on a phone."""


def size_word(value: float, language: Language) -> str:
    """The word for the size of a standardised difference, whatever its sign."""
    _ = language.gettext
    words = (_("very small"), _("small"), _("medium"), _("large"))
    return words[sum(abs(value) >= bound for bound in BOUNDS)]


def effect_size_figure(value: float, low: float, high: float, language: Language) -> Figure:
    """Hedges' g as a diamond with its interval; darker strips are larger effects."""
    _ = language.gettext
    reach = max(1.0, abs(low) * 1.15, abs(high) * 1.15)
    start, end = (-reach if low < -0.02 * reach else -0.15 * reach), reach
    if high < 0:
        end = 0.15 * reach
    marks: list[Mark] = [*_strips(start, end, language), Rule(0)]
    marks += [
        Interval(low, high, 0.45, colour="ink", width=3, caps=True),
        Points((value,), (0.45,), "ink", "diamond", size=14, hover=(f"g = {language.number(value)}",)),
        Text(value, 0.45, language.number(value), "middle", strong=True, size=14, dy=18),
        Text(low, 0.45, language.number(low), "middle", "grey", dy=-18),
        Text(high, 0.45, language.number(high), "middle", "grey", dy=-18),
    ]
    ticks = tuple(
        Tick(bound, language.number(bound, 1))
        for bound in (*(-bound for bound in reversed(BOUNDS)), 0.0, *BOUNDS)
        if start <= bound <= end
    )
    return Figure(
        key="effect_size",
        title=_("Effect size"),
        x=Axis(_("Hedges' g (difference in standard deviations)"), start, end, ticks),
        y=Axis(low=0, high=1.2, visible=False),
        marks=tuple(marks),
        description=_("Hedges' g is {g}, interval {low} to {high}.").format(
            g=language.number(value), low=language.number(low), high=language.number(high)
        ),
        height=210,
    )


def _strips(start: float, end: float, language: Language) -> list[Mark]:
    """Strips on both sides of zero, named above where they are wide enough to carry the word."""
    edges = (0.0, *BOUNDS, max(abs(start), end))
    words = [size_word(edge, language) for edge in edges[:-1]]
    marks: list[Mark] = []
    for index, word in enumerate(words):
        for side in (1, -1):
            inner, outer = sorted((side * edges[index], side * edges[index + 1]))
            low, high = max(inner, start), min(outer, end)
            if high - low <= 0:
                continue
            marks.append(Tile(low, high, 0, 1, "blue", 0.05 + 0.07 * index))
            # Of a strip that is cut off at the edge, the other side of zero carries the word.
            whole = (low == inner and high == outer) or word == words[-1]
            width = (high - low) / (end - start)
            if whole and width > NARROWEST:
                lines = word if width > BROAD else word.replace(" ", "\n")
                marks.append(Text((low + high) / 2, 1.08, lines, "middle", "grey", size=12, dy=6))
    return marks

"""Where the words of upright rules go: above the plot, on separate rows where they would meet."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reporting.figure import Anchor, Figure, Rule
from analysis.reporting.renderers.axis_scale import Scale

# Characters that fit side by side over the plot of a phone, about 300 pixels wide.
PHONE_CHARACTERS = 46
EDGE = 0.12


@dataclass(frozen=True, slots=True)
class RuleLabel:
    """`row` counts upwards from the plot. A horizontal rule has its label at its right end, row 0."""

    rule: Rule
    anchor: Anchor
    row: int


def rule_labels(figure: Figure, x: Scale) -> tuple[RuleLabel, ...]:
    """The labelled rules of a figure, with places for their words."""
    rules = [mark for mark in figure.marks if isinstance(mark, Rule) and mark.label]
    lying = [RuleLabel(rule, "end", 0) for rule in rules if rule.direction == "horizontal"]
    upright = (rule for rule in rules if rule.direction == "vertical")
    standing = sorted(upright, key=lambda rule: _place(rule, x))
    placed: list[RuleLabel] = []
    row_ends: list[float] = []
    for rule in standing:
        anchor = _anchor(_place(rule, x))
        start, end = _extent(rule, anchor, x)
        row = next((row for row, taken in enumerate(row_ends) if start > taken), len(row_ends))
        row_ends[row : row + 1] = [end]
        placed.append(RuleLabel(rule, anchor, row))
    return (*lying, *placed)


def label_rows(labels: tuple[RuleLabel, ...]) -> int:
    """How many rows of words stand above the plot."""
    return max((label.row + 1 for label in labels if label.rule.direction == "vertical"), default=0)


def _place(rule: Rule, x: Scale) -> float:
    """Position along the plot, 0 at its left edge to 1 at its right."""
    return (rule.at - x.low) / (x.high - x.low)


def _anchor(place: float) -> Anchor:
    if place < EDGE:
        return "start"
    return "end" if place > 1 - EDGE else "middle"


def _extent(rule: Rule, anchor: Anchor, x: Scale) -> tuple[float, float]:
    """Where the words begin and end along the plot of a phone, with a gap of two characters."""
    width = (len(rule.label) + 2) / PHONE_CHARACTERS
    start = _place(rule, x) - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
    return start, start + width

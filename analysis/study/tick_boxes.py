"""A question with several answers that a tool spreads over columns: each holds its option or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.study.profile import ColumnProfile

FEWEST_BOXES = 2
FEWEST_TICKS = 6
LARGEST_SHARE = 0.9
"""Boxes of one question are ticked by different numbers of people: the rarest at most this share of the commonest."""
LONGEST_HEADER = 500
_OPTION = re.compile(r"(?P<question>.{2,}?)(?:\s+[-–]\s+|\s*>>\s*|/)(?P<option>[^/>]+)", re.DOTALL)
_OPTION_AFTER_COLON = re.compile(r"(?P<question>.{2,}):\s+(?P<option>[^:]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OptionHeader:
    """The question that a header repeats and the option that it adds, "" where the header gives a number only.

    `coded`: an item code stands for the question, as in "Q7_2".
    """

    question: str
    option: str
    coded: bool = False


def tick_boxes(profiles: Sequence[ColumnProfile]) -> frozenset[str]:
    """Headers of columns with one answer each, where the columns of their question differ in how many gave it.

    Numbers count as ticks only where all columns of the question hold 1 or 0.
    """
    questions: dict[str, list[ColumnProfile]] = {}
    for profile in profiles:
        if name := _question(profile):
            questions.setdefault(name, []).append(profile)
    found: set[str] = set()
    for members in questions.values():
        boxes = [profile for profile in members if len(profile.categories) == 1]
        ticks = [profile.answered for profile in boxes]
        if len(boxes) < FEWEST_BOXES or max(ticks) < FEWEST_TICKS or min(ticks) > LARGEST_SHARE * max(ticks):
            continue
        numbers = {number for profile in members for number in profile.numbers}
        if numbers <= {0.0, 1.0}:
            found.update(profile.header for profile in boxes)
    return frozenset(found)


def _question(profile: ColumnProfile) -> str:
    if profile.parts.family:
        return profile.parts.family
    option = _OPTION.fullmatch(profile.header) if len(profile.header) <= LONGEST_HEADER else None
    return option["question"].casefold() if option else ""


def option_header(profile: ColumnProfile) -> OptionHeader | None:
    """Question and option of a header such as "Media? [Radio]", "Media? - Radio", "Media: Radio" or "Q7_2"."""
    parts, header = profile.parts, profile.header.strip()
    if parts.grid:
        question = parts.scale_name or parts.grid
        return OptionHeader(question, "" if parts.sentence in (parts.code, question) else parts.sentence)
    if parts.scale_code:
        option = "" if parts.sentence == parts.code else parts.sentence
        return OptionHeader(parts.scale_code, option, coded=True)
    if len(header) > LONGEST_HEADER:
        return None
    found = _OPTION.fullmatch(header) or _OPTION_AFTER_COLON.fullmatch(header)
    return OptionHeader(found["question"].strip(), found["option"].strip()) if found else None

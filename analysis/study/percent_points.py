"""Ratings that a tool writes as shares of 100: 0, 25, 50, 75, 100, or 20, 40, 60, 80, 100.

Scores can look the same, so that it stays a question; columns whose headers say score are scores.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.study.codebook import ColumnEntry
from analysis.study.notice import Details
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, Question
from analysis.study.wording import words

HIGHEST = 100.0
STEPS = (10, 20, 25, 50)
FEWEST_COLUMNS = 3
FEWEST_POINTS = 3
FEWEST_CELLS = 20
NUMERIC_SHARE = 0.8
LARGEST_LOWEST = 50.0
"""Marks of an examination seldom fall below it; of ratings somebody gives the lower half."""
_SCORE_WORDS = frozenset(
    words(
        "skor score scores nilai total jumlah rata rerata mean average sum persen persentase percent percentage"
    )
)


@dataclass(frozen=True, slots=True)
class PercentPoints:
    """Columns whose answers together are 100 and other multiples of one step, from 0 or from the step itself.

    observed: the distinct answers, rising.
    """

    headers: tuple[str, ...]
    step: float
    observed: tuple[float, ...]

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Points that the answers could have, the likeliest first: 20 to 100 are five points, and so are 0 to 100."""
        from_zero, from_step = (0.0, HIGHEST), (self.step, HIGHEST)
        if self.observed[0] == 0:
            return (from_zero,)
        return (from_step, from_zero) if self.step == 20 else (from_zero, from_step)

    def points(self, low: float) -> int:
        """How many points there are from `low` to 100."""
        return round((HIGHEST - low) / self.step) + 1


def percent_blocks(profiles: Sequence[ColumnProfile]) -> tuple[PercentPoints, ...]:
    """Blocks of at least three columns that look so; columns in quarters apart from those in tenths."""
    inside = [profile for profile in profiles if _within_hundred(profile)]
    quarters = [profile for profile in inside if _multiples(profile, 25)]
    if not any(value % 10 for profile in quarters for value in profile.numbers):
        quarters = []
    taken = {profile.header for profile in quarters}
    tenths = [profile for profile in inside if _multiples(profile, 10) and profile.header not in taken]
    return tuple(block for block in (_block(quarters), _block(tenths)) if block)


def percent_question(block: PercentPoints, entries: Mapping[str, ColumnEntry]) -> Question:
    """Items of so many points, as `entries` have them, or one score each."""
    choices = []
    for low, high in block.ranges:
        changes = [
            change
            for header in block.headers
            for change in (
                Change(header, "role", "item"),
                Change(header, "scale", entries[header].scale),
                Change(header, "points", (low, high)),
            )
        ]
        details: Details = {"points": block.points(low), "low": low, "high": high}
        choices.append(Choice(f"items:{low:g} - {high:g}", "percent_items", details, tuple(changes)))
    as_scores = tuple(
        change
        for header in block.headers
        for change in (
            Change(header, "role", "score"),
            Change(header, "scale", ""),
            Change(header, "points", None),
        )
    )
    choices.append(Choice("scores", "percent_scores", {}, as_scores))
    values = tuple(f"{value:g}" for value in block.observed)
    asked: Details = {"n": len(block.headers), "values": values}
    key = f"percent_points:{block.headers[0]}"
    return Question(key, "percent_points", block.headers, tuple(choices), choices[0].key, asked)


def _within_hundred(profile: ColumnProfile) -> bool:
    if not profile.numbers or profile.number_share < NUMERIC_SHARE:
        return False
    says_score = not profile.parts.code and not _SCORE_WORDS.isdisjoint(profile.words)
    return not says_score and min(profile.numbers) >= 0 and max(profile.numbers) <= HIGHEST


def _multiples(profile: ColumnProfile, step: int) -> bool:
    return all(value % step == 0 for value in profile.numbers)


def _block(members: Sequence[ColumnProfile]) -> PercentPoints | None:
    observed = sorted({value for profile in members for value in profile.numbers})
    cells = sum(n for profile in members for n in profile.numbers.values())
    if len(members) < FEWEST_COLUMNS or len(observed) < FEWEST_POINTS or cells < FEWEST_CELLS:
        return None
    step = math.gcd(*(int(value) for value in observed))
    if step not in STEPS or observed[-1] != HIGHEST or observed[0] > LARGEST_LOWEST:
        return None
    return PercentPoints(tuple(profile.header for profile in members), float(step), tuple(observed))

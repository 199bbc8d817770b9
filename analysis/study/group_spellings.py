"""Many ways of saying yes and no in the question that makes the two groups: "Ya", "Sudah"; "Tidak", "Belum"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analysis.study.codebook import ColumnEntry
from analysis.study.demographics import yes_and_no_sides
from analysis.study.findings import Findings
from analysis.study.notice import Details, Notice
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, Question


def joined_sides(profile: ColumnProfile, entry: ColumnEntry, levels: tuple[str, str]) -> Findings:
    """The group's entry with every way of saying yes, and of saying no, in one category each.

    Otherwise respondents who said it in another way would be in neither group. A question offers to keep
    the answers apart. Empty where each side has one category already.
    """
    sides = yes_and_no_sides(profile.categories)
    if sides is None:
        return Findings()
    joined = {
        spelling: level
        for level, side in zip(levels, (sides.yes, sides.no), strict=True)
        for spelling in side
        if entry.categories.get(spelling, spelling) != level
    }
    if not joined:
        return Findings()
    apart = {spelling: entry.categories.get(spelling, spelling) for spelling in joined}
    # All spellings of a joined category are listed, the level itself too, so that the choice undoes itself.
    together = {**dict.fromkeys(sides.yes, levels[0]), **dict.fromkeys(sides.no, levels[1])}
    changed = replace(entry, categories={**entry.categories, **together})
    notices = tuple(_notice(profile, joined, level) for level in levels if level in joined.values())
    question = _question(profile, joined, together, apart, levels)
    return Findings({profile.header: changed}, notices, (question,))


def _notice(profile: ColumnProfile, joined: Mapping[str, str], level: str) -> Notice:
    before = tuple(spelling for spelling, category in joined.items() if category == level)
    n = sum(profile.categories[spelling] for spelling in before)
    return Notice("spellings_merged", "warning", profile.header, {"before": before, "after": level, "n": n})


def _question(
    profile: ColumnProfile,
    joined: Mapping[str, str],
    together: Mapping[str, str],
    apart: Mapping[str, str],
    levels: tuple[str, str],
) -> Question:
    header = profile.header
    details: Details = {
        "column": header,
        "yes": levels[0],
        "no": levels[1],
        "same_as_yes": tuple(text for text, level in joined.items() if level == levels[0]) or (levels[0],),
        "same_as_no": tuple(text for text, level in joined.items() if level == levels[1]) or (levels[1],),
        "n": sum(profile.categories[spelling] for spelling in joined),
    }
    choices = (
        Choice("one_each", "group_spellings_together", details, (Change(header, "categories", together),)),
        Choice("keep", "group_spellings_apart", details, (Change(header, "categories", apart),)),
    )
    return Question(f"group_spellings:{header}", "group_spellings", (header,), choices, "one_each", details)

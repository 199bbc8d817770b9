"""Codebook entries of demographics, the comparison group, totals, scores, times and personal columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.study.codebook import ColumnEntry, Screening
from analysis.study.column_kinds import KnownColumn
from analysis.study.demographics import (
    MergedSpellings,
    class_bounds,
    likely_typos,
    merged_spellings,
    says_member,
    trait_phrase,
    yes_and_no,
    yes_and_no_sides,
)
from analysis.study.digit_range import MISSING_CODES
from analysis.study.findings import Findings
from analysis.study.notice import Detail, Details, Notice
from analysis.study.privacy import holds_contact
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, GroupColumn, Question
from analysis.study.short_names import distinct

LONGEST_NAME = 30
WORDS_IN_NAME = 4
MOST_SCREENED_OUT = 0.25
FAR_CODES = MISSING_CODES - {8.0, 9.0}
FEWEST_OTHER_NUMBERS = 3
_NAMED_BY_TRAIT = frozenset(
    ("member", "gender", "age", "occupation", "education", "income", "marital", "belief")
)
_SCREENING_WORDS = re.compile(
    r"\b(pernah|bersedia|apakah (?:anda|saudara|kamu)|have you|are you|do you|did you)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """The column that splits respondents into two groups, and its levels, members first."""

    header: str
    levels: tuple[str, str]


def short_column_name(profile: ColumnProfile, taken: set[str], trait: str = "") -> str:
    """The header itself where it is short, else the words of its trait or its first words.

    Distinct from the names taken.
    """
    text = profile.header if profile.parts.grid else profile.parts.sentence
    text = " ".join(text.split()).rstrip("?:. ")
    if len(text) > LONGEST_NAME and trait in _NAMED_BY_TRAIT:
        text = trait_phrase(profile, trait).capitalize()
    elif len(text) > LONGEST_NAME:
        text = " ".join(text.split()[:WORDS_IN_NAME])[:LONGEST_NAME].rstrip(" ,;:(-")
    return distinct(text or f"#{profile.position + 1}", taken)


def describe_respondent_column(column: KnownColumn, name: str) -> Findings:
    """Entry of one demographic (or yes/no, or several-answers) column, its merged spellings and doubts."""
    profile = column.profile
    entry = ColumnEntry(role="demographic", name=name, label=profile.header.strip())
    if column.kind == "tick_box":
        ticked = Notice("tick_box", where=profile.header, details={"n": profile.answered})
        return Findings({profile.header: entry}, (ticked,))
    if column.kind == "ranking":
        return Findings({profile.header: entry}, (Notice("rank_column", "warning", profile.header),))
    if profile.reading.values and profile.number_share >= 0.8:
        return _numeric_demographic(profile, entry)
    if column.kind == "multi_answer":
        entry = replace(entry, separator=column.separator)
        notice = Notice(
            "several_answers", where=profile.header, details={"separator": column.separator.strip()}
        )
        return Findings({profile.header: entry}, (notice, *_contact_notices(profile)))
    merged = merged_spellings(profile.categories)
    categories = {spelling: m.category for m in merged for spelling in m.spellings}
    categories |= dict.fromkeys(profile.reading.missing, "")
    entry = replace(entry, categories=categories)
    notices = [_merged_notice(profile.header, m) for m in merged]
    return Findings(
        {profile.header: entry},
        (*notices, *_no_answer_notices(profile), *_contact_notices(profile)),
        tuple(_typo_questions(profile, categories)),
    )


def choose_group(columns: Sequence[KnownColumn]) -> GroupChoice | None:
    """The member question: two answers, yes and no or member and not. None where there is none."""
    for column in columns:
        asked = column.trait == "member" and column.kind in ("yes_no", "demographic")
        if asked or (column.kind == "yes_no" and says_member(column.profile.categories)):
            levels = _levels(column.profile)
            if levels:
                return GroupChoice(column.header, levels)
    return None


def group_question(columns: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> Question | None:
    """Which two-category column to compare by, where no question about membership was found."""
    candidates = [
        (column.header, _two_categories(column.profile, entries[column.header]))
        for column in columns
        if column.header in entries and entries[column.header].role == "demographic" and not column.separator
    ]
    two = [(header, levels) for header, levels in candidates if levels][:6]
    if not two:
        return None
    choices = [Choice("none", "group_none", group=GroupColumn())]
    for header, levels in two:
        details: Details = {"column": entries[header].name, "levels": levels}
        choices.append(Choice(header, "group_by", details, group=GroupColumn(header, levels)))
    headers = tuple(header for header, _ in two)
    return Question("group", "group", headers, tuple(choices), "none", {"n": len(two)})


def screening_questions(columns: Sequence[KnownColumn], entries: Mapping[str, ColumnEntry]) -> list[Question]:
    """Yes/no questions that look like a condition of taking part, and that some answered with no."""
    questions = []
    for column in columns:
        sides = yes_and_no_sides(column.profile.categories) if column.kind == "yes_no" else None
        if sides is None or column.trait == "member" or not _SCREENING_WORDS.search(column.header):
            continue
        categories = column.profile.categories
        kept = tuple(text for text in categories if text in sides.yes)
        excluded = sum(n for text, n in categories.items() if text not in kept)
        if excluded > MOST_SCREENED_OUT * sum(categories.values()):
            continue
        rule = Screening(column.header, kept)
        choices = (
            Choice("keep_all", "screening_keep_all", {"n": sum(categories.values())}),
            Choice("only_yes", "screening_only", {"answer": sides.yes[0], "n": excluded}, screening=rule),
        )
        details: Details = {"column": column.header, "answer": sides.yes[0], "n": excluded}
        key = f"screening:{column.header}"
        questions.append(Question(key, "screening", (column.header,), choices, "keep_all", details))
    return questions


def _levels(profile: ColumnProfile) -> tuple[str, str] | None:
    merged = {spelling: m.category for m in merged_spellings(profile.categories) for spelling in m.spellings}
    pair = yes_and_no(profile.categories)
    if pair:
        return merged.get(pair[0], pair[0]), merged.get(pair[1], pair[1])
    if sorted(profile.numbers) == [0.0, 1.0] and profile.number_share == 1:
        return "1", "0"
    return None


def _two_categories(profile: ColumnProfile, entry: ColumnEntry) -> tuple[str, ...]:
    names = dict.fromkeys(entry.categories.get(text, text) for text in profile.categories)
    return tuple(names) if len(names) == 2 else ()


def _numeric_demographic(profile: ColumnProfile, entry: ColumnEntry) -> Findings:
    bounds = class_bounds(profile.numbers)
    notices = list(_contact_notices(profile))
    if bounds:
        details: Details = {"bounds": tuple(f"{bound:g}" for bound in bounds), "low": min(profile.numbers)}
        notices.append(Notice("number_classes", where=profile.header, details=details))
    notices += number_notices(profile)
    return Findings({profile.header: replace(entry, classes=bounds)}, tuple(notices))


def number_notices(profile: ColumnProfile) -> list[Notice]:
    """Units taken off, decimal commas, ambiguous marks and unread texts of a numeric column."""
    reading, header = profile.reading, profile.header
    numbers = {cell.strip(): value for cell, value in reading.values.items() if isinstance(cell, str)}
    with_unit = [text for text in numbers if text.endswith("%") or any(map(str.isalpha, text))]
    with_comma = [text for text in numbers if "," in text]
    notices = []
    if reading.units and with_unit:
        details = {**_before_and_after(with_unit[0], numbers), "units": reading.units}
        notices.append(Notice("units_removed", where=header, details=details))
    if reading.ambiguous:
        details = {**_before_and_after(reading.ambiguous[0], numbers), "n": len(reading.ambiguous)}
        code = "ambiguous_mark_decimal" if reading.decimal_mark else "ambiguous_mark_thousands"
        notices.append(Notice(code, "warning", header, details))
    elif reading.decimal_mark == "," and with_comma:
        notices.append(
            Notice("decimal_comma", where=header, details=_before_and_after(with_comma[0], numbers))
        )
    if reading.unread:
        n = sum(profile.texts.get(text, 1) for text in reading.unread)
        details = {"answers": reading.unread[:5], "n": n}
        notices.append(Notice("unread_numbers", "warning", header, details))
    return notices + _far_code_notices(profile) + _no_answer_notices(profile)


def _far_code_notices(profile: ColumnProfile) -> list[Notice]:
    """A number such as 99, which stands for "no answer" in many files, far beyond all others."""
    others = sorted(value for value in profile.numbers if value not in FAR_CODES)
    if len(others) < FEWEST_OTHER_NUMBERS:
        return []
    spread = others[-1] - others[0]
    codes = [
        value
        for value in sorted(FAR_CODES & profile.numbers.keys())
        if value - others[-1] > spread or (value < 0 <= others[0])
    ]
    if not codes:
        return []
    n = sum(profile.numbers[value] for value in codes)
    details: Details = {"values": tuple(f"{value:g}" for value in codes), "n": n}
    return [Notice("far_code", "warning", profile.header, details)]


def _before_and_after(text: str, numbers: Mapping[str, float]) -> dict[str, Detail]:
    return {"before": text, "after": f"{numbers[text]:.12g}"}


def _no_answer_notices(profile: ColumnProfile) -> list[Notice]:
    missing = profile.reading.missing
    if not missing:
        return []
    n = sum(profile.texts.get(text, 1) for text in missing)
    return [Notice("no_answer_words", where=profile.header, details={"answers": missing, "n": n})]


def _merged_notice(header: str, merged: MergedSpellings) -> Notice:
    before = tuple(spelling for spelling in merged.spellings if spelling != merged.category)
    return Notice(
        "spellings_merged", where=header, details={"before": before, "after": merged.category, "n": merged.n}
    )


def _contact_notices(profile: ColumnProfile) -> list[Notice]:
    n = holds_contact(profile)
    return [Notice("contact_inside", "warning", profile.header, {"n": n})] if n else []


def _typo_questions(profile: ColumnProfile, categories: Mapping[str, str]) -> list[Question]:
    questions = []
    for typo in likely_typos(profile.categories):
        category = categories.get(typo.category, typo.category)
        if categories.get(typo.spelling) == category:
            continue
        details: Details = {"before": typo.spelling, "after": category, "n": typo.n}
        choices = (
            _category_choice("keep", profile.header, typo.spelling, typo.spelling, details),
            _category_choice("merge", profile.header, typo.spelling, category, details),
        )
        key = f"merge_categories:{profile.header}:{typo.spelling}"
        questions.append(
            Question(key, "merge_categories", (profile.header,), choices, choices[0].key, details)
        )
    return questions


def _category_choice(action: str, header: str, spelling: str, category: str, details: Details) -> Choice:
    change = Change(header, "categories", {spelling: category})
    return Choice(f"{action}:{spelling}", f"categories_{action}", details, (change,))

"""Answers written as codes: "A1" to "A5" or "AO01" to "AO05" (LimeSurvey), 18 to 22 (Qualtrics).

A code says the place of an answer in a list, not what it means; which end is the highest stays a question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.study.digit_range import LARGEST_POINT, declared_range
from analysis.study.notice import Details
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, Question

_CODE = re.compile(r"(?P<letters>[A-Za-z]{1,4})(?P<place>\d{1,2})", re.ASCII)
FEWEST_LETTERED = 2
FEWEST_NUMBERED = 3
FEWEST_APART = 3
FEWEST_PLACES = 3
FEWEST_PLACES_APART = 4
WIDEST_NUMBERED = 7


@dataclass(frozen=True, slots=True)
class CodedBlock:
    """Columns that share one list of answer codes.

    places: code -> its place in the list. cells: place -> answered cells of the block. grid: whether the
    headers say that the columns are rows of one question, so that they are taken for ratings.
    """

    headers: tuple[str, ...]
    places: Mapping[str, float]
    cells: Mapping[float, int]
    grid: bool

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Points that the codes could have, the likeliest first."""
        declared = declared_range(self.cells)
        both = ((declared.low, declared.high), *declared.alternatives)
        return tuple((low, high) for low, high in dict.fromkeys(both))

    def numbers(self, points: tuple[float, float], *, rising: bool = True) -> dict[str, float]:
        """Code -> point; the first code is the lowest point where `rising`, else the highest."""
        low, high = points
        pairs = {code: place if rising else low + high - place for code, place in self.places.items()}
        return dict(sorted(pairs.items(), key=lambda pair: (pair[1], pair[0])))


def coded_blocks(profiles: Sequence[ColumnProfile]) -> tuple[CodedBlock, ...]:
    """Blocks of columns answered with codes, in file order.

    Rows of one question (or items of one code) with letters before the number, at least two; with
    numbers above every scale, at least three. Columns that stand apart need three with the same letters
    and the same last place; they may as well be occupations, so `grid` is False.
    """
    families: dict[str, list[ColumnProfile]] = {}
    apart: dict[tuple[str, float], list[ColumnProfile]] = {}
    for profile in profiles:
        if profile.parts.family:
            families.setdefault(profile.parts.family, []).append(profile)
        elif profile.parts.code and (codes := _lettered(profile)):
            apart.setdefault((_letters(codes), max(codes.values())), []).append(profile)
    found = _joined([block for members in families.values() if (block := _family_block(members))])
    for members in apart.values():
        block = _block(members, [_lettered(profile) for profile in members], grid=False)
        if len(members) >= FEWEST_APART and len(block.cells) >= FEWEST_PLACES_APART:
            found.append(block)
    return tuple(found)


def code_question(block: CodedBlock, scale: str = "") -> Question:
    """Whether the codes are ratings and which end is the highest; `scale` for columns that have none yet."""
    choices = []
    for points in block.ranges:
        for rising in (True, False):
            numbers = block.numbers(points, rising=rising)
            details: Details = {
                "points": int(points[1] - points[0]) + 1,
                "answers": tuple(f"{code} = {number:g}" for code, number in numbers.items()),
            }
            changes = [
                change
                for header in block.headers
                for change in (
                    Change(header, "role", "item"),
                    Change(header, "points", points),
                    Change(header, "answers", numbers),
                    *((Change(header, "scale", scale),) if scale else ()),
                )
            ]
            key = f"{'rising' if rising else 'falling'} {points[0]:g} - {points[1]:g}"
            choices.append(Choice(key, "codes_as_points", details, tuple(changes)))
    as_categories = tuple(Change(header, "role", "demographic") for header in block.headers)
    choices.append(Choice("categories", "codes_as_categories", {}, as_categories))
    chosen = choices[0].key if block.grid else "categories"
    asked: Details = {"n": len(block.headers), "answers": tuple(block.places)}
    first = block.headers[0]
    return Question(f"answer_codes:{first}", "answer_codes", block.headers, tuple(choices), chosen, asked)


def _family_block(members: Sequence[ColumnProfile]) -> CodedBlock | None:
    lettered = [(profile, codes) for profile in members if (codes := _lettered(profile))]
    if len(lettered) >= FEWEST_LETTERED and len({_letters(codes) for _, codes in lettered}) == 1:
        block = _block([profile for profile, _ in lettered], [codes for _, codes in lettered], grid=True)
        return block if len(block.cells) >= FEWEST_PLACES else None
    numbered = [profile for profile in members if profile.answered and profile.number_share == 1]
    values = sorted({number for profile in numbered for number in profile.numbers})
    if len(numbered) < FEWEST_NUMBERED or len(values) < FEWEST_PLACES or values[0] <= LARGEST_POINT:
        return None
    whole = all(float(value).is_integer() for value in values)
    if not whole or values[-1] - values[0] >= WIDEST_NUMBERED:
        return None
    places = {f"{value:.0f}": value - values[0] + 1 for value in values}
    return _block(numbered, [places] * len(numbered), grid=True)


def _joined(blocks: Sequence[CodedBlock]) -> list[CodedBlock]:
    """Grid questions with the same letters and the same last place share one list of answers."""
    joined: dict[tuple[str, float], CodedBlock] = {}
    for block in blocks:
        first = next(iter(block.places))
        key = (_letters(block.places) or first, max(block.cells))
        other = joined.get(key)
        if other is not None:
            places = dict(
                sorted({**other.places, **block.places}.items(), key=lambda pair: (pair[1], pair[0]))
            )
            cells = Counter(other.cells) + Counter(block.cells)
            joined[key] = CodedBlock(other.headers + block.headers, places, cells, grid=True)
        else:
            joined[key] = block
    return list(joined.values())


def _block(
    members: Sequence[ColumnProfile], codes: Sequence[Mapping[str, float]], *, grid: bool
) -> CodedBlock:
    together = {text: place for one in codes for text, place in one.items()}
    cells: Counter[float] = Counter()
    for profile, places in zip(members, codes, strict=True):
        for text, n in profile.categories.items():
            cells[places[text]] += n
    ordered = dict(sorted(together.items(), key=lambda pair: (pair[1], pair[0])))
    return CodedBlock(tuple(profile.header for profile in members), ordered, cells, grid)


def _lettered(profile: ColumnProfile) -> dict[str, float]:
    """Code -> place where every answer of a column is the same letters and a number, else nothing."""
    found: dict[str, re.Match[str]] = {}
    for text in profile.categories:
        match = _CODE.fullmatch(text)
        if not match:
            return {}
        found[text] = match
    if len({match["letters"].casefold() for match in found.values()}) != 1:
        return {}
    places = {text: float(match["place"]) for text, match in found.items()}
    return places if max(places.values()) <= LARGEST_POINT else {}


def _letters(codes: Mapping[str, float]) -> str:
    return next(iter(codes)).rstrip("0123456789").casefold()

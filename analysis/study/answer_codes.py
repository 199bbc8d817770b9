"""Answers written as codes: "A1" to "A5" or "AO01" to "AO05" (LimeSurvey), 18 to 22 (Qualtrics), a to e.

A code says the place of an answer in a list, not what it means; which end is the highest stays a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.study.code_spellings import LARGEST_PLACE, WrittenCodes, written_codes
from analysis.study.demographics import demographic_kind
from analysis.study.digit_range import declared_range
from analysis.study.notice import Details
from analysis.study.profile import ColumnProfile
from analysis.study.questions import Change, Choice, Question

FEWEST_TOGETHER = 2
FEWEST_NUMBERED = 3
FEWEST_APART = 3
FEWEST_PLACES = 3
FEWEST_PLACES_APART = 4
WIDEST_NUMBERED = 7


@dataclass(frozen=True, slots=True)
class CodedBlock:
    """Columns that share one list of answer codes.

    style: how the codes are written. places: code -> its place in the list. cells: place -> answered
    cells of the block. ratings: whether headers or codes say so, as rows of one question and stars do.
    """

    headers: tuple[str, ...]
    style: str
    places: Mapping[str, float]
    cells: Mapping[float, int]
    ratings: bool

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
    """Blocks of columns answered with codes, in file order; columns with one style and one last place together.

    Ratings are rows of one question (or items of one code) with letters before the number, at least two;
    with numbers above every scale, at least three; and codes that say so themselves, at least two. Other
    columns need three and four places; they may as well be occupations, so `ratings` is False.
    """
    families: dict[str, list[ColumnProfile]] = {}
    written: dict[str, WrittenCodes] = {}
    for profile in profiles:
        if profile.parts.family:
            families.setdefault(profile.parts.family, []).append(profile)
        if codes := written_codes(tuple(profile.categories)):
            written[profile.header] = codes
    found = [
        block
        for members in families.values()
        for block in (_rows_of_one_question(members, written), _recoded_numbers(members))
        if block
    ]
    taken = {header for block in found for header in block.headers}
    rest = [profile for profile in profiles if profile.header in written and profile.header not in taken]
    found += _ratings_by_style([profile for profile in rest if written[profile.header].says_rating], written)
    return (*_joined(found), *_undecided(rest, written))


def _ratings_by_style(
    members: Sequence[ColumnProfile], written: Mapping[str, WrittenCodes]
) -> list[CodedBlock]:
    """Stars and marks out of five: each style is one list of answers, whatever its highest answer."""
    styles: dict[str, list[ColumnProfile]] = {}
    for profile in members:
        styles.setdefault(written[profile.header].style, []).append(profile)
    return [
        _block(rows, [written[profile.header] for profile in rows], ratings=True)
        for rows in styles.values()
        if len(rows) >= FEWEST_TOGETHER
    ]


def _undecided(members: Sequence[ColumnProfile], written: Mapping[str, WrittenCodes]) -> list[CodedBlock]:
    blocks = [
        _block([profile], [written[profile.header]], ratings=False)
        for profile in members
        if not written[profile.header].says_rating and not demographic_kind(profile)
    ]
    return [
        block
        for block in _joined(blocks)
        if len(block.headers) >= FEWEST_APART and len(block.cells) >= FEWEST_PLACES_APART
    ]


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
            key = f"{'rising' if rising else 'falling'}:{points[0]:g} - {points[1]:g}"
            choices.append(Choice(key, "codes_as_points", details, tuple(changes)))
    as_categories = tuple(Change(header, "role", "demographic") for header in block.headers)
    choices.append(Choice("categories", "codes_as_categories", {}, as_categories))
    chosen = choices[0].key if block.ratings else "categories"
    asked: Details = {"n": len(block.headers), "answers": tuple(block.places)}
    first = block.headers[0]
    return Question(f"answer_codes:{first}", "answer_codes", block.headers, tuple(choices), chosen, asked)


def _rows_of_one_question(
    members: Sequence[ColumnProfile], written: Mapping[str, WrittenCodes]
) -> CodedBlock | None:
    rows = [profile for profile in members if profile.header in written]
    codes = [written[profile.header] for profile in rows]
    if len(rows) < FEWEST_TOGETHER or len({one.style for one in codes}) > 1 or codes[0].says_choice:
        return None
    block = _block(rows, codes, ratings=True)
    return block if len(block.cells) >= FEWEST_PLACES else None


def _recoded_numbers(members: Sequence[ColumnProfile]) -> CodedBlock | None:
    """Whole numbers above every scale and close together, in every column of a family that holds numbers."""
    numbered = [profile for profile in members if profile.answered and profile.number_share == 1]
    values = sorted({number for profile in numbered for number in profile.numbers})
    if len(numbered) < FEWEST_NUMBERED or len(values) < FEWEST_PLACES or values[0] <= LARGEST_PLACE:
        return None
    whole = all(float(value).is_integer() for value in values)
    if not whole or values[-1] - values[0] >= WIDEST_NUMBERED:
        return None
    places = {f"{value:.0f}": value - values[0] + 1 for value in values}
    if not all(text in places for profile in numbered for text in profile.categories):
        return None  # such as "18.0" as text
    codes = WrittenCodes(f"from {values[0]:.0f}", places)
    return _block(numbered, [codes] * len(numbered), ratings=True)


def _joined(blocks: Sequence[CodedBlock]) -> list[CodedBlock]:
    """Blocks with the same style and the same last place as one: they share one list of answers."""
    joined: dict[tuple[str, float], CodedBlock] = {}
    for block in blocks:
        key = (block.style, max(block.cells))
        joined[key] = _together(joined[key], block) if key in joined else block
    return list(joined.values())


def _together(first: CodedBlock, second: CodedBlock) -> CodedBlock:
    return CodedBlock(
        first.headers + second.headers,
        first.style,
        _ordered({**first.places, **second.places}),
        Counter(first.cells) + Counter(second.cells),
        first.ratings,
    )


def _block(members: Sequence[ColumnProfile], codes: Sequence[WrittenCodes], *, ratings: bool) -> CodedBlock:
    together = {text: place for one in codes for text, place in one.places.items()}
    cells: Counter[float] = Counter()
    for profile, one in zip(members, codes, strict=True):
        for text, n in profile.categories.items():
            cells[one.places[text]] += n
    headers = tuple(profile.header for profile in members)
    return CodedBlock(headers, codes[0].style, _ordered(together), cells, ratings)


def _ordered(places: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(places.items(), key=lambda pair: (pair[1], pair[0])))

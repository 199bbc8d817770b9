"""Answers that give a place in a list instead of words: "A3", "4/5", "Skala 2", stars, roman numerals, a to e."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

LARGEST_PLACE = 11
_NUMBERED = re.compile(
    r"(?P<before>[A-Za-z]{0,8}\s?)0*(?P<place>\d{1,2})(?P<after>(?:\s*(?:(?:/|dari|of|out of)\s*\d{1,2}|bintang|stars?))?)",
    re.ASCII,
)
_RATING_WORDS = frozenset(
    ("skala", "nilai", "skor", "poin", "level", "scale", "score", "rating", "point", "bintang")
)
LONGEST_LETTERS = 4
_FILLED = "\N{BLACK STAR}\N{WHITE MEDIUM STAR}\N{GLOWING STAR}"
_STARS = re.compile(rf"([{_FILLED}]\ufe0f?)+([\N{{WHITE STAR}}\N{{STRESS OUTLINED WHITE STAR}}]\ufe0f?)*")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = {
    numeral: place
    for place, numeral in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], start=1)
}
_LETTERS = re.compile(r"[a-g]|[A-G]")


@dataclass(frozen=True, slots=True)
class WrittenCodes:
    """One column's codes: code -> place in the list.

    `style` is the same for columns that share a way of writing. `says_rating`: stars and "4/5" are ratings
    wherever they stand. `says_choice`: letters are the options of any question.
    """

    style: str
    places: Mapping[str, float]
    says_rating: bool = False
    says_choice: bool = False


def written_codes(texts: Sequence[str]) -> WrittenCodes | None:
    """The codes that all texts of a column are, None where one of them is something else."""
    if not 0 < len(texts) <= LARGEST_PLACE + 1:
        return None
    readers: tuple[Callable[[Sequence[str]], WrittenCodes | None], ...] = (
        _numbered,
        _stars,
        _roman,
        _letters,
    )
    for read in readers:
        found = read(texts)
        if found and max(found.places.values()) <= LARGEST_PLACE:
            return found
    return None


def _numbered(texts: Sequence[str]) -> WrittenCodes | None:
    matches = [_NUMBERED.fullmatch(text) for text in texts]
    styles = {(m["before"].strip() + "#" + m["after"]).casefold() for m in matches if m}
    if None in matches or len(styles) != 1:
        return None
    style = styles.pop()
    before, _, after = style.partition("#")
    says_rating = bool(after) or before in _RATING_WORDS
    if not says_rating and not 0 < len(before) <= LONGEST_LETTERS:
        return None
    places = {text: float(m["place"]) for text, m in zip(texts, matches, strict=True) if m}
    return WrittenCodes(style, places, says_rating)


def _stars(texts: Sequence[str]) -> WrittenCodes | None:
    if not all(_STARS.fullmatch(text) for text in texts):
        return None
    places = {text: float(sum(text.count(star) for star in _FILLED)) for text in texts}
    return WrittenCodes("stars", places, says_rating=True)


def _roman(texts: Sequence[str]) -> WrittenCodes | None:
    if not all(text in _ROMAN for text in texts) or all(len(text) == 1 for text in texts):
        return None
    return WrittenCodes("roman", {text: float(_ROMAN[text]) for text in texts}, says_choice=True)


def _letters(texts: Sequence[str]) -> WrittenCodes | None:
    if not all(_LETTERS.fullmatch(text) for text in texts) or len({text.isupper() for text in texts}) > 1:
        return None
    places = {text: float(ord(text.casefold()) - ord("a") + 1) for text in texts}
    return WrittenCodes("letters", places, says_choice=True)

"""How two spellings are compared: width, case, spacing and invisible characters do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from analysis.study.table import Cell

_NOT_WORD = re.compile(r"[^\w]+")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_DOUBLED = re.compile(r"\b([^\W\d]{3,})2\b")


def cell_text(cell: Cell) -> str:
    """A cell as trimmed text; 4.0 and 4 are both "4", an empty cell is ""."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.strip() if isinstance(cell, str) else str(cell)


def folded(text: str) -> str:
    """Compatibility form, no invisible characters, lower case, single spaces."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = "".join(" " if unicodedata.category(c) == "Cc" else c for c in plain)
        plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return " ".join(plain.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """Lower-case words without punctuation; "kadang2" is two words, "setujuuu" loses its echo."""
    plain = _DOUBLED.sub(r"\1 \1", folded(text))
    plain = _DRAWN_OUT.sub(r"\1", plain)
    return tuple(word for word in _NOT_WORD.split(plain.replace("_", " ")) if word)


def word_key(text: str) -> str:
    """The words of a text joined by single spaces, as keys of vocabularies are written."""
    return " ".join(words(text))


def edit_distance(a: str, b: str, largest: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn a into b.

    Optimal string alignment (Damerau 1964); stops at largest + 1. Cost O(len(a) * len(b)).
    """
    if abs(len(a) - len(b)) > largest:
        return largest + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        before_last, before, row = before, row, [i]
        for j, other in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > largest:
            return largest + 1
    return row[-1]


def contains_word(found: Sequence[str], phrase: str) -> bool:
    """Whether the words of `phrase` follow one another in `found`."""
    return f" {phrase} " in f" {' '.join(found)} "

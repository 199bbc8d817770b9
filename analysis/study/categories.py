"""Categories of a demographic or group: merged spellings, classes of numbers, and their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from analysis.study.codebook import ColumnEntry
from analysis.study.numbers import read_numbers
from analysis.study.table import Cell
from analysis.study.wording import cell_text

EN_DASH = "\N{EN DASH}"
_WHOLE_WITH_POINT = re.compile(r"([+-]?\d+)\.0")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LOWEST = re.compile(r"^\s*(<|≤|kurang|di bawah|dibawah|under|below|less|up to)", re.IGNORECASE)
_HIGHEST = re.compile(
    r"^\s*(>|≥|lebih|di atas|diatas|over|above|more)|\+\s*\D*$|(keatas|ke atas|or more)", re.IGNORECASE
)


def level_text(cell: Cell) -> str:
    """The text by which levels are compared: trimmed, and "1.0" is "1" (a number with one zero only)."""
    text = cell_text(cell)
    whole = _WHOLE_WITH_POINT.fullmatch(text)
    return whole.group(1) if whole else text


def matching_level(level: str, known: Iterable[str]) -> str | None:
    """The category that a level means: the same trimmed text, or the same number; None where none is."""
    for category in known:
        if category.strip() == level.strip() or _same_number(category, level):
            return category
    return None


def _same_number(a: str, b: str) -> bool:
    try:
        return float(a) == float(b)
    except ValueError:
        return False


def category_texts(cells: Sequence[Cell], entry: ColumnEntry) -> tuple[str | None, ...]:
    """The category of each cell; None where the cell is empty.

    A merged spelling gives the category it was merged into. With classes, a cell that can be read as
    a number gives its class; a cell that cannot keeps its text, so that nothing disappears silently.
    """
    merged = {level_text(spelling): level_text(category) for spelling, category in entry.categories.items()}
    texts = {cell: level_text(cell) for cell in set(cells)}
    classes = _classes(texts, entry.classes) if entry.classes else {}
    known = {cell: merged.get(text, classes.get(text, text)) or None for cell, text in texts.items()}
    return tuple(known[cell] for cell in cells)


def _classes(texts: Mapping[Cell, str], bounds: tuple[float, ...]) -> dict[str, str]:
    """The class label of each text that can be read as a number."""
    numbers = read_numbers(texts).values
    labels = class_labels(bounds, all(float(number).is_integer() for number in numbers.values()))
    return {texts[cell]: labels[bisect_right(bounds, number)] for cell, number in numbers.items()}


def class_labels(bounds: tuple[float, ...], whole_numbers: bool = True) -> tuple[str, ...]:
    """Labels of the len(bounds) + 1 classes with these lower bounds: "< 17", "17-21", ..., "≥ 28".

    Where a bound is no whole number, or `whole_numbers` is False because some classed number is none,
    a class reads "from - < to".
    """
    texts = [cell_text(bound) for bound in bounds]
    whole = whole_numbers and all(float(bound).is_integer() for bound in bounds)
    between = []
    for low, high, low_text, high_text in zip(bounds, bounds[1:], texts, texts[1:], strict=False):
        if whole:
            between.append(low_text if high - low == 1 else f"{low_text}{EN_DASH}{cell_text(high - 1)}")
        else:
            between.append(f"{low_text}{EN_DASH}< {high_text}")
    return (f"< {texts[0]}", *between, f"≥ {texts[-1]}")


def labels_in_use(categories: Iterable[str | None], bounds: tuple[float, ...]) -> tuple[str, ...]:
    """All class labels with these lower bounds, written the way that `categories` are."""
    whole, fractions = class_labels(bounds), class_labels(bounds, whole_numbers=False)
    return whole if set(fractions).difference(whole).isdisjoint(categories) else fractions


def ordered_categories(
    values: Iterable[str | None], entry: ColumnEntry, levels: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Categories in the order of tables: declared levels, classes, merged list, numbers inside, else size.

    The order never depends on the order of rows: ties in size are settled by the text itself.
    """
    counts = Counter(value for value in values if value is not None)
    declared = [level_text(level) for level in levels]
    declared += labels_in_use(counts, entry.classes) if entry.classes else ()
    declared += [level_text(category) for category in entry.categories.values() if category]
    first = [name for name in dict.fromkeys(declared) if name in counts]
    rest = [name for name in counts if name not in set(first)]
    if rest and all(_NUMBER.search(name) for name in rest):
        rest.sort(key=_numeric_place)
    else:
        rest.sort(key=lambda name: (-counts[name], name))
    return (*first, *rest)


def _numeric_place(name: str) -> tuple[int, float, str]:
    match = _NUMBER.search(name)
    number = float(match.group().replace(",", ".")) if match else 0.0
    end = -1 if _LOWEST.search(name) else 1 if _HIGHEST.search(name) else 0
    return (end, number, name)

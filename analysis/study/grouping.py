"""Which items belong to one scale: from codes, names, grid questions, numbering; else a suggestion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.study.header_parts import DOUBTFUL_NUMBERING_LETTERS, NUMBERING_LETTERS, HeaderParts
from analysis.study.profile import ColumnProfile
from analysis.study.short_names import distinct
from analysis.study.wording import words

Source = Literal["codes", "grid", "numbering", "order"]
LONGEST_SCALE_NAME = 40
LARGEST_UNQUESTIONED_BLOCK = 6
SMALLEST_BLOCK = 2
_INDONESIAN = frozenset(
    words("yang dan saya di dengan ini untuk pada tidak dari anda karena akan sangat lebih")
)
_ENGLISH = frozenset(words("the and i my of to is are this with for in it me when have would"))
_COMMON_WORDS = (
    _INDONESIAN
    | _ENGLISH
    | frozenset(words(
            "merasa selalu dapat bisa mudah cepat baik ramah jelas sering lain orang tetap ada bagi bila pilihan menjadi "
            "mendapat mendapatkan memberi memberikan membuat memiliki mereka oleh sebagai adalah secara setiap kepada "
            "kembali meskipun orang saat toko tersebut pernyataan seberapa setuju pernah berikut terhadap bahwa hal "
            "feel always can easy quick good clear often others stay there be been being that they their them at by "
            "from on as an a or not will very more most item please rate how agree statement following do you your"
        ))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """One scale: its name, the headers of its items in file order, and what told so."""

    name: str
    headers: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Grouping:
    """`suggested` is True where some scale rests on order and wording only."""

    groups: tuple[ItemGroup, ...]
    uncoded: tuple[str, ...]

    @property
    def suggested(self) -> tuple[ItemGroup, ...]:
        return tuple(group for group in self.groups if group.source != "codes")


def group_items(
    items: Sequence[ColumnProfile], points: Mapping[str, tuple[float, float]], answers: np.ndarray
) -> Grouping:
    """Group items into scales.

    answers: float64 (n, items), nan where not answered; only used where nothing else separates a long
    block. points: header -> declared points; a change of points always separates.
    """
    numbered_only = _codes_only_number(items)
    coded = [item for item in items if item.parts.scale_code and not numbered_only]
    uncoded = [item for item in items if not item.parts.scale_code or numbered_only]
    groups = _coded_groups(coded)
    taken = {group.name for group in groups}
    column = {item.header: j for j, item in enumerate(items)}
    for block, source in _blocks(uncoded, points):
        parts = [block]
        if source == "order" and len(block) > LARGEST_UNQUESTIONED_BLOCK:
            parts = _split_by_correlation(block, answers[:, [column[item.header] for item in block]])
        for part in parts:
            name = distinct(_suggested_name(part, uncoded, len(taken) + 1), taken)
            taken.add(name)
            groups.append(ItemGroup(name, tuple(item.header for item in part), source))
    return Grouping(tuple(groups), tuple(item.header for item in uncoded))


def speaks_indonesian(headers: Sequence[str]) -> bool:
    """Whether the headers have at least as many Indonesian as English function words."""
    found = Counter(word for header in headers for word in words(header))
    return sum(found[word] for word in _INDONESIAN) >= sum(found[word] for word in _ENGLISH)


def contiguous_blocks(correlations: np.ndarray) -> list[int]:
    """Ends of the contiguous blocks of items that hang together best.

    correlations: float64 (k, k). Maximises the sum, over pairs within blocks, of the correlation above
    the mean of all pairs (modularity on a line; Newman 2006), by dynamic programming in O(k^2).
    """
    k = correlations.shape[0]
    surplus = np.nan_to_num(correlations, nan=0.0)
    np.fill_diagonal(surplus, 0.0)
    surplus = surplus - surplus.sum() / (k * (k - 1))
    np.fill_diagonal(surplus, 0.0)
    sums = np.zeros((k + 1, k + 1))
    sums[1:, 1:] = surplus.cumsum(axis=0).cumsum(axis=1)
    best = np.full(k + 1, -np.inf)
    best[0] = 0.0
    start = np.zeros(k + 1, dtype=int)
    for end in range(SMALLEST_BLOCK, k + 1):
        starts = np.arange(0, end - SMALLEST_BLOCK + 1)
        within = sums[end, end] - sums[starts, end] - sums[end, starts] + sums[starts, starts]
        values = best[starts] + within / 2
        choice = int(np.argmax(values))
        best[end], start[end] = values[choice], starts[choice]
    ends = []
    position = k
    while position > 0:
        ends.append(position)
        position = int(start[position])
    return ends[::-1]


def _codes_only_number(items: Sequence[ColumnProfile]) -> bool:
    """Q1 to Q20 number the questions of a form; they name no scale unless other letters stand beside them."""
    scales = {item.parts.scale_code.casefold() for item in items if item.parts.scale_code}
    if len(scales) != 1:
        return False
    return scales <= NUMBERING_LETTERS or (
        scales <= DOUBTFUL_NUMBERING_LETTERS and len(items) > LARGEST_UNQUESTIONED_BLOCK
    )


def _coded_groups(items: Sequence[ColumnProfile]) -> list[ItemGroup]:
    by_code: dict[str, list[ColumnProfile]] = {}
    for item in items:
        by_code.setdefault(item.parts.scale_code.casefold(), []).append(item)
    names: set[str] = set()
    groups = []
    for members in by_code.values():
        name = distinct(_name_of_code([item.parts for item in members]), names)
        names.add(name)
        groups.append(ItemGroup(name, tuple(item.header for item in members), "codes"))
    return groups


def _name_of_code(parts: Sequence[HeaderParts]) -> str:
    """The scale name that every header of the code repeats, else the code itself."""
    named = {part.scale_name for part in parts}
    name = next(iter(named))
    return name if len(named) == 1 and name else parts[0].scale_code


def _blocks(
    items: Sequence[ColumnProfile], points: Mapping[str, tuple[float, float]]
) -> list[tuple[list[ColumnProfile], Source]]:
    """Neighbouring items cut where the grid question, the section, the points or the numbering changes."""
    blocks: list[list[ColumnProfile]] = []
    for item in items:
        if blocks and not _starts_block(blocks[-1][-1], item, points):
            blocks[-1].append(item)
        else:
            blocks.append([item])
    grids = len({item.parts.grid for item in items if item.parts.grid})
    return [(block, _source(block, grids, len(blocks))) for block in blocks]


def _starts_block(
    before: ColumnProfile, item: ColumnProfile, points: Mapping[str, tuple[float, float]]
) -> bool:
    old, new = before.parts, item.parts
    if (
        old.grid != new.grid
        or old.section != new.section
        or points.get(before.header) != points.get(item.header)
    ):
        return True
    if old.number is not None and new.number is not None:
        return new.number <= old.number
    return item.position - before.position > 2


def _source(block: Sequence[ColumnProfile], grids: int, blocks: int) -> Source:
    if block[0].parts.grid and grids > 1:
        return "grid"
    if block[0].parts.section is not None or (blocks > 1 and block[0].parts.number == 1 and len(block) > 1):
        return "numbering"
    return "order"


def _split_by_correlation(block: list[ColumnProfile], answers: np.ndarray) -> list[list[ColumnProfile]]:
    complete = answers[~np.isnan(answers).any(axis=1)]
    if complete.shape[0] < 3 * len(block):
        return [block]
    with np.errstate(invalid="ignore", divide="ignore"):
        correlations = np.corrcoef(complete, rowvar=False)
    ends = contiguous_blocks(np.abs(correlations))
    return [block[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _grid_titles(question: str) -> Iterator[str]:
    """What a grid question calls its subject: all of it, or what stands before the colon; a question names nothing."""
    if "?" not in question:
        yield question
    title, colon, _question = question.partition(":")
    if colon and "?" not in title:
        yield title.strip()


def _suggested_name(block: Sequence[ColumnProfile], everything: Sequence[ColumnProfile], number: int) -> str:
    """The grid's title where short and the block's own, else a word that most items of it and few others share."""
    grid = block[0].parts.grid
    rows = [item for item in everything if item.parts.grid == grid]
    if grid and all(item.parts.grid == grid for item in block) and len(rows) == len(block):
        for name in (block[0].parts.scale_name, *_grid_titles(grid)):
            if 0 < len(name) <= LONGEST_SCALE_NAME:
                return name
    inside = Counter(word for item in block for word in set(words(item.parts.sentence)))
    outside = Counter(word for item in everything for word in set(words(item.parts.sentence)))
    telling = {
        word: n
        for word, n in inside.items()
        if n >= max(2, 0.4 * len(block))
        and n >= 0.6 * outside[word]
        and len(word) > 3
        and not word.isdecimal()
        if word not in _COMMON_WORDS
    }
    if telling:
        return max(telling, key=lambda word: (telling[word], len(word))).capitalize()
    indonesian = speaks_indonesian([item.header for item in everything])
    return f"Skala {number}" if indonesian else f"Scale {number}"

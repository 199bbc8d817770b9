"""Diverging stacked bars of Likert answers, the statement people agree with most on top."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.reporting.figure import Axis, Bar, Colour, Figure, Interval, Mark, Text, Tick
from analysis.reporting.material import Material
from analysis.statistics.descriptives import ItemDescription
from analysis.study.wording import cell_text

ROW = 44
LABEL_FROM = 7.0
"""Shares from this percentage on are printed inside their bar."""
TALL_ROW = 66
"""Pixels of a row, and of a row whose statement takes two lines."""
BAR = 0.42
"""Share of its row that a bar takes."""
HALF_LINE = 7.5
"""Pixels of half a line of words."""
LINE = 46
"""Characters of a statement on a line of a phone's plot."""
KEY_PARTS = 12
"""The key takes a part of the width for each answer, at most one in so many."""


@dataclass(frozen=True, slots=True)
class AnswerShare:
    """One answer of one item: its number, its share (0 to 100), and where its bar starts and ends."""

    answer: float
    share: float
    start: float
    end: float


def answer_shares(counts: Mapping[str, int], middle: float) -> list[AnswerShare]:
    """Bars side by side, placed so that zero lies between disagreement and agreement.

    An answer at the middle lies half on either side of zero.
    """
    total = sum(counts.values())
    if not total:
        return []
    shares = {float(answer): 100 * n / total for answer, n in counts.items()}
    left = sum(share for answer, share in shares.items() if answer < middle) + shares.get(middle, 0.0) / 2
    position = -left
    bars = []
    for answer in sorted(shares):
        bars.append(AnswerShare(answer, shares[answer], position, position + shares[answer]))
        position += shares[answer]
    return bars


def likert_figure(key: str, items: Mapping[str, ItemDescription], material: Material) -> Figure:
    """One row an item that has declared points, ordered by mean."""
    language = material.language
    _ = language.gettext
    points = material.prepared.item_points
    ordered = sorted((name for name in items if name in points), key=lambda name: -(items[name].mean or 0.0))
    marks: list[Mark] = []
    reach = 20.0
    for place, name in enumerate(ordered):
        low, high = points[name]
        shares = answer_shares(items[name].counts, (low + high) / 2)
        reach = max([reach, *(max(abs(bar.start), abs(bar.end)) for bar in shares)])
        marks += _row(name, items[name], len(ordered) - 1 - place, shares, (low, high), material)
    reach *= 1.06
    marks += _key(ordered, reach, material)
    headings = {name: _heading(name, items[name], material) for name in ordered}
    row_height = TALL_ROW if any("\n" in heading for heading in headings.values()) else ROW
    marks += [
        _heading_mark(heading, len(ordered) - 1 - place, -reach, row_height)
        for place, heading in enumerate(headings.values())
    ]
    ticks = tuple(
        Tick(value, language.percent(abs(value), 0))
        for value in (-100, -50, 0, 50, 100)
        if abs(value) <= reach
    )
    return Figure(
        key=key,
        title=_("Answers, ordered by mean"),
        x=Axis(_("← disagreement   share of answers   agreement →"), -reach, reach, ticks),
        y=Axis(low=-0.55, high=len(ordered) + 0.35, visible=False),
        marks=tuple(marks),
        description="; ".join(_words(name, items[name], material) for name in ordered),
        height=row_height * (len(ordered) + 0.55) + 90,
    )


def _key(ordered: list[str], reach: float, material: Material) -> list[Mark]:
    """The colours of the answers with their abbreviated words, above the highest statement.

    Left out where the statements differ in their lowest and highest answers.
    """
    ends = {material.prepared.item_points[name] for name in ordered}
    if len(ends) != 1:
        return []
    low, high = next(iter(ends))
    answers = [low + i for i in range(int(high - low) + 1)]
    words = scale_words(ordered, material)
    short = abbreviations(words)
    width = 2 * reach / max(KEY_PARTS, len(answers))
    left = reach - width * len(answers)
    marks: list[Mark] = []
    for place, answer in enumerate(answers):
        shade = _shade(answer, (low, high))
        start = left + place * width
        text = short.get(answer, f"{answer:g}")
        hover = words.get(answer, f"{answer:g}")
        marks += [
            Bar(
                start,
                start + width,
                len(ordered),
                0.36,
                colour=shade.colour,
                opacity=shade.opacity,
                hover=hover,
            ),
            Text(start + width / 2, len(ordered), text, "middle", size=11),
        ]
    return marks


def abbreviations(words: Mapping[float, str]) -> dict[float, str]:
    """The initials of each answer, as questionnaires abbreviate them ("SS"); {} where two share them."""
    short = {
        answer: "".join(part[0] for part in text.split()).upper()
        for answer, text in words.items()
        if text and not any(character.isdigit() for character in text)
    }
    return short if len(set(short.values())) == len(short) else {}


def scale_words(names: Iterable[str], material: Material) -> dict[float, str]:
    """The words of the answers to several statements: those of the first that is not reversed."""
    ordered = sorted(names, key=lambda name: name in material.reversed_items)
    return answer_words(ordered[0], material) if ordered else {}


def _words(name: str, item: ItemDescription, material: Material) -> str:
    return material.language.gettext("{item}: mean {mean}, N = {n}").format(
        item=name, mean=material.language.number(item.mean, 2), n=material.language.integer(item.n)
    )


def _heading(name: str, item: ItemDescription, material: Material) -> str:
    """Name, mean and statement, on one line or two."""
    label = material.prepared.item_labels.get(name, "")
    mean = material.language.number(item.mean, 2)
    if name in material.reversed_items:
        mean = material.language.gettext("{mean}, reversed").format(mean=mean)
    words = f"{name} ({mean})" if label in ("", name) else f"{name} ({mean})  {label}"
    return "\n".join(statement_lines(words))


def _heading_mark(heading: str, at: float, left: float, row_height: float) -> Text:
    """The words right above their bar."""
    above_bar = BAR / 2 * row_height + HALF_LINE * (heading.count("\n") + 1) + 2
    return Text(left, at, heading, size=12, dx=2, dy=above_bar)


def statement_lines(words: str) -> list[str]:
    """At most two lines that fit a phone; three dots where the statement goes on."""
    return textwrap.wrap(words, LINE, max_lines=2, placeholder=" …")


def _row(
    name: str,
    item: ItemDescription,
    at: float,
    shares: list[AnswerShare],
    points: tuple[float, float],
    material: Material,
) -> list[Mark]:
    language = material.language
    words = answer_words(name, material)
    # Zero is marked under each bar only: a line across the plot would run through the words.
    marks: list[Mark] = [Interval(at - BAR / 2 - 0.09, at - BAR / 2, 0, "vertical", "grey", 1.4)]
    for bar in shares:
        if not bar.share:
            continue
        share = language.percent(bar.share, 0)
        label = words.get(bar.answer, f"{bar.answer:g}")
        hover = f"{name}, {label}: {language.integer(item.counts[f'{bar.answer:.12g}'])} ({language.percent(bar.share)})"
        shade = _shade(bar.answer, points)
        marks.append(
            Bar(bar.start, bar.end, at, BAR, colour=shade.colour, opacity=shade.opacity, hover=hover)
        )
        if bar.share >= LABEL_FROM:
            marks.append(Text((bar.start + bar.end) / 2, at, share, "middle", size=11))
    return marks


@dataclass(frozen=True, slots=True)
class _Shade:
    colour: Colour
    opacity: float


def _shade(answer: float, points: tuple[float, float]) -> _Shade:
    """Blue for agreement, vermilion for disagreement, stronger towards the ends, grey in the middle."""
    low, high = points
    place = 2 * (answer - low) / (high - low) - 1
    if abs(place) < 1e-9:
        return _Shade("grey", 0.3)
    return _Shade("blue" if place > 0 else "vermilion", 0.25 + 0.4 * abs(place))


def answer_words(name: str, material: Material) -> dict[float, str]:
    """The words respondents chose for each number of an item (after its reversal), where there are any.

    Of several spellings it is the one that was given most often.
    """
    for header, entry in material.prepared.codebook.columns.items():
        if entry.name == name and entry.role == "item":
            turned = sum(entry.points) if entry.reverse and entry.points else None
            given = Counter(map(cell_text, material.study.table.column(header)))
            words: dict[float, str] = {}
            for text in sorted(entry.answers, key=given.__getitem__, reverse=True):
                number = entry.answers[text]
                words.setdefault(number if turned is None else turned - number, text)
            return words
    return {}

"""Numbers for the answers of rating items: declared points and, for words, the number of each spelling."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.study.answer_codes import CodedBlock, code_question, coded_blocks
from analysis.study.column_kinds import KnownColumn
from analysis.study.digit_range import MISSING_CODES, DigitRange, declared_range
from analysis.study.likert import (
    CodedAnswers,
    RatingScale,
    choose_scale,
    code_answers,
    legend_levels,
    shares_scale,
)
from analysis.study.notice import Details, Notice
from analysis.study.percent_points import percent_blocks
from analysis.study.questions import Change, Choice, Question

Points = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """points and answers by header (answers empty for digits), with remarks and doubts."""

    points: Mapping[str, Points]
    answers: Mapping[str, Mapping[str, float]]
    notices: tuple[Notice, ...]
    questions: tuple[Question, ...]

    def __add__(self, other: ItemAnswers) -> ItemAnswers:
        return ItemAnswers(
            {**self.points, **other.points},
            {**self.answers, **other.answers},
            self.notices + other.notices,
            self.questions + other.questions,
        )


def answers_of(items: Sequence[KnownColumn]) -> ItemAnswers:
    """Declared points and numbers of the answers of all rating items."""
    in_words = {item.header: item for item in items if item.kind == "rating_words"}
    found = ItemAnswers({}, {}, (), ())
    parts = shares_scale({h: item.answer_words for h, item in in_words.items() if item.answer_words})
    for family, headers in parts:
        found += _word_part(family, [in_words[header] for header in headers])
    for codes in coded_blocks([item.profile for item in items if item.kind == "rating_codes"]):
        found += _code_block(codes)
    blocks = _digit_blocks([item for item in items if item.kind == "rating_digits"])
    ranges = [declared_range(_pooled(block)) for block in blocks]
    highs = tuple(r.high for r in ranges if r.certain) + tuple(high for _, high in found.points.values())
    for block in blocks:
        found += _digit_block(block, declared_range(_pooled(block), highs))
    found += _percent_items([item for item in items if item.kind == "rating_percent"])
    return replace(found, questions=_asked_once(found.questions))


def _percent_items(items: Sequence[KnownColumn]) -> ItemAnswers:
    points = {
        header: block.ranges[0]
        for block in percent_blocks([item.profile for item in items])
        for header in block.headers
    }
    return ItemAnswers(points, {}, tuple(_mark_notices(items)), ())


def _code_block(block: CodedBlock) -> ItemAnswers:
    """Codes are read in their order until a person says otherwise."""
    points = block.ranges[0]
    numbers = block.numbers(points)
    listed = tuple(f"{code} = {number:g}" for code, number in numbers.items())
    details: Details = {"family": "codes", "answers": listed, "n": len(block.headers)}
    notice = Notice("answers_coded", where=block.headers[0], details=details)
    return ItemAnswers(
        dict.fromkeys(block.headers, points),
        dict.fromkeys(block.headers, numbers),
        (notice,),
        (code_question(block),),
    )


def _asked_once(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Range questions of several scales that offer the same choices, as one question."""
    asked: dict[tuple[str, ...], Question] = {}
    others = []
    for question in questions:
        if question.code != "digit_range":
            others.append(question)
            continue
        keys = tuple(choice.key for choice in question.choices)
        asked[keys] = _joined(asked[keys], question) if keys in asked else question
    return (*asked.values(), *others)


def _joined(first: Question, second: Question) -> Question:
    choices = tuple(
        replace(a, changes=a.changes + b.changes) for a, b in zip(first.choices, second.choices, strict=True)
    )
    columns = first.columns + second.columns
    return replace(first, columns=columns, choices=choices, details={**first.details, "n": len(columns)})


def _word_part(family: str, items: Sequence[KnownColumn]) -> ItemAnswers:
    known = [(item.header, item.answer_words) for item in items if item.answer_words]
    scale = choose_scale(family, [words for _, words in known])
    coded = {header: code_answers(words, scale) for header, words in known}
    points = {header: column.points for header, column in coded.items()}
    low, high = next(iter(points.values()))
    notices = [_coding_notice(family, coded), *_spelling_notices(items)]
    used = {number for column in coded.values() for number in column.answers.values()}
    unused = tuple(str(point) for point in range(int(low), int(high) + 1) if float(point) not in used)
    if unused:
        details: Details = {"points": unused, "low": low, "high": high, "n": len(coded)}
        notices.append(Notice("unused_points", where=next(iter(coded)), details=details))
    questions = [*_point_questions(items, scale), *_direction_questions(items, coded)]
    answers = {header: column.answers for header, column in coded.items()}
    return ItemAnswers(points, answers, tuple(notices), tuple(questions))


def _coding_notice(family: str, coded: Mapping[str, CodedAnswers]) -> Notice:
    together = {text: number for column in coded.values() for text, number in column.answers.items()}
    pairs = sorted(together.items(), key=lambda pair: (pair[1], pair[0]))
    listed = tuple(f"{text} = {number:g}" for text, number in pairs)
    return Notice(
        "answers_coded",
        where=next(iter(coded)),
        details={"family": family, "answers": listed, "n": len(coded)},
    )


def _spelling_notices(items: Sequence[KnownColumn]) -> list[Notice]:
    typos: Counter[tuple[str, str]] = Counter()
    missing: Counter[str] = Counter()
    notices = []
    for item in items:
        words = item.answer_words
        if words is None:
            continue
        texts = item.profile.texts
        typos.update({(spelling, phrase): texts[spelling] for spelling, phrase in words.typos.items()})
        missing.update({text: texts[text] for text in words.missing})
        if words.unknown:
            n = sum(texts[text] for text in words.unknown)
            details: Details = {"answers": words.unknown[:5], "n": n}
            notices.append(Notice("unknown_answers", "warning", item.header, details))
    for (before, after), n in typos.items():
        notices.append(Notice("answer_typo", "warning", details={"before": before, "after": after, "n": n}))
    if missing:
        answers = tuple(missing)
        notices.append(Notice("no_answer_words", details={"answers": answers, "n": missing.total()}))
    return notices


def _point_questions(items: Sequence[KnownColumn], scale: RatingScale) -> list[Question]:
    if not scale.alternatives:
        return []
    choices = [_points_choice(items, RatingScale(levels)) for levels in (scale.levels, *scale.alternatives)]
    headers = tuple(item.header for item in items)
    return [Question(f"rating_points:{headers[0]}", "rating_points", headers, tuple(choices), choices[0].key)]


def _points_choice(items: Sequence[KnownColumn], scale: RatingScale) -> Choice:
    changes: list[Change] = []
    listed: dict[str, float] = {}
    for item in items:
        if item.answer_words is None:
            continue
        column = code_answers(item.answer_words, scale)
        listed.update(column.answers)
        changes += [
            Change(item.header, "points", column.points),
            Change(item.header, "answers", column.answers),
        ]
    pairs = sorted(listed.items(), key=lambda pair: pair[1])
    details: Details = {
        "points": len(scale.levels),
        "answers": tuple(f"{text} = {number:g}" for text, number in pairs),
    }
    return Choice(f"1 - {len(scale.levels)}", "points_with_answers", details, tuple(changes))


def _direction_questions(items: Sequence[KnownColumn], coded: Mapping[str, CodedAnswers]) -> list[Question]:
    """Forms that print 1 beside "strongly agree": the words decide until a person says otherwise."""
    turned = [item for item in items if item.header in coded and coded[item.header].reversed_codes]
    if not turned:
        return []
    headers = tuple(item.header for item in turned)
    by_words = tuple(Change(header, "answers", coded[header].answers) for header in headers)
    as_written = tuple(
        Change(item.header, "answers", {text: float(n) for text, n in item.answer_words.numbers.items()})
        for item in turned
        if item.answer_words
    )
    example = next(text for text in coded[headers[0]].answers)
    choices = (
        Choice("by_words", "direction_by_words", {"answer": example}, by_words),
        Choice("as_written", "direction_as_written", {"answer": example}, as_written),
    )
    details: Details = {"answer": example, "n": len(headers)}
    return [Question(f"direction:{headers[0]}", "direction", headers, choices, "by_words", details)]


def _digit_blocks(items: Sequence[KnownColumn]) -> list[list[KnownColumn]]:
    """Columns that share a code, and stretches of the others whose highest answers are of one scale."""
    coded: dict[str, list[KnownColumn]] = {}
    uncoded: list[KnownColumn] = []
    for item in items:
        if item.profile.parts.scale_code:
            coded.setdefault(item.profile.parts.scale_code.casefold(), []).append(item)
        else:
            uncoded.append(item)
    runs: list[list[KnownColumn]] = []
    for item in uncoded:
        if (
            runs
            and _top(item) == _top(runs[-1][-1])
            and item.profile.parts.grid == runs[-1][-1].profile.parts.grid
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    if any(len(run) < 3 for run in runs):
        runs = [uncoded]
    return [*coded.values(), *runs]


def _top(item: KnownColumn) -> float:
    """5, 7 or 10: the usual highest point that holds nearly all answers of a column."""
    numbers = item.profile.numbers
    total = sum(numbers.values())
    for high in (5.0, 7.0):
        if sum(n for value, n in numbers.items() if value <= high) >= 0.98 * total:
            return high
    return 10.0


def _pooled(block: Sequence[KnownColumn]) -> Counter[float]:
    pooled: Counter[float] = Counter()
    for item in block:
        pooled.update(item.profile.numbers)
    return pooled


def _digit_block(block: Sequence[KnownColumn], declared: DigitRange) -> ItemAnswers:
    headers = tuple(item.header for item in block)
    points: Points = (declared.low, declared.high)
    inside = [value for value in _pooled(block) if declared.low <= value <= declared.high]
    notices = [*_mark_notices(block), *_outside_notices(block, declared)]
    if inside and (min(inside) > declared.low or max(inside) < declared.high):
        details: Details = {
            "observed_low": min(inside),
            "observed_high": max(inside),
            "low": points[0],
            "high": points[1],
            "n": len(headers),
        }
        notices.append(Notice("range_declared", where=headers[0], details=details))
    notices += _between_notices(block)
    questions = [*_range_questions(headers, declared), *_missing_code_questions(headers, declared)]
    questions += _legend_questions(block)
    return ItemAnswers(dict.fromkeys(headers, points), {}, tuple(notices), tuple(questions))


def _mark_notices(block: Sequence[KnownColumn]) -> list[Notice]:
    notices = []
    for item in block:
        reading, texts = item.profile.reading, item.profile.texts
        if reading.unread:
            details: Details = {
                "answers": reading.unread[:5],
                "n": sum(texts[text] for text in reading.unread if text in texts),
            }
            notices.append(Notice("unknown_answers", "warning", item.header, details))
    words: Counter[str] = Counter()
    for item in block:
        missing = item.profile.reading.missing
        words.update({text: n for text, n in item.profile.texts.items() if text in missing})
    if words:
        notices.append(Notice("no_answer_words", details={"answers": tuple(words), "n": words.total()}))
    return notices


def _outside_notices(block: Sequence[KnownColumn], declared: DigitRange) -> list[Notice]:
    notices = []
    for item in block:
        outside = {v: n for v, n in item.profile.numbers.items() if v in declared.outside}
        if outside:
            details: Details = {
                "values": tuple(f"{value:g}" for value in sorted(outside)),
                "n": sum(outside.values()),
                "low": declared.low,
                "high": declared.high,
            }
            notices.append(Notice("outside_range", "warning", item.header, details))
    return notices


def _between_notices(block: Sequence[KnownColumn]) -> list[Notice]:
    """Answers such as 3.7, which are no point and no half point of any scale."""
    notices = []
    for item in block:
        between = {v: n for v, n in item.profile.numbers.items() if not float(v * 2).is_integer()}
        if between:
            values = tuple(f"{value:g}" for value in sorted(between))
            details: Details = {"values": values, "n": sum(between.values())}
            notices.append(Notice("between_points", "warning", item.header, details))
    return notices


def _range_questions(headers: tuple[str, ...], declared: DigitRange) -> list[Question]:
    if not declared.alternatives:
        return []
    ranges = dict.fromkeys([(declared.low, declared.high), *declared.alternatives])
    choices = tuple(
        Choice(
            f"{low:g} - {high:g}",
            "points_from_to",
            {"low": low, "high": high},
            tuple(Change(header, "points", (low, high)) for header in headers),
        )
        for low, high in ranges
    )
    details: Details = {
        "observed_low": declared.observed[0],
        "observed_high": declared.observed[1],
        "n": len(headers),
    }
    return [Question(f"digit_range:{headers[0]}", "digit_range", headers, choices, choices[0].key, details)]


def _missing_code_questions(headers: tuple[str, ...], declared: DigitRange) -> list[Question]:
    codes = [value for value in declared.outside if value in MISSING_CODES]
    if not codes:
        return []
    low, high = min([declared.low, *codes]), max([declared.high, *codes])
    valid = tuple(Change(header, "points", (low, high)) for header in headers)
    unchanged = tuple(Change(header, "points", (declared.low, declared.high)) for header in headers)
    details: Details = {
        "values": tuple(f"{code:g}" for code in codes),
        "low": declared.low,
        "high": declared.high,
    }
    choices = (
        Choice("not_answered", "code_means_no_answer", details, unchanged),
        Choice("valid", "code_is_answer", {"low": low, "high": high}, valid),
    )
    return [Question(f"missing_code:{headers[0]}", "missing_code", headers, choices, "not_answered", details)]


def _legend_questions(block: Sequence[KnownColumn]) -> list[Question]:
    """A header such as "... (1 = strongly agree, 5 = strongly disagree)" says that low numbers mean more."""
    turned = [item.header for item in block if _legend_runs_down(item.header)]
    if not turned:
        return []
    choices = (
        Choice("keep", "direction_keep", {}, tuple(Change(header, "reverse", False) for header in turned)),
        Choice("flip", "direction_flip", {}, tuple(Change(header, "reverse", True) for header in turned)),
    )
    details: Details = {"n": len(turned), "header": turned[0]}
    return [Question(f"legend:{turned[0]}", "legend", tuple(turned), choices, "keep", details)]


def _legend_runs_down(header: str) -> bool:
    levels = legend_levels(re.sub(r"\s+", " ", header))
    if len(levels) < 2:
        return False
    low, high = min(levels), max(levels)
    return not math.isclose(levels[low], levels[high]) and levels[low] > levels[high]

"""Rating answers: from words, abbreviations and labelled numbers to points of a declared scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.study.likert_vocabulary import ABBREVIATIONS, FAMILIES, MIDDLE, MIDDLE_PHRASES, Vocabulary
from analysis.study.numbers import is_no_answer
from analysis.study.wording import edit_distance, word_key

SMALLEST_SHARE = 0.8
MOST_SPELLINGS = 40
LONGEST_ANSWER = 120
ENOUGH_CELLS = 60
_NUMBER_FIRST = re.compile(
    r"[(\[]?(?P<number>\d{1,2})(?:[)\]]?\s*[-\u2013\u2014.:=)/|]|[)\]]|\s)\s*[(\[]?(?P<words>\D+?)[)\]]?"
)
_NUMBER_LAST = re.compile(
    r"(?P<words>\D+?)(?:\s*[-\u2013\u2014:=/|]\s*[(\[]?|\s*[(\[]|\s)(?P<number>\d{1,2})[)\]]?"
)
_LEGEND = re.compile(r"(?<!\d)(?P<number>\d{1,2})\s*[=:(\u2013-]\s*(?P<words>[^\W\d][^\d,;()=:/\[\]]{2,40})")
_SPELT_OUT = re.compile(r"\w(?: \w){1,3}")
_BETWEEN_PARTS = re.compile(r"\s*[()\[\]/=:]\s*(?=\S)|\s+[-\u2013\u2014]\s+")
_BARE_NUMBER = re.compile(r"\d{1,2}(?:[.,]0+)?")

# Levels that a scale of the field offers, more usual ones first; frequency has levels of its own.
_FIVE = (
    (-3, -2, 0, 2, 3),
    (-3, -2, -1, 2, 3),
    (-3, -2, 1, 2, 3),
    (-2, -1, 0, 2, 3),
    (-2, -1, 1, 2, 3),
    (-3, -1, 1, 3, 4),
    (-3, -1, 1, 2, 3),
    (-2, 0, 2, 3, 4),
    (-2, -1, 0, 1, 2),
)
_OTHER = ((-3, -2, -1, 1, 2, 3), (-3, -2, -1, 0, 2, 3), (-3, -2, -1, 0, 1, 2, 3))
_SHORT = ((-3, -2, 2, 3), (-2, -1, 2, 3), (-2, 0, 2, 3), (-2, 0, 2))
_FREQUENCY = (
    (0, 2, 3, 4, 6),
    (0, 2, 3, 4, 5),
    (1, 2, 3, 4, 5),
    (0, 1, 3, 5, 6),
    (0, 1, 3, 4, 5),
    (0, 2, 3, 5, 6),
    (0, 1, 2, 3, 4, 5),
    (0, 1, 2, 3, 4, 6),
)
_EVERY_FREQUENCY = tuple(range(7))
_DEGREE = ((-3, -1, 0, 2, 3),)
_FREQUENCY_SHORT = (
    (0, 3, 4, 6),
    (0, 2, 4, 6),
    (0, 2, 3, 4),
    (2, 3, 4, 6),
    (0, 2, 4, 5),
    (0, 3, 6),
    (2, 3, 4),
)


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The rating answers of one column.

    levels: spelling -> level of the vocabulary. numbers: spelling -> number written in the answer.
    typos: spelling -> phrase that it was taken for. missing: spellings that say "no answer".
    unknown: spellings that say nothing known. cells: answered cells that were understood.
    """

    family: str
    levels: Mapping[str, int]
    numbers: Mapping[str, int]
    typos: Mapping[str, str]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    cells: int


@dataclass(frozen=True, slots=True)
class RatingScale:
    """Levels of one rating scale from lowest to highest; the lowest is point 1.

    `alternatives` are other scales that the answers could come from, which only a person can decide.
    """

    levels: tuple[int, ...]
    alternatives: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CodedAnswers:
    """Numbers for the spellings of one column. `reversed_codes`: higher numbers say less."""

    points: tuple[float, float]
    answers: Mapping[str, float]
    unused: tuple[float, ...]
    reversed_codes: bool = False


def read_answer_words(counts: Mapping[str, int]) -> AnswerWords | None:
    """Understand the distinct answers of one column (spelling -> cells), None where it is no rating.

    At least 80 % of the answered cells must be phrases, abbreviations or labelled numbers of one
    family. Other spellings are matched when they are one or two slips of the keyboard from one
    phrase and farther from every phrase of another level.
    """
    answered = {text: n for text, n in counts.items() if not is_no_answer(text)}
    if not answered or len(answered) > MOST_SPELLINGS:
        return None
    pieces = {text: _written_answer(text) for text in answered}
    if not any(piece.phrases for piece in pieces.values()):
        return None
    family, vocabulary = _family(pieces, answered)
    if not family:
        return None
    levels: dict[str, int] = {}
    typos: dict[str, str] = {}
    for text, piece in pieces.items():
        phrase = piece.known_phrase(vocabulary)
        if not phrase and piece.phrases and (phrase := _nearest_phrase(piece.phrases[0], vocabulary)):
            typos[text] = phrase
        if phrase:
            levels[text] = vocabulary[phrase]
    numbers = {text: piece.number for text, piece in pieces.items() if piece.number is not None}
    understood = levels.keys() | numbers.keys()
    cells = sum(n for text, n in answered.items() if text in understood)
    if not levels or cells < SMALLEST_SHARE * sum(answered.values()):
        return None
    return AnswerWords(
        family=family,
        levels=levels,
        numbers=numbers,
        typos=typos,
        missing=tuple(text for text in counts if text and text not in answered),
        unknown=tuple(text for text in answered if text not in understood),
        cells=cells,
    )


def choose_scale(family: str, columns: Iterable[AnswerWords]) -> RatingScale:
    """The scale that the columns of one questionnaire share: declared points, not the observed ones.

    The most usual scale of the field that has every level seen. Where the levels seen make up a
    shorter scale exactly, only a person can tell it from unused points: the shorter one is taken
    when 60 cells or more left out the middle or both ends, and the other stays as an alternative.
    """
    columns = list(columns)
    seen = frozenset(level for column in columns for level in column.levels.values())
    cells = sum(column.cells for column in columns)
    usual, short = _scales_of(family)
    fitting = [levels for levels in usual if seen <= set(levels)]
    exact = [levels for levels in short if seen == set(levels)]
    if not fitting:
        wider = (_EVERY_FREQUENCY,) if family == "frequency" and len(seen) < len(_EVERY_FREQUENCY) else ()
        return RatingScale(tuple(sorted(seen)), wider)
    if exact and cells >= ENOUGH_CELLS and _unlikely_by_chance(exact[0], fitting[0]):
        return RatingScale(exact[0], (fitting[0],))
    if exact:
        return RatingScale(fitting[0], (exact[0],))
    # With both "kurang setuju" and "netral" and no third weak answer, six or seven points are possible.
    longer = [levels for levels in fitting[1:] if len(levels) > len(fitting[0]) == 6]
    return RatingScale(fitting[0], tuple(longer[:1]))


def _scales_of(family: str) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """The usual and the shorter scales of a family of answers."""
    if family == "frequency":
        return _FREQUENCY, _FREQUENCY_SHORT
    return (_DEGREE, ()) if family == "degree" else (_FIVE + _OTHER, _SHORT)


def _unlikely_by_chance(seen: tuple[int, ...], usual: tuple[int, ...]) -> bool:
    """Nobody choosing one end is common; nobody choosing the middle, or either end, is not."""
    return (seen[0] == usual[0]) == (seen[-1] == usual[-1])


def code_answers(column: AnswerWords, scale: RatingScale) -> CodedAnswers:
    """Numbers 1 to the number of levels; numbers written in the answers are kept where they agree.

    "0 - never" keeps 0. Where the written numbers run against the words ("1 - strongly agree") the
    words decide, and `reversed_codes` says so. Numbers that follow neither stay as written.
    """
    places = {level: place for place, level in enumerate(scale.levels, start=1)}
    top = len(scale.levels)
    both = [
        (column.numbers[text], places[column.levels[text]])
        for text in column.numbers
        if text in column.levels
    ]
    if not both:
        answers = {text: float(places[level]) for text, level in column.levels.items()}
        return CodedAnswers((1.0, float(top)), _ordered(answers), _unused(answers, 1, top))
    shifts = {number - place for number, place in both}
    if len(both) > 1 and len(shifts) > 1:
        mirrored = {number + place for number, place in both}
        if len(mirrored) == 1:
            total = mirrored.pop()
            answers = {text: float(total - number) for text, number in column.numbers.items()}
            return CodedAnswers(
                (1.0, float(top)), _ordered(answers), _unused(answers, 1, top), reversed_codes=True
            )
        return _as_written(column)
    shift = shifts.pop()
    low, high = 1 + shift, top + shift
    answers = {text: float(places[level] + shift) for text, level in column.levels.items()}
    answers |= {text: float(number) for text, number in column.numbers.items()}
    if min(answers.values()) < low or max(answers.values()) > high:
        return _as_written(column)
    return CodedAnswers((float(low), float(high)), _ordered(answers), _unused(answers, low, high))


def shares_scale(columns: Mapping[str, AnswerWords]) -> list[tuple[str, list[str]]]:
    """Headers of columns that answer on one scale: same family, and weak or middle answers in common.

    A questionnaire can have "kurang setuju" in one part and "netral" in another: as long as no column
    has both, these are two scales. Columns without such an answer join the largest part.
    """
    families: dict[str, list[str]] = {}
    main = _largest_family(columns)
    for header, column in columns.items():
        families.setdefault(main if column.family == MIDDLE else column.family, []).append(header)
    shared: list[tuple[str, list[str]]] = []
    for family, headers in families.items():
        shared += [(family, part) for part in _parts_by_middle(headers, columns, family)]
    return shared


@dataclass(frozen=True, slots=True)
class _WrittenAnswer:
    """The number in an answer, and its words: as a whole, then the parts of "Setuju (S)" or "S = Setuju"."""

    number: int | None
    phrases: tuple[str, ...]

    def known_phrase(self, vocabulary: Vocabulary) -> str:
        """The first phrase of the vocabulary; "" where there is none or where parts contradict each other."""
        known = [phrase for phrase in self.phrases if phrase in vocabulary]
        return known[0] if len({vocabulary[phrase] for phrase in known}) == 1 else ""


def _written_answer(text: str) -> _WrittenAnswer:
    plain = text.strip()
    if len(plain) > LONGEST_ANSWER:
        return _WrittenAnswer(None, ())
    if _BARE_NUMBER.fullmatch(plain):
        return _WrittenAnswer(int(re.split(r"[.,]", plain)[0]), ())
    match = _NUMBER_FIRST.fullmatch(plain) or _NUMBER_LAST.fullmatch(plain)
    if match and word_key(match["words"]):
        return _WrittenAnswer(int(match["number"]), _phrases(match["words"]))
    return _WrittenAnswer(None, _phrases(plain))


def _phrases(text: str) -> tuple[str, ...]:
    whole = word_key(text)
    if _SPELT_OUT.fullmatch(whole):
        whole = whole.replace(" ", "")
    parts = [word_key(part) for part in _BETWEEN_PARTS.split(text)]
    return tuple(dict.fromkeys(phrase for phrase in (whole, *(parts if len(parts) == 2 else ())) if phrase))


def _family(pieces: Mapping[str, _WrittenAnswer], counts: Mapping[str, int]) -> tuple[str, Vocabulary]:
    """The family that understands most cells, and its phrases with those of the middle."""
    best, best_cells, best_vocabulary = "", 0, MIDDLE_PHRASES
    for family, vocabulary in _vocabularies():
        cells = sum(counts[text] for text, piece in pieces.items() if piece.known_phrase(vocabulary))
        if cells > best_cells:
            best, best_cells, best_vocabulary = family, cells, vocabulary
    return best.removesuffix(" in english"), best_vocabulary


def _vocabularies() -> Iterable[tuple[str, Vocabulary]]:
    yield MIDDLE, MIDDLE_PHRASES
    for family, phrases in FAMILIES.items():
        yield family, {**MIDDLE_PHRASES, **phrases, **ABBREVIATIONS.get(family, {})}
    english = ABBREVIATIONS["agreement in english"]
    yield "agreement in english", {**MIDDLE_PHRASES, **FAMILIES["agreement"], **english}


def _nearest_phrase(words: str, vocabulary: Vocabulary) -> str:
    """The only phrase within one slip (two from nine letters on), "" where there is none or a tie."""
    if len(words) < 5:
        return ""
    largest = 1 if len(words) < 9 else 2
    near: dict[int, tuple[int, str]] = {}
    for phrase, level in vocabulary.items():
        if len(phrase) < 5:
            continue
        distance = edit_distance(words, phrase, largest)
        if distance <= largest and distance < near.get(level, (largest + 1, ""))[0]:
            near[level] = (distance, phrase)
    ranked = sorted(near.values())
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return ""
    return ranked[0][1]


def _ordered(answers: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(answers.items(), key=lambda pair: (pair[1], pair[0])))


def _unused(answers: Mapping[str, float], low: int, high: int) -> tuple[float, ...]:
    return tuple(float(point) for point in range(low, high + 1) if point not in answers.values())


def _as_written(column: AnswerWords) -> CodedAnswers:
    answers = {text: float(number) for text, number in column.numbers.items()}
    low, high = min(answers.values()), max(answers.values())
    return CodedAnswers((low, max(high, low + 1)), _ordered(answers), _unused(answers, int(low), int(high)))


def _largest_family(columns: Mapping[str, AnswerWords]) -> str:
    sizes: dict[str, int] = {}
    for column in columns.values():
        if column.family != MIDDLE:
            sizes[column.family] = sizes.get(column.family, 0) + 1
    return max(sizes, key=lambda family: sizes[family], default=MIDDLE)


def _parts_by_middle(headers: list[str], columns: Mapping[str, AnswerWords], family: str) -> list[list[str]]:
    if family == "frequency":
        return [headers]
    parts: list[tuple[set[int], list[str]]] = []
    without: list[str] = []
    for header in headers:
        weak = {level for level in columns[header].levels.values() if -1 <= level <= 1}
        if not weak:
            without.append(header)
            continue
        joined = [part for part in parts if part[0] & weak]
        parts = [part for part in parts if not part[0] & weak]
        merged = (
            weak.union(*(part[0] for part in joined)),
            [h for part in joined for h in part[1]] + [header],
        )
        parts.append(merged)
    if not parts:
        return [without]
    max(parts, key=lambda part: len(part[1]))[1].extend(without)
    return [part[1] for part in parts]


def legend_levels(header: str) -> dict[int, int]:
    """Number -> level of a legend in a header, such as "(1 = sangat setuju, 5 = sangat tidak setuju)"."""
    levels: dict[int, int] = {}
    for match in _LEGEND.finditer(header):
        phrase = word_key(match["words"])
        for family, vocabulary in FAMILIES.items():
            if phrase in vocabulary and family != MIDDLE:
                levels[int(match["number"])] = vocabulary[phrase]
                break
    return levels

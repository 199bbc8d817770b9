"""Numbers as people type them: decimal commas, grouped thousands, units, words for no answer."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.study.table import Cell
from analysis.study.wording import cell_text, folded

DecimalMark = Literal[".", ",", ""]

_NO_ANSWER = frozenset(
    (
        "-", "--", "---", "–", "—", ".", "..", "...", "?", "??", "n/a", "na", "n.a", "n.a.", "#n/a", "#na",
        "nan", "null", "nil", "nihil", "kosong", "(kosong)", "blank", "missing", "tidak tahu", "tdk tahu",
        "tidak menjawab", "tidak jawab", "tidak diisi", "belum diisi", "tidak ada jawaban", "tidak berlaku",
        "tidak relevan", "don't know", "don’t know", "dont know", "no answer", "no response",
        "not applicable", "not answered",
    )
)  # fmt: skip
_ERROR_CELL = re.compile(r"#(div/0!|ref!|name\?|value!|num!|null!|spill!|calc!)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:rp\.?|idr|usd|us\$|[$€£])?\s*"
    r"(?P<number>[-+\u2212]?\s?(?:\d[\d.,'’\u00a0\u202f ]*|[.,]\d+))(?P<power>e[-+]?\d{1,3})?"
    r"\s*(?P<unit>%|[a-z]{1,12}\.?)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"-?\d{1,15}(?:\.(?:\d{1,2}|\d{4,18}))?", re.ASCII)
_LONGEST_NUMBER = 40
_GROUPED = {".": re.compile(r"\d{1,3}(?:\.\d{3})+"), ",": re.compile(r"\d{1,3}(?:,\d{3})+")}


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What the distinct cells of one column say as numbers.

    values: cell -> number, for the cells that are one. missing: texts that mean "no answer".
    unread: other texts. decimal_mark: the mark that the texts use, "" where none is needed.
    ambiguous: texts such as "1.234" that are a thousand or a decimal, with no other text in the column
    to decide: grouped thousands where half of them are round sums ("1.500"), else decimals.
    units: unit words that followed a number.
    """

    values: Mapping[Cell, float]
    missing: tuple[str, ...]
    unread: tuple[str, ...]
    decimal_mark: DecimalMark
    ambiguous: tuple[str, ...]
    units: tuple[str, ...]

    def column(self, cells: Sequence[Cell]) -> np.ndarray:
        """float64 (n,), nan where a cell is not a number."""
        return np.array([self.values.get(cell, math.nan) for cell in cells], dtype=float)


def is_no_answer(text: str) -> bool:
    """Whether a text says that there is no answer: "", "-", "N/A", "tidak tahu", "#DIV/0!", ..."""
    if len(text.strip()) > _LONGEST_NUMBER:
        return False
    plain = folded(text)
    return not plain or plain in _NO_ANSWER or _ERROR_CELL.fullmatch(plain) is not None


def read_numbers(cells: Iterable[Cell]) -> NumberReading:
    """Read the cells of one column, whose texts share one decimal mark. A number cell is itself."""
    texts: dict[str, Cell] = {}
    values: dict[Cell, float] = {}
    missing: list[str] = []
    plain_point = False
    for cell in dict.fromkeys(cells):
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            if math.isfinite(cell):
                values[cell] = float(cell)
        elif _PLAIN.fullmatch(text := cell_text(cell)):
            values[cell] = float(text)
            plain_point |= "." in text
        elif is_no_answer(text):
            if text:
                missing.append(text)
        else:
            texts[text] = cell
    amounts = {text: match for text in texts if (match := _amount(text))}
    numbers = [_digits(match) for match in amounts.values()]
    shown: DecimalMark = "." if plain_point else _decimal_mark(numbers)
    either = () if shown else tuple(t for t, m in amounts.items() if _could_be_either(_digits(m)))
    mark = shown or _likely_mark([number for number in numbers if _could_be_either(number)])
    unread = [text for text in texts if text not in amounts]
    for text, match in amounts.items():
        value = _value(match, mark)
        if value is None:
            unread.append(text)
        else:
            values[texts[text]] = value
    return NumberReading(
        values=values,
        missing=tuple(missing),
        unread=tuple(unread),
        decimal_mark=mark,
        ambiguous=either,
        units=tuple(dict.fromkeys(m["unit"].casefold() for m in amounts.values() if m["unit"])),
    )


def read_number(text: str) -> float | None:
    """One text on its own as a number, None where it is not one."""
    return read_numbers([text]).values.get(text)


def _amount(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST_NUMBER or not any(character.isdecimal() for character in text):
        return None
    return _AMOUNT.fullmatch(folded(text))


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"[\s'’]", "", match["number"]).replace("\u2212", "-")


def _decimal_mark(numbers: Iterable[str]) -> DecimalMark:
    """The mark that some number shows to be the decimal one; the point where numbers disagree."""
    shown = {_shown_decimal_mark(number.lstrip("+-")) for number in numbers}
    if "." in shown:
        return "."
    return "," if "," in shown else ""


def _likely_mark(numbers: Sequence[str]) -> DecimalMark:
    """For numbers such as "1.234": money is mostly in round sums, measured values are not."""
    marks = {"," if "," in number else "." for number in numbers}
    round_sums = sum(number.endswith(("00", "50")) for number in numbers)
    if len(marks) != 1 or 2 * round_sums >= len(numbers):
        return ""
    return "," if marks == {","} else "."


def _shown_decimal_mark(number: str) -> DecimalMark:
    """The decimal mark that one number gives away, "" where it gives away none."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        last: DecimalMark = "," if number.rfind(",") > number.rfind(".") else "."
        return last if number.count(last) == 1 else ""
    if points > 1 or commas > 1:
        return "," if points > 1 else "."
    if points + commas == 0 or _could_be_either(number):
        return ""
    return "." if points else ","


def _could_be_either(number: str) -> bool:
    """One mark before exactly three digits, and no more than three digits, not 0, before it."""
    return re.fullmatch(r"[-+]?[1-9]\d{0,2}[.,]\d{3}", number) is not None


def _value(match: re.Match[str], mark: DecimalMark) -> float | None:
    number = _digits(match)
    sign = -1.0 if number.startswith("-") else 1.0
    number = number.lstrip("+-")
    own_mark = _shown_decimal_mark(number) or mark
    grouping = {".": ",", ",": "."}.get(own_mark, "")
    whole, _, decimals = number.partition(own_mark) if own_mark else (number, "", "")
    for group in [grouping] if grouping else [".", ","]:
        if group in whole:
            if not _GROUPED[group].fullmatch(whole):
                return None
            whole = whole.replace(group, "")
    if not (whole + decimals).isdecimal():
        return None
    value = sign * float(f"{whole or '0'}.{decimals or '0'}{match['power'] or ''}")
    return value if math.isfinite(value) else None

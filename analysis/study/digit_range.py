"""The declared range of rating answers given as digits, from all columns of one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MISSING_CODES = frozenset(
    (-9.0, -8.0, -1.0, 8.0, 9.0, 77.0, 88.0, 98.0, 99.0, 888.0, 998.0, 999.0, 9999.0, -99.0)
)
"""Numbers that questionnaires use for "no answer" (8 and 9 only where the range does not hold them)."""
LARGEST_POINT = 11
RARE_SHARE = 0.005
FEWEST_CELLS_FOR_RARE = 40
FEWEST_CELLS_FOR_SHORT = 200
ENOUGH_CELLS_TO_BE_CERTAIN = 1000


@dataclass(frozen=True, slots=True)
class DigitRange:
    """Declared lowest and highest answer. `outside` are observed numbers that it does not hold.

    `alternatives` are other ranges the digits could come from; `certain` is True where an end point
    is one that scales of the field have and that was observed.
    """

    low: float
    high: float
    observed: tuple[float, float]
    outside: tuple[float, ...] = ()
    alternatives: tuple[tuple[float, float], ...] = ()
    certain: bool = True


def is_rating_digits(counts: Mapping[float, int]) -> bool:
    """Whether the numbers of a column are whole or half points between -5 and 11, but for a few strays.

    Strays are at most three numbers in a tenth of the cells, or codes for "no answer" in half of them.
    """
    total = sum(counts.values())
    stray = {v: n for v, n in counts.items() if not (-5 <= v <= LARGEST_POINT and float(v * 2).is_integer())}
    inside = len(counts) - len(stray)
    most_strays = 0.5 if stray.keys() <= MISSING_CODES else 0.1
    return 0 < inside <= 21 and len(stray) <= 3 and sum(stray.values()) <= most_strays * total


def declared_range(counts: Mapping[float, int], other_highs: tuple[float, ...] = ()) -> DigitRange:
    """The range that one block of columns declares, given number -> cells over the whole block.

    Numbers beyond 11, and end points so rare that they look mistyped, stay outside. From 1 to 5 is
    declared where 2 to 5 was observed; a highest answer that no usual scale has (3, 4, 6, 8, 9) is
    settled by `other_highs`, the ranges of the file's other blocks, where few cells speak against it.
    """
    total = sum(counts.values())
    usual = {v: n for v, n in counts.items() if -5 <= v <= LARGEST_POINT}
    common = _without_missing_codes({v: n for v, n in usual.items() if not _rare(n, total)} or usual)
    observed = (min(counts), max(counts))
    if min(common) < 0:
        reach = max(abs(min(common)), abs(max(common)))
        return _with_outside(DigitRange(-reach, reach, observed), counts)
    low = 0.0 if min(common) == 0 else 1.0
    top = max(common)
    highs = _possible_highs(top, low, total)
    if total >= ENOUGH_CELLS_TO_BE_CERTAIN:
        highs = highs[:1]
    settled = sorted(high for high in other_highs if high >= top)
    if len(highs) > 1 and settled and total < FEWEST_CELLS_FOR_SHORT:
        highs = (settled[0],)
    alternatives = tuple((low, high) for high in highs[1:])
    declared = DigitRange(low, highs[0], observed, (), alternatives, certain=len(highs) == 1)
    return _with_outside(declared, counts)


def _without_missing_codes(counts: Mapping[float, int]) -> Mapping[float, int]:
    """Without a lone 8 or 9 far above the other answers, and without a lone negative code below them."""
    values = sorted(counts)
    if len(values) < 3:
        return counts
    codes = set()
    if values[-1] in MISSING_CODES and values[-1] - values[-2] >= 3:
        codes.add(values[-1])
    if values[0] in MISSING_CODES and values[0] < 0 <= values[1]:
        codes.add(values[0])
    return {value: n for value, n in counts.items() if value not in codes}


def _rare(n: int, total: int) -> bool:
    return total >= FEWEST_CELLS_FOR_RARE and n <= max(1.0, RARE_SHARE * total)


def _possible_highs(top: float, low: float, total: int) -> tuple[float, ...]:
    """Possible highest points for the highest common answer, the likeliest first."""
    if low == 0 and top == 1:
        return (1.0, 4.0) if total >= FEWEST_CELLS_FOR_RARE else (4.0, 1.0)
    if low == 0:
        standard = next(high for high in (4.0, 5.0, 6.0, 10.0, 11.0) if high >= top)
        return (standard,)
    if top <= 2:
        return (2.0, 5.0) if total >= FEWEST_CELLS_FOR_SHORT else (5.0, 2.0)
    if top <= 4:
        whole = float(int(top) + (top % 1 > 0))
        return (whole, 5.0) if total >= FEWEST_CELLS_FOR_SHORT else (5.0, whole)
    return {5.0: (5.0,), 6.0: (6.0, 7.0), 7.0: (7.0,), 8.0: (10.0,), 9.0: (10.0, 9.0), 10.0: (10.0,)}.get(
        float(int(top) + (top % 1 > 0)), (11.0,)
    )


def _with_outside(declared: DigitRange, counts: Mapping[float, int]) -> DigitRange:
    outside = tuple(sorted(v for v in counts if not declared.low <= v <= declared.high))
    near = [v for v in outside if declared.low - 1 <= v <= declared.high + 1 and float(v).is_integer()]
    if not near:
        return DigitRange(
            declared.low, declared.high, declared.observed, outside, declared.alternatives, declared.certain
        )
    wider = (min([declared.low, *near]), max([declared.high, *near]))
    alternatives = tuple(dict.fromkeys((*declared.alternatives, wider)))
    return DigitRange(declared.low, declared.high, declared.observed, outside, alternatives, declared.certain)

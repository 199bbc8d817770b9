"""The range that digits declare: which end points are taken, asked about, or left outside."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from analysis.study.digit_range import DigitRange, declared_range, is_rating_digits


def spread(values: Iterable[float], cells: int) -> dict[float, int]:
    """So many cells over the values, as evenly as they go."""
    values = [float(value) for value in values]
    share, rest = divmod(cells, len(values))
    return {value: share + (place < rest) for place, value in enumerate(values)}


@pytest.mark.parametrize(
    ("values", "cells", "declared", "alternatives"),
    [
        ((2, 3, 4, 5), 120, (1, 5), ()),
        (range(1, 8), 120, (1, 7), ()),
        (range(1, 7), 120, (1, 6), ((1, 7),)),
        (range(1, 10), 120, (1, 10), ((1, 9),)),
        ((1, 2.5, 4.5), 120, (1, 5), ()),
        (range(5), 120, (0, 4), ()),
        ((0, 1), 39, (0, 4), ((0, 1),)),
        ((0, 1), 40, (0, 1), ((0, 4),)),
        ((1, 2), 199, (1, 5), ((1, 2),)),
        ((1, 2), 200, (1, 2), ((1, 5),)),
        (range(1, 5), 199, (1, 5), ((1, 4),)),
        (range(1, 5), 200, (1, 4), ((1, 5),)),
        (range(1, 5), 999, (1, 4), ((1, 5),)),
        (range(1, 5), 1000, (1, 4), ()),
        ((-2, -1, 0, 1), 120, (-2, 2), ()),
    ],
)
def test_the_observed_numbers_declare_a_range(
    values: Iterable[float],
    cells: int,
    declared: tuple[float, float],
    alternatives: tuple[tuple[float, float], ...],
) -> None:
    found = declared_range(spread(values, cells))
    assert (found.low, found.high) == declared
    assert found.alternatives == alternatives
    assert found.certain == (not alternatives)
    assert found.outside == ()


@pytest.mark.parametrize(
    ("cells", "sevens", "high", "outside"),
    [(38, 1, 7, ()), (39, 1, 5, (7,)), (396, 2, 7, ()), (398, 2, 5, (7,))],
)
def test_an_end_point_that_looks_mistyped_stays_outside(
    cells: int, sevens: int, high: float, outside: tuple[float, ...]
) -> None:
    found = declared_range(spread(range(1, 6), cells) | {7.0: sevens})
    assert (found.high, found.outside) == (high, outside)


def test_other_blocks_settle_a_highest_answer_that_no_usual_scale_has() -> None:
    few, many = spread(range(1, 5), 199), spread(range(1, 5), 200)
    assert declared_range(few, (7.0, 5.0)) == DigitRange(1, 5, (1, 4))
    assert declared_range(few, (3.0,)).alternatives == ((1, 4),)
    assert declared_range(many, (7.0, 5.0)).alternatives == ((1, 5),)


def test_a_number_next_to_the_range_is_offered_as_its_end() -> None:
    found = declared_range(spread(range(1, 6), 400) | {6.0: 1, 0.0: 1, 55.0: 1})
    assert (found.low, found.high, found.outside) == (1, 5, (0, 6, 55))
    assert found.alternatives == ((0, 6),)


@pytest.mark.parametrize(("code", "taken"), [(9, True), (-1, True), (7, False)])
def test_a_lone_code_for_no_answer_does_not_widen_the_range(code: float, taken: bool) -> None:
    found = declared_range(spread(range(1, 6), 60) | {float(code): 12})
    assert ((found.low, found.high) == (1, 5)) == taken
    assert found.outside == ((code,) if taken else ())


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (spread(range(1, 12), 110), True),
        (spread(range(1, 13), 60), True),
        (spread(range(1, 12), 110) | {12.0: 13}, False),
        (spread(range(1, 6), 50) | {99.0: 50}, True),
        (spread(range(1, 6), 50) | {99.0: 51}, False),
        (spread(range(1, 6), 100) | {12.0: 1, 13.0: 1, 14.0: 1}, True),
        (spread(range(1, 6), 100) | {12.0: 1, 13.0: 1, 14.0: 1, 15.0: 1}, False),
        (spread((1.25, 2.25), 40), False),
        (spread(range(20, 60), 80), False),
    ],
)
def test_a_column_of_rating_digits_has_few_strays(counts: dict[float, int], expected: bool) -> None:
    assert is_rating_digits(counts) == expected

"""Numbers that people wrote as decimals."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.decimal_values import written_decimals
from analysis.statistics.double_double import DoubleDouble, extended


def test_decimals_become_whole_numbers() -> None:
    found = written_decimals(np.array([1000000000000.4, 0.25, -3.0]))
    assert found.exact
    assert (found.divisor, found.values.tolist()) == (100.0, [100000000000040.0, 25.0, -300.0])


@pytest.mark.parametrize("numbers", [[1 / 3, 2.0], [0.1 + 0.2], [2.0**60]])
def test_numbers_with_more_digits_are_kept(numbers: list[float]) -> None:
    found = written_decimals(np.array(numbers))
    assert not found.exact
    assert (found.divisor, found.values.tolist()) == (1.0, numbers)


def test_a_single_long_number_after_many_short_ones_is_noticed() -> None:
    found = written_decimals(np.concatenate([np.full(1000, 0.5), [1 / 7]]))
    assert not found.exact


magnitudes = st.floats(1e-30, 1e30).flatmap(lambda size: st.sampled_from([size, -size]))


def exact(value: DoubleDouble) -> Fraction:
    return Fraction(float(value.high)) + Fraction(float(value.low))


@given(a=magnitudes, b=magnitudes, c=magnitudes)
def test_double_double_arithmetic_has_thirty_digits(a: float, b: float, c: float) -> None:
    x, y, z = extended(a), extended(b), extended(c)
    fa, fb, fc = Fraction(a), Fraction(b), Fraction(c)
    assert abs(exact(x * y + z) - (fa * fb + fc)) <= Fraction(1, 10**30) * (abs(fa * fb) + abs(fc))
    assert abs(exact(x / y) - fa / fb) <= Fraction(1, 10**30) * abs(fa / fb)
    root = exact(extended(abs(a)).sqrt())
    assert abs(root * root - abs(fa)) <= Fraction(1, 10**30) * abs(fa)


@given(st.lists(magnitudes, min_size=0, max_size=40))
def test_double_double_sums_do_not_cancel(values: list[float]) -> None:
    total = exact(extended(np.array(values)).sum())
    right = sum((Fraction(value) for value in values), Fraction(0))
    assert abs(total - right) <= Fraction(1, 10**29) * sum((abs(Fraction(v)) for v in values), Fraction(0))

"""The usual values of a setting are printed with the digits they need."""

from __future__ import annotations

import pytest

from interface.settings_form import LEVELS, RELIABILITY_CUTS, decimals


@pytest.mark.parametrize("value", [*LEVELS, *RELIABILITY_CUTS, 0.0125])
def test_printed_digits_give_the_value_back(value: float) -> None:
    assert round(value, decimals(value)) == value

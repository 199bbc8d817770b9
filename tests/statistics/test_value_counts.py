"""Tables of distinct values: the quick way gives what sorting gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.value_counts import value_counts

whole = st.lists(st.integers(-1000, 1000).map(float), max_size=50)
mixed = st.lists(st.floats(-1e9, 1e9), max_size=50)


@given(whole | mixed)
def test_the_table_is_that_of_sorting(cases: list[float]) -> None:
    array = np.array(cases, dtype=np.float64)
    table = value_counts(array)
    values, codes, counts = np.unique(array, return_inverse=True, return_counts=True)
    assert table.values.tolist() == values.tolist()
    assert table.counts.tolist() == counts.tolist()
    assert table.codes.tolist() == codes.tolist()


def test_a_wide_span_is_sorted_instead_of_tabulated() -> None:
    table = value_counts(np.array([1e300, 0.0, 5.0, 1e300]))
    assert table.values.tolist() == [0.0, 5.0, 1e300]
    assert table.codes.tolist() == [2, 0, 1, 2]

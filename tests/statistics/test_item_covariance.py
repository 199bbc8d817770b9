"""Item moments: exact, in blocks, shared."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analysis.statistics import item_covariance as module
from analysis.statistics.item_covariance import item_covariance, shared_item_covariance
from tests.reference.studies import retail


def exact_covariance(answers: np.ndarray) -> np.ndarray:
    columns = [[Fraction(float(x)) for x in column] for column in answers.T]
    n = len(answers)
    means = [sum(column) / n for column in columns]
    return np.array(
        [
            [
                float(sum((x - mx) * (y - my) for x, y in zip(a, b, strict=True)) / (n - 1))
                for b, my in zip(columns, means, strict=True)
            ]
            for a, mx in zip(columns, means, strict=True)
        ]
    )


@given(hnp.arrays(np.int8, st.tuples(st.integers(2, 12), st.integers(1, 5)), elements=st.integers(-9, 11)))
def test_whole_answers_give_the_exact_covariance(answers: np.ndarray) -> None:
    assert np.array_equal(item_covariance(answers).covariance, exact_covariance(answers))


@given(
    hnp.arrays(
        np.float64, st.tuples(st.integers(2, 12), st.integers(1, 4)), elements=st.floats(-100, 100, width=32)
    )
)
def test_other_numbers_are_centred_first(values: np.ndarray) -> None:
    shifted = values + 0.1
    scale = max(1.0, float(np.ptp(shifted)) ** 2)
    assert np.allclose(
        item_covariance(shifted).covariance, exact_covariance(shifted), rtol=1e-10, atol=1e-14 * scale
    )


def test_only_complete_cases_count() -> None:
    answers = np.array([[1, 2], [np.nan, 3], [4, 1], [2, np.nan], [5, 5]])
    moments = item_covariance(answers)
    assert (moments.n, moments.missing) == (3, 2)
    assert moments.mean.tolist() == pytest.approx([10 / 3, 8 / 3])
    assert np.allclose(moments.covariance, np.cov(answers[[0, 2, 4]].T), rtol=1e-14)


def test_a_constant_item_is_known_exactly() -> None:
    tenth = np.full((50, 1), 0.1)
    noise = np.random.default_rng(1).normal(size=(50, 1))
    moments = item_covariance(np.hstack([tenth, noise]))
    assert moments.constant.tolist() == [True, False]
    assert moments.covariance[0].tolist() == [0.0, 0.0]
    assert np.isnan(moments.correlation[0, 0])
    assert moments.correlation[1, 1] == 1.0


@pytest.mark.parametrize("rows", [0, 1])
def test_too_few_rows_give_nan_and_no_warning(rows: int) -> None:
    moments = item_covariance(np.ones((rows, 2)))
    assert moments.n == rows
    assert np.isnan(moments.covariance).all()


def test_small_integers_are_never_copied_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    answers = random.integers(1, 6, (200_000, 30), dtype=np.int8)
    tracemalloc.start()
    moments = item_covariance(answers)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # As float64 the matrix would take 48 MB.
    assert peak < 16e6
    monkeypatch.setattr(module, "BLOCK_CELLS", 30_000)
    assert np.array_equal(item_covariance(answers).covariance, moments.covariance)
    assert np.allclose(moments.covariance, np.cov(answers.T.astype(float)), rtol=1e-12, atol=1e-12)


def test_a_study_computes_each_matrix_once() -> None:
    prepared = retail()
    items = prepared.scales["Loyalty"].items
    first = shared_item_covariance(prepared, items)
    assert shared_item_covariance(prepared, items) is first
    assert first.missing == int(np.isnan(prepared.scale_answers("Loyalty")).any(axis=1).sum())
    other = retail()
    assert shared_item_covariance(other, items) is not first
    assert np.array_equal(shared_item_covariance(other, items).covariance, first.covariance)


def test_nothing_is_kept_of_a_study_that_is_gone() -> None:
    prepared = retail()
    key = id(prepared.answers)
    shared_item_covariance(prepared, prepared.item_names)
    assert key in module._shared
    del prepared
    assert key not in module._shared

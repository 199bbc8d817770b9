"""Least squares: NIST's certified digits, refusals, both arithmetics, and invariances."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import orthogonalisation
from analysis.statistics.least_squares import fit, fit_named, refit
from analysis.statistics.orthogonalisation import DependentColumns
from analysis.statistics.unavailable import NotPossible
from tests.reference.nist.digits import Comparison, certified_sets, comparisons, design

CERTIFIED_DIGITS = 14.3
"""NIST prints 15 digits, so that the last one of a certified value is itself rounded."""


@pytest.fixture(scope="module")
def nist() -> list[Comparison]:
    return list(comparisons())


def test_at_least_as_many_correct_digits_as_the_better_of_r_and_numpy(nist: list[Comparison]) -> None:
    assert len(nist) == 30
    for found in nist:
        for figure, ours in found.ours.items():
            better = max(found.r[figure], found.numpy.get(figure, 0.0))
            assert ours >= min(better, CERTIFIED_DIGITS), (found.data_set, figure)


def test_filip_keeps_seven_digits_and_all_other_sets_fourteen(nist: list[Comparison]) -> None:
    least = {found.data_set: min(found.ours.values()) for found in nist}
    # Filip's powers of x lose digits when they become doubles, before anything is computed.
    assert least.pop("Filip") > 7
    assert min(least.values()) > CERTIFIED_DIGITS


def sample(seed: int, n: int = 40, k: int = 3) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    x = random.integers(1, 26, size=(n, k)).astype(float)
    return x, x.sum(axis=1) + random.integers(0, 9, size=n)


def test_plain_and_extended_arithmetic_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = sample(1, n=500)
    extended = fit(x, y)
    monkeypatch.setattr(orthogonalisation, "EXTENDED_CELLS", 0)
    plain = fit(x, y)
    for name in ("coefficients", "standard_errors", "residuals", "leverage", "tolerance"):
        np.testing.assert_allclose(getattr(plain, name), getattr(extended, name), rtol=1e-11, atol=1e-13)
    assert plain.ss_regression == pytest.approx(extended.ss_regression, rel=1e-12)


def test_many_columns_take_the_plain_way_and_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = sample(5, n=300, k=70)
    plain = fit(x, y)
    monkeypatch.setattr(orthogonalisation, "EXTENDED_STEPS", 10**9)
    monkeypatch.setattr(orthogonalisation, "_plain", None)
    np.testing.assert_allclose(plain.coefficients, fit(x, y).coefficients, rtol=1e-10)


def test_ill_conditioned_columns_take_the_extended_way_whatever_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = certified_sets("linear_regression")["Filip"]
    x, y = design(content)
    expected = fit(x, y).coefficients
    monkeypatch.setattr(orthogonalisation, "EXTENDED_CELLS", 0)
    np.testing.assert_array_equal(fit(x, y).coefficients, expected)


@pytest.mark.parametrize("cells", [0, 200_000])
def test_a_sum_of_other_columns_is_refused_and_named(monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    monkeypatch.setattr(orthogonalisation, "EXTENDED_CELLS", cells)
    x, y = sample(2)
    x[:, 2] = x[:, 0] / 3 + x[:, 1] / 7
    with pytest.raises(NotPossible) as refusal:
        fit_named(x, y, ("A", "B", "C"))
    assert refusal.value.unavailable.reason == "rank_deficient"
    assert refusal.value.unavailable.details == {"columns": ("C",), "others": ("A", "B")}


def test_only_the_columns_of_the_combination_are_named() -> None:
    x, y = sample(3)
    x[:, 2] = 100 - 2 * x[:, 1]
    with pytest.raises(DependentColumns) as refusal:
        fit(x, y)
    assert (refusal.value.index, refusal.value.others) == (2, (1,))


def test_a_nearly_dependent_column_is_not_refused() -> None:
    x, y = sample(4)
    x[:, 2] = x[:, 0] + x[:, 1]
    x[0, 2] += 1e-6
    found = fit(x, y)
    assert found.tolerance.min() < 1e-12
    np.testing.assert_allclose(found.residuals @ x, 0, atol=1e-8)


@pytest.mark.parametrize(
    ("x", "y", "reason", "details"),
    [
        ([[1.0], [2.0]], [1.0, 2.0], "too_few_respondents", {"n": 2, "needed": 3}),
        ([[1.0], [2.0], [3.0]], [4.0, 4.0, 4.0], "constant_outcome", {"n": 3}),
        ([[7.0], [7.0], [7.0]], [1.0, 2.0, 4.0], "constant_predictor", {"columns": ("A",)}),
    ],
)
def test_impossible_samples_are_refused(
    x: list[list[float]], y: list[float], reason: str, details: dict[str, object]
) -> None:
    with pytest.raises(NotPossible) as refusal:
        fit_named(np.array(x), np.array(y), ("A",))
    assert refusal.value.unavailable.reason == reason
    assert refusal.value.unavailable.details == details


def test_a_perfect_fit_leaves_exactly_nothing() -> None:
    x, _ = sample(5)
    found = fit(x, 0.1 + x @ np.array([0.3, -1.7, 2.9]))
    assert found.ss_residual == 0
    assert not found.residuals.any()
    np.testing.assert_allclose(found.coefficients, [0.1, 0.3, -1.7, 2.9], rtol=1e-12)


def test_huge_and_tiny_units_do_not_overflow() -> None:
    x, y = sample(6)
    expected = fit(x, y).coefficients[1:] * np.array([1e-50, 1e150, 1.0])
    scaled = fit(x * np.array([1e150, 1e-50, 1e100]), y * 1e100).coefficients[1:]
    np.testing.assert_allclose(scaled, expected, rtol=1e-12)


def test_refit_is_a_fit_of_the_other_outcome() -> None:
    x, y = sample(7)
    other = np.abs(fit(x, y).residuals)
    again, direct = refit(fit(x, y), other), fit(x, other)
    np.testing.assert_allclose(again.coefficients, direct.coefficients, rtol=1e-10)
    assert again.r_squared == pytest.approx(direct.r_squared, rel=1e-11)


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000), factor=st.floats(0.001, 1000), shift=st.floats(-1000, 1000))
def test_units_of_a_predictor_change_its_slope_only(seed: int, factor: float, shift: float) -> None:
    x, y = sample(seed)
    before = fit(x, y)
    moved = x.copy()
    moved[:, 0] = x[:, 0] * factor + shift
    after = fit(moved, y)
    np.testing.assert_allclose(after.fitted, before.fitted, rtol=1e-9)
    t = before.coefficients[1:] / before.standard_errors[1:]
    np.testing.assert_allclose(after.coefficients[1:] / after.standard_errors[1:], t, rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(after.tolerance, before.tolerance, rtol=1e-9)


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_and_columns_does_not_matter(seed: int) -> None:
    x, y = sample(seed)
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(len(y)), random.permutation(x.shape[1])
    before, after = fit(x, y), fit(x[rows][:, columns], y[rows])
    np.testing.assert_allclose(
        after.coefficients[1:], before.coefficients[1:][columns], rtol=1e-10, atol=1e-13
    )
    np.testing.assert_allclose(after.residuals, before.residuals[rows], atol=1e-11)
    np.testing.assert_allclose(after.leverage, before.leverage[rows], rtol=1e-10)

"""The Xiaomi sample gives the tables that the survey printed, by a computation of the test's own."""

from __future__ import annotations

import csv
import io
from collections import Counter

import numpy as np
import pytest

from sample_data import make_xiaomi as xiaomi
from sample_data.catalogue import sample_bytes

# Counts as printed by the survey (source: the respondents' table of the 2024 article).
PRINTED_COUNTS = {
    xiaomi.GENDER: [132, 75],
    xiaomi.AGE: [142, 40, 16, 8, 1],
    xiaomi.OCCUPATION: [161, 32, 6, 3, 3, 2],
    xiaomi.CHANNEL: [141, 66],
}
PRINTED_COEFFICIENTS = {
    "constant": {"b": "3.309", "se": "1.101", "t": "3.004"},
    "x1": {"b": "0.270", "se": "0.037", "beta": "0.556", "t": "7.398", "tolerance": "0.296", "vif": "3.376"},
    "x2": {"b": "0.220", "se": "0.058", "beta": "0.287", "t": "3.814", "tolerance": "0.296", "vif": "3.376"},
}
PRINTED_ANOVA = {
    "ss_regression": "2522.017",
    "ms_regression": "1261.008",
    "f": "196.842",
    "ss_residual": "1306.863",
    "ms_residual": "6.406",
    "ss_total": "3828.879",
}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sample_bytes("xiaomi").decode("utf-8"))))


@pytest.fixture(scope="module")
def analysed(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in rows if row[xiaomi.SCREENED] == "Ya"]


@pytest.fixture(scope="module")
def scores(analysed: list[dict[str, str]]) -> np.ndarray:
    """(207, 3): X1, X2, Y."""
    columns = (xiaomi.CRM, xiaomi.AFTER_SALES, xiaomi.SALES)
    return np.array([[float(row[column]) for column in columns] for row in analysed])


def test_five_of_212_fail_screening(rows: list[dict[str, str]], analysed: list[dict[str, str]]) -> None:
    assert (len(rows), len(analysed)) == (212, 207)


@pytest.mark.parametrize("column", list(PRINTED_COUNTS))
def test_counts_are_the_printed_ones(analysed: list[dict[str, str]], column: str) -> None:
    counts = Counter(row[column] for row in analysed)
    assert sorted(counts.values(), reverse=True) == PRINTED_COUNTS[column]


def test_unscreened_counts_explain_the_printed_percentages(rows: list[dict[str, str]]) -> None:
    """Most printed percentages are shares of all 212: 77 men are 36.3 %, 163 students 76.9 %."""
    assert Counter(row[xiaomi.GENDER] for row in rows)["Laki-laki"] == 77
    assert Counter(row[xiaomi.AGE] for row in rows)["15-20 tahun"] == 44
    assert Counter(row[xiaomi.OCCUPATION] for row in rows)["Pelajar/Mahasiswa"] == 163


def test_57_of_212_own_more_than_two_kinds(rows: list[dict[str, str]]) -> None:
    assert Counter(row[xiaomi.PRODUCTS] for row in rows)["Lebih dari 2"] == 57


def test_coefficients_round_to_every_printed_digit(scores: np.ndarray) -> None:
    x, y = scores[:, :2], scores[:, 2]
    design = np.column_stack([np.ones(len(y)), x])
    b = np.linalg.lstsq(design, y, rcond=None)[0]
    mean_square = np.sum((y - design @ b) ** 2) / (len(y) - 3)
    se = np.sqrt(mean_square * np.diag(np.linalg.inv(design.T @ design)))
    tolerance = 1 - np.corrcoef(x, rowvar=False)[0, 1] ** 2
    beta = [np.nan, *(b[1:] * x.std(axis=0) / y.std())]
    for j, (name, printed) in enumerate(PRINTED_COEFFICIENTS.items()):
        found = {"b": b[j], "se": se[j], "t": b[j] / se[j], "beta": beta[j]}
        found |= {"tolerance": tolerance, "vif": 1 / tolerance}
        assert {key: f"{found[key]:.3f}" for key in printed} == printed, name


def test_anova_rounds_to_every_printed_digit(scores: np.ndarray) -> None:
    x, y = scores[:, :2], scores[:, 2]
    design = np.column_stack([np.ones(len(y)), x])
    fitted = design @ np.linalg.lstsq(design, y, rcond=None)[0]
    regression, residual = np.sum((fitted - y.mean()) ** 2), np.sum((y - fitted) ** 2)
    found = {
        "ss_regression": regression,
        "ms_regression": regression / 2,
        "f": (regression / 2) / (residual / 204),
        "ss_residual": residual,
        "ms_residual": residual / 204,
        "ss_total": regression + residual,
    }
    assert {key: f"{value:.3f}" for key, value in found.items()} == PRINTED_ANOVA

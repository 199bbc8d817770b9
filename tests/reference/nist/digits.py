"""Correct digits on NIST's reference data, beside R's lm (tol = 1e-10) and numpy's lstsq.

`python -m tests.reference.nist.digits` prints the tables. A figure counts as many correct digits as
its log relative error, 15 at most; the least over the coefficients of a data set is shown. R's figures
were written by lm.R.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analysis.statistics.grouped_values import group_values
from analysis.statistics.least_squares import fit
from analysis.statistics.oneway import f_test
from analysis.statistics.univariate import summarise

FOLDER = Path(__file__).parent
MOST_DIGITS = 15.0

Digits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Correct digits of one data set, by figure; numpy computes no standard errors of a regression."""

    family: str
    data_set: str
    difficulty: str
    ours: Digits
    r: Digits
    numpy: Digits


def certified_sets(family: str) -> dict[str, Any]:
    """Data sets of linear_regression, anova or univariate, by NIST's name."""
    sets = json.loads((FOLDER / f"{family}.json").read_text(encoding="utf-8"))
    return {name: content for name, content in sets.items() if name != "about"}


def correct_digits(computed: Sequence[float] | float, certified: Sequence[str] | str) -> float:
    """Least log relative error; log absolute error where NIST certifies zero."""
    pairs = zip(np.atleast_1d(computed), np.atleast_1d(certified), strict=True)
    return min(_digits(float(value), float(right)) for value, right in pairs)


def _digits(value: float, right: float) -> float:
    if not math.isfinite(value):
        return 0.0
    error = abs(value - right) / abs(right) if right else abs(value)
    return MOST_DIGITS if error == 0 else min(MOST_DIGITS, max(0.0, -math.log10(error)))


def design(content: Mapping[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Predictors (n, k), powers of x where NIST fits a polynomial, and outcome (n,)."""
    rows = np.array(content["data"], dtype=float)
    if content["degree"] > 1:
        return np.column_stack([rows[:, 1] ** j for j in range(1, content["degree"] + 1)]), rows[:, 0]
    return rows[:, 1:], rows[:, 0]


def groups(content: Mapping[str, Any]) -> list[np.ndarray]:
    """Numbers of each treatment."""
    if "groups" in content:
        return [np.array(group, dtype=float) for group in content["groups"]]
    return [
        np.array([first, *([low, high] * content["pairs"])], dtype=float)
        for first, low, high in content["pattern"]
    ]


def numbers(content: Mapping[str, Any]) -> np.ndarray:
    """Numbers of a univariate set."""
    if "data" in content:
        return np.array(content["data"], dtype=float)
    return np.array([content["first"], *(content["pair"] * content["pairs"])], dtype=float)


def regression_digits(content: Mapping[str, Any]) -> tuple[Digits, Digits]:
    """Ours and numpy's."""
    x, y = design(content)
    right = content["certified"]
    ours = fit(x, y, content["constant"])
    columns = np.column_stack([np.ones(len(y)), x]) if content["constant"] else x
    solution = np.linalg.lstsq(columns, y, rcond=None)[0]
    residuals = y - columns @ solution
    total = np.square(y - y.mean()).sum() if content["constant"] else np.square(y).sum()
    residual_sd = math.sqrt(residuals @ residuals / (len(y) - columns.shape[1]))
    return (
        {
            "coefficients": correct_digits(ours.coefficients, right["b"]),
            "standard_errors": correct_digits(ours.standard_errors, right["se"]),
            "residual_sd": correct_digits(math.sqrt(ours.ms_residual), right["s"]),
            "r2": correct_digits(ours.r_squared, right["r2"]),
        },
        {
            "coefficients": correct_digits(solution, right["b"]),
            "residual_sd": correct_digits(residual_sd, right["s"]),
            "r2": correct_digits(1 - residuals @ residuals / total, right["r2"]),
        },
    )


def anova_digits(content: Mapping[str, Any]) -> tuple[Digits, Digits]:
    """Ours, and numpy's by the definition of the sums of squares."""
    parts = groups(content)
    y = np.concatenate(parts)
    right = content["certified"]
    ours = f_test(group_values(y, np.repeat(np.arange(len(parts)), [len(part) for part in parts])))
    between = sum(len(part) * (part.mean() - y.mean()) ** 2 for part in parts)
    within = sum(np.square(part - part.mean()).sum() for part in parts)
    f = (between / right["df_between"]) / (within / right["df_within"])
    return (
        _anova_digits(ours.f, ours.ss_between, ours.ss_within, right),
        _anova_digits(f, between, within, right),
    )


def _anova_digits(f: float, between: float, within: float, right: Mapping[str, str]) -> Digits:
    return {
        "f": correct_digits(f, right["f"]),
        "ss_between": correct_digits(between, right["ss_between"]),
        "ss_within": correct_digits(within, right["ss_within"]),
    }


def univariate_digits(content: Mapping[str, Any]) -> tuple[Digits, Digits]:
    """Ours and numpy's."""
    y = numbers(content)
    right = content["certified"]
    ours = summarise(y)
    deviations = y - y.mean()
    lag1 = (deviations[:-1] @ deviations[1:]) / (deviations @ deviations)
    return (
        _summary_digits(ours.mean, ours.sd or 0.0, ours.lag1 or 0.0, right),
        _summary_digits(y.mean(), y.std(ddof=1), lag1, right),
    )


def _summary_digits(mean: float, sd: float, lag1: float, right: Mapping[str, str]) -> Digits:
    return {
        "mean": correct_digits(mean, right["mean"]),
        "sd": correct_digits(sd, right["sd"]),
        "lag1": correct_digits(lag1, right["lag1"]),
    }


FAMILIES = {
    "linear_regression": regression_digits,
    "anova": anova_digits,
    "univariate": univariate_digits,
}


def comparisons() -> Iterator[Comparison]:
    """Every data set of every family."""
    r = json.loads((FOLDER / "lm.json").read_text(encoding="utf-8"))
    for family, compute in FAMILIES.items():
        for name, content in certified_sets(family).items():
            ours, numpy = compute(content)
            yield Comparison(family, name, content["difficulty"], ours, r[family][name], numpy)


def main() -> None:
    family = ""
    for found in comparisons():
        if found.family != family:
            family = found.family
            print(f"\n{family}\n{'data set':<12}{'figure':<18}{'Angket':>8}{'R':>8}{'numpy':>8}")
        for figure, ours in found.ours.items():
            numpy = f"{found.numpy[figure]:.1f}" if figure in found.numpy else "-"
            print(f"{found.data_set:<12}{figure:<18}{ours:>8.1f}{found.r[figure]:>8.1f}{numpy:>8}")


if __name__ == "__main__":
    main()

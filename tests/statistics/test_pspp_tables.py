"""REGRESSION, T-TEST, NPAR TESTS and ONEWAY as PSPP prints them, at every digit printed."""

from __future__ import annotations

from dataclasses import astuple

from analysis.statistics import comparison, oneway, regression
from analysis.statistics.comparison import VariableComparison
from analysis.statistics.oneway import OnewayAnova
from analysis.statistics.rank_tests import MannWhitney
from tests.reference.regression_figures import pspp_rows
from tests.reference.studies import retail

AGES = ("17-22", "23-28", "29-34", ">34")


def assert_prints(ours: float, printed: str) -> None:
    """Our figure is the printed one at its last digit, or at the fifteenth digit of a double."""
    decimals = len(printed.partition(".")[2])
    assert abs(ours - float(printed)) <= 0.5 * 10.0**-decimals + 2e-15 * abs(ours), f"{ours!r}: {printed}"


def assert_row(ours: list[float | None], printed: list[str]) -> None:
    for value, text in zip(ours, printed, strict=True):
        if text:
            assert value is not None
            assert_prints(value, text)


def test_regression() -> None:
    found = regression.compute(retail())
    assert_row([found.r, found.r2, found.r2_adjusted, found.se_estimate], pspp_rows("Model Summary (LO)")[1])
    anova = found.anova
    rows = pspp_rows("ANOVA (LO)")
    assert_row([anova.ss_regression, anova.df_regression, anova.ms_regression, anova.f, anova.p], rows[1][1:])
    assert_row([anova.ss_residual, anova.df_residual, anova.ms_residual, None, None], rows[2][1:])
    assert_row([anova.ss_total, anova.df_total, None, None, None], rows[3][1:])
    for row, printed in zip(found.coefficients.values(), pspp_rows("Coefficients (LO)")[2:], strict=True):
        beta = 0.0 if row.beta is None else row.beta
        # PSPP takes the tolerance from respondents whom the regression leaves out; R does not.
        assert_row([row.b, row.se, beta, row.t, row.p, row.ci_low, row.ci_high], printed[1:8])


def test_two_groups() -> None:
    found = comparison.compute(retail()).variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    for group, printed in zip(found.groups.values(), pspp_rows("Group Statistics")[1:], strict=True):
        assert_row(list(astuple(group)), printed[2:])
    pooled, separate = pspp_rows("Independent Samples Test")[3:]
    assert_row([found.levene.f, found.levene.p, *_in_order(found.student)], pooled[2:])
    assert_row([None, None, *_in_order(found.welch)], separate[2:])


def _in_order(test: comparison.MeanDifference) -> list[float | None]:
    return [test.t, test.df, test.p, test.difference, test.se, test.ci_low, test.ci_high]


def test_ranks() -> None:
    found = comparison.compute(retail()).variables["Loyalty"]
    assert isinstance(found, VariableComparison)
    ranks = found.mann_whitney
    assert isinstance(ranks, MannWhitney)
    for mean, printed in zip(ranks.mean_ranks.values(), pspp_rows("Ranks")[1:], strict=False):
        assert_prints(mean, printed[3])
    assert_row([ranks.u, ranks.w, ranks.z, ranks.p], pspp_rows("Test Statistics")[1][1:])


def test_three_or_more_groups() -> None:
    found = oneway.compute(retail()).columns["age"]["Loyalty"]
    assert isinstance(found, OnewayAnova)
    between, within, total = pspp_rows("ANOVA")[1:]
    assert_row([found.ss_between, found.df_between, found.ms_between, found.f, found.p], between[2:])
    assert_row([found.ss_within, found.df_within, found.ms_within, None, None], within[2:])
    assert_prints(found.ss_total, total[2])
    homogeneity = pspp_rows("Test of Homogeneity of Variances")[1]
    assert_row(list(astuple(found.levene)), homogeneity[1:])


def test_pairs_of_groups() -> None:
    found = oneway.compute(retail()).columns["age"]["Loyalty"]
    assert isinstance(found, OnewayAnova)
    assert isinstance(found.games_howell, tuple)
    rows = pspp_rows("Multiple Comparisons (LO)")[2:]
    for pairs, printed in ((found.tukey, rows[:12]), (found.games_howell, rows[12:])):
        upper = [(i, j, printed[3 * i + j - 1]) for i in range(4) for j in range(i + 1, 4)]
        for row, (i, j, texts) in zip(pairs, upper, strict=True):
            assert (row.a, row.b) == (AGES[i], AGES[j])
            assert_prints(row.difference, texts[3])
            assert_prints(row.p, texts[5])
            # PSPP's quantile of the studentised range is good to eight digits or so.
            assert abs(row.ci_low - float(texts[6])) < 1e-6
            assert abs(row.ci_high - float(texts[7])) < 1e-6

"""Regression, assumption, comparison and one-way figures compared with an oracle folder.

Each table below pairs an attribute path of ours with a path of keys in the oracle and a relative
tolerance; oracle_instrument.py describes the folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any

from analysis.statistics import assumptions, comparison, oneway, regression
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.linearity import PredictorLinearity
from analysis.study.codebook import Codebook, ColumnEntry, Model, Settings
from analysis.study.preparation import Prepared, prepare
from analysis.study.study import Study
from analysis.study.table import CellTable
from tests.reference.oracle_instrument import Comparison
from tests.reference.studies import read_csv

DATASETS = ("mirota", "xiaomi", "longley", "bfi")
TWICE_SCORED = "unreversed"
"""A scale of the oracle that scores another scale's items once more; a column belongs to one scale."""

EXACT = 1e-8
LONGLEY = 1e-6
"""R's own rounding on these nearly dependent predictors reaches 6e-9 in a robust error, more in its p."""
R_COMPLEMENT = 1e-5
"""tseries takes the p value of Jarque and Bera as one minus a probability."""
STUDENTIZED_RANGE = 1e-4
"""ptukey and qtukey stop early."""

Row = tuple[str, str, float]

REGRESSION: tuple[Row, ...] = (
    ("r", "R", EXACT),
    ("r2", "R2", EXACT),
    ("r2_adjusted", "adj_R2", EXACT),
    ("se_estimate", "SEE", EXACT),
    *(
        (f"anova.{name.lower()}", f"anova.{name}", EXACT)
        for name in ("ss_regression", "ss_residual", "ss_total")
    ),
    *(
        (f"anova.{name.lower()}", f"anova.{name}", EXACT)
        for name in ("ms_regression", "ms_residual", "F", "p")
    ),
)
COEFFICIENT: tuple[Row, ...] = (
    ("b", "B", EXACT),
    ("se", "SE", EXACT),
    ("t", "t", EXACT),
    ("p", "p", EXACT),
    ("ci_low", "ci95.0", EXACT),
    ("ci_high", "ci95.1", EXACT),
)
SLOPE: tuple[Row, ...] = (
    ("beta", "beta", EXACT),
    ("zero_order", "zero_order", EXACT),
    ("partial", "partial", EXACT),
    ("semipartial", "part", EXACT),
    ("tolerance", "tolerance", EXACT),
    ("vif", "VIF", EXACT),
)
ROBUST: tuple[Row, ...] = (
    ("se", "SE", EXACT),
    ("t", "t", EXACT),
    ("p", "p", EXACT),
    ("ci_low", "ci95.0", EXACT),
    ("ci_high", "ci95.1", EXACT),
)
KOENKER = "breusch_pagan.koenker_studentised_on_predictors"
ASSUMPTIONS: tuple[Row, ...] = (
    ("normality.kolmogorov_smirnov.statistic", "residual_normality.ks_D", EXACT),
    ("normality.kolmogorov_smirnov.p", "residual_normality.ks_p_asymptotic_two_sided", EXACT),
    ("normality.lilliefors.statistic", "residual_normality.lilliefors_D", EXACT),
    ("normality.shapiro_wilk.statistic", "residual_normality.shapiro_W", EXACT),
    ("normality.shapiro_wilk.p", "residual_normality.shapiro_p", EXACT),
    ("normality.jarque_bera.statistic", "residual_normality.jarque_bera", EXACT),
    ("normality.jarque_bera.p", "residual_normality.jarque_bera_p", R_COMPLEMENT),
    ("heteroscedasticity.breusch_pagan.lm", f"{KOENKER}.chi2", EXACT),
    ("heteroscedasticity.breusch_pagan.p", f"{KOENKER}.p", EXACT),
    ("heteroscedasticity.breusch_pagan.f", "breusch_pagan.F_form_on_predictors.F", EXACT),
    ("heteroscedasticity.breusch_pagan.f_p", "breusch_pagan.F_form_on_predictors.p", EXACT),
    ("autocorrelation.durbin_watson", "durbin_watson.d", EXACT),
    ("linearity.reset.f", "ramsey_reset.fitted_power_2_3.F", EXACT),
    ("linearity.reset.p", "ramsey_reset.fitted_power_2_3.p", EXACT),
    ("influence.max_cook", "residual_statistics_spss.cook.max", EXACT),
)
WHITE: tuple[Row, ...] = (("lm", "full_nR2", EXACT), ("df", "full_df", 0), ("p", "full_p", EXACT))
GLEJSER: tuple[Row, ...] = (("b", "B", EXACT), ("se", "SE", EXACT), ("t", "t", EXACT), ("p", "p", EXACT))
LINEARITY: tuple[Row, ...] = (
    ("n", "n", 0),
    ("linearity.f", "linearity.F", EXACT),
    ("linearity.p", "linearity.p", EXACT),
    ("deviation.f", "deviation_from_linearity.F", EXACT),
    ("deviation.p", "deviation_from_linearity.p", EXACT),
)
T_TEST: tuple[Row, ...] = (
    ("t", "t", EXACT),
    ("df", "df", EXACT),
    ("p", "p_two", EXACT),
    ("se", "se_difference", EXACT),
    ("ci_low", "ci95.0", EXACT),
    ("ci_high", "ci95.1", EXACT),
)
TWO_GROUPS: tuple[Row, ...] = (
    ("levene.f", "levene_mean_spss.F", EXACT),
    ("levene.p", "levene_mean_spss.p", EXACT),
    ("brown_forsythe.f", "brown_forsythe_median.F", EXACT),
    ("brown_forsythe.p", "brown_forsythe_median.p", EXACT),
    *((f"student.{ours}", f"student.{theirs}", tolerance) for ours, theirs, tolerance in T_TEST),
    *((f"welch.{ours}", f"welch.{theirs}", tolerance) for ours, theirs, tolerance in T_TEST),
    ("cohen_d", "effect_size.cohens_d", EXACT),
    ("hedges_g.value", "effect_size.hedges_g", EXACT),
    ("hedges_g.ci_low", "effect_size.hedges_g_ci95.0", EXACT),
    ("hedges_g.ci_high", "effect_size.hedges_g_ci95.1", EXACT),
    ("mann_whitney.u", "mann_whitney.U_spss", EXACT),
    ("mann_whitney.w", "mann_whitney.wilcoxon_W_spss", EXACT),
    ("mann_whitney.z", "mann_whitney.z_tie_corrected_no_continuity_spss", EXACT),
    ("mann_whitney.p", "mann_whitney.p_asymptotic_two_spss", EXACT),
    ("mann_whitney.rank_biserial", "mann_whitney.rank_biserial_group1_minus_group2", EXACT),
)
GROUP: tuple[Row, ...] = (
    ("n", "n", 0),
    ("mean", "mean", EXACT),
    ("sd", "sd", EXACT),
    ("se", "se_mean", EXACT),
)
ONEWAY: tuple[Row, ...] = (
    *(
        (name.lower(), f"anova.{name}", EXACT)
        for name in ("ss_between", "ms_between", "ss_within", "ms_within")
    ),
    ("f", "anova.F", EXACT),
    ("p", "anova.p", EXACT),
    ("eta2", "eta2", EXACT),
    ("omega2", "omega2", EXACT),
    ("levene.f", "levene_mean_spss.F", EXACT),
    ("levene.p", "levene_mean_spss.p", EXACT),
    ("brown_forsythe.p", "levene_median.p", EXACT),
    ("welch.f", "welch.F", EXACT),
    ("welch.df2", "welch.df2", EXACT),
    ("welch.p", "welch.p", EXACT),
)
PAIR: tuple[Row, ...] = (
    ("se", "se", EXACT),
    ("p", "p", STUDENTIZED_RANGE),
    ("ci_low", "ci95.0", STUDENTIZED_RANGE),
    ("ci_high", "ci95.1", STUDENTIZED_RANGE),
)


def comparisons(folder: Path) -> Iterator[Comparison]:
    """All comparable figures of this half of the oracle."""
    for dataset in DATASETS:
        spec = json.loads((folder / "spec" / f"{dataset}.json").read_text(encoding="utf-8"))
        expected = json.loads((folder / "expected" / f"{dataset}.json").read_text(encoding="utf-8"))
        prepared = _study(folder / "datasets" / spec["csv"], spec)
        yield from _regression(dataset, prepared, expected["regression"])
        yield from _assumptions(dataset, prepared, expected)
        yield from _two_groups(dataset, prepared, expected.get("two_groups") or {})
        yield from _k_groups(dataset, prepared, expected.get("k_groups") or {})


def _study(path: Path, spec: Mapping[str, Any]) -> Prepared:
    table = read_csv(path)
    predictors = tuple(name for block in spec["regression"]["blocks"] for name in block)
    model = Model(outcome=spec["regression"]["y"], predictors=predictors)
    entries = {header: _entry(header, spec, (*predictors, model.outcome)) for header in table.headers}
    book = Codebook(entries, model=model, settings=Settings(score=spec["score"], bootstrap=0))
    return prepare(Study("oracle", _texts(table, entries), book, table.fingerprint()))


def _entry(header: str, spec: Mapping[str, Any], scores: Sequence[str]) -> ColumnEntry:
    for scale, content in spec["scales"].items():
        if header in content["items"] and TWICE_SCORED not in scale:
            reverse = header in (content.get("reverse") or ())
            return ColumnEntry("item", header, scale=scale, points=tuple(spec["likert"]), reverse=reverse)
    groups = [*(spec.get("two_groups") or ()), *(spec.get("k_groups") or ())]
    if any(header == group["by"] for group in groups):
        return ColumnEntry("demographic", header)
    return ColumnEntry("score" if header in scores else "ignored", header)


def _texts(table: CellTable, entries: Mapping[str, ColumnEntry]) -> CellTable:
    """The table with categories as texts, as the oracle names its levels."""
    columns = tuple(
        tuple(None if cell is None else str(cell) for cell in cells)
        if entries[header].role == "demographic"
        else cells
        for header, cells in zip(table.headers, table.columns, strict=True)
    )
    return replace(table, columns=columns)


def _compare(
    dataset: str, family: str, where: str, ours: object, expected: Mapping[str, Any], rows: Sequence[Row]
) -> Iterator[Comparison]:
    for attribute, key, tolerance in rows:
        value = reduce(getattr, attribute.split("."), ours)
        right = reduce(_at, key.split("."), expected)
        allowed = max(tolerance, LONGLEY) if dataset == "longley" and tolerance else tolerance
        yield Comparison(dataset, f"{family} {attribute}", where, value, right, allowed)


def _at(content: Any, key: str) -> Any:
    return content[int(key)] if isinstance(content, list) else content[key]


def _regression(dataset: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    found = regression.compute(prepared)
    yield from _compare(dataset, "regression", "model", found, expected, REGRESSION)
    for name, row in found.coefficients.items():
        key = "(Intercept)" if name == "const" else name
        figures, robust = expected["coefficients"][key], expected["robust_se"]["HC3"][key]
        yield from _compare(dataset, "coefficient", name, row, figures, COEFFICIENT)
        yield from _compare(dataset, "hc3", name, found.hc3[name], robust, ROBUST)
        if name != "const":
            yield from _compare(dataset, "coefficient", name, row, figures, SLOPE)


def _assumptions(dataset: str, prepared: Prepared, everything: Mapping[str, Any]) -> Iterator[Comparison]:
    found, expected = assumptions.compute(prepared), everything["regression"]
    yield from _compare(dataset, "assumptions", "model", found, expected, ASSUMPTIONS)
    spread = found.heteroscedasticity
    if not isinstance(spread, Heteroscedasticity):
        raise TypeError(f"{dataset}: {spread}")
    if spread.white is not None:
        yield from _compare(dataset, "white", "model", spread.white, expected["white"], WHITE)
    slopes = expected["glejser"]["abs_residual_on_all_predictors"]["coefficients"]
    for name, row in spread.glejser.items():
        yield from _compare(dataset, "glejser", name, row, slopes[name], GLEJSER)
    indices = expected["collinearity_diagnostics_spss"]["condition_index"]
    largest = found.multicollinearity
    yield from _compare(
        dataset,
        "assumptions",
        "model",
        largest,
        {"largest": indices[-1]},
        [("condition_index", "largest", EXACT)],
    )
    linear = getattr(found.linearity, "predictors", {})
    for name, figures in everything["linearity_spss_means"].items():
        row = linear[name]
        if isinstance(row, PredictorLinearity):
            yield from _compare(dataset, "linearity", name, row, figures, LINEARITY)


def _two_groups(dataset: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    for key, figures in expected.items():
        scale, group = key.split(" by ")
        levels = tuple(str(level) for level in figures["levels"])
        model = replace(prepared.codebook.model, group=group, group_levels=levels)
        chosen = replace(prepared, codebook=replace(prepared.codebook, model=model))
        found = comparison.compute(chosen).variables[scale]
        yield from _compare(dataset, "two groups", key, found, figures, TWO_GROUPS)
        groups = getattr(found, "groups", {})
        for number, level in enumerate(levels, start=1):
            right = figures[f"group{number}"]
            yield from _compare(dataset, "group", f"{key} {level}", groups[level], right, GROUP)


def _k_groups(dataset: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    if not expected:
        return
    columns = oneway.compute(prepared).columns
    for key, figures in expected.items():
        scale, group = key.split(" by ")
        found = columns[group][scale]
        yield from _compare(dataset, "oneway", key, found, figures, ONEWAY)
        for method in ("tukey", "games_howell"):
            rows = {frozenset((row.a, row.b)): row for row in getattr(found, method)}
            for pair in figures["pairwise"]:
                row = rows[frozenset((str(pair["i"]), str(pair["j"])))]
                sign = 1 if row.a == str(pair["i"]) else -1
                where = f"{key}: {row.a} - {row.b}"
                yield Comparison(
                    dataset,
                    f"{method} difference",
                    where,
                    row.difference,
                    sign * pair["mean_difference"],
                    EXACT,
                )
                if sign == 1:
                    yield from _compare(dataset, method, where, row, pair[method], PAIR)

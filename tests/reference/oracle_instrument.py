"""Instrument and description figures compared with an oracle folder (datasets/, spec/, expected/).

Each table below pairs an attribute of ours with a key of the oracle and a relative tolerance.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.statistics import correlations, descriptives, factorability, reliability, validity
from analysis.statistics.correlations import PairCorrelation
from analysis.statistics.distributions import chi2_critical, f_critical, r_critical, t_critical
from analysis.statistics.durbin_watson_distribution import durbin_watson_bounds
from analysis.statistics.factorability import FactorabilityResult
from analysis.statistics.reliability import ScaleReliability
from analysis.statistics.validity import ItemValidity
from analysis.study.codebook import Settings
from analysis.study.preparation import Prepared
from tests.reference.studies import StudyPlan, prepared_study

DATASETS = ("mirota", "bfi")
EXACT = 1e-8
ITERATIVE = 1e-6
"""Omega: lavaan stops when the likelihood changes by 1e-10."""
PRINTED_6 = 1e-6
"""The oracle keeps Durbin-Watson bounds to six decimals."""

SCALE_FIGURES = (
    ("alpha", "alpha_raw", EXACT),
    ("alpha_standardized", "alpha_standardised", EXACT),
    ("mean_inter_item_r", "average_interitem_r", EXACT),
    ("scale_mean", "scale_mean", EXACT),
    ("scale_variance", "scale_variance", EXACT),
    ("omega_total", "omega_total_cfa_ml_cov", ITERATIVE),
)
ITEM_FIGURES = (
    ("r", "r_item_total", EXACT),
    ("p", "p_item_total_two", EXACT),
    ("r_corrected", "r_corrected_item_total", EXACT),
)
DELETED_FIGURES = (
    ("alpha", "alpha_if_deleted", EXACT),
    ("scale_mean", "scale_mean_if_deleted", EXACT),
    ("scale_variance", "scale_variance_if_deleted", EXACT),
    ("r_corrected", "r_corrected_item_total", EXACT),
)
SCORE_FIGURES = (
    ("mean", "mean", EXACT),
    ("sd", "sd", EXACT),
    ("min", "min", EXACT),
    ("max", "max", EXACT),
    ("median", "median", EXACT),
    ("q1", "q1_type6_spss", EXACT),
    ("q3", "q3_type6_spss", EXACT),
    ("skewness", "skewness_G1_spss", EXACT),
    ("kurtosis", "kurtosis_G2_spss", EXACT),
)
PAIR_FIGURES = (
    ("pearson", "r", "pearson_r", EXACT),
    ("pearson", "p", "pearson_p_two", EXACT),
    ("spearman", "rho", "spearman_rho", EXACT),
    ("spearman", "p", "spearman_p_t_approx_spss", EXACT),
    ("kendall", "tau_b", "kendall_tau_b", EXACT),
    ("kendall", "p", "kendall_p", EXACT),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of ours beside the oracle's; `statistic` groups figures in the report."""

    dataset: str
    statistic: str
    where: str
    ours: float | None
    expected: float | None
    tolerance: float


def comparisons(folder: Path) -> Iterator[Comparison]:
    """All comparable figures of this half of the oracle."""
    for dataset in DATASETS:
        spec = json.loads((folder / "spec" / f"{dataset}.json").read_text(encoding="utf-8"))
        expected = json.loads((folder / "expected" / f"{dataset}.json").read_text(encoding="utf-8"))
        path = folder / "datasets" / f"{dataset}.csv"
        for scale in spec["scales"]:
            yield from _scale(dataset, scale, _study(path, spec, [scale]), expected["scales"][scale])
        names = [scale for scale in spec["scales"] if scale in expected["descriptives"]]
        prepared = _study(path, spec, names)
        yield from _scores(dataset, prepared, expected["descriptives"])
        yield from _pairs(dataset, prepared, expected["correlations"])
        factored = [name for name in names if set(spec["scales"][name]["items"]) <= set(spec["factor_items"])]
        together = _study(path, spec, factored)
        yield from _factors(dataset, "all items", together, expected["factorability_all_items"])
    critical = json.loads((folder / "expected" / "critical_values.json").read_text(encoding="utf-8"))
    yield from _critical_values(critical)


def _study(path: Path, spec: Mapping[str, Any], scales: Sequence[str]) -> Prepared:
    chosen = {name: spec["scales"][name] for name in scales}
    plan = StudyPlan(
        {name: scale["items"] for name, scale in chosen.items()},
        tuple(spec["likert"]),
        [item for scale in chosen.values() for item in scale.get("reverse") or ()],
        settings=Settings(score=spec["score"]),
    )
    return prepared_study(path, plan)


def _scale(dataset: str, scale: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    found = reliability.compute(prepared).scales[scale]
    items = validity.compute(prepared).items
    if not isinstance(found, ScaleReliability):
        raise TypeError(f"{scale}: {found}")
    yield Comparison(dataset, "reliability n", scale, found.n, expected["n_listwise"], 0)
    for ours, theirs, tolerance in SCALE_FIGURES:
        yield Comparison(
            dataset, f"reliability {ours}", scale, getattr(found, ours), expected[theirs], tolerance
        )
    low, high = expected["alpha_ci95_feldt"]
    yield Comparison(dataset, "reliability ci", f"{scale} low", found.ci_low, low, EXACT)
    yield Comparison(dataset, "reliability ci", f"{scale} high", found.ci_high, high, EXACT)
    for item, figures in expected["items"].items():
        validated, left = items[item], found.if_deleted[item]
        if not isinstance(validated, ItemValidity):
            raise TypeError(f"{item}: {validated}")
        r_table = expected["r_table_two_tailed_05"]
        yield Comparison(dataset, "validity r_table", item, validated.r_table, r_table, EXACT)
        for ours, theirs, tolerance in ITEM_FIGURES:
            value = getattr(validated, ours)
            yield Comparison(
                dataset, f"validity {ours}", f"{scale} {item}", value, figures[theirs], tolerance
            )
        for ours, theirs, tolerance in DELETED_FIGURES:
            value = getattr(left, ours)
            yield Comparison(
                dataset, f"if deleted {ours}", f"{scale} {item}", value, figures[theirs], tolerance
            )
    yield from _factors(dataset, scale, prepared, expected["factorability"])


def _factors(
    dataset: str, where: str, prepared: Prepared, expected: Mapping[str, Any]
) -> Iterator[Comparison]:
    found: FactorabilityResult = factorability.compute(prepared)
    yield Comparison(dataset, "kmo", where, found.kmo, expected["kmo_overall"], EXACT)
    for item, value in expected["kmo_items"].items():
        yield Comparison(dataset, "kmo", f"{where} {item}", found.kmo_items[item], value, EXACT)
    if found.bartlett is not None:
        yield Comparison(
            dataset, "bartlett chi2", where, found.bartlett.chi2, expected["bartlett_chi2"], EXACT
        )
        yield Comparison(dataset, "bartlett p", where, found.bartlett.p, expected["bartlett_p"], EXACT)
    for j, (ours, theirs) in enumerate(zip(found.eigenvalues, expected["eigenvalues"], strict=True)):
        yield Comparison(dataset, "eigenvalues", f"{where} {j + 1}", ours, theirs, EXACT)


def _scores(dataset: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    found = descriptives.compute(prepared).scales
    for scale in prepared.scales:
        yield Comparison(dataset, "descriptives n", scale, found[scale].n, expected[scale]["n"], 0)
        for ours, theirs, tolerance in SCORE_FIGURES:
            value = getattr(found[scale], ours)
            yield Comparison(
                dataset, f"descriptives {ours}", scale, value, expected[scale][theirs], tolerance
            )


def _pairs(dataset: str, prepared: Prepared, expected: Mapping[str, Any]) -> Iterator[Comparison]:
    found = correlations.compute(prepared).pairs
    for key, figures in expected.items():
        pair = found[key.replace("~", " ~ ")]
        if not isinstance(pair, PairCorrelation):
            raise TypeError(f"{key}: {pair}")
        for coefficient, ours, theirs, tolerance in PAIR_FIGURES:
            value = getattr(getattr(pair, coefficient), ours)
            yield Comparison(dataset, f"{coefficient} {ours}", key, value, figures[theirs], tolerance)
        low, high = figures["pearson_ci95_fisher"]
        yield Comparison(dataset, "pearson ci", f"{key} low", pair.pearson.ci_low, low, EXACT)
        yield Comparison(dataset, "pearson ci", f"{key} high", pair.pearson.ci_high, high, EXACT)


def _critical_values(expected: Mapping[str, Any]) -> Iterator[Comparison]:
    name = "critical values"
    for statistic, critical in (("t", t_critical), ("pearson_r", r_critical)):
        for df, row in expected[statistic].items():
            for key, value in row.items():
                alpha = float(key.removeprefix("two_tailed_"))
                yield Comparison(name, statistic, f"{df} {key}", critical(alpha, float(df)), value, EXACT)
    for df1, table in expected["F"].items():
        for df2, row in table.items():
            for key, value in row.items():
                ours = f_critical(int(key[1:]) / 100, float(df1), float(df2))
                yield Comparison(name, "F", f"{df1} {df2} {key}", ours, value, EXACT)
    for df, row in expected["chi_square"].items():
        for key, value in row.items():
            ours = chi2_critical(int(key[1:]) / 100, float(df))
            yield Comparison(name, "chi_square", f"{df} {key}", ours, value, EXACT)
    for key, row in expected["durbin_watson_bounds_alpha_05"].items():
        n, k = key.removeprefix("n").split("_k")
        bounds = durbin_watson_bounds(int(n), int(k))
        yield Comparison(name, "durbin_watson", f"{key} dL", bounds.d_lower, row["dL"], PRINTED_6)
        yield Comparison(name, "durbin_watson", f"{key} dU", bounds.d_upper, row["dU"], PRINTED_6)

"""The workload by Angket's own functions, on answers as small integers."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from analysis.statistics.autocorrelation import durbin_watson
from analysis.statistics.comparison import student_t, welch_t
from analysis.statistics.grouped_values import group_values
from analysis.statistics.heteroscedasticity import breusch_pagan
from analysis.statistics.homogeneity import levene
from analysis.statistics.item_covariance import item_covariance
from analysis.statistics.least_squares import fit_named
from analysis.statistics.model_sample import ModelSample
from analysis.statistics.regression import analysis_of_variance, coefficients_table
from analysis.statistics.reliability import cronbach_alpha, items_deleted
from analysis.statistics.validity import scale_validity
from analysis.study.codebook import Settings
from benchmarks.engines.report import measure
from benchmarks.workload import ITEMS, OUTCOME, PREDICTORS, SCALES, read_data

SETTINGS = Settings()


def compute(data: np.ndarray) -> dict[str, float]:
    answers, group = data[:, :ITEMS], data[:, ITEMS]
    figures = instrument(answers)
    scores = {name: score(answers, positions) for name, positions in SCALES.items()}
    figures |= regression(scores)
    return figures | comparison(scores[OUTCOME], group)


def score(answers: np.ndarray, positions: range) -> np.ndarray:
    """(n,) sums of the items of a scale."""
    return answers[:, positions.start : positions.stop].sum(axis=1, dtype=np.int16).astype(np.float64)


def instrument(answers: np.ndarray) -> dict[str, float]:
    everything = item_covariance(answers)
    figures = {}
    for name, positions in SCALES.items():
        items = tuple(f"Q{j + 1}" for j in positions)
        moments = everything.select(list(positions))
        validity = scale_validity(name, items, moments, SETTINGS)
        figures[f"alpha.{name}"] = cronbach_alpha(moments.covariance)
        figures[f"alpha_deleted.{name}"] = items_deleted(items, moments)[items[0]].alpha or 0.0
        figures[f"item_total.{name}"] = validity[items[0]].r  # type: ignore[union-attr]
    return figures


def regression(scores: dict[str, np.ndarray]) -> dict[str, float]:
    y = scores[OUTCOME]
    x = np.array([scores[name] for name in PREDICTORS]).T
    sample = ModelSample(OUTCOME, PREDICTORS, x, y, np.arange(len(y)), 0)
    fit = fit_named(x, y, PREDICTORS)
    coefficients = coefficients_table(fit, sample, SETTINGS.alpha)
    return {
        "slope.A": coefficients["A"].b,
        "vif.A": coefficients["A"].vif or 0.0,
        "f": analysis_of_variance(fit).f,
        "durbin_watson": durbin_watson(fit.residuals),
        "breusch_pagan": breusch_pagan(fit).lm,
    }


def comparison(outcome: np.ndarray, group: np.ndarray) -> dict[str, float]:
    grouped = group_values(outcome, group.astype(np.intp))
    return {
        "levene": levene(grouped).f,
        "student": student_t(grouped, SETTINGS.alpha).t,
        "welch": welch_t(grouped, SETTINGS.alpha).t,
    }


if __name__ == "__main__":
    measure(lambda: read_data(Path(sys.argv[1])), compute, int(sys.argv[2]))

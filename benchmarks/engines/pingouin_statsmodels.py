"""The workload by pingouin and statsmodels, as their documentation uses them."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
import statsmodels.api as sm
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.outliers_influence import variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson

from benchmarks.engines.report import measure
from benchmarks.workload import ITEMS, OUTCOME, PREDICTORS, SCALES, read_data


def load() -> pd.DataFrame:
    names = [f"Q{j + 1}" for j in range(ITEMS)]
    return pd.DataFrame(read_data(Path(sys.argv[1])), columns=[*names, "group"])


def compute(data: pd.DataFrame) -> dict[str, float]:
    figures: dict[str, float] = {}
    scores = pd.DataFrame()
    for name, positions in SCALES.items():
        items = data.iloc[:, positions.start : positions.stop]
        scores[name] = items.sum(axis=1)
        deleted = [pingouin.cronbach_alpha(items.drop(columns=item))[0] for item in items]
        figures[f"alpha.{name}"] = pingouin.cronbach_alpha(items)[0]
        figures[f"alpha_deleted.{name}"] = deleted[0]
        figures[f"item_total.{name}"] = items.corrwith(scores[name]).iloc[0]
    return figures | regression(scores) | comparison(scores[OUTCOME], data["group"])


def regression(scores: pd.DataFrame) -> dict[str, float]:
    x = sm.add_constant(scores[list(PREDICTORS)].astype(float))
    fit = sm.OLS(scores[OUTCOME].astype(float), x).fit()
    inflation = [variance_inflation_factor(x.to_numpy(), j + 1) for j in range(len(PREDICTORS))]
    return {
        "slope.A": fit.params["A"],
        "vif.A": inflation[0],
        "f": fit.fvalue,
        "durbin_watson": durbin_watson(fit.resid),
        "breusch_pagan": het_breuschpagan(fit.resid, x)[0],
    }


def comparison(outcome: pd.Series, group: pd.Series) -> dict[str, float]:
    first, second = outcome[group == 0], outcome[group == 1]
    spread = pingouin.homoscedasticity([np.array(first), np.array(second)], method="levene", center="mean")
    student = pingouin.ttest(first, second, correction=False)
    welch = pingouin.ttest(first, second, correction=True)
    return {"levene": spread.iloc[0, 0], "student": student["T"].iloc[0], "welch": welch["T"].iloc[0]}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    measure(load, compute, int(sys.argv[2]))

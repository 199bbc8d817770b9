"""The bundled samples from raw file to figure: the whole way of the headless command against R."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from analysis.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
FIGURES = json.loads((Path(__file__).parent / "samples" / "samples.json").read_text(encoding="utf-8"))
TOLERANCE = 1e-8
SCALES = {
    "retail": {
        "CS": "Customer Service",
        "LP": "Loyalty Program",
        "CB": "Community Building",
        "LOY": "Loyalitas",
    },
    "wellbeing": {"AU": "Autonomy", "SU": "Supervisor Support", "WL": "Workload", "WB": "Wellbeing"},
    "xiaomi": {"X1": "CRM", "X2": "Layanan Purna Jual", "Y": "Peningkatan Penjualan"},
}


@cache
def results(key: str, folder: Path) -> dict[str, Any]:
    sample = ROOT / "sample_data" / key
    out = folder / f"{key}.json"
    arguments = [f"{sample}.csv", "--codebook", f"{sample}.codebook.json", "--json", str(out)]
    assert main(arguments) == 0
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples")


def close(ours: float, theirs: float) -> bool:
    return math.isclose(ours, theirs, rel_tol=TOLERANCE)


def of_scales() -> Iterator[tuple[str, str]]:
    return ((key, scale) for key in ("retail", "wellbeing") for scale in FIGURES[key]["scales"])


@pytest.mark.parametrize(("key", "scale"), list(of_scales()))
def test_reliability_and_validity(key: str, scale: str, folder: Path) -> None:
    theirs, ours = FIGURES[key]["scales"][scale], results(key, folder)
    reliability = ours["reliability"][SCALES[key][scale]]
    assert reliability["n"] == theirs["n"]
    assert close(reliability["alpha"], theirs["alpha"])
    assert all(close(ours["validity"]["items"][item]["r"], r) for item, r in theirs["r"].items())


@pytest.mark.parametrize("key", ["retail", "xiaomi", "wellbeing"])
def test_regression(key: str, folder: Path) -> None:
    theirs, ours = FIGURES[key]["regression"], results(key, folder)
    found = ours["regression"]
    assert found["n"] == theirs["n"]
    assert close(found["r2"], theirs["r2"])
    assert close(found["anova"]["f"], theirs["f"])
    assert close(ours["assumptions"]["heteroscedasticity"]["breusch_pagan"]["lm"], theirs["breusch_pagan"])
    assert close(ours["assumptions"]["autocorrelation"]["durbin_watson"], theirs["durbin_watson"])
    for name, b in theirs["b"].items():
        coefficient = found["coefficients"][SCALES[key].get(name, "const")]
        assert close(coefficient["b"], b)
        assert close(coefficient["se"], theirs["se"][name])
        assert close(coefficient["p"], theirs["p"][name])
        if name in theirs["vif"]:
            assert close(coefficient["vif"], theirs["vif"][name])


def test_comparison(folder: Path) -> None:
    theirs = FIGURES["retail"]["comparison"]
    found = results("retail", folder)["comparison"]["variables"]["Loyalitas"]
    assert found["n"] == theirs["n"]
    assert close(found["welch"]["t"], theirs["welch_t"])
    assert close(found["welch"]["df"], theirs["welch_df"])
    assert close(found["welch"]["p"], theirs["welch_p"])
    assert close(found["student"]["t"], theirs["student_t"])
    assert close(found["levene"]["f"], theirs["levene_f"])
    assert close(found["levene"]["p"], theirs["levene_p"])

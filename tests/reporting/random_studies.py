"""Studies with random sizes, effects, groups and gaps, to check sentences against their numbers."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model, Settings
from analysis.study.study import Study
from analysis.study.table import CellTable

OUTCOME = "Outcome"
SEEDS = (*range(60), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(60, 1000)))
"""Sixty studies in every run; a thousand, which take minutes, with the long checks."""


def random_study(seed: int) -> Study:
    """One to four predictors and an outcome of three or four items each, two groups, a few gaps."""
    random = np.random.default_rng(seed)
    n = int(random.integers(24, 160))
    predictors = tuple(f"Scale {i}" for i in range(1, int(random.integers(2, 6))))
    member = random.random(n) < random.uniform(0.3, 0.7)
    traits = {name: random.normal(size=n) for name in predictors}
    effects = random.normal(0, 0.5, len(predictors))
    traits[OUTCOME] = sum(b * traits[name] for b, name in zip(effects, predictors, strict=True)) + (
        random.normal(0, 0.4) * member + random.normal(size=n)
    )
    columns: dict[str, tuple[str | int | None, ...]] = {}
    entries: dict[str, ColumnEntry] = {}
    for place, (scale, trait) in enumerate(traits.items(), start=1):
        for item in range(1, int(random.integers(3, 5)) + 1):
            name = f"V{place}.{item}"
            answers = np.clip(np.round(3 + trait + random.normal(0, random.uniform(0.6, 1.6), n)), 1, 5)
            gaps = random.random(n) < 0.01
            columns[name] = tuple(
                None if gap else int(answer) for gap, answer in zip(gaps, answers, strict=True)
            )
            entries[name] = ColumnEntry("item", name, scale=scale, points=(1, 5))
    columns["Card"] = tuple("Ya" if card else "Tidak" for card in member)
    entries["Card"] = ColumnEntry("group", "Card")
    model = Model(
        OUTCOME,
        predictors,
        group="Card",
        group_levels=("Ya", "Tidak"),
        hypotheses=(Hypothesis("H1", predictors[0]), Hypothesis("H2", "")),
    )
    settings = Settings(bootstrap=0, alpha=float(random.choice([0.01, 0.05, 0.1])))
    table = CellTable(tuple(columns), tuple(columns.values()), tuple(range(2, n + 2)))
    return Study(f"Study {seed}", table, Codebook(entries, (), model, settings), table.fingerprint())

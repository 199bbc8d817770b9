"""Who is kept listwise and who by prorating, against a count by hand and against the scores themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.chapter import chapter_results
from analysis.statistics import proration
from analysis.statistics.proration import ModelRespondents, ProratedRow, ScaleCompleteness
from analysis.statistics.regression import RegressionResult
from analysis.statistics.unavailable import NotPossible
from analysis.study.codebook import Model, Settings
from analysis.study.preparation import Prepared
from analysis.study.study import Study
from tests.reference.studies import DATA, RETAIL, StudyPlan, prepared_table, read_csv, study_of

RETAIL_ITEMS = {item for items in RETAIL.scales.values() for item in items}
ITEMS = ("a", "b", "c", "d", "e")
PLAN = StudyPlan(
    {"Five": ITEMS, "One": ("f",)},
    (1, 5),
    model=Model("One", ("Five",)),
    settings=Settings(missing="prorated"),
)
COLUMNS = {
    "a": (1, None, 3, None, 5),
    "b": (2, 2, 3, None, 4),
    "c": (3, 2, 3, 1, 5),
    "d": (4, 2, 3, 1, 5),
    "e": (5, 2, 3, 1, 5),
    "f": (1, 2, 3, 4, None),
}


def with_missing(study: Study, missing: str) -> Study:
    settings = replace(study.codebook.settings, missing=missing)
    return replace(study, codebook=replace(study.codebook, settings=settings))


def test_counts_by_hand() -> None:
    found = proration.compute(prepared_table(COLUMNS, PLAN))
    assert found.scales == {
        "Five": ScaleCompleteness(5, complete=3, enough=1, too_few=1),
        "One": ScaleCompleteness(1, complete=4, enough=0, too_few=1),
    }
    assert found.model == ModelRespondents(listwise=2, prorated=3)
    assert found.rows == (ProratedRow(3, ("Five",)),)


def test_listwise_marks_no_row() -> None:
    found = proration.compute(prepared_table(COLUMNS, replace(PLAN, settings=Settings())))
    assert found.method == "listwise"
    assert found.rows == ()
    assert found.model == ModelRespondents(2, 3)


def with_more_gaps(seed: int) -> Study:
    """The retail reference study, with a tenth of its answers taken away."""
    study = study_of(read_csv(DATA / "retail.csv"), RETAIL)
    random = np.random.default_rng(seed)
    columns = tuple(
        tuple(None if random.random() < 0.1 else cell for cell in cells) if header in RETAIL_ITEMS else cells
        for header, cells in zip(study.table.headers, study.table.columns, strict=True)
    )
    return replace(study, table=replace(study.table, columns=columns))


def scored(prepared: Prepared) -> dict[str, int]:
    return {name: int(np.isfinite(scores).sum()) for name, scores in prepared.scores.items()}


@pytest.mark.parametrize("seed", range(20))
def test_counts_are_those_of_the_scores_and_of_the_regression(seed: int) -> None:
    study = with_more_gaps(seed)
    for missing in ("listwise", "prorated"):
        results = chapter_results(with_missing(study, missing))
        found = proration.compute(results.prepared)
        kept = {
            name: scale.complete + (scale.enough if missing == "prorated" else 0)
            for name, scale in found.scales.items()
        }
        assert kept == scored(results.prepared)
        for scale in found.scales.values():
            assert scale.complete + scale.enough + scale.too_few == found.n
        regression = results["regression"]
        assert isinstance(regression, RegressionResult)
        assert found.model is not None
        assert regression.n == getattr(found.model, missing)


def test_a_prorated_sum_is_the_mean_times_the_number_of_items() -> None:
    prepared = prepared_table(COLUMNS, PLAN)
    assert prepared.scores["Five"][:3].tolist() == [15.0, 10.0, 15.0]
    assert np.isnan(prepared.scores["Five"][3])


def test_without_items_or_model() -> None:
    with pytest.raises(NotPossible):
        proration.compute(prepared_table({"x": (1, 2)}, StudyPlan({}, (1, 5))))
    found = proration.compute(prepared_table(COLUMNS, replace(PLAN, model=Model())))
    assert found.model is None

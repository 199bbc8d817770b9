"""Every sample opens as a finished study that any analysis can use."""

from __future__ import annotations

import pytest

from analysis.study.preparation import prepare
from analysis.study.study import Study
from sample_data.catalogue import SAMPLE_STUDIES, sample_codebook, sample_study

ANALYSED = {"retail": 110, "xiaomi": 207, "wellbeing": 152}


@pytest.fixture(scope="module", params=list(SAMPLE_STUDIES))
def opened(request: pytest.FixtureRequest) -> tuple[str, Study]:
    return request.param, sample_study(request.param)


def test_sample_is_finished_and_marked(opened: tuple[str, Study]) -> None:
    assert opened[1].simulated
    assert opened[1].confirmed


def test_sample_has_the_expected_respondents_and_scales(opened: tuple[str, Study]) -> None:
    key, study = opened
    prepared = prepare(study)
    columns = sample_codebook(key)["columns"].values()
    assert prepared.respondents == ANALYSED[key]
    assert set(prepared.scales) == {entry["scale"] for entry in columns if entry["role"] in ("item", "score")}


def test_no_name_or_address_stays_in_the_study(opened: tuple[str, Study]) -> None:
    text = repr(opened[1].table)
    assert "@example.com" not in text
    assert "Nama Contoh" not in text

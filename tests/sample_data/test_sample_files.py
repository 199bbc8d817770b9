"""The committed samples are what their scripts make, and what the catalogue says of them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from types import ModuleType
from typing import Any

import pytest

from sample_data import make_retail, make_wellbeing, make_xiaomi
from sample_data.catalogue import FOLDER, SAMPLE_STUDIES, sample_bytes, sample_codebook

MODELS_WITHOUT_GROUP = ("xiaomi", "wellbeing")


def respondents(key: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sample_bytes(key).decode("utf-8"))))


def items(key: str) -> dict[str, dict[str, Any]]:
    return {h: e for h, e in sample_codebook(key)["columns"].items() if e["role"] == "item"}


@pytest.mark.parametrize("script", [make_retail, make_xiaomi, make_wellbeing])
def test_script_makes_the_committed_files_byte_for_byte(script: ModuleType) -> None:
    for name, content in script.files().items():
        assert content == (FOLDER / name).read_bytes(), name


@pytest.mark.parametrize("key", list(SAMPLE_STUDIES))
def test_sample_says_that_it_is_simulated(key: str) -> None:
    sample = SAMPLE_STUDIES[key]
    assert "simulated" in sample.title
    assert "simula" in sample.study_title


@pytest.mark.parametrize("key", list(SAMPLE_STUDIES))
def test_codebook_covers_every_column(key: str) -> None:
    assert list(sample_codebook(key)["columns"]) == list(respondents(key)[0])


@pytest.mark.parametrize("key", ["retail", "wellbeing"])
def test_every_answer_is_a_word_of_the_codebook_or_missing(key: str) -> None:
    rows = respondents(key)
    for header, entry in items(key).items():
        assert {row[header] for row in rows} <= {*entry["answers"], ""}


@pytest.mark.parametrize(
    ("key", "rows", "statements", "points", "reversed_items", "missing"),
    [("retail", 110, 27, 5, ["CS4", "LOY3"], 7), ("wellbeing", 152, 16, 7, ["SU4"], 6)],
)
def test_questionnaire_has_the_described_shape(
    key: str, rows: int, statements: int, points: int, reversed_items: list[str], missing: int
) -> None:
    answers = respondents(key)
    columns = items(key)
    assert len(answers) == rows
    assert len(columns) == statements
    assert {tuple(entry["points"]) for entry in columns.values()} == {(1, points)}
    assert [entry["name"] for entry in columns.values() if entry["reverse"]] == reversed_items
    assert sum(row[header] == "" for row in answers for header in columns) == missing


def test_retail_people_are_visibly_invented() -> None:
    for row in respondents("retail"):
        assert row[make_retail.EMAIL].endswith("@example.com")
        assert row[make_retail.NAME].startswith("Nama Contoh")


def test_retail_holds_one_person_who_answers_everything_alike() -> None:
    alike = [row for row in respondents("retail") if len({row[header] for header in items("retail")}) == 1]
    assert len(alike) == 1


def test_retail_compares_members_with_non_members() -> None:
    assert Counter(row[make_retail.MEMBER] for row in respondents("retail")) == {"Ya": 63, "Tidak": 47}
    assert sample_codebook("retail")["model"]["group_levels"] == ["Member", "Non-member"]


@pytest.mark.parametrize("key", MODELS_WITHOUT_GROUP)
def test_other_samples_compare_no_groups(key: str) -> None:
    assert "group" not in sample_codebook(key)["model"]
    assert all(entry["role"] != "group" for entry in sample_codebook(key)["columns"].values())

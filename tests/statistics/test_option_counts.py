"""Options of questions with several answers, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.chapter import chapter_results
from analysis.reporting.language import language
from analysis.results_document import results_document
from analysis.statistics import quality, respondents
from analysis.statistics.respondents import OptionCounts
from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.preparation import prepare
from analysis.study.study import Study
from analysis.study.table import CellTable

MEDIA = ("IG, TV", "IG", None, "IG, TV, Koran", "TV")


def study() -> Study:
    """Five people, four of whom named seven media together."""
    city = ("Bantul", "Sleman", "Bantul", "Kota", "Sleman")
    answers = ((1, 2, 3, 4, 4), (2, 2, 3, 5, 4))
    table = CellTable(("media", "kota", "a", "b"), (MEDIA, city, *answers), (2, 3, 4, 5, 6))
    columns = {
        "media": ColumnEntry("demographic", "Media", separator=", "),
        "kota": ColumnEntry("demographic", "Kota"),
        "a": ColumnEntry("item", "A", scale="S", points=(1, 5)),
        "b": ColumnEntry("item", "B", scale="S", points=(1, 5)),
    }
    return Study("media", table, Codebook(columns), table.fingerprint())


def test_options_are_counted_once_a_respondent() -> None:
    found = respondents.compute(prepare(study())).columns["Media"]
    assert isinstance(found, OptionCounts)
    assert (found.n, found.missing, found.answers) == (4, 1, 7)
    assert [(option.category, option.n) for option in found.categories] == [
        ("IG", 3),
        ("TV", 3),
        ("Koran", 1),
    ]
    first, _, last = found.categories
    assert first.percent == 60.0
    assert first.valid_percent == 75.0
    assert first.answers_percent == pytest.approx(300 / 7)
    # Wilson (1927) by hand: z = 1.959963984540054, n = 4, p = 3/4.
    assert first.ci_low == pytest.approx(30.06418, abs=1e-5)
    assert first.ci_high == pytest.approx(95.44127, abs=1e-5)
    assert sum(option.answers_percent for option in found.categories) == pytest.approx(100)
    assert sum(option.valid_percent for option in found.categories) > 100
    assert last.cumulative_percent is None


def test_the_document_has_the_options_and_nothing_compares_combinations() -> None:
    document = results_document(chapter_results(study()), language("en"))
    media = document["respondents"]["Media"]
    assert media["answers"] == 7
    assert media["categories"][0]["cumulative_percent"] is None
    assert list(document["respondents"]) == ["Media", "Kota"]
    assert "unavailable" in document["associations"]
    assert list(document["oneway"]) == ["Kota"]


def test_rows_that_chose_other_options_are_no_duplicates() -> None:
    table = study().table
    same = replace(table, columns=(table.columns[0], ("Bantul",) * 5, (3,) * 5, (3,) * 5))
    alike = replace(same, columns=(("IG",) * 5, *same.columns[1:]))
    assert quality.compute(prepare(replace(study(), table=same))).duplicates == 0
    assert quality.compute(prepare(replace(study(), table=alike))).duplicates == 4

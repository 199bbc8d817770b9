"""Studies with next to nothing in them: every section says why it cannot show more."""

import pytest

from analysis.chapter import SECTIONS, chapter_results, section_view
from analysis.reporting.language import language
from analysis.study.codebook import Codebook, ColumnEntry, Model
from analysis.study.study import Study
from analysis.study.table import CellTable


def people_only(rows: int) -> Study:
    """Two characteristics and no item: nothing to score, compare or explain."""
    columns = {
        "Kota": tuple(("Yogya", "Solo", "Klaten")[i % 3] for i in range(rows)),
        "Kartu": tuple(("Ya", "Tidak")[i % 2] for i in range(rows)),
    }
    entries = {"Kota": ColumnEntry("demographic", "Kota"), "Kartu": ColumnEntry("group", "Kartu")}
    table = CellTable(tuple(columns), tuple(columns.values()), tuple(range(2, rows + 2)))
    return Study("Bare", table, Codebook(entries, model=Model(group="Kartu")), table.fingerprint())


@pytest.mark.parametrize("rows", [0, 1, 2, 30])
@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_section_of_a_study_without_items_can_be_shown(key: str, rows: int) -> None:
    study = people_only(rows)
    for code in ("id", "en"):
        assert section_view(study, key, language(code)).conclusion is not None


def test_nothing_to_score_is_the_reason() -> None:
    results = chapter_results(people_only(30))
    for key in ("comparison", "oneway"):
        assert getattr(results[key], "reason", "") == "no_items"

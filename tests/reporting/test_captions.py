from __future__ import annotations

from analysis.reporting.captions import number_chapter, number_exhibit
from analysis.reporting.language import language
from analysis.reporting.report import item_list
from tests.reporting.renderers.specimens import exhibit, report, section

EN = language("en")


def test_tables_and_figures_are_counted_over_the_chapter():
    captions = number_chapter((section(), section(key="regression")), EN)
    assert captions.of("instrument", "specimen").tables[0].text == "Table 4.1"
    assert captions.of("regression", "specimen").tables[0].text == "Table 4.2"
    assert captions.of("regression", "specimen").figures[0].text == "Figure 4.2"
    assert captions.of("regression", "specimen").card == "Table 4.2"


def test_what_is_not_shown_has_no_number():
    captions = number_chapter((section(),), EN, chapter=5)
    assert captions.of("instrument", "missing").card == ""
    assert captions.of("elsewhere", "specimen").card == ""
    assert captions.of("instrument", "specimen").card == "Table 5.1"


def test_an_exhibit_alone_begins_at_one():
    assert number_exhibit(exhibit(), EN).figures[0].text == "Figure 4.1"


def test_each_statement_is_listed_once():
    listed = item_list(report().sections, EN)
    assert listed is not None
    assert [row.cells for row in listed.rows] == [("Layanan", "Pernyataan lengkap Layanan")]
    assert item_list((), EN) is None

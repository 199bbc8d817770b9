"""The stylesheet draws rows as high as table_layout.py says: figures stand in step with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.html import STYLESHEET
from analysis.reporting.renderers.html_table import table_html
from analysis.reporting.table_layout import head_height, row_centres, row_heights

pytestmark = pytest.mark.browser

ITEM = Row((Label("CS1", full_text="Karyawan melayani dengan ramah", indented=True), Quantity(0.5)))
HEADING = Row((Label("Layanan", colour="blue"), None), heading=True)


def table(spanner: str, *rows: Row) -> Table:
    return Table("t", "Tabel", (Column("Butir", "left"), Column("r", spanner=spanner)), rows)


@pytest.mark.parametrize("spanner", ["", "Korelasi"])
@pytest.mark.parametrize(
    "rows", [(ITEM, ITEM), (HEADING, ITEM, ITEM, HEADING, ITEM)], ids=["plain", "grouped"]
)
def test_rows_are_as_high_as_promised(page: Page, spanner: str, rows: tuple[Row, ...]) -> None:
    drawn = table(spanner, *rows)
    style = STYLESHEET.read_text(encoding="utf-8")
    page.set_content(f"<style>{style}</style>{table_html(drawn, language('id'))}")
    measured = page.evaluate(
        """() => {
            const box = document.querySelector("thead").getBoundingClientRect();
            const rows = [...document.querySelectorAll("tbody tr")].map(row => row.getBoundingClientRect());
            return {
                head: box.height,
                heights: rows.map(row => row.height),
                centres: rows.map(row => (row.top + row.bottom) / 2 - box.bottom),
            };
        }"""
    )
    assert measured["head"] == pytest.approx(head_height(drawn), abs=0.5)
    assert measured["heights"] == pytest.approx(row_heights(drawn), abs=0.5)
    assert measured["centres"] == pytest.approx(row_centres(drawn), abs=0.5)


@pytest.mark.parametrize("spanner", ["", "Korelasi"])
def test_long_headings_take_a_second_line_rather_than_cut_the_table_off(page: Page, spanner: str) -> None:
    titles = ("Butir", *(f"Korelasi terkoreksi{number}" for number in range(8)))
    columns = tuple(Column(title, "left" if title == "Butir" else "right", spanner) for title in titles)
    wide = Table("t", "Tabel", columns, (Row((Label("CS1"), *(Quantity(0.5) for _ in titles[1:]))),))
    style = STYLESHEET.read_text(encoding="utf-8")
    page.set_viewport_size({"width": 1000, "height": 600})
    page.set_content(f"<style>{style}</style>{table_html(wide, language('id'))}")
    box = page.locator(".angket-scroll")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    head = page.locator("thead").bounding_box()
    assert head["height"] == pytest.approx(head_height(wide), abs=0.5)


def test_full_text_opens_on_focus(page: Page) -> None:
    style = STYLESHEET.read_text(encoding="utf-8")
    page.set_content(f"<style>{style}</style>{table_html(table('', ITEM), language('id'))}")
    full = page.get_by_text("Karyawan melayani dengan ramah")
    assert full.bounding_box()["width"] <= 1
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    opened = full.bounding_box()
    assert opened["width"] > 100
    assert opened["height"] > 20

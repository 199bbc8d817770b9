from __future__ import annotations

import dataclasses
import re

import pytest

from analysis.reporting.exhibit import Column, Label, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.html import (
    STYLESHEET,
    exhibit_title_html,
    exhibit_words_html,
    notes_html,
    opening_html,
    sentence_html,
    table_caption_html,
)
from analysis.reporting.renderers.html_table import table_html
from analysis.reporting.renderers.text_escape import one_line, printable
from analysis.reporting.sentence import sentence
from tests.reporting.renderers.html_reading import Reading
from tests.reporting.renderers.specimens import NASTY, exhibit, section, table

ID, EN = language("id"), language("en")
TABLE_TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td", "span"}
WORD_TAGS = {"div", "h1", "h2", "p", "dl", "dt", "dd", "span", "strong", "small"}


def test_cells_say_what_cell_text_says():
    rows = Reading(table_html(table(), ID)).rows
    body = rows[2:]
    for shown, row in zip(body, table().rows, strict=True):
        if row.heading:
            assert shown == ["Layanan"]
            continue
        expected = [cell_text(cell, ID) for cell in row.cells]
        if isinstance(row.cells[0], Label):
            expected[0] += "Pernyataan lengkap Layanan"
        assert shown == expected


def test_numbers_follow_the_language():
    assert "1.234,568" in table_html(table(), ID)
    assert "1,234.568" in table_html(table(), EN)


def test_table_is_a_focusable_named_region():
    reading = Reading(table_html(table(), ID))
    _, box = reading.tags[0]
    assert (box["tabindex"], box["role"], box["aria-label"]) == ("0", "region", "Tabel Layanan")


def test_headings_name_their_columns_rows_and_groups():
    reading = Reading(table_html(table(), ID))
    scopes = [attributes.get("scope") for tag, attributes in reading.tags if tag == "th"]
    assert scopes == ["colgroup", *["col"] * 8, "rowgroup", "row", "row", "row"]
    widths = [int(attributes.get("colspan") or 1) for tag, attributes in reading.tags if tag in ("td", "th")]
    assert sum(widths[:3]) == len(table().columns)


def test_each_group_has_its_own_body():
    rows = (Row((Label("a"), None), heading=True), Row(("1", "2")), Row((Label("b"), None), heading=True))
    two = Table("t", "t", (Column("x", "left"), Column("y")), rows)
    assert table_html(two, ID).count("<tbody>") == 2


def test_an_empty_heading_is_no_heading():
    empty = Table("t", "t", (Column("", "left"), Column("y")), (Row(("1", "2")),))
    assert [tag for tag, _ in Reading(table_html(empty, ID)).tags if tag in ("td", "th")] == [
        "td",
        "th",
        "th",
        "td",
    ]


def test_a_value_stays_beside_its_name_in_a_cell():
    cells = (Label("A = 1, B = 2", full_text="A = 1, B = 2"), "C = 3")
    drawn = table_html(Table("t", "T", (Column("", "left"), Column("", "left")), (Row(cells),)), ID)
    assert "A\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}1, B\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}2" in drawn
    assert "C\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}3" in drawn
    assert "angket-full" not in drawn


def test_full_text_opens_by_keyboard():
    terms = Reading(table_html(table(), ID)).with_class("angket-term")
    assert [term["tabindex"] for term in terms] == ["0"]


def test_verdicts_are_symbol_word_and_colour():
    reading = Reading(table_html(table(), ID))
    assert reading.with_class("angket-good")
    assert reading.with_class("angket-attention")
    assert "✓ Layanan" in reading.text


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_literal_in_tables(text: str):
    reading = Reading(table_html(table(text), ID))
    assert reading.names() == TABLE_TAGS
    assert reading.rows[3][-1] == one_line(text)
    assert not [name for _, attributes in reading.tags for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_literal_in_the_words(text: str):
    page = (
        opening_html(section(text))
        + exhibit_title_html("Tabel 4.1", text)
        + table_caption_html("Tabel 4.2", text)
        + exhibit_words_html(exhibit(text), ID)
    )
    reading = Reading(page)
    assert reading.names() == WORD_TAGS
    assert reading.text.count(printable(text)) >= 11


def test_emphasis_comes_from_the_template_only():
    assert (
        sentence_html(sentence("**{a}** dan {b}", a="x<y", b="**z**")) == "<strong>x&lt;y</strong> dan **z**"
    )


def test_notes_begin_with_n_and_end_with_the_source():
    text = Reading(notes_html(exhibit(), EN)).text
    assert text.startswith("N\u00a0=\u00a01,110. ")
    assert text.endswith("Source: Layanan.")
    assert notes_html(dataclasses.replace(exhibit(), n=None, notes=(), source=""), EN) == ""


def test_an_unavailable_exhibit_says_why():
    assert "Belum dapat dihitung: Layanan." in exhibit_words_html(section().exhibits[1], ID)


def test_different_decisions_ask_for_attention():
    values = exhibit().two_values
    assert values is not None
    other = dataclasses.replace(exhibit(), two_values=dataclasses.replace(values, same_decision=False))
    assert "angket-good" in exhibit_words_html(exhibit(), EN)
    reading = Reading(exhibit_words_html(other, EN))
    assert "Different decision" in reading.text
    assert reading.with_class("angket-attention")


def test_every_class_in_use_is_drawn():
    page = opening_html(section()) + exhibit_title_html("1", "t") + exhibit_words_html(exhibit(), ID)
    page += table_html(table(), ID) + exhibit_words_html(section().exhibits[1], ID)
    used = {name for names in re.findall(r'class="([^"]+)"', page) for name in names.split()}
    drawn = set(re.findall(r"\.(angket-[a-z-]+)", STYLESHEET.read_text(encoding="utf-8")))
    assert used <= drawn | {"angket-two-values"}
    assert len(used) > 20


def test_a_long_statement_may_wrap_and_a_short_word_does_not():
    columns = (Column("H", "left"), Column("Pernyataan", "left"), Column("Arah", "left"))
    long = "Layanan berpengaruh positif terhadap loyalitas"
    html = table_html(Table("h", "Hipotesis", columns, (Row((Label("H1"), long, "positif")),)), ID)
    assert f'<td class="angket-left angket-statement">{long}</td>' in html
    assert '<td class="angket-left">positif</td>' in html

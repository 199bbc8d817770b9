from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reporting.renderers.text_escape import (
    for_csv,
    for_html,
    for_plotly,
    one_line,
    printable,
)


def test_printable_drops_what_cannot_be_shown_and_keeps_the_rest():
    assert printable("a\x00b\x07c\x1b[0m\x85") == "abc[0m"
    assert printable("\u202egnp.exe\u2066") == "gnp.exe"
    assert printable("lone \ud800") == "lone "
    assert printable("dua\nbaris\ttab") == "dua\nbaris\ttab"
    assert printable("é 漢字 👩\u200d🎓 −½") == "é 漢字 👩\u200d🎓 −½"


def test_one_line_folds_white_space():
    assert one_line("  dua\n\n baris\u00a0lagi ") == "dua baris lagi"


@given(st.text())
def test_html_text_reads_back_as_it_was(text: str):
    escaped = for_html(text)
    assert not set("<>\"'") & set(escaped)
    assert html.unescape(escaped) == printable(text)


@given(st.text())
def test_plotly_sees_no_tag_and_no_tex(text: str):
    escaped = for_plotly(text).replace("<br>", "")
    assert not set("<>$") & set(escaped)


def test_plotly_line_breaks_survive():
    assert for_plotly("a\n<b>") == "a<br>&lt;b&gt;"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\x00=1", "\u200e=1", "＝1", "\r-1"]
)
def test_csv_text_never_begins_a_formula(text: str):
    assert for_csv(text).startswith("'")


@pytest.mark.parametrize("text", ["Layanan", "3,5", "−0,5", "a=b", "", "'x"])
def test_ordinary_csv_text_is_unchanged(text: str):
    assert for_csv(text) == text

"""User text on the screen is exactly what the user typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interface.text import WORD_JOINER, literal

NASTY = [
    "a_b*c", "$x$", ":red[..]", "1. satu", "![](http://x/y.png)", "[a](javascript:1)", "->", "--", ">=",
    ":streamlit:", ":material/home:", "www.example.com", "a@b.id", "<b>x</b>", "`x`", "# judul", "\\", "~~x~~",
]  # fmt: skip


def shown(markdown: str) -> str:
    """What is left when every escape and every joiner is taken away."""
    return re.sub(r"\\(.)", r"\1", markdown.replace(WORD_JOINER, ""))


@pytest.mark.parametrize("text", NASTY)
def test_nothing_is_left_for_markdown(text):
    assert shown(literal(text)) == " ".join(text.split())
    assert not re.search(r"(?<!\\)[!-/:-@\[-`{-~](?<!\\)", re.sub(r"\\.", "", literal(text)))


@given(st.text())
def test_words_survive(text):
    assert shown(literal(text)).replace(WORD_JOINER, "") == " ".join(text.split()).replace(WORD_JOINER, "")

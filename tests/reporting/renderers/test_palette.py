from __future__ import annotations

from typing import get_args

import pytest

from analysis.reporting.figure import Colour
from analysis.reporting.renderers.html import STYLESHEET
from analysis.reporting.renderers.palette import INK, PALETTES, WHITE, Theme, transparent


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("role", get_args(Colour))
def test_words_of_every_role_are_readable(theme: Theme, role: Colour):
    palette = PALETTES[theme]
    assert contrast(palette.words[role], palette.surface) >= 4.5
    assert palette.marks[role].startswith("#")


def test_words_on_a_tint_take_the_side_that_reads_better():
    assert PALETTES["light"].on_tint("blue", 1.0) == WHITE
    assert PALETTES["light"].on_tint("blue", 0.1) == INK
    assert PALETTES["dark"].on_tint("blue", 0.1) == WHITE
    assert PALETTES["dark"].on_tint("blue", 1.0) == INK


def test_transparent():
    assert transparent("#0072B2", 0.2) == "rgba(0,114,178,0.2)"


@pytest.mark.parametrize("role", ["blue", "green", "purple", "vermilion", "sky"])
def test_dots_in_tables_have_the_colours_of_the_pictures(role: Colour):
    light, dark = PALETTES["light"].marks[role].lower(), PALETTES["dark"].marks[role].lower()
    assert f".angket-{role} {{ --angket-mark: light-dark({light}, {dark}); }}" in STYLESHEET.read_text(
        encoding="utf-8"
    )

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pytest

from analysis.reporting.figure import SERIES_COLOURS, Colour, series_shape
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


@pytest.mark.parametrize("role", [role for role in SERIES_COLOURS if role != "orange"])
def test_dots_in_tables_have_the_colours_of_the_pictures(role: Colour):
    light, dark = PALETTES["light"].marks[role].lower(), PALETTES["dark"].marks[role].lower()
    assert f".angket-{role} {{ --angket-mark: light-dark({light}, {dark}); }}" in STYLESHEET.read_text(
        encoding="utf-8"
    )


SIGHT = {
    "normal": np.eye(3),
    "deuteranopic": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopic": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
"""Machado, Oliveira and Fernandes (2009), full severity, on linear sRGB."""
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
JUST_TOLD_APART = 14.0
"""CIE 1976 colour difference; one of 2.3 can just be seen side by side."""


def seen(colour: str, sight: str) -> np.ndarray:
    """CIELAB of a colour as readers of that sight have it."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    x, y, z = TO_XYZ @ np.clip(SIGHT[sight] @ linear, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = [np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", get_args(Theme))
def test_twelve_series_are_told_apart_by_every_reader(theme: Theme, sight: str) -> None:
    marks = PALETTES[theme].marks
    for first, second in combinations(SERIES_COLOURS, 2):
        distance = np.linalg.norm(seen(marks[first], sight) - seen(marks[second], sight))
        assert distance >= JUST_TOLD_APART, (first, second)


@pytest.mark.parametrize("theme", get_args(Theme))
def test_the_second_round_stands_out_from_the_surface_and_has_its_own_marker(theme: Theme) -> None:
    palette = PALETTES[theme]
    for role in SERIES_COLOURS[6:]:
        assert contrast(palette.marks[role], palette.surface) >= 3
        assert series_shape(role) == "square"
    assert {series_shape(role) for role in SERIES_COLOURS[:6]} == {"circle"}

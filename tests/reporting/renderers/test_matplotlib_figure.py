from __future__ import annotations

import dataclasses
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread

from analysis.reporting.figure import Axis, Figure
from analysis.reporting.language import language
from analysis.reporting.renderers.matplotlib_figure import drawable, png_bytes, svg_bytes
from analysis.reporting.renderers.palette import PALETTES
from tests.reporting.renderers.specimens import NASTY, figure, marks

ID = language("id")


def pixels(drawn: Figure) -> np.ndarray:
    """Rows by columns by red, green, blue, each 0 to 1."""
    return imread(BytesIO(png_bytes(drawn, ID, dpi=100)))[:, :, :3]


def has_colour(picture: np.ndarray, colour: str) -> bool:
    wanted = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return bool((np.abs(picture - wanted).max(axis=2) < 0.02).any())


@pytest.mark.parametrize("mark", marks(), ids=lambda mark: type(mark).__name__)
def test_each_mark_is_drawn(mark):
    bare = pixels(figure(only=()))
    drawn = pixels(figure(only=(dataclasses.replace(mark, **_without_words(mark)),)))
    changed = np.abs(drawn - bare).max(axis=2) > 0.05
    assert changed.sum() > 20


def _without_words(mark) -> dict[str, object]:
    return {"label": ""} if hasattr(mark, "label") else {}


def test_marks_take_the_palette_of_paper():
    palette = PALETTES["print"]
    picture = pixels(figure())
    for role in ("blue", "orange", "purple", "vermilion", "sky", "ink", "critical"):
        assert has_colour(picture, palette.marks[role]), role


def test_size_on_paper():
    picture = imread(BytesIO(png_bytes(figure(), ID, width_cm=12.7, dpi=100)))
    assert picture.shape[1] == 500
    assert picture.shape[0] == pytest.approx(500 * figure().height / 620, abs=2)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_can_stop_or_bend_a_picture(text: str):
    assert png_bytes(figure(text), ID, dpi=50).startswith(b"\x89PNG")
    root = ElementTree.fromstring(svg_bytes(figure(text), ID))  # noqa: S314 -- our own file
    assert not [
        element.tag for element in root.iter() if element.tag.endswith(("script", "image", "foreignObject"))
    ]


def test_tex_between_dollars_is_drawn_as_dollars():
    plain = pixels(dataclasses.replace(figure(only=()), x=Axis("$x$", 0, 5)))
    letter = pixels(dataclasses.replace(figure(only=()), x=Axis("x", 0, 5)))
    assert (np.abs(plain - letter) > 0.2).any()


def test_the_description_travels_with_the_file():
    assert "Keterangan Layanan" in svg_bytes(figure(), ID).decode()
    assert b"Keterangan Layanan" in png_bytes(figure(), ID)


def test_a_missing_character_is_a_square():
    assert drawable("a 漢\nb") == "a \N{WHITE SQUARE}\nb"


def test_a_square_figure_is_square_on_paper():
    from analysis.reporting.renderers.matplotlib_figure import _Drawing

    axes = _Drawing(dataclasses.replace(figure(), square=True), ID, 15).draw().axes[0]
    box = axes.get_window_extent()
    assert box.width == pytest.approx(box.height, rel=0.01)

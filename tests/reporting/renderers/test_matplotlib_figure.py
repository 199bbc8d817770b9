from __future__ import annotations

import dataclasses
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread

from analysis.reporting.figure import Axis, Figure, Interval, Mark, Points, Rule, Text, Tile
from analysis.reporting.language import language
from analysis.reporting.renderers.matplotlib_figure import SCREEN_WIDTH, png_bytes, svg_bytes
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.print_surface import breadth, drawable
from tests.reporting.renderers.specimens import NASTY, figure, marks

ID = language("id")
CRITICAL = np.array([0xD5, 0x5E, 0x00]) / 255


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


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_an_open_end_is_a_filled_head_inside_the_interval(direction):
    plain = pixels(figure(only=(Interval(1, 3, 2, direction),)))
    headed = pixels(figure(only=(Interval(1, 3, 2, direction, open_high=True),)))
    rows, columns = np.nonzero(np.abs(headed - plain).max(axis=2) > 0.05)
    assert len(rows) > 20
    line_rows, line_columns = np.nonzero(np.abs(plain - pixels(figure(only=()))).max(axis=2) > 0.05)
    # The head lies at the high end: the right end of a lying interval, the upper end of a standing one.
    if direction == "horizontal":
        assert (line_columns.min() + line_columns.max()) / 2 < columns.min()
        assert columns.max() <= line_columns.max() + 1
    else:
        assert rows.max() < (line_rows.min() + line_rows.max()) / 2
        assert line_rows.min() - 1 <= rows.min()


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
    square = dataclasses.replace(figure(only=(Tile(0, 5, 0, 5, "critical", 1.0),)), square=True)
    tinted = np.abs(pixels(square) - CRITICAL).max(axis=2) < 0.02
    rows, columns = tinted.any(axis=1).sum(), tinted.any(axis=0).sum()
    assert rows == pytest.approx(columns, abs=2)
    assert rows > 150


def test_a_squeezed_figure_keeps_its_width_and_the_size_of_its_type():
    tall = imread(BytesIO(png_bytes(figure(), ID, dpi=100)))
    squeezed = imread(BytesIO(png_bytes(figure(), ID, dpi=100, squeeze=0.75)))
    assert squeezed.shape[1] == tall.shape[1]
    assert squeezed.shape[0] == pytest.approx(0.75 * tall.shape[0], abs=2)
    # The words under the axis keep their size and their distance from the lower edge.
    ink = [(1 - picture[-20:, :, :3]).sum() for picture in (tall, squeezed)]
    assert ink[0] > 100
    assert ink[1] == pytest.approx(ink[0], rel=0.05)


@pytest.mark.parametrize(
    "marks_there",
    [(), (Points((4.9, 4.75), (1.45, 1.5), "ink"),), (Interval(0, 4, 4.8, "vertical", "ink"),)],
    ids=["nothing", "dots", "stem"],
)
def test_the_words_of_a_lying_rule_stand_at_the_right_where_nothing_else_does(marks_there: tuple[Mark, ...]):
    rule = Rule(1.4, "horizontal", "critical", label="batas")
    bare = dataclasses.replace(rule, label="")
    with_words, without = (pixels(figure(only=(each, *marks_there))) for each in (rule, bare))
    columns = np.flatnonzero((np.abs(with_words - without).max(axis=2) > 0.1).any(axis=0))
    taken = np.flatnonzero((np.abs(without - pixels(figure(only=(bare,)))).max(axis=2) > 0.1).any(axis=0))
    assert not set(range(columns.min(), columns.max() + 1)) & set(taken)
    end = taken.min() if taken.size else without.shape[1]
    assert end - 40 < columns.max() < end


def test_breadth_of_words_is_that_on_paper():
    size = 20
    drawn = dataclasses.replace(figure(only=(Text(2.5, 2.5, "Loyalitas MMM", size=size),)), height=200)
    without = dataclasses.replace(drawn, marks=())
    changed = np.abs(pixels(drawn) - pixels(without)).max(axis=2) > 0.05
    columns = np.flatnonzero(changed.any(axis=0))
    on_paper = (columns.max() - columns.min() + 1) * SCREEN_WIDTH / changed.shape[1]
    assert breadth("Loyalitas MMM", size) == pytest.approx(on_paper, rel=0.03)


def test_a_title_of_two_lines_makes_the_picture_taller():
    long = "a title that is much too long for the plot of a telephone of any kind"
    plain, taller = (
        pixels(dataclasses.replace(figure(only=()), x=Axis(title, 0, 5))) for title in ("short", long)
    )
    assert taller.shape[0] > plain.shape[0]
    assert not has_colour(taller[-2:], PALETTES["print"].words["grey"])


def test_backed_words_hide_what_runs_behind_them():
    rule = Rule(2.5, "horizontal", width=8)
    bare, backed = (
        pixels(figure(only=(rule, Text(1, 2.5, "MMMMMMMM", colour="grey", backed=hidden))))
        for hidden in (False, True)
    )
    visible = [(np.abs(picture - CRITICAL).max(axis=2) < 0.05).sum() for picture in (bare, backed)]
    assert visible[1] < visible[0]

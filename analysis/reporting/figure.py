"""The grammar of marks: a picture as data, drawn by Plotly on screen and by matplotlib in Word.

Coordinates are data units. A colour is a role from `COLOURS`, never a value: each renderer maps it
to its own palette (light, dark, print). Text is literal. Sizes are CSS pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Colour = Literal[
    "blue",
    "orange",
    "green",
    "purple",
    "vermilion",
    "sky",
    "deep-blue",
    "deep-orange",
    "deep-green",
    "deep-purple",
    "deep-vermilion",
    "deep-sky",
    "ink",
    "grey",
    "faint",
    "critical",
    "good",
    "attention",
]
Shape = Literal["circle", "diamond", "square"]
FIRST_COLOURS: tuple[Colour, ...] = ("blue", "orange", "green", "purple", "vermilion", "sky")
SECOND_COLOURS: tuple[Colour, ...] = (
    "deep-blue",
    "deep-orange",
    "deep-green",
    "deep-purple",
    "deep-vermilion",
    "deep-sky",
)
SERIES_COLOURS = FIRST_COLOURS + SECOND_COLOURS
"""Colours of scales and groups in order; those of the second round are drawn with squares."""
Anchor = Literal["start", "middle", "end"]
Direction = Literal["horizontal", "vertical"]
Dash = Literal["solid", "dash", "dot"]


def series_shape(colour: Colour) -> Shape:
    """The marker of a series: a second sign, beside its colour, for the second round of colours."""
    return "square" if colour in SECOND_COLOURS else "circle"


@dataclass(frozen=True, slots=True)
class Tick:
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """`low` > `high` turns the axis round. Ticks None: the renderer chooses round values.

    `decimals` is for labels the renderer makes and hover; None: as few as the steps need.
    """

    title: str = ""
    low: float | None = None
    high: float | None = None
    ticks: tuple[Tick, ...] | None = None
    decimals: int | None = None
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Points:
    """Dots. `hover[i]` is the exact figure of dot i (same length, or empty)."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    colour: Colour = "blue"
    shape: Shape = "circle"
    filled: bool = True
    size: float = 9
    opacity: float = 1.0
    hover: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    x: tuple[float, ...]
    y: tuple[float, ...]
    colour: Colour = "blue"
    width: float = 2
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from `start` to `end` along `direction`, centred at `at` across it, `thickness` wide."""

    start: float
    end: float
    at: float
    thickness: float = 0.7
    direction: Direction = "horizontal"
    colour: Colour = "blue"
    opacity: float = 1.0
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A line from `low` to `high` along `direction` at `at` across it.

    An open end is an arrow head: the interval goes on beyond the picture.
    """

    low: float
    high: float
    at: float
    direction: Direction = "horizontal"
    colour: Colour = "blue"
    width: float = 3
    caps: bool = False
    open_low: bool = False
    open_high: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """The region between `low` and `high` over `x`."""

    x: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    colour: Colour = "blue"
    opacity: float = 0.2


@dataclass(frozen=True, slots=True)
class Box:
    """A box plot lying along the x axis at height `at`."""

    whisker_low: float
    quartile_1: float
    median: float
    quartile_3: float
    whisker_high: float
    at: float
    thickness: float = 0.3
    colour: Colour = "blue"


@dataclass(frozen=True, slots=True)
class Tile:
    """A filled rectangle, drawn below everything else unless `label` or `hover` asks to be read."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float
    colour: Colour = "blue"
    opacity: float = 0.1
    label: str = ""
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line across the whole plot: "vertical" stands at x = `at`, "horizontal" lies at y = `at`."""

    at: float
    direction: Direction = "vertical"
    colour: Colour = "critical"
    width: float = 1.8
    dash: Dash = "solid"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place. `dx` and `dy` move them by pixels (right, up). `backed` words hide what runs behind them."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    colour: Colour = "ink"
    strong: bool = False
    size: float = 13
    dx: float = 0
    dy: float = 0
    backed: bool = False


Mark = Points | Line | Bar | Interval | Area | Box | Tile | Rule | Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture. `description` is the alternative text: what it shows and the main figures, in words.

    `height` in pixels without caption; width follows the page. `margin_top` in pixels is given where
    the picture must stand in step with the rows of the table beside it.
    """

    key: str
    title: str
    x: Axis
    y: Axis
    marks: tuple[Mark, ...]
    description: str
    height: float = 320
    margin_top: float = 28
    square: bool = False

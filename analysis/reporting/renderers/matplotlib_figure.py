"""A figure drawn by matplotlib, for Word, for print and for downloads; it needs no browser.

The same marks, order and labels as plotly_figure.py, in the print palette. Figure objects only, never
pyplot, whose state is shared by all users of a server. Text is literal: mathtext is off everywhere.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Literal, TypeVar

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import Rectangle

from analysis.reporting.figure import (
    Area,
    Axis,
    Bar,
    Box,
    Figure,
    Interval,
    Line,
    Mark,
    Points,
    Rule,
    Text,
    Tile,
)
from analysis.reporting.language import Language
from analysis.reporting.renderers.axis_scale import Scale, scale
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.rule_labels import RuleLabel, label_rows, rule_labels
from analysis.reporting.renderers.text_escape import printable

SCREEN_WIDTH = 620
"""Pixels on the screen that the width of a printed figure stands for."""
FONT = "DejaVu Sans"
TICK_SIZE, AXIS_TITLE_SIZE, LABEL_SIZE = 12, 12.5, 12
SIDE_MARGIN, BOTTOM_MARGIN, BARE_BOTTOM_MARGIN, LABEL_ROW_HEIGHT = 12, 48, 10, 17
BOX_LINE = 1.6
# DejaVu is wider than the screen's typeface.
NARROWER = 0.92
MISSING = "\N{WHITE SQUARE}"

_ORDER: tuple[type[Mark], ...] = (Tile, Area, Bar, Rule, Line, Interval, Box, Points, Text)
_DASHES: dict[str, Any] = {"solid": "-", "dash": (0, (4, 3)), "dot": (0, (1.5, 2))}
# Hard compression takes longer than drawing and saves little.
_SAVING: dict[str, dict[str, Any]] = {"png": {"pil_kwargs": {"compress_level": 2}}, "svg": {}}
_ALIGN = {"start": "left", "middle": "center", "end": "right"}

M = TypeVar("M", bound=Mark)


def png_bytes(figure: Figure, language: Language, width_cm: float = 15, dpi: int = 150) -> bytes:
    """The figure as a PNG picture, `width_cm` wide on paper, with its description inside."""
    description = {
        "Title": printable(figure.title),
        "Description": printable(figure.description),
        "Software": None,
    }
    return _saved(_Drawing(figure, language, width_cm).draw(), "png", dpi, description)


def svg_bytes(figure: Figure, language: Language, width_cm: float = 15) -> bytes:
    """The figure as an SVG picture; words are drawn as outlines, so every reader shows them alike."""
    description = {
        "Title": printable(figure.title),
        "Description": printable(figure.description),
        "Date": None,
    }
    return _saved(_Drawing(figure, language, width_cm).draw(), "svg", 72, description)


def _saved(
    canvas: Canvas, kind: Literal["png", "svg"], dpi: int, description: dict[str, str | None]
) -> bytes:
    target = BytesIO()
    canvas.savefig(target, format=kind, dpi=dpi, metadata=description, **_SAVING[kind])
    return target.getvalue()


class _Drawing:
    """One figure on its way to paper. Lengths in pixels become points by `self.point`."""

    def __init__(self, figure: Figure, language: Language, width_cm: float) -> None:
        self.figure = figure
        self.palette = PALETTES["print"]
        self.x, self.y = scale(figure, "x", language), scale(figure, "y", language)
        self.labels = rule_labels(figure, self.x)
        self.top = max(figure.margin_top, label_rows(self.labels) * LABEL_ROW_HEIGHT + 6)
        self.height = figure.height + self.top - figure.margin_top
        inches = width_cm / 2.54
        self.point = inches * 72 / SCREEN_WIDTH
        self.canvas = Canvas(figsize=(inches, self.height * self.point / 72))
        FigureCanvasAgg(self.canvas)
        self.axes: Axes = self.canvas.add_axes((0, 0, 1, 1))

    def draw(self) -> Canvas:
        self._axes()
        for level, kind in enumerate(_ORDER):
            for mark in self._marks(kind):
                self._mark(mark, level)
        for label in self.labels:
            self._rule_label(label)
        self._place_axes()
        return self.canvas

    def _marks(self, kind: type[M]) -> list[M]:
        return [mark for mark in self.figure.marks if isinstance(mark, kind)]

    # axes ------------------------------------------------------------------------------------------

    def _axes(self) -> None:
        axes = self.axes
        axes.patch.set_visible(False)
        axes.set_xlim(self.x.low, self.x.high)
        axes.set_ylim(self.y.low, self.y.high)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            axes.spines[side].set_color(self.palette.axis)
            axes.spines[side].set_linewidth(self.point)
        self._axis("x", self.figure.x, self.x)
        self._axis("y", self.figure.y, self.y)
        # Names of rows stand beside rows and need no line; a numeric axis has one.
        if self.figure.y.ticks is not None:
            axes.spines["left"].set_visible(False)
            axes.tick_params(axis="y", length=0, pad=8 * self.point)

    def _axis(self, which: Literal["x", "y"], axis: Axis, scale: Scale) -> None:
        drawn = self.axes.xaxis if which == "x" else self.axes.yaxis
        drawn.set_visible(axis.visible)
        self.axes.spines["bottom" if which == "x" else "left"].set_visible(axis.visible)
        if not axis.visible:
            return
        grey = self.palette.words["grey"]
        drawn.set_ticks(
            [tick.value for tick in scale.ticks],
            [drawable(tick.label) for tick in scale.ticks],
            parse_math=False,
            fontproperties=self._font(TICK_SIZE),
            color=grey,
        )
        length, pad = 4 * self.point, 4 * self.point
        self.axes.tick_params(axis=which, length=length, width=self.point, pad=pad, color=self.palette.axis)
        drawn.set_label_text(
            drawable(axis.title), parse_math=False, fontproperties=self._font(AXIS_TITLE_SIZE), color=grey
        )
        drawn.labelpad = 5 * self.point

    def _place_axes(self) -> None:
        """Give the plot what the names of the rows leave; centre it where it is square."""
        bottom = BOTTOM_MARGIN if self.figure.x.visible else BARE_BOTTOM_MARGIN
        left = SIDE_MARGIN + (self._row_names_width() if self.figure.y.visible else 0)
        width, height = SCREEN_WIDTH - left - SIDE_MARGIN, self.height - self.top - bottom
        if self.figure.square:
            side = min(width, height)
            left, width, height = left + (width - side) / 2, side, side
        box = (left / SCREEN_WIDTH, bottom / self.height, width / SCREEN_WIDTH, height / self.height)
        self.axes.set_position(box)

    def _row_names_width(self) -> float:
        """How far, in pixels, the labels and title beside the y axis reach to the left of the plot."""
        box = self.axes.yaxis.get_tightbbox(self.canvas.canvas.get_renderer())  # type: ignore[attr-defined]
        return 0.0 if box is None else -box.x0 / self.canvas.dpi * 72 / self.point

    def _font(self, pixels: float, strong: bool = False) -> FontProperties:
        size = pixels * self.point * NARROWER
        return FontProperties(family=FONT, size=size, weight="bold" if strong else "normal")

    # marks -----------------------------------------------------------------------------------------

    def _mark(self, mark: Mark, level: int) -> None:
        match mark:
            case Points():
                self._points(mark, level)
            case Line():
                self._path(mark.x, mark.y, self.palette.marks[mark.colour], mark.width, level, mark.dash)
            case Bar():
                self._bar(mark, level)
            case Interval():
                self._interval(mark, level)
            case Area():
                colour = self.palette.marks[mark.colour]
                self.axes.fill_between(
                    mark.x, mark.low, mark.high, color=colour, alpha=mark.opacity, linewidth=0, zorder=level
                )
            case Box():
                self._box(mark, level)
            case Tile():
                self._tile(mark, level)
            case Rule():
                self._rule(mark, level)
            case Text():
                self._text(mark, level)

    def _points(self, mark: Points, level: int) -> None:
        colour = self.palette.marks[mark.colour]
        # matplotlib measures a diamond along its side, Plotly across it.
        size = mark.size * self.point * (0.75 if mark.shape == "diamond" else 1)
        self.axes.plot(
            mark.x,
            mark.y,
            linestyle="none",
            marker={"circle": "o", "diamond": "D"}[mark.shape],
            markersize=size,
            markerfacecolor=colour if mark.filled else self.palette.surface,
            markeredgecolor=colour,
            markeredgewidth=0 if mark.filled else 1.8 * self.point,
            alpha=mark.opacity,
            clip_on=False,
            zorder=level,
        )

    def _path(self, x: Any, y: Any, colour: str, width: float, level: int, dash: str = "solid") -> None:
        self.axes.plot(
            x,
            y,
            color=colour,
            linewidth=width * self.point,
            linestyle=_DASHES[dash],
            solid_capstyle="butt",
            zorder=level,
        )

    def _bar(self, mark: Bar, level: int) -> None:
        half = mark.thickness / 2
        along, across = (mark.start, mark.end), (mark.at - half, mark.at + half)
        x, y = (along, across) if mark.direction == "horizontal" else (across, along)
        self._rectangle(x, y, self.palette.marks[mark.colour], mark.opacity, level)

    def _tile(self, mark: Tile, level: int) -> None:
        x, y = (mark.x_low, mark.x_high), (mark.y_low, mark.y_high)
        self._rectangle(x, y, self.palette.marks[mark.colour], mark.opacity, level)
        if mark.label:
            self.axes.text(
                sum(x) / 2,
                sum(y) / 2,
                drawable(mark.label),
                horizontalalignment="center",
                verticalalignment="center",
                parse_math=False,
                fontproperties=self._font(LABEL_SIZE),
                color=self.palette.on_tint(mark.colour, mark.opacity),
                zorder=len(_ORDER),
            )

    def _rectangle(
        self, x: tuple[float, float], y: tuple[float, float], colour: str, opacity: float, level: int
    ) -> None:
        patch = Rectangle(
            (x[0], y[0]), x[1] - x[0], y[1] - y[0], facecolor=colour, alpha=opacity, linewidth=0, zorder=level
        )
        self.axes.add_patch(patch)

    def _interval(self, mark: Interval, level: int) -> None:
        ends, place = (mark.low, mark.high), (mark.at, mark.at)
        flat = mark.direction == "horizontal"
        x, y = (ends, place) if flat else (place, ends)
        colour = self.palette.marks[mark.colour]
        self._path(x, y, colour, mark.width, level)
        if mark.caps:
            self.axes.plot(
                x,
                y,
                linestyle="none",
                marker="|" if flat else "_",
                markersize=12 * self.point,
                markeredgewidth=mark.width * self.point,
                color=colour,
                zorder=level,
            )

    def _box(self, mark: Box, level: int) -> None:
        colour, half = self.palette.marks[mark.colour], mark.thickness / 2
        low, high, at = mark.at - half, mark.at + half, (mark.at, mark.at)
        self._path((mark.whisker_low, mark.quartile_1), at, colour, BOX_LINE, level)
        self._path((mark.quartile_3, mark.whisker_high), at, colour, BOX_LINE, level)
        body = Rectangle(
            (mark.quartile_1, low),
            mark.quartile_3 - mark.quartile_1,
            mark.thickness,
            facecolor=self.palette.surface,
            edgecolor=colour,
            linewidth=BOX_LINE * self.point,
            zorder=level,
        )
        self.axes.add_patch(body)
        self._path((mark.median, mark.median), (low, high), colour, 2 * BOX_LINE, level)

    def _rule(self, mark: Rule, level: int) -> None:
        draw = self.axes.axvline if mark.direction == "vertical" else self.axes.axhline
        colour, width = self.palette.marks[mark.colour], mark.width * self.point
        draw(mark.at, color=colour, linewidth=width, linestyle=_DASHES[mark.dash], zorder=level)

    def _text(self, mark: Text, level: int) -> None:
        self.axes.annotate(
            drawable(mark.text),
            (mark.x, mark.y),
            xytext=(mark.dx * self.point, mark.dy * self.point),
            textcoords="offset points",
            horizontalalignment=_ALIGN[mark.anchor],
            verticalalignment="center",
            multialignment=_ALIGN[mark.anchor],
            annotation_clip=False,
            parse_math=False,
            fontproperties=self._font(mark.size, mark.strong),
            color=self.palette.words[mark.colour],
            zorder=level,
        )

    def _rule_label(self, label: RuleLabel) -> None:
        standing = label.rule.direction == "vertical"
        place = (label.rule.at, 1) if standing else (1, label.rule.at)
        transform = self.axes.get_xaxis_transform() if standing else self.axes.get_yaxis_transform()
        self.axes.annotate(
            drawable(label.rule.label),
            place,
            xycoords=transform,
            xytext=(0, (label.row * LABEL_ROW_HEIGHT + 3) * self.point),
            textcoords="offset points",
            horizontalalignment=_ALIGN[label.anchor],
            verticalalignment="bottom",
            annotation_clip=False,
            parse_math=False,
            fontproperties=self._font(LABEL_SIZE),
            color=self.palette.words[label.rule.colour],
            zorder=len(_ORDER),
        )


def drawable(text: str) -> str:
    """Printable text in which a character that the typeface lacks is a white square, as readers expect."""
    font = get_font(findfont(FontProperties(family=FONT)))
    return "".join(
        character if character == "\n" or font.get_char_index(ord(character)) else MISSING
        for character in printable(text)
    )

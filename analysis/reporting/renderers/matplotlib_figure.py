"""A figure drawn with matplotlib, for Word, for print and for downloads; it needs no browser.

The same marks, order and labels as plotly_figure.py, in the print palette.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

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
from analysis.reporting.renderers.axis_scale import Scale, further_title_height, scale, title_lines
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.print_surface import (
    LINE,
    NARROWER,
    PngSurface,
    PrintSurface,
    SvgSurface,
    breadth,
)
from analysis.reporting.renderers.rule_labels import RuleLabel, label_rows, rule_labels

SCREEN_WIDTH = 620
"""Pixels on the screen that the width of a printed figure stands for."""
CM_PER_INCH = 2.54
TICK_SIZE, AXIS_TITLE_SIZE, LABEL_SIZE = 12, 12.5, 12
SIDE_MARGIN, BOTTOM_MARGIN, BARE_BOTTOM_MARGIN, LABEL_ROW_HEIGHT = 12, 48, 10, 17
TICK_LENGTH, TICK_GAP, NAME_GAP, TITLE_GAP = 4, 4, 8, 5
BOX_LINE, RING_LINE, CAP = 1.6, 1.8, 6
FREE_STEP = 6
"""Pixels between the places that are tried for the words of a lying rule."""

_ORDER: tuple[type[Mark], ...] = (Tile, Area, Bar, Rule, Line, Interval, Box, Points, Text)

M = TypeVar("M", bound=Mark)


def png_bytes(
    figure: Figure, language: Language, width_cm: float = 15, dpi: int = 150, squeeze: float = 1.0
) -> bytes:
    """The figure as a PNG picture, `width_cm` wide on paper, with its description inside.

    `squeeze` below 1 brings rows closer together, so that a tall figure fits a page with its type as large
    as that of others.
    """
    plan = _Drawing(figure, language, squeeze)
    surface = PngSurface(SCREEN_WIDTH, plan.height, width_cm / CM_PER_INCH, dpi)
    plan.draw_on(surface)
    return surface.saved(figure.title, figure.description)


def svg_bytes(figure: Figure, language: Language, width_cm: float = 15) -> bytes:
    """The figure as an SVG picture, `width_cm` wide."""
    plan = _Drawing(figure, language)
    inches = width_cm / CM_PER_INCH
    surface = SvgSurface(SCREEN_WIDTH, plan.height, inches, figure.title, figure.description)
    plan.draw_on(surface)
    return surface.saved()


class _Drawing:
    """One figure on its way to paper. Lengths are screen pixels from the lower left corner."""

    surface: PrintSurface

    def __init__(self, figure: Figure, language: Language, squeeze: float = 1.0) -> None:
        self.figure = figure
        self.palette = PALETTES["print"]
        self.x, self.y = scale(figure, "x", language), scale(figure, "y", language)
        self.labels = rule_labels(figure, self.x)
        self.top = max(figure.margin_top, label_rows(self.labels) * LABEL_ROW_HEIGHT + 6)
        self.further = further_title_height(figure.x)
        self.height = figure.height * squeeze + self.top - figure.margin_top + self.further
        self.left, self.right, self.low, self.high = 0.0, 0.0, 0.0, 0.0

    def draw_on(self, surface: PrintSurface) -> None:
        self.surface = surface
        self._place_plot()
        surface.clip_to((self.left, self.right), (self.low, self.high))
        for kind in _ORDER[:-1]:
            for mark in self._marks(kind):
                self._mark(mark)
        surface.clip = None
        self._x_axis(self.figure.x, self.x)
        self._y_axis(self.figure.y, self.y)
        for words in self._marks(Text):
            self._text(words)
        self._tile_words()
        for label in self.labels:
            self._rule_label(label)

    def _marks(self, kind: type[M]) -> list[M]:
        return [mark for mark in self.figure.marks if isinstance(mark, kind)]

    # the plot and its axes -------------------------------------------------------------------------

    def _place_plot(self) -> None:
        """Give the plot what the names of the rows leave; centre it where it is square."""
        bottom = BOTTOM_MARGIN + self.further if self.figure.x.visible else BARE_BOTTOM_MARGIN
        left = SIDE_MARGIN + (self._beside_plot() if self.figure.y.visible else 0)
        width, height = SCREEN_WIDTH - left - SIDE_MARGIN, self.height - self.top - bottom
        if self.figure.square:
            side = min(width, height)
            left, width, height = left + (width - side) / 2, side, side
        self.left, self.right, self.low, self.high = left, left + width, bottom, bottom + height

    def _beside_plot(self) -> float:
        """How far labels and title of the y axis reach to the left of the plot."""
        title = TITLE_GAP + AXIS_TITLE_SIZE * NARROWER if self.figure.y.title else 0
        return self._label_gap() + self._widest_label() + title

    def _label_gap(self) -> float:
        """Names of rows stand beside rows and need no line; a numeric axis has one."""
        return NAME_GAP if self.figure.y.ticks is not None else TICK_LENGTH + TICK_GAP

    def _widest_label(self) -> float:
        return max((breadth(tick.label, TICK_SIZE) for tick in self.y.ticks), default=0.0)

    def _across(self, values: Sequence[float]) -> list[float]:
        """Values of the x axis as pixels."""
        step = (self.right - self.left) / (self.x.high - self.x.low)
        return [self.left + (value - self.x.low) * step for value in values]

    def _up(self, values: Sequence[float]) -> list[float]:
        """Values of the y axis as pixels."""
        step = (self.high - self.low) / (self.y.high - self.y.low)
        return [self.low + (value - self.y.low) * step for value in values]

    def _x_axis(self, axis: Axis, scale: Scale) -> None:
        if not axis.visible:
            return
        self.surface.line((self.left, self.right), (self.low, self.low), self.palette.axis, 1)
        grey, type_height = self.palette.words["grey"], TICK_SIZE * NARROWER
        middle = self.low - TICK_LENGTH - TICK_GAP - type_height / 2
        for tick, x in zip(scale.ticks, self._across([tick.value for tick in scale.ticks]), strict=True):
            self.surface.line((x, x), (self.low - TICK_LENGTH, self.low), self.palette.axis, 1)
            self.surface.words(tick.label, x, middle, grey, TICK_SIZE, anchor="middle")
        below = middle - type_height / 2 - TITLE_GAP - (AXIS_TITLE_SIZE * NARROWER + self.further) / 2
        place = (self.left + self.right) / 2
        self.surface.words("\n".join(title_lines(axis)), place, below, grey, AXIS_TITLE_SIZE, anchor="middle")

    def _y_axis(self, axis: Axis, scale: Scale) -> None:
        if not axis.visible:
            return
        grey, gap = self.palette.words["grey"], self._label_gap()
        numeric = axis.ticks is None
        if numeric:
            self.surface.line((self.left, self.left), (self.low, self.high), self.palette.axis, 1)
        for tick, y in zip(scale.ticks, self._up([tick.value for tick in scale.ticks]), strict=True):
            if numeric:
                self.surface.line((self.left - TICK_LENGTH, self.left), (y, y), self.palette.axis, 1)
            self.surface.words(tick.label, self.left - gap, y, grey, TICK_SIZE, anchor="end")
        title_height = AXIS_TITLE_SIZE * NARROWER
        beside = self.left - gap - self._widest_label() - TITLE_GAP - title_height / 2
        middle = (self.low + self.high) / 2
        self.surface.words(axis.title, beside, middle, grey, AXIS_TITLE_SIZE, anchor="middle", upright=True)

    # marks -----------------------------------------------------------------------------------------

    def _mark(self, mark: Mark) -> None:
        match mark:
            case Points():
                self._points(mark)
            case Line():
                self._line(mark.x, mark.y, self.palette.marks[mark.colour], mark.width, mark.dash)
            case Bar():
                self._bar(mark)
            case Interval():
                self._interval(mark)
            case Area():
                x, y = self._across(mark.x), (self._up(mark.low), self._up(mark.high))
                colour = self.palette.marks[mark.colour]
                self.surface.area([*x, *reversed(x)], [*y[0], *reversed(y[1])], colour, mark.opacity)
            case Box():
                self._box(mark)
            case Tile():
                sides, colour = (mark.x_low, mark.x_high), self.palette.marks[mark.colour]
                self._rectangle(sides, (mark.y_low, mark.y_high), colour, mark.opacity)
            case Rule():
                self._rule(mark)

    def _line(
        self,
        x: Sequence[float],
        y: Sequence[float],
        colour: str,
        width: float,
        dash: Literal["solid", "dash", "dot"] = "solid",
    ) -> None:
        self.surface.line(self._across(x), self._up(y), colour, width, dash)

    def _points(self, mark: Points) -> None:
        colour = self.palette.marks[mark.colour]
        self.surface.dots(
            self._across(mark.x),
            self._up(mark.y),
            shape=mark.shape,
            size=mark.size,
            face=colour if mark.filled else self.palette.surface,
            edge=colour,
            edge_width=0 if mark.filled else RING_LINE,
            opacity=mark.opacity,
        )

    def _bar(self, mark: Bar) -> None:
        half = mark.thickness / 2
        along, across = (mark.start, mark.end), (mark.at - half, mark.at + half)
        x, y = (along, across) if mark.direction == "horizontal" else (across, along)
        self._rectangle(x, y, self.palette.marks[mark.colour], mark.opacity)

    def _rectangle(self, x: tuple[float, float], y: tuple[float, float], colour: str, opacity: float) -> None:
        (left, right), (low, high) = self._across(x), self._up(y)
        self.surface.box((left, right), (low, high), colour, opacity)

    def _interval(self, mark: Interval) -> None:
        flat, colour = mark.direction == "horizontal", self.palette.marks[mark.colour]
        along = self._across((mark.low, mark.high)) if flat else self._up((mark.low, mark.high))
        (place,) = self._up((mark.at,)) if flat else self._across((mark.at,))
        stretches = [(along, [place, place])]
        for end, opened, inward in zip(along, (mark.open_low, mark.open_high), (1, -1), strict=True):
            if opened:
                tip, base = [end, end + 2 * inward * CAP], [place, place - CAP, place + CAP]
                head = [tip[0], tip[1], tip[1]]
                self.surface.area(*((head, base) if flat else (base, head)), colour)
            elif mark.caps:
                stretches.append(([end, end], [place - CAP, place + CAP]))
        for ends, places in stretches:
            x, y = (ends, places) if flat else (places, ends)
            self.surface.line(x, y, colour, mark.width)

    def _box(self, mark: Box) -> None:
        colour, half = self.palette.marks[mark.colour], mark.thickness / 2
        low, high, at = mark.at - half, mark.at + half, (mark.at, mark.at)
        first, third = mark.quartile_1, mark.quartile_3
        self._line((mark.whisker_low, first), at, colour, BOX_LINE)
        self._line((third, mark.whisker_high), at, colour, BOX_LINE)
        self._rectangle((first, third), (low, high), self.palette.surface, 1.0)
        self._line(
            (first, third, third, first, first, third), (low, low, high, high, low, low), colour, BOX_LINE
        )
        self._line((mark.median, mark.median), (low, high), colour, 2 * BOX_LINE)

    def _rule(self, mark: Rule) -> None:
        standing = mark.direction == "vertical"
        x = self._across((mark.at, mark.at)) if standing else (self.left, self.right)
        y = (self.low, self.high) if standing else self._up((mark.at, mark.at))
        self.surface.line(x, y, self.palette.marks[mark.colour], mark.width, mark.dash)

    # words -----------------------------------------------------------------------------------------

    def _text(self, mark: Text) -> None:
        (x,), (y,) = self._across((mark.x,)), self._up((mark.y,))
        colour = self.palette.words[mark.colour]
        if mark.backed:
            self._backing(mark, x + mark.dx, y + mark.dy)
        self.surface.words(
            mark.text, x + mark.dx, y + mark.dy, colour, mark.size, anchor=mark.anchor, strong=mark.strong
        )

    def _backing(self, mark: Text, x: float, y: float) -> None:
        """The surface of the picture, as large as the words that will stand on it."""
        width = breadth(mark.text, mark.size, strong=mark.strong)
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * width
        half = LINE * mark.size * NARROWER * (mark.text.count("\n") + 1) / 2
        self.surface.box((left, left + width), (y - half, y + half), self.palette.surface)

    def _tile_words(self) -> None:
        for mark in (mark for mark in self._marks(Tile) if mark.label):
            x, y = self._across((mark.x_low, mark.x_high)), self._up((mark.y_low, mark.y_high))
            colour = self.palette.on_tint(mark.colour, mark.opacity)
            self.surface.words(mark.label, sum(x) / 2, sum(y) / 2, colour, LABEL_SIZE, anchor="middle")

    def _rule_label(self, label: RuleLabel) -> None:
        words, colour = label.rule.label, self.palette.words[label.rule.colour]
        middle = label.row * LABEL_ROW_HEIGHT + 3 + LABEL_SIZE * NARROWER / 2
        if label.rule.direction == "vertical":
            (x,), anchor = self._across((label.rule.at,)), label.anchor
            self.surface.words(words, x, self.high + middle, colour, LABEL_SIZE, anchor=anchor)
            return
        (y,) = self._up((label.rule.at,))
        width = breadth(words, LABEL_SIZE)
        # At the right end as on screen, or at the next free place to its left.
        ends = range(round(self.right), round(self.left + width), -FREE_STEP)
        free = (end for end in ends if not self._crowded((end - width, end), (y, y + LABEL_ROW_HEIGHT)))
        end = next(free, self.right)
        self.surface.words(words, end, y + middle, colour, LABEL_SIZE, anchor="end")

    def _crowded(self, x: tuple[float, float], y: tuple[float, float]) -> bool:
        """Whether dots or upright lines reach into a rectangle."""
        for mark in self._marks(Points):
            radius = mark.size / 2
            for across, up in zip(self._across(mark.x), self._up(mark.y), strict=True):
                if (
                    x[0] < across + radius
                    and across - radius < x[1]
                    and y[0] < up + radius
                    and up - radius < y[1]
                ):
                    return True
        stems = [mark for mark in self._marks(Interval) if mark.direction == "vertical"]
        places = self._across([mark.at for mark in stems])
        reach = self._up([max(mark.low, mark.high) for mark in stems])
        return any(x[0] <= place <= x[1] and up > y[0] for place, up in zip(places, reach, strict=True))

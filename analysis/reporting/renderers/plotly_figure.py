"""A figure drawn by Plotly, for the screen.

The result is a plain specification (a dict of `data` and `layout`), which needs no import of Plotly
here and is accepted wherever a Plotly figure is. Show it with `theme=None`, `config=CONFIG` and
`alt=figure.description`. All words pass through text_escape.for_plotly; hover texts are never
templates.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, TypeVar

from analysis.reporting.figure import (
    Area,
    Axis,
    Bar,
    Box,
    Dash,
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
from analysis.reporting.renderers.box_words import box_words
from analysis.reporting.renderers.palette import PALETTES, Palette, transparent
from analysis.reporting.renderers.rule_labels import RuleLabel, label_rows, rule_labels
from analysis.reporting.renderers.text_escape import for_plotly

Spec = dict[str, Any]
CONFIG: Spec = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}

FONT_FAMILY = '"Source Sans", "Source Sans 3", sans-serif'
FONT_SIZE, TICK_SIZE, AXIS_TITLE_SIZE, LABEL_SIZE = 14, 13, 13.5, 13
SIDE_MARGIN, BOTTOM_MARGIN, BARE_BOTTOM_MARGIN = 10, 48, 10
LABEL_ROW_HEIGHT = 17
EDGE, HALF_CHARACTER = 0.02, 3.4
"""How near an end of the axis, as a share of it, a tick has its label half outside, and half a digit's pixels."""
BOX_LINE = 1.6

M = TypeVar("M", bound=Mark)
_SIDES = {"start": "left", "middle": "center", "end": "right"}
_DASHES = {"solid": "solid", "dash": "4px,3px", "dot": "2px,3px"}


def plotly_figure(figure: Figure, language: Language, theme: Literal["light", "dark"] = "light") -> Spec:
    """The specification of the figure in a language and theme. Every mark of figure.py is drawn."""
    return _Drawing(figure, language, PALETTES[theme]).spec()


class _Drawing:
    """One figure on its way to a specification: marks become traces, rectangles and annotations."""

    def __init__(self, figure: Figure, language: Language, palette: Palette) -> None:
        self.figure = figure
        self.language = language
        self.palette = palette
        self.x = scale(figure, "x", language)
        self.y = scale(figure, "y", language)

    def spec(self) -> Spec:
        return {"data": self._traces(), "layout": self._layout()}

    # marks -----------------------------------------------------------------------------------------

    def _traces(self) -> list[Spec]:
        """In the order they lie on each other: fills, then lines, then dots. Words come last of all.

        Marks of one look share a trace: a chart of hundreds of items stays quick in the browser.
        """
        return [
            self._tile_words(),
            *map(self._area, self._marks(Area)),
            *map(self._bars, self._by_look(Bar, "direction", "colour", "opacity")),
            *map(self._rules, self._by_look(Rule, "direction", "colour", "width", "dash")),
            *map(self._line, self._marks(Line)),
            *map(self._intervals, self._by_look(Interval, "direction", "colour", "width", "caps")),
            *chain.from_iterable(map(self._box, self._marks(Box))),
            *map(self._points, self._by_look(Points, "colour", "shape", "filled", "size", "opacity")),
        ]

    def _marks(self, kind: type[M]) -> list[M]:
        return [mark for mark in self.figure.marks if isinstance(mark, kind)]

    def _by_look(self, kind: type[M], *fields: str) -> list[list[M]]:
        """The marks of a kind, those together whose `fields` are equal, in order of first appearance."""
        look = attrgetter(*fields)
        groups: dict[tuple[object, ...], list[M]] = {}
        for mark in self._marks(kind):
            groups.setdefault(look(mark), []).append(mark)
        return list(groups.values())

    def _points(self, group: list[Points]) -> Spec:
        look = group[0]
        colour = self.palette.marks[look.colour]
        # An open dot hides what runs behind it, so it is filled with the surface.
        inside = {"color": colour, "size": look.size, "line": {"width": 0}}
        ring = {"color": self.palette.surface, "size": look.size - 1, "line": {"width": 2, "color": colour}}
        return {
            "type": "scatter",
            "mode": "markers",
            "x": [x for mark in group for x in mark.x],
            "y": [y for mark in group for y in mark.y],
            "marker": {"symbol": look.shape, "opacity": look.opacity, **(inside if look.filled else ring)},
            "cliponaxis": False,
            **_hover([text for mark in group for text in mark.hover or ("",) * len(mark.x)]),
        }

    def _line(self, mark: Line) -> Spec:
        return _path(mark.x, mark.y, self.palette.marks[mark.colour], mark.width, mark.dash)

    def _bars(self, group: list[Bar]) -> Spec:
        look = group[0]
        colour = transparent(self.palette.marks[look.colour], look.opacity)
        lengths, places = [bar.end - bar.start for bar in group], [bar.at for bar in group]
        flat = look.direction == "horizontal"
        return {
            "type": "bar",
            "orientation": "h" if flat else "v",
            "base": [bar.start for bar in group],
            "width": [bar.thickness for bar in group],
            "x": lengths if flat else places,
            "y": places if flat else lengths,
            "marker": {"color": colour, "line": {"width": 0}},
            **_hover([bar.hover for bar in group]),
        }

    def _intervals(self, group: list[Interval]) -> Spec:
        look, colour = group[0], self.palette.marks[group[0].colour]
        # The middle of each stretch can be pointed at too; None ends a stretch.
        along = [value for mark in group for value in (mark.low, (mark.low + mark.high) / 2, mark.high, None)]
        across = [value for mark in group for value in (mark.at, mark.at, mark.at, None)]
        x, y = (along, across) if look.direction == "horizontal" else (across, along)
        hover = _hover([text for mark in group for text in (mark.hover, mark.hover, mark.hover, "")])
        return {**_path(x, y, colour, look.width), **_ends(group, colour), **hover}

    def _area(self, mark: Area) -> Spec:
        x, y = (*mark.x, *reversed(mark.x)), (*mark.low, *reversed(mark.high))
        fill = transparent(self.palette.marks[mark.colour], mark.opacity)
        return {**_path(x, y, "rgba(0,0,0,0)", 0), "fill": "toself", "fillcolor": fill}

    def _box(self, mark: Box) -> list[Spec]:
        colour, half = self.palette.marks[mark.colour], mark.thickness / 2
        low, high, q1, q3 = mark.at - half, mark.at + half, mark.quartile_1, mark.quartile_3
        body = _path((q1, q3, q3, q1, q1), (low, low, high, high, low), colour, BOX_LINE)
        words = box_words(mark, self.x.decimals, self.language)
        return [
            _path((mark.whisker_low, q1), (mark.at, mark.at), colour, BOX_LINE),
            _path((q3, mark.whisker_high), (mark.at, mark.at), colour, BOX_LINE),
            {**body, "fill": "toself", "fillcolor": self.palette.surface},
            {**_path((mark.median,) * 2, (low, high), colour, 2 * BOX_LINE), **_hover((words, words))},
        ]

    def _rules(self, group: list[Rule]) -> Spec:
        look = group[0]
        upright = look.direction == "vertical"
        low, high = (self.y.low, self.y.high) if upright else (self.x.low, self.x.high)
        ends = [value for _ in group for value in (low, high, None)]
        places = [value for mark in group for value in (mark.at, mark.at, None)]
        x, y = (places, ends) if upright else (ends, places)
        return _path(x, y, self.palette.marks[look.colour], look.width, look.dash)

    def _tile_words(self) -> Spec:
        """One trace for what tiles say; it also keeps a specification without dots from being empty."""
        tiles = [tile for tile in self._marks(Tile) if tile.label or tile.hover]
        colours = [self.palette.on_tint(tile.colour, tile.opacity) for tile in tiles]
        return {
            "type": "scatter",
            "mode": "markers+text",
            "x": [(tile.x_low + tile.x_high) / 2 for tile in tiles],
            "y": [(tile.y_low + tile.y_high) / 2 for tile in tiles],
            "text": [for_plotly(tile.label) for tile in tiles],
            "textposition": "middle center",
            "textfont": {"size": LABEL_SIZE, "color": colours},
            "marker": {"size": 24, "color": "rgba(0,0,0,0)"},
            **_hover([tile.hover for tile in tiles]),
        }

    # layout ----------------------------------------------------------------------------------------

    def _layout(self) -> Spec:
        labels = rule_labels(self.figure, self.x)
        top = max(self.figure.margin_top, label_rows(labels) * LABEL_ROW_HEIGHT + 6)
        further = further_title_height(self.figure.x)
        bottom = BOTTOM_MARGIN + further if self.figure.x.visible else BARE_BOTTOM_MARGIN
        return {
            "template": {"layout": {}},
            "height": self.figure.height + top - self.figure.margin_top + further,
            "margin": {
                "l": self._side(self.x.low),
                "r": self._side(self.x.high),
                "t": top,
                "b": bottom,
                "pad": 0,
            },
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT_FAMILY, "size": FONT_SIZE, "color": self.palette.words["ink"]},
            "separators": f"{self.language.decimal_mark}{self.language.group_mark}",
            "showlegend": False,
            "barmode": "overlay",
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": self._hover_label(),
            "xaxis": self._x_axis(),
            "yaxis": self._y_axis(),
            "shapes": [self._tile(mark) for mark in self._marks(Tile)],
            "annotations": [*map(self._words, self._marks(Text)), *map(self._rule_label, labels)],
        }

    def _side(self, end: float) -> float:
        """The margin beside an end of the x axis: Plotly leaves out a tick label that would run over it."""
        if not self.figure.x.visible:
            return SIDE_MARGIN
        near = EDGE * abs(self.x.high - self.x.low)
        longest = max((len(tick.label) for tick in self.x.ticks if abs(tick.value - end) <= near), default=0)
        return max(SIDE_MARGIN, HALF_CHARACTER * longest + 1)

    def _hover_label(self) -> Spec:
        return {
            "bgcolor": self.palette.surface,
            "bordercolor": self.palette.axis,
            "align": "left",
            "font": {"family": FONT_FAMILY, "size": LABEL_SIZE, "color": self.palette.words["ink"]},
        }

    def _axis(self, axis: Axis, scale: Scale) -> Spec:
        title_font = {"size": AXIS_TITLE_SIZE, "color": self.palette.words["grey"]}
        return {
            "range": [scale.low, scale.high],
            "visible": axis.visible,
            "tickmode": "array",
            "tickvals": [tick.value for tick in scale.ticks],
            "ticktext": [for_plotly(tick.label) for tick in scale.ticks],
            "tickfont": {"size": TICK_SIZE, "color": self.palette.words["grey"]},
            "tickangle": 0,
            "title": {"text": for_plotly(axis.title), "font": title_font, "standoff": 6},
            "linecolor": self.palette.axis,
            "tickcolor": self.palette.axis,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        }

    def _x_axis(self) -> Spec:
        square = {"constrain": "domain"} if self.figure.square else {}
        axis = self._axis(self.figure.x, self.x)
        axis["title"]["text"] = for_plotly("\n".join(title_lines(self.figure.x)))
        return {
            **axis,
            "showline": True,
            "ticks": "outside",
            "ticklen": 4,
            "automargin": False,
            **square,
        }

    def _y_axis(self) -> Spec:
        # Names of rows stand beside rows and need no line; a numeric axis has one.
        named = self.figure.y.ticks is not None
        return {
            **self._axis(self.figure.y, self.y),
            "showline": not named,
            "ticks": "outside",
            "ticklen": 8 if named else 4,
            **({"tickcolor": "rgba(0,0,0,0)"} if named else {}),
            "automargin": "left",
            **self._square(),
        }

    def _square(self) -> Spec:
        if not self.figure.square:
            return {}
        ratio = abs(self.x.high - self.x.low) / abs(self.y.high - self.y.low)
        return {"scaleanchor": "x", "scaleratio": ratio, "constrain": "domain"}

    def _tile(self, mark: Tile) -> Spec:
        return {
            "type": "rect",
            "layer": "below",
            "x0": mark.x_low,
            "x1": mark.x_high,
            "y0": mark.y_low,
            "y1": mark.y_high,
            "fillcolor": transparent(self.palette.marks[mark.colour], mark.opacity),
            "line": {"width": 0},
        }

    def _words(self, mark: Text) -> Spec:
        words = for_plotly(mark.text)
        return {
            "x": mark.x,
            "y": mark.y,
            "text": f"<b>{words}</b>" if mark.strong else words,
            "showarrow": False,
            "xanchor": _SIDES[mark.anchor],
            "yanchor": "middle",
            "align": _SIDES[mark.anchor],
            "xshift": mark.dx,
            "yshift": mark.dy,
            "borderpad": 0,
            **({"bgcolor": self.palette.surface} if mark.backed else {}),
            "font": {"size": mark.size, "color": self.palette.words[mark.colour]},
        }

    def _rule_label(self, label: RuleLabel) -> Spec:
        standing = label.rule.direction == "vertical"
        return {
            "x": label.rule.at if standing else 1,
            "xref": "x" if standing else "paper",
            "y": 1 if standing else label.rule.at,
            "yref": "paper" if standing else "y",
            "text": for_plotly(label.rule.label),
            "showarrow": False,
            "xanchor": _SIDES[label.anchor],
            "yanchor": "bottom",
            "yshift": label.row * LABEL_ROW_HEIGHT,
            "borderpad": 0,
            "font": {"size": LABEL_SIZE, "color": self.palette.words[label.rule.colour]},
        }


def _path(
    x: Sequence[float | None], y: Sequence[float | None], colour: str, width: float, dash: Dash = "solid"
) -> Spec:
    """A trace of straight stretches that keeps every point given; None lifts the pen."""
    line = {"color": colour, "width": width, "dash": _DASHES[dash], "simplify": False}
    return {"type": "scatter", "mode": "lines", "x": list(x), "y": list(y), "line": line, "hoverinfo": "skip"}


def _ends(group: Sequence[Interval], colour: str) -> Spec:
    """Caps and arrow heads; the middle point, which only carries the hover text, has neither."""
    signs = [sign for mark in group for sign in (_end_sign(mark, 0), "", _end_sign(mark, 1), "")]
    if not any(signs):
        return {}
    marker = {
        "symbol": [sign or "circle" for sign in signs],
        "opacity": [1 if sign else 0 for sign in signs],
        "color": colour,
        "size": 12,
        "line": {"width": group[0].width, "color": colour},
    }
    return {"mode": "lines+markers", "marker": marker, "cliponaxis": False}


def _end_sign(mark: Interval, end: Literal[0, 1]) -> str:
    """The sign at the low (0) or high (1) end of an interval: an arrow head, a short stroke, or none."""
    flat = mark.direction == "horizontal"
    if (mark.open_low, mark.open_high)[end]:
        return (("triangle-left", "triangle-right") if flat else ("triangle-down", "triangle-up"))[end]
    if not mark.caps:
        return ""
    return "line-ns-open" if flat else "line-ew-open"


def _hover(texts: Sequence[str]) -> Spec:
    if not any(texts):
        return {"hoverinfo": "skip"}
    return {"hoverinfo": "text", "hovertext": [for_plotly(text) for text in texts]}

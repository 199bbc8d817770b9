from __future__ import annotations

import dataclasses
import html

import plotly.graph_objects as go
import pytest

from analysis.reporting.figure import Axis, Bar, Figure, Interval, Points, Rule, Text
from analysis.reporting.language import language
from analysis.reporting.renderers.palette import PALETTES
from analysis.reporting.renderers.plotly_figure import plotly_figure
from analysis.reporting.renderers.text_escape import printable
from tests.reporting.renderers.specimens import NASTY, figure, marks

ID, EN = language("id"), language("en")


def words(spec: dict) -> list[str]:
    """Every text that Plotly would set."""
    layout = spec["layout"]
    texts = [annotation["text"] for annotation in layout["annotations"]]
    for axis in (layout["xaxis"], layout["yaxis"]):
        texts += [axis["title"]["text"], *axis["ticktext"]]
    for trace in spec["data"]:
        texts += [*trace.get("text", ()), *trace.get("hovertext", ())]
    return texts


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_accepts_every_mark(theme):
    drawn = go.Figure(plotly_figure(figure(), ID, theme))
    assert {trace.type for trace in drawn.data} == {"scatter", "bar"}
    assert len(drawn.layout.shapes) == 1
    assert drawn.layout.paper_bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("mark", marks(), ids=lambda mark: type(mark).__name__)
def test_each_mark_leaves_a_trace_of_its_own(mark):
    empty = plotly_figure(figure(only=()), ID)
    alone = plotly_figure(figure(only=(mark,)), ID)
    assert alone != empty
    go.Figure(alone)


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_literal(text: str):
    spec = plotly_figure(figure(text), ID)
    for shown in words(spec):
        bare = shown.removeprefix("<b>").removesuffix("</b>").replace("<br>", "")
        assert not set("<>$") & set(bare)
    assert printable(text) in [html.unescape(shown) for shown in words(spec)]
    assert "template" not in " ".join(key for trace in spec["data"] for key in trace)


def test_positions_are_the_figures_own_numbers():
    spec = plotly_figure(figure(), ID)
    upright, lying = [trace for trace in spec["data"] if trace["type"] == "bar"]
    assert (upright["base"], upright["x"], upright["y"], upright["width"]) == ([0], [4], [2], [0.5])
    assert (lying["base"], lying["x"], lying["y"], lying["orientation"]) == ([1], [2], [3.5], "h")
    interval = plotly_figure(figure(only=(Interval(1, 2, 3),)), ID)["data"][1]
    assert (interval["x"], interval["y"]) == ([1, 1.5, 2, None], [3, 3, 3, None])
    rule = plotly_figure(figure(only=(Rule(2.2),)), ID)["data"][1]
    assert (rule["x"], rule["y"]) == ([2.2, 2.2, None], [0, 5, None])


def test_marks_of_one_look_share_a_trace():
    spread = tuple(
        mark
        for place in range(4)
        for mark in (
            Bar(0, 2, place, hover=f"bar {place}"),
            Interval(0, 1, place, caps=True, hover=f"interval {place}"),
            Points((1.0,), (place,), hover=(f"dot {place}",) if place else ()),
            Points((2.0,), (place,), filled=False),
            Rule(place, "horizontal", "faint"),
        )
    )
    traces = plotly_figure(figure(only=spread), ID)["data"][1:]
    assert len(traces) == 5
    told = [trace["hovertext"] for trace in traces if "hovertext" in trace]
    assert told[0] == ["bar 0", "bar 1", "bar 2", "bar 3"]
    assert told[1][4:8] == ["interval 1", "interval 1", "interval 1", ""]
    assert told[2] == ["", "dot 1", "dot 2", "dot 3"]
    for trace in traces:
        assert len(trace["x"]) == len(trace["y"]) == len(trace.get("hovertext", trace["x"]))


def test_an_open_end_is_an_arrow_and_a_closed_one_a_stroke():
    ends = Interval(1, 2, 3, caps=True, open_high=True), Interval(1, 2, 4, caps=True, open_low=True)
    marker = plotly_figure(figure(only=ends), ID)["data"][1]["marker"]
    seen = [sign for sign, opacity in zip(marker["symbol"], marker["opacity"], strict=True) if opacity]
    assert seen == ["line-ns-open", "triangle-right", "triangle-left", "line-ns-open"]
    upright = plotly_figure(figure(only=(Interval(1, 2, 3, "vertical", open_low=True),)), ID)["data"][1]
    assert upright["marker"]["symbol"][0] == "triangle-down"
    assert upright["marker"]["opacity"] == [1, 0, 0, 0]


def test_fills_lie_under_lines_under_dots():
    modes = [trace.get("mode", trace["type"]) for trace in plotly_figure(figure(), ID)["data"]]
    assert modes.index("bar") < modes.index("lines+markers") < modes.index("markers")
    assert all(shape["layer"] == "below" for shape in plotly_figure(figure(), ID)["layout"]["shapes"])


def test_exact_figures_appear_only_where_the_mark_has_them():
    dots = plotly_figure(figure(only=(Points((1.0,), (1.0,)),)), ID)["data"][1]
    assert dots["hoverinfo"] == "skip"
    told = plotly_figure(figure(only=(Points((1.0,), (1.0,), hover=("0,5",)),)), ID)["data"][1]
    assert (told["hoverinfo"], told["hovertext"]) == ("text", ["0,5"])


def test_a_box_tells_its_five_numbers():
    box = next(mark for mark in marks() if type(mark).__name__ == "Box")
    median = plotly_figure(figure(only=(box,)), EN)["data"][-1]
    assert median["hovertext"][0] == "Median 1.5; quartiles 1.0 and 2.0; whiskers 0.5 to 3.0"


def test_an_open_dot_hides_the_line_behind_it():
    ring = plotly_figure(figure(only=(Points((1.0,), (1.0,), filled=False),)), ID, "dark")["data"][1][
        "marker"
    ]
    assert ring["color"] == PALETTES["dark"].surface
    assert ring["line"]["color"] == PALETTES["dark"].marks["blue"]


def test_ticks_and_separators_follow_the_language():
    half = dataclasses.replace(figure(), x=Axis("", 0, 1))
    assert plotly_figure(half, ID)["layout"]["xaxis"]["ticktext"][1] == "0,2"
    assert plotly_figure(half, EN)["layout"]["xaxis"]["ticktext"][1] == "0.2"
    assert plotly_figure(half, ID)["layout"]["separators"] == ",."


def test_an_axis_may_be_turned_round():
    turned = dataclasses.replace(figure(), y=Axis("", 5, 0))
    assert plotly_figure(turned, ID)["layout"]["yaxis"]["range"] == [5, 0]


def test_in_step_figures_keep_their_top_margin():
    step = dataclasses.replace(figure(), margin_top=40, height=500)
    layout = plotly_figure(step, ID)["layout"]
    assert (layout["margin"]["t"], layout["height"]) == (40, 500)


def test_the_label_of_a_tick_at_the_very_edge_has_room_beside_the_plot():
    def sides(axis: Axis) -> tuple[float, float]:
        margin = plotly_figure(dataclasses.replace(figure(), x=axis), ID)["layout"]["margin"]
        return margin["l"], margin["r"]

    inside = sides(Axis("", -1.1, 1.1))
    assert sides(Axis("", -1.0, 1.1, decimals=2))[0] > inside[0]
    assert sides(Axis("", -1.1, 1.0, decimals=4))[1] > inside[1]
    assert sides(Axis("", -1.0, 1.0, decimals=4, visible=False)) == inside


def test_rules_that_would_meet_are_named_on_two_rows():
    rules = (Rule(2.0, label="F tabel 2,690"), Rule(2.3, label="F hitung 2,9"))
    layout = plotly_figure(figure(only=rules), ID)["layout"]
    shifts = [annotation["yshift"] for annotation in layout["annotations"]]
    assert len(set(shifts)) == 2
    plot_height = layout["height"] - layout["margin"]["t"]
    assert plot_height == figure().height - figure().margin_top


def test_a_square_figure_is_square():
    square = dataclasses.replace(figure(), x=Axis("", 0, 10), square=True)
    assert plotly_figure(square, ID)["layout"]["yaxis"]["scaleratio"] == 2


def test_an_empty_figure_still_has_data():
    bare = Figure("bare", "", Axis(), Axis(), (), "")
    assert plotly_figure(bare, ID)["data"]


def test_a_title_of_two_lines_leaves_the_plot_its_height():
    words = "a title that is much too long for the plot of a telephone of any kind"
    plain, long = (
        plotly_figure(dataclasses.replace(figure(), x=Axis(title, 0, 5)), ID)["layout"]
        for title in ("short", words)
    )
    assert "<br>" in long["xaxis"]["title"]["text"]
    assert long["height"] - long["margin"]["b"] == plain["height"] - plain["margin"]["b"]
    assert long["margin"]["b"] > plain["margin"]["b"]


def test_backed_words_hide_what_runs_behind_them():
    words = (Text(1, 1, "bare"), Text(1, 2, "backed", backed=True))
    bare, backed = plotly_figure(figure(only=words), ID, "dark")["layout"]["annotations"]
    assert "bgcolor" not in bare
    assert backed["bgcolor"] == PALETTES["dark"].surface

"""The pictures beside tables show the table's own figures."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest

from analysis.reporting import comparison, descriptives, instrument, loyalty_map, regression
from analysis.reporting.coefficient_figure import coefficient_figure
from analysis.reporting.exhibit import Exhibit, Quantity, SectionView
from analysis.reporting.figure import Bar, Colour, Interval, Line, Mark, Points, Text
from analysis.reporting.language import language
from analysis.reporting.linearity_figure import linearity_figures
from analysis.reporting.score_axis import score_axis
from analysis.statistics.comparison import ComparisonResult
from analysis.statistics.regression import RegressionResult
from tests.reporting.materials import retail_material

BOTH = pytest.mark.parametrize("code", ["id", "en"])


def card(view: SectionView, key: str) -> Exhibit:
    return next(found for found in view.exhibits if found.key == key)


def dots(marks: tuple[Mark, ...]) -> list[float]:
    return [x for mark in marks if isinstance(mark, Points) for x in mark.x]


def column(exhibit: Exhibit, place: int) -> list[float | None]:
    cells = (row.cells[place] for row in exhibit.tables[0].rows if not row.heading)
    return [cell.value for cell in cells if isinstance(cell, Quantity)]


@BOTH
def test_alpha_without_each_item_is_a_dot_open_where_alpha_rises(code: str) -> None:
    found = card(instrument.view(retail_material(code)), "alpha_if_deleted")
    marks = found.figures[0].marks
    assert dots(marks) == column(found, 4)
    rises = [change > 0 for change in column(found, 5) if change is not None]
    assert [not mark.filled for mark in marks if isinstance(mark, Points)] == rises


@BOTH
def test_the_axis_of_alpha_names_the_level_of_its_intervals(code: str) -> None:
    figure = card(instrument.view(retail_material(code)), "reliability").figures[0]
    assert figure.x.title.endswith({"id": "IK 95%", "en": "CI 95%"}[code])


@BOTH
def test_effect_sizes_of_all_variables_have_their_intervals(code: str) -> None:
    found = card(comparison.view(retail_material(code)), "all_scales")
    marks = found.figures[0].marks
    assert dots(marks) == pytest.approx(column(found, 7))
    intervals = [mark for mark in marks if isinstance(mark, Interval) and mark.direction == "horizontal"]
    assert [mark.low for mark in intervals] == pytest.approx(column(found, 8))
    assert [mark.high for mark in intervals] == pytest.approx(column(found, 9))


@BOTH
@pytest.mark.parametrize(("screen", "key"), [(regression, "coefficient_plot"), (comparison, "effect_forest")])
def test_zero_is_one_line_through_all_rows_behind_their_words(
    screen: ModuleType, key: str, code: str
) -> None:
    exhibits = screen.view(retail_material(code)).exhibits
    figure = next(found for card in exhibits for found in card.figures if found.key == key)
    lines = [mark for mark in figure.marks if isinstance(mark, Line)]
    zero = [line for line in lines if line.colour == "critical"]
    rows = [line.y[0] for line in lines if line.colour == "faint"]
    assert [line.x for line in zero] == [(0, 0)]
    assert zero[0].y[0] == figure.y.low < min(rows)
    assert zero[0].y[1] > max(rows)
    words = [mark for mark in figure.marks if isinstance(mark, Text) and mark.strong]
    assert len(words) >= len(rows)
    assert all(mark.backed for mark in words)


def test_a_long_name_leaves_its_decision_room_on_a_phone() -> None:
    long = "Bagaimana pendapat Anda tentang harga"
    result = retail_material("id").results["regression"]
    assert isinstance(result, RegressionResult)
    first = result.predictors[0]
    renamed = replace(
        result,
        predictors=(long, *result.predictors[1:]),
        coefficients={long if name == first else name: c for name, c in result.coefficients.items()},
    )
    colours: dict[str, Colour] = dict.fromkeys(renamed.predictors, "blue")
    figure = coefficient_figure(renamed, colours, language("id"))
    shown = [mark.text for mark in figure.marks if isinstance(mark, Text)]
    assert "Bagaimana pendapat Anda t…" in shown
    assert long in figure.description


@BOTH
def test_the_difference_in_the_picture_is_the_one_of_the_key_figures(code: str) -> None:
    result = retail_material(code).results["comparison"]
    assert isinstance(result, ComparisonResult)
    turned = {
        name: replace(found, welch=replace(found.welch, difference=-0.87))
        for name, found in result.variables.items()
    }
    view = comparison.view(retail_material(code, {"comparison": replace(result, variables=turned)}))
    clouds = card(view, "raincloud").figures[0]
    value = view.key_figures[0].value
    assert value.startswith("−0")
    assert any(mark.text.endswith(value) for mark in clouds.marks if isinstance(mark, Text))


@BOTH
def test_item_means_lie_among_the_classes(code: str) -> None:
    view = descriptives.view(retail_material(code))
    described, classes = card(view, "scale_descriptions"), card(view, "class_intervals")
    assert dots(classes.figures[0].marks) == column(described, -3)
    assert classes.n == described.n
    assert classes.source == described.source != ""


@BOTH
def test_both_cuts_of_the_loyalty_map_are_bars(code: str) -> None:
    found = card(loyalty_map.view(retail_material(code)), "loyalty_median")
    bars = [
        mark.end - mark.start for mark in found.figures[0].marks if isinstance(mark, Bar) and mark.at == 0
    ]
    assert bars == pytest.approx([value for value in column(found, 2) if value])


def test_each_predictor_has_its_picture_of_all_who_have_both_scores() -> None:
    material = retail_material("en")
    model = material.study.codebook.model
    figures = linearity_figures(model.outcome, tuple(model.predictors), material)
    assert [figure.x.title for figure in figures] == list(model.predictors)
    for figure in figures:
        assert figure.y.title == model.outcome
        cloud = next(mark for mark in figure.marks if isinstance(mark, Points) and mark.filled)
        both = [material.prepared.scores[name] for name in (figure.x.title, model.outcome)]
        assert len(cloud.x) == int(np.sum(~np.isnan(both).any(axis=0)))


def test_scores_over_many_points_have_whole_ticks() -> None:
    axis = score_axis("Score", 3.2, 20.8, language("en"))
    assert axis.ticks is not None
    assert [tick.label for tick in axis.ticks] == ["4", "6", "8", "10", "12", "14", "16", "18", "20"]
    assert score_axis("Score", 1.0, 4.9, language("en")).ticks is None

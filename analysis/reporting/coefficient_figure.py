"""Coefficients as dots with intervals, the robust interval as a thin line below."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.figure import (
    Anchor,
    Axis,
    Colour,
    Figure,
    Interval,
    Line,
    Mark,
    Points,
    Text,
    series_shape,
)
from analysis.reporting.language import Language
from analysis.reporting.phrases import shortened
from analysis.statistics.regression import Coefficient, RegressionResult
from analysis.statistics.robust import RobustCoefficient

ROW = 62
"""Pixels a predictor takes."""
FLOOR = -0.6
"""Where the plot ends below the last row, which lies at 0."""
EDGE = 0.17
"""Half the width of the words over zero, as a share of a phone's plot."""
MOST_LETTERS = 26
"""Of a predictor's name beside its decision, on a phone."""


def coefficient_figure(result: RegressionResult, colours: Mapping[str, Colour], language: Language) -> Figure:
    """Slopes with their intervals; a full dot's interval leaves zero out."""
    _ = language.gettext
    low, high = _range(result)
    count = len(result.predictors)
    marks = zero_line(count - 0.25, _("no effect"), low, high)
    for position, predictor in enumerate(result.predictors):
        marks += _row(
            predictor,
            count - 1 - position,
            result.coefficients[predictor],
            result.hc3.get(predictor),
            colours[predictor],
            low,
            high,
            language,
        )
    level = language.confidence(result.alpha)
    return Figure(
        key="coefficient_plot",
        title=_("Regression coefficients with intervals"),
        x=Axis(
            _("B: change of {outcome} per point, CI {level}").format(outcome=result.outcome, level=level),
            low,
            high,
        ),
        y=Axis(low=FLOOR, high=count - 0.1, visible=False),
        marks=tuple(marks),
        description=_description(result, language),
        height=ROW * count + 90,
    )


def zero_line(top: float, words: str, low: float, high: float) -> list[Mark]:
    """The critical line at zero through all rows, with words on its upper end at `top`.

    On a phone it meets the names of rows, which are therefore backed.
    """
    line = Line((0, 0), (FLOOR, top - 0.16), "critical", 1.8)
    return [line, Text(0, top, words, side_of_zero(low, high), "critical")]


def side_of_zero(low: float, high: float) -> Anchor:
    """The anchor of words over zero that keeps them inside the plot of a phone."""
    place = -low / (high - low)
    if place < EDGE:
        return "start"
    return "end" if place > 1 - EDGE else "middle"


def _range(result: RegressionResult) -> tuple[float, float]:
    ends = [0.0]
    for predictor in result.predictors:
        coefficient, robust = result.coefficients[predictor], result.hc3.get(predictor)
        ends += [coefficient.ci_low, coefficient.ci_high]
        if robust is not None:
            ends += [robust.ci_low, robust.ci_high]
    span = max(ends) - min(ends) or 1.0
    below = any(result.coefficients[predictor].ci_high < 0 for predictor in result.predictors)
    return min(ends) - (0.25 if below else 0.12) * span, max(ends) + 0.35 * span


def _row(
    predictor: str,
    at: float,
    coefficient: Coefficient,
    robust: RobustCoefficient | None,
    colour: Colour,
    low: float,
    high: float,
    language: Language,
) -> list[Mark]:
    _ = language.gettext
    value = language.number(coefficient.b)
    interval = f"{language.number(coefficient.ci_low)} – {language.number(coefficient.ci_high)}"
    full = coefficient.significant
    decision = _("significant") if full else _("not found")
    word = f"✓ {decision}" if full else f"– {decision}"
    marks: list[Mark] = [
        Line((low, high), (at, at), "faint", 1),
        Interval(coefficient.ci_low, coefficient.ci_high, at, colour=colour, width=4, hover=interval),
        Points(
            (coefficient.b,),
            (at,),
            colour,
            series_shape(colour),
            filled=full,
            size=13,
            hover=(f"{predictor}: {value} ({interval})",),
        ),
        _value(coefficient.ci_low, coefficient.ci_high, at, value),
        Text(low, at, shortened(predictor, MOST_LETTERS), strong=True, dy=20, dx=4, backed=True),
        Text(high, at, word, "end", "good" if full else "grey", strong=True, dy=20, dx=-4, backed=True),
    ]
    if robust is not None:
        marks.append(
            Interval(robust.ci_low, robust.ci_high, at - 0.16, colour="grey", width=1.4, hover="HC3")
        )
        marks.append(_robust_name(robust, at))
    return marks


def _value(low: float, high: float, at: float, value: str) -> Text:
    """The slope's figure outside its interval, on the side away from zero."""
    if high < 0:
        return Text(low, at, value, "end", strong=True, dx=-8, backed=True)
    return Text(high, at, value, strong=True, dx=8, backed=True)


def _robust_name(robust: RobustCoefficient, at: float) -> Text:
    if robust.ci_high < 0:
        return Text(robust.ci_low, at - 0.16, "HC3", "end", "grey", size=11, dx=-8, dy=-5)
    return Text(robust.ci_high, at - 0.16, "HC3", colour="grey", size=11, dx=8, dy=-5)


def _description(result: RegressionResult, language: Language) -> str:
    _ = language.gettext
    parts = [
        _("{predictor}: B {b}, interval {low} to {high}").format(
            predictor=name,
            b=language.number(result.coefficients[name].b),
            low=language.number(result.coefficients[name].ci_low),
            high=language.number(result.coefficients[name].ci_high),
        )
        for name in result.predictors
    ]
    return "; ".join(parts) + "."

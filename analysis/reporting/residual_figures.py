"""Pictures of the residuals: histogram with normal curve, normal P-P plot, scatter against predictions."""

from __future__ import annotations

import numpy as np

from analysis.reporting.figure import (
    Axis,
    Bar,
    Colour,
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
from analysis.reporting.point_cloud import drawn
from analysis.statistics.assumptions import AssumptionsResult

LIMIT = 3.0
"""Studentised residuals beyond this are marked."""

LABEL_ROOM = 0.14
"""Share of the width right of the last row, for the words of the line."""


def residual_histogram(result: AssumptionsResult, language: Language) -> Figure:
    """Standardised residuals in classes of equal width, with the normal curve of the same n."""
    _ = language.gettext
    residuals = np.asarray(result.series.zresid)
    reach = max(3.5, float(np.max(np.abs(residuals))) + 0.5)
    classes = int(np.clip(np.ceil(2 * len(residuals) ** (1 / 3)), 9, 41)) | 1
    counts, edges = np.histogram(residuals, bins=classes, range=(-reach, reach))
    width = float(edges[1] - edges[0])
    bars: list[Mark] = [
        Bar(
            0,
            float(count),
            float((left + right) / 2),
            width * 0.94,
            "vertical",
            "blue",
            0.55,
            _bar_hover(int(count), language),
        )
        for count, left, right in zip(counts, edges[:-1], edges[1:], strict=True)
        if count
    ]
    x = np.linspace(-reach, reach, 161)
    curve = len(residuals) * width * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    bars.append(Line(tuple(x.tolist()), tuple(curve.tolist()), "vermilion", 2))
    return Figure(
        key="residual_histogram",
        title=_("Histogram of residuals"),
        x=Axis(_("Standardised residual"), -reach, reach),
        y=Axis(_("Respondents"), 0, float(max(counts.max(), curve.max())) * 1.08, decimals=0),
        marks=tuple(bars),
        description=_(
            "Histogram of {n} standardised residuals with the normal curve; "
            "the smallest is {low}, the largest {high}."
        ).format(
            n=language.integer(len(residuals)),
            low=language.number(float(residuals.min()), 2),
            high=language.number(float(residuals.max()), 2),
        ),
    )


def _bar_hover(count: int, language: Language) -> str:
    return language.ngettext("{n} respondent", "{n} respondents", count).format(n=language.integer(count))


def normal_pp_plot(result: AssumptionsResult, language: Language) -> Figure:
    """Observed against expected cumulative probability (Blom, 1958); normal residuals follow the line."""
    _ = language.gettext
    shown = drawn(len(result.series.pp_observed))
    observed = np.asarray(result.series.pp_observed)[shown]
    expected = np.asarray(result.series.pp_expected)[shown]
    furthest = float(np.max(np.abs(observed - expected)))
    return Figure(
        key="normal_pp_plot",
        title=_("Normal P-P plot of residuals"),
        x=Axis(_("Observed cumulative probability"), 0, 1, decimals=1),
        y=Axis(_("Expected cumulative probability"), 0, 1, decimals=1),
        marks=(
            Line((0.0, 1.0), (0.0, 1.0), "vermilion", 1.8),
            Points(tuple(observed.tolist()), tuple(expected.tolist()), "blue", size=6, opacity=0.7),
        ),
        description=_(
            "Normal P-P plot of {n} residuals; the largest distance from the line is {distance}."
        ).format(n=language.integer(result.n), distance=language.number(furthest)),
        height=340,
        square=True,
    )


def residual_scatter(result: AssumptionsResult, language: Language) -> Figure:
    """Studentised residuals against standardised predictions; an even band speaks for equal variance."""
    _ = language.gettext
    shown = drawn(len(result.series.rows))
    x, y = np.asarray(result.series.zpred)[shown], np.asarray(result.series.sresid)[shown]
    rows = np.asarray(result.series.rows)[shown]
    reach = max(LIMIT + 0.5, float(np.nanmax(np.abs(y))) + 0.4)
    side = max(3.0, float(np.max(np.abs(x))) + 0.3)
    far = np.abs(y) > LIMIT
    marks: list[Mark] = [
        Tile(-side, side, -2, 2, "blue", 0.05),
        Rule(0, "horizontal", "critical", 1.4),
        _dots(x[~far], y[~far], rows[~far], "blue", language),
    ]
    if far.any():
        marks.append(_dots(x[far], y[far], rows[far], "vermilion", language))
    return Figure(
        key="residual_scatter",
        title=_("Residuals against predicted values"),
        x=Axis(_("Standardised predicted value"), -side, side, decimals=0),
        y=Axis(_("Studentised residual"), -reach, reach, decimals=0),
        marks=tuple(marks),
        description=_("{n} studentised residuals against predicted values; beyond 3: {far}.").format(
            n=language.integer(len(y)), far=language.integer(int(far.sum()))
        ),
        height=340,
    )


def _dots(x: np.ndarray, y: np.ndarray, rows: np.ndarray, colour: Colour, language: Language) -> Points:
    hover = tuple(
        language.gettext("Row {row}: residual {residual}").format(
            row=row, residual=language.number(float(value), 2)
        )
        for row, value in zip(rows.tolist(), y.tolist(), strict=True)
    )
    return Points(tuple(x.tolist()), tuple(y.tolist()), colour, size=7, opacity=0.65, hover=hover)


def cook_figure(result: AssumptionsResult, cut: float, language: Language) -> Figure:
    """Cook's distance of each respondent with the 4/n line."""
    _ = language.gettext
    rows, cook = np.asarray(result.series.rows), np.asarray(result.series.cook)
    shown = drawn(len(cook))
    first, last = int(rows.min()), int(rows.max())
    room = LABEL_ROOM * (last - first + 1)
    worst = int(np.argmax(cook))
    limit = language.number(cut)
    marks: list[Mark] = [
        *(Interval(0.0, float(cook[i]), float(rows[i]), "vertical", "blue", 1.4) for i in shown),
        Rule(cut, "horizontal", "critical", 1.4),
        Text(last + room, cut, f"4/n\n{limit}", "end", "critical", dy=18),
        *_above(cook, rows, cut, language),
        Text(float(rows[worst]), float(cook[worst]), _("row {row}").format(row=rows[worst]), "middle", dy=14),
    ]
    above = language.integer(int(np.sum(cook > cut)))
    sentence = _("Cook's distance of {n} respondents; above {cut}: {above}; the largest is {largest}.")
    return Figure(
        key="cook_distance",
        title=_("Influence of each respondent (Cook's distance)"),
        x=Axis(_("Row of the spreadsheet"), first - 1, last + room, decimals=0),
        y=Axis(_("Cook's distance"), 0, float(max(cook.max(), cut)) * 1.25),
        marks=tuple(marks),
        description=sentence.format(
            n=language.integer(len(cook)), above=above, cut=limit, largest=language.number(float(cook[worst]))
        ),
        height=260,
    )


def _above(cook: np.ndarray, rows: np.ndarray, cut: float, language: Language) -> list[Mark]:
    flagged = np.flatnonzero(cook > cut)
    if not len(flagged):
        return []
    hover = tuple(
        language.gettext("Row {row}: {cook}").format(row=rows[i], cook=language.number(float(cook[i])))
        for i in flagged
    )
    return [
        Points(tuple(rows[flagged].tolist()), tuple(cook[flagged].tolist()), "vermilion", size=8, hover=hover)
    ]

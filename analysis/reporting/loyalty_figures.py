"""Pictures of the loyalty map: the quadrants with each respondent a dot, and the classes of each group."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analysis.reporting.figure import Axis, Colour, Figure, Mark, Points, Rule, Text, Tile
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.point_cloud import drawn
from analysis.reporting.score_axis import score_axis
from analysis.reporting.stacked_shares import Part, stacked_shares
from analysis.statistics.loyalty import CLASSES, LoyaltyAxis, LoyaltyResult, LoyaltyShare, axis, class_codes

COLOURS: dict[str, Colour] = {"premium": "green", "latent": "blue", "weak": "orange", "none": "grey"}


def class_names(language: Language) -> dict[str, str]:
    """The words of the four classes."""
    _ = language.gettext
    return {
        "premium": _("Premium loyalty"),
        "latent": _("Latent loyalty"),
        "weak": _("Spurious loyalty"),
        "none": _("No loyalty"),
    }


def quadrant_figure(result: LoyaltyResult, material: Material) -> Figure:
    """Repeat purchase to the right, attachment upwards; each quadrant carries its class and share."""
    language = material.language
    _ = language.gettext
    x_axis, y_axis = (
        axis(material.prepared, result.repeat_purchase),
        axis(material.prepared, result.attachment),
    )
    marks: list[Mark] = [*_quadrants(result, x_axis, y_axis, language)]
    marks += [
        Rule(result.cuts.repeat_purchase),
        Rule(result.cuts.attachment, "horizontal"),
        *_dots(result, x_axis, y_axis),
    ]
    return Figure(
        key="loyalty_quadrants",
        title=_("Loyalty quadrants"),
        x=_drawn_axis(_axis_title(_("Repeat purchase"), result.repeat_purchase), x_axis, language),
        y=_drawn_axis(_axis_title(_("Attachment"), result.attachment), y_axis, language),
        marks=tuple(marks),
        description="; ".join(
            f"{class_names(language)[key]}: {language.integer(share.n)} ({language.percent(share.percent)})"
            for key, share in result.categories.items()
        ),
        height=460,
    )


def _axis_title(meaning: str, name: str) -> str:
    return name if name.casefold() == meaning.casefold() else f"{meaning}: {name}"


def _drawn_axis(title: str, shown: LoyaltyAxis, language: Language) -> Axis:
    """Room at both ends for the words of the quadrants, without ticks that no score can reach."""
    low, high = _ends(shown)
    return Axis(title, low, high, score_axis(title, shown.low, shown.high, language).ticks)


def _room(shown: LoyaltyAxis) -> float:
    return 0.18 * (shown.high - shown.low)


def _ends(shown: LoyaltyAxis) -> tuple[float, float]:
    return (shown.low - _room(shown), shown.high + _room(shown))


def _quadrants(
    result: LoyaltyResult, x_axis: LoyaltyAxis, y_axis: LoyaltyAxis, language: Language
) -> list[Mark]:
    (left, right), (bottom, top) = _ends(x_axis), _ends(y_axis)
    cut_x, cut_y = result.cuts.repeat_purchase, result.cuts.attachment
    corners = {
        "premium": (cut_x, right, cut_y, top),
        "latent": (left, cut_x, cut_y, top),
        "weak": (cut_x, right, bottom, cut_y),
        "none": (left, cut_x, bottom, cut_y),
    }
    names = class_names(language)
    marks: list[Mark] = []
    for key, (x_low, x_high, y_low, y_high) in corners.items():
        share = result.categories[key]
        # Two lines: in one, the words of two quadrants would meet on a phone.
        words = "\n".join(f"{names[key]} {language.percent(share.percent, 0)}".split(" ", 1))
        upper = y_high == top
        anchor_x = x_high if x_high == right else x_low
        marks += [
            Tile(x_low, x_high, y_low, y_high, COLOURS[key], 0.09),
            Text(
                anchor_x,
                y_high if upper else y_low,
                words,
                "end" if x_high == right else "start",
                strong=True,
                dx=-6 if x_high == right else 6,
                dy=-20 if upper else 20,
            ),
        ]
    return marks


def _dots(result: LoyaltyResult, x_axis: LoyaltyAxis, y_axis: LoyaltyAxis) -> list[Mark]:
    """Dots of each class in its colour, moved by less than a third of the smallest step."""
    both = ~np.isnan(x_axis.values) & ~np.isnan(y_axis.values)
    x, y = x_axis.values[both], y_axis.values[both]
    shown = drawn(len(x))
    x, y = x[shown], y[shown]
    random = np.random.default_rng(1)
    moved_x = _on_its_side(x + random.uniform(-0.3, 0.3, len(x)) * _step(x), x, result.cuts.repeat_purchase)
    moved_y = _on_its_side(y + random.uniform(-0.3, 0.3, len(y)) * _step(y), y, result.cuts.attachment)
    codes = class_codes(y, x, result.cuts)
    marks: list[Mark] = []
    for position, key in enumerate(CLASSES):
        inside = codes == position
        if inside.any():
            hover = tuple(f"{a:g}; {b:g}" for a, b in zip(x[inside], y[inside], strict=True))
            marks.append(
                Points(
                    tuple(moved_x[inside].tolist()),
                    tuple(moved_y[inside].tolist()),
                    COLOURS[key],
                    size=8,
                    opacity=0.75,
                    hover=hover,
                )
            )
    return marks


def _on_its_side(moved: np.ndarray, values: np.ndarray, cut: float) -> np.ndarray:
    """No dot crosses the cut: one that would is mirrored back to the side of its own value."""
    crossed = (moved > cut) != (values > cut)
    return np.where(crossed, 2 * cut - moved, moved)


def _step(values: np.ndarray) -> float:
    steps = np.diff(np.unique(values))
    return float(np.min(steps)) if len(steps) else 1.0


def group_figure(result: LoyaltyResult, language: Language) -> Figure:
    """One bar a group, divided by class."""
    _ = language.gettext
    return stacked_shares(
        "loyalty_by_group",
        _("Loyalty classes by group"),
        _("Share of the group (%)"),
        {level: _parts(shares, language) for level, shares in result.by_group.items()},
        language,
    )


def cut_figure(result: LoyaltyResult, language: Language) -> Figure:
    """The classes cut as chosen, and cut at the medians."""
    _ = language.gettext
    return stacked_shares(
        "loyalty_median",
        _("Loyalty classes at both cuts"),
        _("Share of the respondents (%)"),
        {
            _("Cut of this map"): _parts(result.categories, language),
            _("Cut at the medians"): _parts(result.median_split.categories, language),
        },
        language,
    )


def _parts(shares: Mapping[str, LoyaltyShare], language: Language) -> tuple[Part, ...]:
    names = class_names(language)
    return tuple(Part(names[key], share.n, share.percent, COLOURS[key]) for key, share in shares.items())

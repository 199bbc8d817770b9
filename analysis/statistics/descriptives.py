"""Descriptive statistics of items, scales and dimensions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

from analysis.statistics.decimal_values import written_decimals
from analysis.statistics.unavailable import NotPossible
from analysis.statistics.value_counts import ValueCounts, value_counts
from analysis.study.codebook import Settings
from analysis.study.preparation import Prepared, Scale, scale_score

CATEGORIES = ("very_low", "low", "moderate", "high", "very_high")
CLASSES: Mapping[int, tuple[str, ...]] = {
    5: CATEGORIES,
    4: ("very_low", "low", "high", "very_high"),
    3: ("low", "moderate", "high"),
}
"""Classes of a mean, the lowest first, by how many are chosen."""
"""Codes of the five classes of a mean, lowest first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Univariate summary of n values; a figure that does not exist is None.

    `sd` has the divisor n - 1; quartiles are SPSS's (weighted average at (n + 1)p, Weibull);
    `skewness` and `kurtosis` are the adjusted G1 and G2 (Fisher, 1930), as SPSS prints them.
    """

    n: int
    missing: int
    mean: float | None
    sd: float | None
    min: float | None
    max: float | None
    q1: float | None
    median: float | None
    q3: float | None
    skewness: float | None
    kurtosis: float | None


@dataclass(frozen=True, slots=True)
class ItemDescription(Summary):
    """One item after reversal.

    `counts` maps each answer ("1", "2", ...) to how many gave it, declared answers that nobody gave
    included. `tcr` (respondent achievement level) is 100 * mean / highest declared answer, `category`
    the class of the mean, one of CLASSES; both None without declared points.
    """

    counts: dict[str, int]
    tcr: float | None
    category: str | None


@dataclass(frozen=True, slots=True)
class ScaleDescription(Summary):
    """One scale or dimension score, on the chosen scoring (sum or mean).

    `item_mean` is the mean per item, None for a score that the file holds; `items` are counted, 0 for
    such a score. `tcr` and `category` as for an item.
    """

    items: int
    item_mean: float | None
    tcr: float | None
    category: str | None


@dataclass(frozen=True, slots=True)
class DescriptivesResult:
    """Keys are short names of items, names of scales, names of dimensions, in codebook order.

    A dimension name that two scales use is preceded by the scale's: "Scale: Dimension".
    """

    items: dict[str, ItemDescription]
    scales: dict[str, ScaleDescription]
    dimensions: dict[str, ScaleDescription]


@dataclass(frozen=True, slots=True)
class ScoreClass:
    """One class of a mean: above `low` (the lowest class from `low` on) up to and including `high`."""

    category: str
    low: float
    high: float


def compute(prepared: Prepared) -> DescriptivesResult:
    """Descriptions of all included items, scales and dimensions.

    Raises NotPossible("no_items") where the study has neither items nor scores.
    """
    if not prepared.scales and not prepared.item_names:
        raise NotPossible("no_items")
    settings = prepared.codebook.settings
    items = {
        name: describe_item(prepared.answers[:, j], prepared.item_points.get(name), settings.class_count)
        for j, name in enumerate(prepared.item_names)
    }
    scales = {
        name: describe_score(prepared.scores[name], scale, settings)
        for name, scale in prepared.scales.items()
    }
    return DescriptivesResult(items, scales, _dimensions(prepared))


def describe_item(
    answers: np.ndarray, points: tuple[float, float] | None, class_count: int = 5
) -> ItemDescription:
    """One item from its (n,) answers, nan where missing; `class_count` is a key of CLASSES."""
    summary = summarise(answers)
    low, high = points if points is not None else (None, None)
    return ItemDescription(
        **asdict(summary),
        counts=answer_counts(answers, points),
        tcr=_achievement(summary.mean, high),
        category=_category(summary.mean, low, high, class_count),
    )


def describe_score(scores: np.ndarray, scale: Scale, settings: Settings) -> ScaleDescription:
    """One scale or dimension from its (n,) scores, nan where there is none."""
    summary = summarise(scores)
    item_mean = summary.mean
    if item_mean is not None and settings.score == "sum":
        item_mean /= max(1, len(scale.items))
    return ScaleDescription(
        **asdict(summary),
        items=len(scale.items),
        item_mean=item_mean if scale.items else None,
        tcr=_achievement(summary.mean, scale.high),
        category=_category(summary.mean, scale.low, scale.high, settings.class_count),
    )


def summarise(values: np.ndarray) -> Summary:
    """Summary of (n,) values, nan where missing; infinite values are not allowed."""
    present = values[~np.isnan(values)]
    n, missing = len(present), len(values) - len(present)
    if n == 0:
        return Summary(0, missing, *[None] * 9)
    table = value_counts(present)
    moments = _moments(table)
    return Summary(
        n=n,
        missing=missing,
        mean=moments.mean,
        sd=moments.sd,
        min=float(table.values[0]),
        max=float(table.values[-1]),
        q1=_weibull_quantile(table, 1),
        median=_weibull_quantile(table, 2),
        q3=_weibull_quantile(table, 3),
        skewness=moments.skewness,
        kurtosis=moments.kurtosis,
    )


def _weibull_quantile(table: ValueCounts, quarter: int) -> float:
    """The value at place (n + 1) * quarter / 4 among the sorted cases, interpolated linearly."""
    cumulative = np.cumsum(table.counts)
    n = int(cumulative[-1])
    whole, rest = divmod((n + 1) * quarter, 4)
    places = np.clip([whole, whole + 1], 1, n)
    low, high = table.values[np.searchsorted(cumulative, places)].tolist()
    return float(low + (high - low) * rest / 4)


@dataclass(frozen=True, slots=True)
class _Moments:
    mean: float
    sd: float | None
    skewness: float | None
    kurtosis: float | None


def _moments(table: ValueCounts) -> _Moments:
    """Mean, SD, G1 and G2 of the decimals as written, measured from the lowest.

    The deviations are corrected for the rounding of their mean.
    """
    counts, n = table.counts, int(table.counts.sum())
    if len(counts) == 1:
        return _Moments(float(table.values[0]), 0.0 if n > 1 else None, None, None)
    written = written_decimals(table.values)
    lowest = float(written.values[0])
    above = written.values - lowest
    centre = math.fsum(above * counts) / n
    correction = math.fsum((above - centre) * counts) / n
    deviations = above - centre - correction
    squares = math.fsum(deviations**2 * counts)
    g1 = math.fsum(deviations**3 * counts) / n / (squares / n) ** 1.5
    g2 = math.fsum(deviations**4 * counts) / n / (squares / n) ** 2 - 3
    return _Moments(
        mean=(lowest + (centre + correction)) / written.divisor,
        sd=math.sqrt(squares / (n - 1)) / written.divisor,
        skewness=g1 * math.sqrt(n * (n - 1)) / (n - 2) if n > 2 else None,
        kurtosis=((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)) if n > 3 else None,
    )


def answer_counts(answers: np.ndarray, points: tuple[float, float] | None) -> dict[str, int]:
    """How many gave each answer, lowest first; whole declared answers appear even when nobody gave them."""
    table = value_counts(answers[~np.isnan(answers)])
    found = dict(zip(table.values.tolist(), table.counts.tolist(), strict=True))
    if points is not None and all(float(end).is_integer() for end in points):
        found = {float(answer): 0 for answer in range(int(points[0]), int(points[1]) + 1)} | found
    return {f"{answer:.12g}": found[answer] for answer in sorted(found)}


def score_classes(low: float, high: float, count: int = 5) -> tuple[ScoreClass, ...]:
    """3, 4 or 5 classes of equal width; five for 1 to 5: 1-1.80, -2.60, -3.40, -4.20, -5."""
    width = (high - low) / count
    bounds = [low + width * j for j in range(count)] + [high]
    return tuple(ScoreClass(category, bounds[j], bounds[j + 1]) for j, category in enumerate(CLASSES[count]))


def mean_category(mean: float, low: float, high: float, count: int = 5) -> str:
    """Class of a mean; a mean on a bound, up to rounding, belongs to the class below it."""
    tolerance = 1e-9 * (high - low)
    classes = score_classes(low, high, count)
    return next((each.category for each in classes if mean <= each.high + tolerance), CLASSES[count][-1])


def _category(mean: float | None, low: float | None, high: float | None, count: int) -> str | None:
    if mean is None or low is None or high is None or high <= low:
        return None
    return mean_category(mean, low, high, count)


def _achievement(mean: float | None, high: float | None) -> float | None:
    return 100 * mean / high if mean is not None and high is not None and high > 0 else None


def _dimensions(prepared: Prepared) -> dict[str, ScaleDescription]:
    """Each dimension scored as its scale is, from its own items."""
    settings = prepared.codebook.settings
    position = {name: j for j, name in enumerate(prepared.item_names)}
    described = {}
    for key, items in dimension_items(prepared).items():
        answers = prepared.answers[:, [position[item] for item in items]]
        points = [prepared.item_points[item] for item in items if item in prepared.item_points]
        per = len(items) if settings.score == "mean" else 1
        known = len(points) == len(items)
        scale = Scale(
            key,
            items,
            sum(low for low, _ in points) / per if known else None,
            sum(high for _, high in points) / per if known else None,
        )
        scores = scale_score(answers, settings.score, settings.missing)
        described[key] = describe_score(scores, scale, settings)
    return described


def dimension_items(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    """Included items of each dimension, in codebook order; keys as in DescriptivesResult.dimensions."""
    members: dict[tuple[str, str], list[str]] = {}
    for item in prepared.item_names:
        dimension = prepared.item_dimension.get(item)
        if dimension:
            members.setdefault((prepared.item_scale.get(item, ""), dimension), []).append(item)
    names = [dimension for _, dimension in members]
    return {
        dimension if names.count(dimension) == 1 else f"{scale}: {dimension}": tuple(items)
        for (scale, dimension), items in members.items()
    }

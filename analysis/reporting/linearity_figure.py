"""The outcome against each predictor: respondents, the straight line, and the mean at each score."""

from __future__ import annotations

import numpy as np

from analysis.reporting.figure import Axis, Figure, Line, Mark, Points
from analysis.reporting.material import Material
from analysis.reporting.point_cloud import drawn
from analysis.reporting.score_axis import score_axis
from analysis.statistics.model_sample import complete_pairs

MOST_PREDICTORS = 6
HEIGHT = 290
JITTER, ROOM = 0.18, 0.05


def linearity_figures(outcome: str, predictors: tuple[str, ...], material: Material) -> tuple[Figure, ...]:
    """One picture a predictor, for the first six whose scores vary."""
    figures = []
    for position, predictor in enumerate(predictors[:MOST_PREDICTORS], start=1):
        pairs = complete_pairs(material.prepared, predictor, outcome)
        if len(pairs) > 1 and np.ptp(pairs[:, 0]) > 0:
            figures.append(_figure(f"linearity_{position}", predictor, outcome, pairs, material))
    return tuple(figures)


def _figure(key: str, predictor: str, outcome: str, pairs: np.ndarray, material: Material) -> Figure:
    language = material.language
    _ = language.gettext
    x, y = pairs[:, 0], pairs[:, 1]
    slope = float(np.cov(x, y)[0, 1] / np.var(x, ddof=1))
    ends = (float(x.min()), float(x.max()))
    line = tuple(float(y.mean()) + slope * (end - float(x.mean())) for end in ends)
    marks: list[Mark] = [
        _respondents(x, y, material),
        Line(ends, line, "ink", 2),
        *_means(predictor, x, y, material),
    ]
    title = _("{outcome} by {predictor}").format(outcome=outcome, predictor=predictor)
    room, height = ROOM * (ends[1] - ends[0]), ROOM * float(np.ptp(y)) or 0.5
    across = score_axis(predictor, ends[0] - room, ends[1] + room, language)
    return Figure(
        key=key,
        title=title,
        x=across,
        y=Axis(outcome, float(y.min()) - height, float(y.max()) + height),
        marks=tuple(marks),
        description=_("{title}: {n} respondents; slope of the straight line {slope}.").format(
            title=title, n=language.integer(len(y)), slope=language.number(slope)
        ),
        height=HEIGHT,
    )


def _respondents(x: np.ndarray, y: np.ndarray, material: Material) -> Points:
    """Dots moved a little, always in the same way, since many share their scores."""
    shown = drawn(len(x))
    random = np.random.default_rng(1)
    moved = [values[shown] + random.uniform(-1, 1, len(shown)) * JITTER * _step(values) for values in (x, y)]
    language = material.language
    hover = tuple(
        f"{language.number(float(a), 2)}; {language.number(float(b), 2)}"
        for a, b in zip(x[shown], y[shown], strict=True)
    )
    return Points(
        tuple(moved[0].tolist()), tuple(moved[1].tolist()), "blue", size=6, opacity=0.45, hover=hover
    )


def _step(values: np.ndarray) -> float:
    steps = np.diff(np.unique(values))
    return float(steps.min()) if len(steps) else 0.0


def _means(predictor: str, x: np.ndarray, y: np.ndarray, material: Material) -> list[Mark]:
    """The mean outcome at each score that two respondents share, which the deviation test compares."""
    language = material.language
    scores, place, counts = np.unique(x, return_inverse=True, return_counts=True)
    means = np.bincount(place, weights=y) / counts
    shared = counts > 1
    at, mean = tuple(scores[shared].tolist()), tuple(means[shared].tolist())
    template = language.gettext("{predictor} {score}: mean {mean}, N = {n}")
    hover = tuple(
        template.format(
            predictor=predictor,
            score=language.number(score, 2),
            mean=language.number(value, 2),
            n=language.integer(int(n)),
        )
        for score, value, n in zip(at, mean, counts[shared], strict=True)
    )
    if not at:
        return []
    return [
        Line(at, mean, "vermilion", 1.2, "dot"),
        Points(at, mean, "vermilion", filled=False, size=8, hover=hover),
    ]

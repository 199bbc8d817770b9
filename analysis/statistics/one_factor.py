"""The one-factor model by maximum likelihood, and McDonald's omega from it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.statistics.distributions import Interval, normal_critical
from analysis.statistics.unavailable import NotPossible

FEWEST_ITEMS = 3
MOST_STEPS = 200
CONVERGED = 1e-10
HEYWOOD = 1e-6
"""A uniqueness below this share of the item's variance is a Heywood case."""


@dataclass(frozen=True, slots=True)
class OneFactorModel:
    """Loadings and uniquenesses, (k,), on the scale of the covariance matrix.

    `information` is the (2k, 2k) expected information of one respondent for (loadings, uniquenesses).
    """

    loadings: np.ndarray
    uniquenesses: np.ndarray
    information: np.ndarray


@dataclass(frozen=True, slots=True)
class Omega:
    """Omega total with its interval (delta method, normal theory; Raykov, 2002)."""

    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class _Point:
    """One point of the likelihood: parameters, discrepancy, and half its first and second derivatives.

    `information` is the expectation of `curvature` where the model holds.
    """

    loadings: np.ndarray
    uniquenesses: np.ndarray
    discrepancy: float
    score: np.ndarray
    curvature: np.ndarray
    information: np.ndarray


def omega_total(covariance: np.ndarray, n: int, level: float = 0.95) -> Omega:
    """Omega total of k items: squared sum of loadings over that plus the uniquenesses (McDonald, 1999).

    Raises NotPossible("fewer_than_three_items"), NotPossible("heywood_case") when a uniqueness is not
    positive, NotPossible("not_converged") when the likelihood has no maximum within reach.
    """
    model = fit_one_factor(covariance)
    common, unique = float(model.loadings.sum()), float(model.uniquenesses.sum())
    total = common**2 + unique
    value = common**2 / total
    k = len(model.loadings)
    slopes = np.concatenate([np.full(k, 2 * common * unique / total**2), np.full(k, -(common**2) / total**2)])
    variance = float(slopes @ np.linalg.solve(model.information, slopes)) / n
    half = normal_critical(1 - level) * math.sqrt(max(variance, 0.0))
    return Omega(value, Interval(value - half, value + half))


def fit_one_factor(covariance: np.ndarray) -> OneFactorModel:
    """Maximum likelihood by Newton's method on the correlations, scaled back to the covariance.

    The estimate does not depend on the scaling of the items (Joreskog, 1967). Errors as omega_total.
    """
    k = len(covariance)
    if k < FEWEST_ITEMS:
        raise NotPossible("fewer_than_three_items", items=k)
    sd = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(sd, sd)
    point = _maximise(correlation)
    rescale = np.concatenate([1 / sd, 1 / sd**2])
    return OneFactorModel(
        point.loadings * sd,
        point.uniquenesses * sd**2,
        point.information * np.outer(rescale, rescale),
    )


def _maximise(correlation: np.ndarray) -> _Point:
    point = _start(correlation)
    for _ in range(MOST_STEPS):
        step = _downhill(point)
        moved = _improved(correlation, point, step)
        if moved is None:
            break
        point = moved
        if float(np.abs(step).max()) < CONVERGED or float(point.uniquenesses.min()) < -1:
            break
    if float(point.uniquenesses.min()) < HEYWOOD:
        raise NotPossible("heywood_case")
    # No step improves at the optimum, up to rounding, but also on a ridge where there is none.
    if float(np.abs(point.score).max()) > math.sqrt(CONVERGED):
        raise NotPossible("not_converged")
    return point


def _downhill(point: _Point) -> np.ndarray:
    """Newton's step where the discrepancy is convex, else the step of Fisher's scoring."""
    for matrix in (point.curvature, point.information):
        try:
            np.linalg.cholesky(matrix)
            return np.asarray(-np.linalg.solve(matrix, point.score))
        except np.linalg.LinAlgError:
            continue
    raise NotPossible("not_converged")


def _start(correlation: np.ndarray) -> _Point:
    """First principal axis with communalities kept inside (0.05, 0.95)."""
    values, vectors = np.linalg.eigh(correlation)
    axis = vectors[:, -1] * math.sqrt(float(values[-1]))
    communality = np.clip(axis**2, 0.05, 0.95)
    loadings = np.copysign(np.sqrt(communality), axis * np.sign(axis.sum() or 1.0))
    point = _evaluate(correlation, loadings, 1 - communality)
    if point is None:
        raise NotPossible("not_converged")
    return point


def _improved(correlation: np.ndarray, point: _Point, step: np.ndarray) -> _Point | None:
    """The step, halved until the discrepancy no longer rises; None when no length helps."""
    k = len(correlation)
    allowed = point.discrepancy + 1e-14 * abs(point.discrepancy)
    for halving in range(40):
        taken = step * 0.5**halving
        moved = _evaluate(correlation, point.loadings + taken[:k], point.uniquenesses + taken[k:])
        if moved is not None and moved.discrepancy <= allowed:
            return moved
    return None


def _evaluate(correlation: np.ndarray, loadings: np.ndarray, uniquenesses: np.ndarray) -> _Point | None:
    """None where the implied matrix is not positive definite."""
    implied = np.outer(loadings, loadings) + np.diag(uniquenesses)
    try:
        root = np.linalg.cholesky(implied)
        inverse = np.linalg.inv(implied)
    except np.linalg.LinAlgError:
        return None
    discrepancy = 2 * float(np.log(np.diag(root)).sum()) + float(np.sum(correlation * inverse))
    fitted = inverse @ correlation @ inverse
    score = np.concatenate([(inverse - fitted) @ loadings, np.diag(inverse - fitted) / 2])
    curvature = _curvature(inverse, fitted, loadings)
    return _Point(
        loadings, uniquenesses, discrepancy, score, curvature, _curvature(inverse, inverse, loadings)
    )


def _curvature(inverse: np.ndarray, fitted: np.ndarray, loadings: np.ndarray) -> np.ndarray:
    """Half the second derivatives of the discrepancy, (2k, 2k).

    `inverse` is that of the implied matrix, `fitted` is inverse @ S @ inverse; where the model holds
    the two are equal, which gives the expected information.
    """
    w, m = inverse @ loadings, fitted @ loadings
    by_loadings = (
        inverse - fitted
        - np.outer(w, w) - float(loadings @ w) * inverse
        + np.outer(w, m) + np.outer(m, w)
        + float(loadings @ m) * inverse + float(loadings @ w) * fitted
    )  # fmt: skip
    mixed = (fitted - inverse) * w[None, :] + inverse * m[None, :]
    by_uniquenesses = inverse * fitted - inverse**2 / 2
    return np.block([[by_loadings, mixed], [mixed.T, by_uniquenesses]])

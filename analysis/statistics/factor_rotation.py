"""Rotation of factor loadings: varimax and direct oblimin, both after Kaiser's normalisation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_STEPS = 2000
CONVERGED = 1e-10


@dataclass(frozen=True, slots=True)
class Rotation:
    """loadings: (p, m) pattern. correlations: (m, m) of the factors, the identity when orthogonal."""

    loadings: np.ndarray
    correlations: np.ndarray


def varimax(loadings: np.ndarray) -> Rotation:
    """Orthogonal rotation that maximises the variance of the squared loadings (Kaiser, 1958).

    Each pair of factors is turned by its best angle in closed form until no angle is left.
    """
    length = np.sqrt(np.sum(loadings**2, axis=1, keepdims=True))
    rotated = loadings / np.where(length > 0, length, 1.0)
    factors = loadings.shape[1]
    for _ in range(MOST_STEPS):
        largest = 0.0
        for a in range(factors - 1):
            for b in range(a + 1, factors):
                angle = _varimax_angle(rotated[:, a], rotated[:, b])
                turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
                rotated[:, [a, b]] = rotated[:, [a, b]] @ turn
                largest = max(largest, abs(angle))
        if largest < CONVERGED:
            break
    return _ordered(rotated * length, np.eye(factors))


def _varimax_angle(x: np.ndarray, y: np.ndarray) -> float:
    p = len(x)
    u, v = x**2 - y**2, 2 * x * y
    numerator = 2 * float(u @ v) - 2 * float(u.sum() * v.sum()) / p
    denominator = float(u @ u - v @ v) - float(u.sum() ** 2 - v.sum() ** 2) / p
    return 0.25 * float(np.arctan2(numerator, denominator))


def oblimin(loadings: np.ndarray) -> Rotation:
    """Direct oblimin with delta 0, that is quartimin (Jennrich and Sampson, 1966).

    Gradient projection (Jennrich, 2002): the transformation T keeps columns of length one, the
    pattern is A T'^-1, the factor correlations T'T.
    """
    length = np.sqrt(np.sum(loadings**2, axis=1, keepdims=True))
    normal = loadings / np.where(length > 0, length, 1.0)
    factors = loadings.shape[1]
    transformation, step = np.eye(factors), 1.0
    pattern = normal
    value, gradient = _quartimin(pattern), _quartimin_gradient(pattern, transformation)
    for _ in range(MOST_STEPS):
        downhill = gradient - transformation * np.sum(transformation * gradient, axis=0)
        slope = float(np.sum(downhill**2))
        if slope < CONVERGED**2:
            break
        step *= 2
        for _ in range(60):
            moved = transformation - step * downhill
            moved = moved / np.sqrt(np.sum(moved**2, axis=0))
            pattern = normal @ np.linalg.inv(moved).T
            if _quartimin(pattern) <= value - 0.5 * slope * step:
                break
            step /= 2
        before, transformation, value = value, moved, _quartimin(pattern)
        if value >= before:  # the optimum, up to rounding
            break
        gradient = _quartimin_gradient(pattern, transformation)
    return _ordered(pattern * length, transformation.T @ transformation)


def _quartimin(pattern: np.ndarray) -> float:
    squares = pattern**2
    return float(np.sum(squares * (squares.sum(axis=1, keepdims=True) - squares))) / 4


def _quartimin_gradient(pattern: np.ndarray, transformation: np.ndarray) -> np.ndarray:
    squares = pattern**2
    by_pattern = pattern * (squares.sum(axis=1, keepdims=True) - squares)
    return -(pattern.T @ by_pattern @ np.linalg.inv(transformation)).T


def _ordered(loadings: np.ndarray, correlations: np.ndarray) -> Rotation:
    """Factors by their share of variance, largest first, each turned so that its loadings sum to plus."""
    order = np.argsort(-np.sum(loadings * (loadings @ correlations), axis=0), kind="stable")
    loadings, correlations = loadings[:, order], correlations[np.ix_(order, order)]
    sign = np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    return Rotation(loadings * sign, correlations * np.outer(sign, sign))

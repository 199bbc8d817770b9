"""Tests of whether the residual variance depends on the predictors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BreuschPagan:
    """Studentised Breusch-Pagan test (Koenker, 1981); f, f_p are its F form."""

    lm: float
    df: int
    p: float
    f: float
    f_p: float


@dataclass(frozen=True, slots=True)
class White:
    """White's (1980) test with squares and cross products; df counts linearly independent terms."""

    lm: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class Glejser:
    """Slope of one predictor where the absolute residual is regressed on all of them."""

    b: float
    se: float
    t: float
    p: float


@dataclass(frozen=True, slots=True)
class Heteroscedasticity:
    """`white` is None where its auxiliary regression is saturated."""

    n: int
    breusch_pagan: BreuschPagan
    white: White | None
    glejser: dict[str, Glejser]

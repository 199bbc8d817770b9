"""Whether straight lines describe the relation of outcome and predictors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FTest:
    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True)
class PredictorLinearity:
    """SPSS MEANS /STATISTICS=LINEARITY: one predictor as categories, split in line and rest."""

    linearity: FTest
    deviation: FTest


@dataclass(frozen=True, slots=True)
class Linearity:
    """`reset` is None where too few respondents are left; a predictor without replicated values is None."""

    n: int
    reset: FTest | None
    predictors: dict[str, PredictorLinearity | None]

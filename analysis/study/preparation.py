"""From a Study to numbers: screening, answers coded and reversed, scale scores, categories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.study.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Rows left out for one reason."""

    reason: str
    n: int


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale as analysed.

    `items` are the short names of its included items, in codebook order (empty for a score that the
    file already holds). `low` and `high` are the declared ends of the scale score on the chosen
    scoring (sum or mean), None where no points are declared.
    """

    name: str
    items: tuple[str, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """The responses of one study as numbers; n analysed respondents, p included items.

    answers: float64 (n, p), reversed items already reversed, nan where not answered.
    raw_answers: float64 (n, p), the same before reversal.
    item_names: the p short names, columns of `answers`, in codebook order.
    scores: scale name -> float64 (n,), nan where the score cannot be formed.
    categories: short name of each demographic or group -> n categories, None where not answered.
    category_order: the same keys -> categories in the order in which tables list them.
    row_numbers: int64 (n,), spreadsheet row of each respondent.
    """

    codebook: Codebook
    rows_read: int
    excluded: tuple[Exclusion, ...]
    row_numbers: np.ndarray
    item_names: tuple[str, ...]
    answers: np.ndarray
    raw_answers: np.ndarray
    item_points: Mapping[str, tuple[float, float]]
    item_labels: Mapping[str, str]
    item_scale: Mapping[str, str]
    item_dimension: Mapping[str, str]
    scales: Mapping[str, Scale]
    scores: Mapping[str, np.ndarray]
    categories: Mapping[str, tuple[str | None, ...]]
    category_order: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]

    @property
    def respondents(self) -> int:
        return int(self.row_numbers.shape[0])

    def scale_answers(self, scale: str) -> np.ndarray:
        """(n, k) answers of one scale's included items, nan where not answered."""
        position = {name: j for j, name in enumerate(self.item_names)}
        return self.answers[:, [position[item] for item in self.scales[scale].items]]

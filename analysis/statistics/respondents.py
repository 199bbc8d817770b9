"""Who answered: counts and shares of every demographic and group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.statistics.distributions import wilson_interval
from analysis.study.preparation import Prepared


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """One category; percentages are 0 to 100.

    `percent` is of all respondents, `valid_percent` of those who answered; `ci_low` and `ci_high` are
    Wilson's interval (1927) of valid_percent.
    """

    category: str
    n: int
    percent: float
    valid_percent: float
    cumulative_percent: float
    ci_low: float
    ci_high: float


@dataclass(frozen=True, slots=True)
class ColumnCounts:
    """One demographic or group: `n` answered, `missing` did not; categories in the order of tables."""

    n: int
    missing: int
    categories: tuple[CategoryCount, ...]


@dataclass(frozen=True, slots=True)
class RespondentsResult:
    """Keys of `columns` are short names, in codebook order."""

    columns: dict[str, ColumnCounts]


def compute(prepared: Prepared) -> RespondentsResult:
    """Counts of every demographic and group; an empty map where there is none."""
    level = 1 - prepared.codebook.settings.alpha
    return RespondentsResult(
        {
            name: category_counts(values, prepared.category_order[name], level)
            for name, values in prepared.categories.items()
        }
    )


def category_counts(values: Sequence[str | None], order: Sequence[str], level: float = 0.95) -> ColumnCounts:
    """Frequencies of the categories in `order`; None counts as missing.

    The cumulative percentage is of the cumulated counts, so that the last one is exactly 100.
    """
    counts = Counter(values)
    valid = sum(counts[category] for category in order)
    categories = []
    so_far = 0
    for category in order if valid else ():
        n = counts[category]
        so_far += n
        interval = wilson_interval(n, valid, level)
        categories.append(
            CategoryCount(
                category=category,
                n=n,
                percent=100 * n / len(values),
                valid_percent=100 * n / valid,
                cumulative_percent=100 * so_far / valid,
                ci_low=100 * interval.low,
                ci_high=100 * interval.high,
            )
        )
    return ColumnCounts(valid, len(values) - valid, tuple(categories))

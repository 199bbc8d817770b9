"""Who answered: counts and shares of every demographic and group, options of questions with several answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.statistics.distributions import wilson_interval
from analysis.study.multiple_answers import MultipleAnswers
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
class OptionCount:
    """One option of a question that takes several answers; percentages are 0 to 100.

    `percent` is of all respondents, `valid_percent` of those who answered (Wilson's interval belongs to
    it), `answers_percent` of all answers given. Shares of respondents can add up to more than 100, so
    there is no cumulative one.
    """

    category: str
    n: int
    percent: float
    valid_percent: float
    answers_percent: float
    ci_low: float
    ci_high: float
    cumulative_percent: None = None


@dataclass(frozen=True, slots=True)
class OptionCounts:
    """One question with several answers: `n` respondents answered and gave `answers` answers together."""

    n: int
    missing: int
    answers: int
    categories: tuple[OptionCount, ...]


@dataclass(frozen=True, slots=True)
class RespondentsResult:
    """Keys of `columns` are short names, in codebook order."""

    columns: dict[str, ColumnCounts | OptionCounts]


def compute(prepared: Prepared) -> RespondentsResult:
    """Counts of every demographic and group; an empty map where there is none."""
    level = 1 - prepared.codebook.settings.alpha
    columns: dict[str, ColumnCounts | OptionCounts] = {}
    for entry in prepared.codebook.columns.values():
        name = entry.counted_as
        if name in columns:
            continue
        if name in prepared.categories:
            columns[name] = category_counts(prepared.categories[name], prepared.category_order[name], level)
        elif name in prepared.multiple_answers:
            columns[name] = option_counts(prepared.multiple_answers[name], level)
    return RespondentsResult(columns)


def option_counts(question: MultipleAnswers, level: float = 0.95) -> OptionCounts:
    """How many of the respondents chose each option."""
    everyone, answered = len(question.answered), int(question.answered.sum())
    counts = question.chosen.sum(axis=0).tolist()
    answers = sum(counts)
    categories = []
    for option, n in zip(question.options, counts, strict=True):
        interval = wilson_interval(n, answered, level)
        categories.append(
            OptionCount(
                category=option,
                n=n,
                percent=100 * n / everyone,
                valid_percent=100 * n / answered,
                answers_percent=100 * n / answers,
                ci_low=100 * interval.low,
                ci_high=100 * interval.high,
            )
        )
    return OptionCounts(answered, everyone - answered, answers, tuple(categories))


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

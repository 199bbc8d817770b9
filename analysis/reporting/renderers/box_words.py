"""What a box plot says when it is pointed at."""

from __future__ import annotations

from analysis.reporting.figure import Box
from analysis.reporting.language import Language


def box_words(box: Box, decimals: int, language: Language) -> str:
    """Median, quartiles and whiskers in words, each with one decimal more than the axis."""
    _ = language.gettext

    def number(value: float) -> str:
        return language.number(value, decimals + 1)

    return _("Median {median}; quartiles {first} and {third}; whiskers {low} to {high}").format(
        median=number(box.median),
        first=number(box.quartile_1),
        third=number(box.quartile_3),
        low=number(box.whisker_low),
        high=number(box.whisker_high),
    )

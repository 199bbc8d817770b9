"""Cautions that go with a result that could be computed."""

from __future__ import annotations

from analysis.reporting.language import Language


def templates(language: Language) -> dict[str, str]:
    """Code -> sentence; placeholders are the names of the details."""
    _ = language.gettext
    return {
        "few_respondents_per_predictor": _(
            "With {n} respondents the model is small for its predictors (a common advice is {needed}): read the intervals."
        ),
        "tolerance_below_spss_limit": _(
            "Tolerance below 0.0001: {columns}. SPSS would leave such a variable out of the model; Angket keeps it."
        ),
        "perfect_fit": _(
            "The predictors reproduce the outcome of all {n} respondents exactly: "
            "check whether one of them is computed from it."
        ),
        "small_group": _(
            "The group {level} has only {n} respondents: the evidence is limited, read the intervals and the permutation test."
        ),
    }

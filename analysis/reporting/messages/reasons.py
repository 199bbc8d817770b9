"""Why a figure cannot be computed and what helps, by reason key."""

from __future__ import annotations

from analysis.reporting.language import Language, msgid

REASONS = {
    "no_items": msgid(
        "No column is an item yet. Give the statements of your questionnaire the role Item on the Data screen."
    ),
    "no_model": msgid("No model is chosen yet. Choose an outcome and its predictors on the Data screen."),
    "no_score": msgid(
        "A scale of the model has no score: {columns}. Check its name and items on the Data screen."
    ),
    "no_group": msgid(
        "No group is chosen yet. Choose the column that tells both groups apart on the Data screen."
    ),
    "one_group": msgid(
        "Only one group has answers, so there is nothing to compare. Check the group column and its merged spellings."
    ),
    "more_than_two_groups": msgid(
        "The column {group} has more than two groups: {levels}. Choose two levels on the Data screen; all of them are compared under groups of three or more."
    ),
    "no_group_of_three": msgid("No demographic or group has three or more categories with answers."),
    "fewer_than_three_levels": msgid(
        "Fewer than three groups have at least two respondents: {levels}. Merge small categories on the Data screen."
    ),
    "too_many_levels": msgid(
        "There are too many categories to compare each pair ({levels}). Merge categories on the Data screen."
    ),
    "too_few_in_group": msgid(
        "The group {level} has too few respondents with answers ({n}); at least 2 are needed. Collect more answers or merge categories."
    ),
    "too_few_respondents": msgid(
        "Too few respondents answered everything that is needed here: {n}; at least {needed} are needed. Collect more answers, or check missing answers and screening."
    ),
    "too_many_respondents": msgid(
        "The bootstrap is not run above {limit} respondents (here {n}); the ordinary and HC3 intervals are precise enough there."
    ),
    "too_few_resamples": msgid(
        "Too few bootstrap samples could be used ({usable}); the data hold too few different respondents."
    ),
    "not_requested": msgid(
        "The bootstrap is switched off in the settings (0 samples). Choose a number of samples to see it."
    ),
    "constant_outcome": msgid(
        "All {n} respondents have the same score on the outcome, so nothing is left to explain. Check its items and their answers."
    ),
    "constant_predictor": msgid(
        "All respondents have the same score on {columns}, which therefore explains nothing. Take it out of the model, or check its items and their answers."
    ),
    "zero_variance": msgid(
        "All answers are the same, so this cannot be computed. Check the column, or take it out with a reason."
    ),
    "rank_deficient": msgid(
        "Other predictors determine {columns} exactly, as a copy or a total does. Take one that repeats others out of the model."
    ),
    "outcome_among_predictors": msgid(
        "The outcome stands among its own predictors: {columns}. Take it out of the predictors."
    ),
    "perfect_fit": msgid(
        "The predictors reproduce the outcome exactly, so nothing is left to test. Check whether one of them is computed from the outcome."
    ),
    "equal_residuals": msgid("All residuals have the same size, so this test does not exist for these data."),
    "constant_level": msgid(
        "All scores within a group are the same, so this test does not exist for these data."
    ),
    "all_values_tied": msgid("All scores are the same, so they cannot be ranked."),
    "one_item": msgid(
        "A scale with a single item has no item-total correlation and no alpha. Give the item a scale with others, or use it as a single question."
    ),
    "one_scale": msgid("There is only one scale, so there is nothing to correlate it with."),
    "fewer_than_three_items": msgid("Omega and factors need at least three items."),
    "fewer_than_two_columns": msgid("A cross-table needs two demographics or groups."),
    "heywood_case": msgid(
        "The one-factor model gives an item a negative uniqueness (a Heywood case), so omega cannot be interpreted. Read alpha, and look at the items of this scale."
    ),
    "not_converged": msgid(
        "The estimation did not settle on an answer for these data. Look for items that nearly repeat each other."
    ),
    "singular_correlation": msgid(
        "Some items repeat others exactly, or there are more items than respondents, so this cannot be computed ({items} items, N = {n})."
    ),
    "no_loyalty_axes": msgid(
        "Attachment and repeat purchase are not chosen yet. Choose a scale or item for both on the Data screen."
    ),
    "unknown_axis": msgid("There is no scale or item named {axis}. Choose another on the Data screen."),
    "no_points": msgid(
        "{axis} has no lowest and highest answer, so its midpoint is unknown. State its range on the Data screen."
    ),
    "no_covariates": msgid("The model has no other variables to hold equal."),
    "no_item_left_out": msgid("Every item is in the analysis, so there is no before and after to compare."),
    "no_alternative_models": msgid(
        "Only one model is described. Add another under Models on the Data screen to compare them."
    ),
    "internal_error": msgid(
        "This part could not be computed because of a defect in Angket; the other parts are not affected. Please report it with the fingerprint of the study."
    ),
}
"""Reason -> English sentence; placeholders are details that every use of the reason gives."""


def templates(language: Language) -> dict[str, str]:
    """Reason -> sentence in the language."""
    return {reason: language.gettext(sentence) for reason, sentence in REASONS.items()}

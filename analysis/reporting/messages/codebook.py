"""Sentences about codebooks that cannot be used."""

from __future__ import annotations

from analysis.reporting.language import Language


def templates(language: Language) -> dict[str, str]:
    """Code -> sentence; placeholders are the names of the details."""
    return {
        **_shape(language),
        **_content(language),
        **_settings(language),
    }


def _shape(language: Language) -> dict[str, str]:
    """Codebook files that are not written as a codebook."""
    _ = language.gettext
    return {
        "codebook_needs_object": _(
            'In the codebook "{where}" must be an object of names and values. Compare it with a codebook saved by Angket.'
        ),
        "codebook_needs_list": _('In the codebook "{where}" must be a list. Write it in square brackets.'),
        "codebook_needs_text": _('In the codebook "{where}" must be a text. Write it in quotation marks.'),
        "codebook_needs_number": _(
            'In the codebook "{where}" must be a number. Write it without quotation marks.'
        ),
        "codebook_needs_whole_number": _('In the codebook "{where}" must be a whole number, such as 5000.'),
        "codebook_needs_true_or_false": _('In the codebook "{where}" must be true or false.'),
        "codebook_needs_two_numbers": _('In the codebook "{where}" must be two numbers, such as [1, 5].'),
        "codebook_unknown_key": _(
            'The codebook has an unknown key "{key}" in "{where}". Remove it or correct its spelling.'
        ),
        "codebook_unknown_column": _(
            'The codebook names the column "{column}", which the file does not have. Use the headers as they stand in the file.'
        ),
    }


def _content(language: Language) -> dict[str, str]:
    """Codebooks, from a file or the editor, whose content does not hold together."""
    _ = language.gettext
    return {
        "codebook_unknown_role": _(
            'The role "{role}" of the column "{column}" does not exist. Use one of: {allowed}.'
        ),
        "codebook_empty_name": _('The column "{column}" has no short name. Give it one, for example CS1.'),
        "codebook_reserved_name": _(
            'The name "{name}" of the column "{column}" is reserved for the constant. Choose another name.'
        ),
        "codebook_duplicate_name": _(
            'The short name "{name}" is given to more than one column: {columns}. Give each its own name.'
        ),
        "codebook_duplicate_scale": _(
            'The column "{column}" is a score named "{scale}", but another column or scale has that name. Rename one of them.'
        ),
        "codebook_points": _(
            'The range of "{column}" needs a lowest answer below the highest one, for example 1 and 5.'
        ),
        "codebook_reverse_without_points": _(
            'The item "{column}" is reversed but has no range. Give its lowest and highest answer, for example 1 and 5.'
        ),
        "codebook_answers": _('The answers of "{column}" must be numbers, for example Setuju = 4.'),
        "codebook_classes": _(
            'The classes of "{column}" must begin at rising numbers, for example 17, 22, 28.'
        ),
        "codebook_screening_keeps_nothing": _(
            'The screening by "{column}" keeps no answer. Name at least one answer that stays.'
        ),
        "codebook_unknown_scale": _(
            'The model names "{scale}" ({key}), which is no scale of this study. Use one of: {known}.'
        ),
        "codebook_no_scale": _(
            'The model names "{scale}" ({key}), but this study has no scales yet. Give items their scales first.'
        ),
        "codebook_unknown_group": _(
            'The model compares "{group}", which is no group or demographic of this study. '
            "Use the short name of a column with that role."
        ),
        "codebook_unknown_level": _(
            'The model compares "{level}" in "{group}", an answer that the file does not hold. Use one of: {known}.'
        ),
        "codebook_predictor_twice": _(
            'The model uses "{scale}" twice. A scale is either explained or explains, and stands there once.'
        ),
    }


def _settings(language: Language) -> dict[str, str]:
    """Settings outside their allowed values."""
    _ = language.gettext
    return {
        "codebook_setting_between_0_and_1": _(
            'The setting "{setting}" is {value}. Choose a number between 0 and 1, for example 0.05.'
        ),
        "codebook_setting_choice": _('The setting "{setting}" is "{value}". Choose one of: {allowed}.'),
        "codebook_bootstrap": _(
            "The number of bootstrap samples is {value}. Choose a whole number from 0 to {largest}."
        ),
        "codebook_seed": _("The seed is {value}. Choose a whole number that is not negative."),
    }

"""Sentences about what detection understood and what it doubts.

A question reads "question? grounds"; the codes of questions, their choices and notices never coincide.
"""

from __future__ import annotations

from functools import partial

from analysis.reporting.language import MANY, Language

NAMED_BY_KEY = ("group", "outcome")
"""Questions whose answers are the names of columns or scales."""


def templates(language: Language, count: int = MANY) -> dict[str, str]:
    """Code -> sentence about `count` things; placeholders are names of details, `{where}` the column."""
    return {
        **_notices_on_answers(language, count),
        **_notices_on_scales(language, count),
        **_notices_on_respondents(language, count),
        **_notices_on_numbers(language, count),
        **_notices_on_personal_data(language, count),
        **_questions_on_items(language, count),
        **_choices_on_items(language),
        **_questions_on_respondents(language, count),
        **_choices_on_respondents(language, count),
    }


def answer_word(question: str, key: str, language: Language) -> str:
    """The answer to a question (its code) in a word or two; names and ranges stand for themselves."""
    _ = language.gettext
    words = {
        "suggested": _("as suggested"),
        "one_scale": _("one scale"),
        "by_words": _("by the words"),
        "as_written": _("by the numbers"),
        "keep": _("unchanged"),
        "flip": _("turned round"),
        "reverse": _("reversed"),
        "leave_out": _("left out"),
        "merge": _("merged"),
        "not_answered": _("no answer"),
        "valid": _("an answer"),
        "categories": _("categories"),
        "items": _("answers to items"),
        "scores": _("scores"),
        "rising": _("the first code is the lowest"),
        "falling": _("the first code is the highest"),
        "one_each": _("counted together"),
        "together": _("one question with several answers"),
        "apart": _("each by itself"),
        "none": _("no comparison"),
        "keep_all": _("all respondents"),
        "only_yes": _("only those who said yes"),
    }
    if question in NAMED_BY_KEY and key != "none":
        return key
    return words.get(key.partition(":")[0], key)


def _notices_on_answers(language: Language, count: int) -> dict[str, str]:
    ngettext = partial(language.ngettext, n=count)
    return {
        "answers_coded": ngettext(
            "Answers of {n} item are read as numbers: {answers}.",
            "Answers of {n} items are read as numbers: {answers}.",
        ),
        "answer_typo": ngettext(
            'The answer "{before}" ({n} cell) is read as "{after}".',
            'The answer "{before}" ({n} cells) is read as "{after}".',
        ),
        "unused_points": ngettext(
            "Nobody chose {points} on {n} item; the range stays {low} to {high}, as the answers declare it.",
            "Nobody chose {points} on {n} items; the range stays {low} to {high}, as the answers declare it.",
        ),
        "range_declared": ngettext(
            "Answers of {n} item run from {observed_low} to {observed_high}; the range is taken to be {low} to {high}.",
            "Answers of {n} items run from {observed_low} to {observed_high}; the range is taken to be {low} to {high}.",
        ),
        "outside_range": ngettext(
            'In "{where}" {n} answer ({values}) lies outside {low} to {high} and counts as missing.',
            'In "{where}" {n} answers ({values}) lie outside {low} to {high} and count as missing.',
        ),
        "between_points": ngettext(
            'In "{where}" {n} answer ({values}) is no point of the scale; it is kept as written. Please check it.',
            'In "{where}" {n} answers ({values}) are no points of the scale; they are kept as written. Please check them.',
        ),
        "unknown_answers": ngettext(
            'In "{where}" {n} answer is not understood and counts as missing: {answers}.',
            'In "{where}" {n} answers are not understood and count as missing: {answers}.',
        ),
        "no_answer_words": ngettext(
            "{n} cell says that there is no answer ({answers}) and counts as missing.",
            "{n} cells say that there is no answer ({answers}) and count as missing.",
        ),
    }


def _notices_on_scales(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "scale_from_codes": ngettext(
            "Scale {scale}: {n} item by the code in its header ({items}).",
            "Scale {scale}: {n} items by the codes in their headers ({items}).",
        ),
        "scale_from_grid": ngettext(
            "Scale {scale}: {n} item of one grid question ({items}).",
            "Scale {scale}: {n} items of one grid question ({items}).",
        ),
        "scale_from_numbering": ngettext(
            "Scale {scale}: {n} item by its numbering ({items}).",
            "Scale {scale}: {n} items by their numbering ({items}).",
        ),
        "scale_from_order": ngettext(
            "{scale} is suggested as a scale, from the order of the columns and their answers: {n} item ({items}).",
            "{scale} is suggested as a scale, from the order of the columns and their answers: {n} items ({items}).",
        ),
        "total_column": _(
            '"{where}" holds a total or mean of {scale} and is left out, as it is computed anew.'
        ),
        "score_column": _('"{where}" is a score that the file already holds as a number.'),
        "recommendation_apart": _(
            '"{where}" is a recommendation question from 0 to 10 and is kept apart from the items.'
        ),
        "model_suggested": _(
            "Suggested model: {outcome} explained by {predictors}. Choose another if yours differs."
        ),
        "no_items_found": _(
            "No column looks like a questionnaire item or a score. Give the columns their roles in the table of columns."
        ),
    }


def _notices_on_respondents(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "group_found": _('"{where}" splits respondents into two groups to compare: {levels}.'),
        "spellings_merged": ngettext(
            'In "{where}" {before} is counted as "{after}" ({n} cell).',
            'In "{where}" {before} is counted as "{after}" ({n} cells).',
        ),
        "several_answers": _('"{where}" takes several answers, separated by "{separator}".'),
        "rank_column": _(
            '"{where}" belongs to a ranking: every respondent gave each rank once. Ranks are counted as categories, not as ratings.'
        ),
        "tick_box": ngettext(
            '"{where}" holds one answer or nothing, as a tick box does: {n} respondent ticked it.',
            '"{where}" holds one answer or nothing, as a tick box does: {n} respondents ticked it.',
        ),
        "far_code": ngettext(
            'In "{where}" {values} ({n} cell) lies far from all other numbers and may stand for "no answer"; it is counted as a number. Please empty this cell if nobody meant it.',
            'In "{where}" {values} ({n} cells) lies far from all other numbers and may stand for "no answer"; it is counted as a number. Please empty these cells if nobody meant it.',
        ),
        "number_classes": _(
            '"{where}" is put into classes that begin at {bounds}; what lies below is a class too.'
        ),
        "identifier_column": _('"{where}" numbers the respondents and takes no part in the analysis.'),
        "date_column": _('"{where}" holds dates and takes no part in the analysis.'),
        "text_column": _('"{where}" holds texts of many kinds and takes no part in the analysis.'),
        "constant_column": _('"{where}" has the same answer in every row and takes no part in the analysis.'),
        "metadata_column": _('"{where}" comes from the survey tool and takes no part in the analysis.'),
        "empty_column": _('"{where}" is empty and takes no part in the analysis.'),
    }


def _notices_on_numbers(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "units_removed": _('In "{where}" the unit is taken off: "{before}" is read as {after}.'),
        "decimal_comma": _('In "{where}" the comma is the decimal mark: "{before}" is read as {after}.'),
        "ambiguous_mark_decimal": ngettext(
            'In "{where}" the mark in "{before}" could mean thousands; {n} such number is read as a decimal. Please check.',
            'In "{where}" the mark in "{before}" could mean thousands; {n} such numbers are read as decimals. Please check.',
        ),
        "ambiguous_mark_thousands": ngettext(
            'In "{where}" the mark in "{before}" could be a decimal mark; {n} such number is read as thousands. Please check.',
            'In "{where}" the mark in "{before}" could be a decimal mark; {n} such numbers are read as thousands. Please check.',
        ),
        "unread_numbers": ngettext(
            'In "{where}" {n} cell is no number and counts as missing: {answers}.',
            'In "{where}" {n} cells are no numbers and count as missing: {answers}.',
        ),
    }


def _notices_on_personal_data(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "only_personal_columns": ngettext(
            "The only column of this file holds personal data or answers in people's own words, which Angket drops, so nothing would be left. Choose the file with the answers to the statements, or keep personal columns on purpose.",
            "All {n} columns of this file hold personal data or answers in people's own words, which Angket drops, so nothing would be left. Choose the file with the answers to the statements, or keep personal columns on purpose.",
        ),
        "personal_name": _('"{where}" holds names and is dropped before anything is stored.'),
        "personal_email": _('"{where}" holds e-mail addresses and is dropped before anything is stored.'),
        "personal_phone": _('"{where}" holds phone numbers and is dropped before anything is stored.'),
        "personal_national_id": _(
            '"{where}" holds identity numbers and is dropped before anything is stored.'
        ),
        "personal_student_number": _(
            '"{where}" holds student or staff numbers and is dropped before anything is stored.'
        ),
        "personal_address": _('"{where}" holds addresses and is dropped before anything is stored.'),
        "personal_birth_date": _('"{where}" holds dates of birth and is dropped before anything is stored.'),
        "personal_account": _(
            '"{where}" holds account names or numbers and is dropped before anything is stored.'
        ),
        "personal_location": _('"{where}" tells a place or device and is dropped before anything is stored.'),
        "personal_signature": _(
            '"{where}" holds signatures or pictures and is dropped before anything is stored.'
        ),
        "personal_link": _('"{where}" holds links and is dropped before anything is stored.'),
        "personal_free_text": _(
            '"{where}" holds answers in people\'s own words, which can identify them, '
            "and is dropped before anything is stored."
        ),
        "personal_moment": _(
            '"{where}" holds the exact time of each answer, which can identify people, '
            "and is dropped before anything is stored."
        ),
        "contact_inside": ngettext(
            'In "{where}" {n} cell holds an e-mail address or phone number. Leave the column out if it is not needed.',
            'In "{where}" {n} cells hold an e-mail address or phone number. Leave the column out if it is not needed.',
        ),
    }


def _questions_on_items(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "grouping": ngettext(
            "Does this scale fit your questionnaire? The headers of {items} items hold no codes, so that {n} scale is suggested from grid questions, order, numbering and answers. Its name can be changed in the table of columns.",
            "Do these scales fit your questionnaire? The headers of {items} items hold no codes, so that {n} scales are suggested from grid questions, order, numbering and answers. Names can be changed in the table of columns.",
        ),
        "rating_points": _(
            "How many points does the scale have? The answers that were given fit more than one scale."
        ),
        "answer_codes": ngettext(
            "What do the codes {answers} mean? {n} column is answered with them, and the file does not say which answer is the highest. An export with full answers would.",
            "What do the codes {answers} mean? {n} columns are answered with them, and the file does not say which answer is the highest. An export with full answers would.",
        ),
        "yes_no": ngettext(
            "Are these answers to items? {n} column with an item code is answered {answers}, as in a test of knowledge or a Guttman scale.",
            "Are these answers to items? {n} columns with item codes are answered {answers}, as in a test of knowledge or a Guttman scale.",
        ),
        "percent_points": ngettext(
            "Are these answers to items, or scores? {n} column holds only {values}, as a rating does that is written as a share of 100.",
            "Are these answers to items, or scores? {n} columns hold only {values}, as a rating does that is written as a share of 100.",
        ),
        "digit_range": ngettext(
            "Which range do the answers have? {n} item holds answers from {observed_low} to {observed_high}.",
            "Which range do the answers have? {n} items hold answers from {observed_low} to {observed_high}.",
        ),
        "missing_code": _(
            "Does {values} mean that there is no answer? It lies outside the range {low} to {high}."
        ),
        "direction": ngettext(
            'Which way do the numbers run? {n} item has answers such as "{answer}", where the number runs against the words.',
            'Which way do the numbers run? {n} items have answers such as "{answer}", where the number runs against the words.',
        ),
        "legend": ngettext(
            'Do low numbers mean more agreement? The header "{header}" says so, for {n} item in all.',
            'Do low numbers mean more agreement? The header "{header}" says so, for {n} items in all.',
        ),
        "reversed_item": _(
            'Is {item} worded the other way round? "{label}" runs against the other items of {scale} (r = {r}).'
        ),
    }


def _choices_on_items(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "grouping_suggested": _("Yes: {scales}"),
        "grouping_one_scale": _("No, all {n} items are one scale"),
        "points_with_answers": _("{points} points: {answers}"),
        "points_from_to": _("{low} to {high}"),
        "yes_no_items": _("Yes: {answers}"),
        "yes_no_categories": _("No, they describe the respondents"),
        "percent_items": _("Items: {points} points from {low} to {high}"),
        "percent_scores": _("Scores, one a column"),
        "codes_as_points": _("{points} points: {answers}"),
        "codes_as_categories": _("They are categories, not ratings"),
        "code_means_no_answer": _("Yes, there is no answer"),
        "code_is_answer": _("No, answers run from {low} to {high}"),
        "direction_by_words": _("The words count: the most positive answer is the highest number"),
        "direction_as_written": _('The numbers count, as in "{answer}"'),
        "direction_keep": _("No, keep the numbers as they are"),
        "direction_flip": _("Yes, turn these items round"),
        "item_keep": _("No, keep {item} as it is"),
        "item_reverse": _("Yes, reverse {item} within {low} to {high}"),
        "item_leave_out": _("Leave {item} out"),
    }


def _questions_on_respondents(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "group": ngettext(
            "Which two groups should be compared? No question about membership was found, but {n} column has two answers.",
            "Which two groups should be compared? No question about membership was found, but {n} columns have two answers.",
        ),
        "screening": ngettext(
            'Should only respondents who answered "{answer}" stay? "{column}" looks like a condition of taking part; {n} respondent answered otherwise.',
            'Should only respondents who answered "{answer}" stay? "{column}" looks like a condition of taking part; {n} respondents answered otherwise.',
        ),
        "group_spellings": ngettext(
            'Do these answers say the same? In "{column}" {same_as_yes} counts as "{yes}" and {same_as_no} as "{no}" ({n} cell), so that nobody is left out of the comparison.',
            'Do these answers say the same? In "{column}" {same_as_yes} counts as "{yes}" and {same_as_no} as "{no}" ({n} cells), so that nobody is left out of the comparison.',
        ),
        "option_columns": _(
            'Are these columns the options of one question? {n} columns of "{question}" hold ticks: {options}.'
        ),
        "merge_categories": ngettext(
            'Is "{before}" the same as "{after}"? It stands in {n} cell and differs by one letter.',
            'Is "{before}" the same as "{after}"? It stands in {n} cells and differs by one letter.',
        ),
        "outcome": _(
            "Which scale is to be explained? No name or code says so; for the time being it is the last one, {outcome}."
        ),
    }


def _choices_on_respondents(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "group_spellings_together": _('Yes, there are two groups: "{yes}" and "{no}"'),
        "group_spellings_apart": _('No, compare only those who wrote "{yes}" or "{no}"'),
        "options_together": _("Yes, join the {n} columns into one question with several answers"),
        "options_apart": _("No, count each by itself"),
        "group_none": _("No comparison"),
        "group_by": _("{column}: {levels}"),
        "screening_keep_all": _("Keep all {n} respondents"),
        "screening_only": ngettext(
            'Only "{answer}" stays; {n} respondent leaves', 'Only "{answer}" stays; {n} respondents leave'
        ),
        "categories_keep": _("No, keep both"),
        "categories_merge": _('Yes, count it as "{after}"'),
        "explain_outcome": _("{outcome}, explained by {predictors}"),
    }

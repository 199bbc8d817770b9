"""Sentences of the headless command and of applying a codebook to the data."""

from __future__ import annotations

from analysis.reporting.language import Language


def templates(language: Language) -> dict[str, str]:
    """Code -> sentence; placeholders are the names of the details."""
    _ = language.gettext
    return {
        "input_missing": _('The file "{file}" cannot be opened. Check its name and folder, then try again.'),
        "codebook_missing": _(
            'The codebook "{file}" cannot be opened. Check its name and folder, then try again.'
        ),
        "codebook_not_json": _(
            'The codebook "{file}" is not a codebook file (JSON). Save it again from the Data screen.'
        ),
        "output_not_writable": _('"{file}" cannot be written. Choose a folder where you may save files.'),
        "reverse_without_points": _(
            'The item "{column}" is reversed but has no lowest and highest answer. '
            "State its range, for example 1 to 5."
        ),
        "scale_claimed_twice": _(
            'The column "{column}" gives the scale "{scale}" a score that other columns give it already. '
            "Give one of them another scale name."
        ),
    }

"""From a code with details to a sentence: notices, refusals and reasons in the chosen language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from analysis.reporting.language import MANY, Language
from analysis.reporting.messages import cautions, codebook, command, detection, editing, reading, reasons
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.unavailable import Unavailable
from analysis.study.notice import Detail, Notice, UnusableInput

COUNTING = (reading, detection)
"""Areas whose sentences have a singular and a plural, chosen by the detail `n`."""
UNCOUNTED = (command, codebook, cautions, editing)
AREAS = (*COUNTING, *UNCOUNTED)


def notice_text(notice: Notice, language: Language) -> str:
    """The sentence of a notice. Raises KeyError for a code without wording."""
    return filled(notice.code, {"where": notice.where, **notice.details}, language).plain()


def unusable_text(error: UnusableInput, language: Language) -> str:
    """One clear line: what is wrong and what to do."""
    return filled(error.code, error.details, language).plain()


def reason(unavailable: Unavailable, language: Language) -> Sentence:
    """Why a figure cannot be computed and what helps."""
    template = reasons.templates(language)[unavailable.reason]
    return sentence(template, **printed(unavailable.details, language))


def filled(code: str, details: Mapping[str, Detail], language: Language) -> Sentence:
    """The sentence of a code of any area, its details printed in the language."""
    n = details.get("n")
    count = n if isinstance(n, int) else MANY
    for templates in chain(
        (area.templates(language, count) for area in COUNTING),
        (area.templates(language) for area in UNCOUNTED),
    ):
        if code in templates:
            return sentence(templates[code], **printed(details, language))
    raise KeyError(code)


def printed(details: Mapping[str, Detail], language: Language) -> dict[str, str]:
    """Details as text: numbers in the language's format, several words as a list."""
    return {name: _printed(value, language) for name, value in details.items()}


def _printed(value: Detail, language: Language) -> str:
    if isinstance(value, tuple):
        return language.listing(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", language.decimal_mark)
    if isinstance(value, int):
        return language.integer(value)
    return value

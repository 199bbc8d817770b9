"""The title that a copy of a study gets."""

from __future__ import annotations

import re

from analysis.reporting.language import LANGUAGES, Language, language

LONGEST_TITLE = 120
_NUMBERED = re.compile(r"(?P<name>.*) \((?P<number>\d{1,2})\)", re.DOTALL)
"""Two digits at most: a year in brackets is not the number of a copy."""


def copy_title(title: str, shown: Language) -> str:
    """The title with "Copy of" before it; a copy of a copy, made in whichever language, is numbered instead."""
    beginnings = tuple(language(code).gettext("Copy of {title}").format(title="") for code in LANGUAGES)
    if not title.startswith(beginnings):
        return shown.gettext("Copy of {title}").format(title=title)[:LONGEST_TITLE]
    numbered = _NUMBERED.fullmatch(title)
    name, number = (numbered["name"], int(numbered["number"])) if numbered else (title, 1)
    ending = f" ({number + 1})"
    return name[: LONGEST_TITLE - len(ending)] + ending

"""The small lines that stand with every exhibit, on screen, in Word and in Excel."""

from __future__ import annotations

from analysis.reporting.language import Language


def n_line(n: int, language: Language) -> str:
    """ "N = 110." """
    return language.gettext("N = {n}.").format(n=language.integer(n))


def source_line(source: str, language: Language) -> str:
    """ "Source: ..." with one full stop."""
    return language.gettext("Source: {source}.").format(source=source.rstrip(". "))

"""The small lines that stand with exhibits, the same on screen, in Word and in Excel."""

from __future__ import annotations

from analysis.reporting.exhibit import KeyFigure
from analysis.reporting.language import Language


def n_line(n: int, language: Language) -> str:
    """ "N = 110." """
    return language.gettext("N = {n}.").format(n=language.integer(n))


def source_line(source: str, language: Language) -> str:
    """ "Source: ..." with one full stop."""
    return language.gettext("Source: {source}.").format(source=source.rstrip(". "))


def key_figure_line(figure: KeyFigure) -> str:
    """ "r tabel 0,191 (df = 104)", without the figure's name."""
    value = f"{figure.value} {figure.unit}".strip()
    return f"{value} ({figure.remark})" if figure.remark else value


def decision_line(same: bool, language: Language) -> str:
    """Whether the convention and the reference value lead to the same decision."""
    _ = language.gettext
    return _("Same decision") if same else _("Different decision")


def simulated_line(language: Language) -> str:
    """What a report on a sample study says of its data."""
    return language.gettext("Simulated data: made by a script for practice, not answered by people")

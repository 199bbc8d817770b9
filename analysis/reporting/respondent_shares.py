"""Shares of respondents as bars with intervals, and the notes that go with a question about respondents."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reporting.exhibit import Column
from analysis.reporting.figure import Axis, Bar, Colour, Figure, Interval, Mark, Text
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.respondents import CategoryCount, ColumnCounts, OptionCount, OptionCounts

MOST_DRAWN = 15
ROW = 40


def share_figure(
    key: str,
    title: str,
    shares: Sequence[CategoryCount | OptionCount],
    colour: Colour,
    language: Language,
) -> Figure:
    """One bar a category with its interval; at most fifteen categories are drawn."""
    _ = language.gettext
    drawn = shares[:MOST_DRAWN]
    marks: list[Mark] = []
    for place, found in enumerate(drawn):
        at = len(drawn) - 1 - place
        share = language.percent(found.valid_percent)
        hover = f"{found.category}: {language.integer(found.n)} ({share})"
        marks += [
            Bar(0, found.valid_percent, at, 0.4, colour=colour, opacity=0.8, hover=hover),
            Interval(found.ci_low, found.ci_high, at, colour="ink", width=1.2, caps=True),
            Text(0, at, found.category, dy=17, size=12),
            Text(found.ci_high, at, share, strong=True, dx=6, size=12),
        ]
    reach = max(found.ci_high for found in drawn)
    return Figure(
        key=key,
        title=title,
        x=Axis(_("Share of those who answered (%)"), 0, 1.2 * reach, decimals=0),
        y=Axis(low=-0.5, high=len(drawn) - 0.3, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{c.category}: {language.percent(c.valid_percent)}" for c in drawn),
        height=ROW * len(drawn) + 80,
    )


def interval_columns(level: float, language: Language) -> tuple[Column, Column]:
    """Both ends of the interval of a share; `level` between 0 and 1."""
    _ = language.gettext
    interval = _("CI {level}").format(level=language.confidence(1 - level))
    return Column(_("Lower"), spanner=interval), Column(_("Upper"), spanner=interval)


def share_notes(
    name: str, counts: ColumnCounts | OptionCounts, material: Material, *about_answers: Sentence
) -> tuple[Sentence, ...]:
    """The question in full, `about_answers`, who did not answer, what is not drawn, the interval."""
    language = material.language
    _ = language.gettext
    label = material.prepared.labels.get(name, name)
    notes = [sentence("{label}", label=label)] if label != name else []
    notes += about_answers
    if counts.missing:
        template = language.ngettext(
            "{n} respondent did not answer.", "{n} respondents did not answer.", counts.missing
        )
        notes.append(sentence(template, n=language.integer(counts.missing)))
    if len(counts.categories) > MOST_DRAWN:
        notes.append(
            sentence(
                _("The picture shows the first {drawn} of {all} categories."),
                drawn=language.integer(MOST_DRAWN),
                all=language.integer(len(counts.categories)),
            )
        )
    notes.append(sentence(_("Interval of the share after Wilson (1927).")))
    return tuple(notes)

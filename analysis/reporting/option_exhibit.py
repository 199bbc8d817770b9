"""A question that takes several answers: how many respondents chose each option."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table
from analysis.reporting.figure import Axis, Bar, Figure, Interval, Mark, Text
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.respondents import OptionCounts

MOST_DRAWN = 15
ROW = 40


def option_exhibit(position: int, name: str, counts: OptionCounts, material: Material) -> Exhibit:
    """Table and bars of the options; shares are of the respondents who answered the question."""
    language = material.language
    return Exhibit(
        key=f"demographic_{position}",
        title=name,
        n=counts.n,
        tables=(_table(position, name, counts, language),),
        figures=(_figure(position, name, counts, language),) if counts.n else (),
        notes=_notes(name, counts, material),
        sentences=(option_sentence(name, counts, language),) if counts.n else (),
        source=material.source,
        beside=True,
    )


def _notes(name: str, counts: OptionCounts, material: Material) -> tuple[Sentence, ...]:
    language = material.language
    _ = language.gettext
    label = material.prepared.labels.get(name, name)
    notes = [sentence("{label}", label=label)] if label != name else []
    if counts.n:
        notes.append(
            sentence(
                _(
                    "Several answers were allowed: {n} respondents gave {answers} answers, so shares of respondents can add up to more than 100%."
                ),
                n=language.integer(counts.n),
                answers=language.integer(counts.answers),
            )
        )
    if counts.missing:
        notes.append(
            sentence(
                language.ngettext(
                    "{n} respondent did not answer.", "{n} respondents did not answer.", counts.missing
                ),
                n=language.integer(counts.missing),
            )
        )
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


def _table(position: int, name: str, counts: OptionCounts, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(name, "left"),
        Column("n"),
        Column(_("% of respondents")),
        Column(_("CI lower")),
        Column(_("CI upper")),
        Column(_("% of answers")),
    )
    rows = [
        Row(
            (
                Label(option.category),
                Quantity(option.n, 0),
                Quantity(option.valid_percent, 1),
                Quantity(option.ci_low, 1),
                Quantity(option.ci_high, 1),
                Quantity(option.answers_percent, 1),
            )
        )
        for option in counts.categories
    ]
    total = Quantity(100 * counts.answers / counts.n if counts.n else None, 1)
    all_answers = Quantity(100 if counts.answers else None, 1)
    rows.append(
        Row(
            (Label(_("All answers")), Quantity(counts.answers, 0), total, None, None, all_answers), total=True
        )
    )
    return Table(f"demographic_{position}", _("Answers to {name}").format(name=name), columns, tuple(rows))


def _figure(position: int, name: str, counts: OptionCounts, language: Language) -> Figure:
    drawn = counts.categories[:MOST_DRAWN]
    marks: list[Mark] = []
    for place, option in enumerate(drawn):
        at = len(drawn) - 1 - place
        share = language.percent(option.valid_percent)
        hover = f"{option.category}: {language.integer(option.n)} ({share})"
        marks += [
            Bar(0, option.valid_percent, at, 0.4, colour="green", opacity=0.8, hover=hover),
            Interval(option.ci_low, option.ci_high, at, colour="ink", width=1.2, caps=True),
            Text(0, at, option.category, dy=17, size=12),
            Text(option.ci_high, at, share, strong=True, dx=6, size=12),
        ]
    return Figure(
        key=f"demographic_{position}",
        title=language.gettext("Answers to {name}").format(name=name),
        x=Axis(
            language.gettext("Share of those who answered (%)"),
            0,
            1.2 * max(option.ci_high for option in drawn),
            decimals=0,
        ),
        y=Axis(low=-0.5, high=len(drawn) - 0.3, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{o.category}: {language.percent(o.valid_percent)}" for o in drawn),
        height=ROW * len(drawn) + 80,
    )


def option_sentence(name: str, counts: OptionCounts, language: Language) -> Sentence:
    """The option chosen most, ties together, and the mean number of answers."""
    _ = language.gettext
    most = max(option.n for option in counts.categories)
    first = [option for option in counts.categories if option.n == most]
    template = (
        _(
            "{name}: chosen most is **{option}**, by {n} of {all} respondents ({share}); {mean} answers per respondent."
        )
        if len(first) == 1
        else _(
            "{name}: chosen most are **{option}**, each by {n} of {all} respondents ({share}); {mean} answers per respondent."
        )
    )
    return sentence(
        template,
        name=name,
        option=language.listing([option.category for option in first]),
        n=language.integer(most),
        all=language.integer(counts.n),
        share=language.percent(first[0].valid_percent),
        mean=language.number(counts.answers / counts.n, 2),
    )

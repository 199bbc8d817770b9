"""A question that takes several answers: how many respondents chose each option."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.respondent_shares import interval_columns, share_figure, share_notes
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.respondents import OptionCounts


def option_exhibit(position: int, name: str, counts: OptionCounts, material: Material) -> Exhibit:
    """Table and bars of the options; shares are of the respondents who answered the question."""
    language = material.language
    key = f"demographic_{position}"
    title = language.gettext("Answers to {name}").format(name=name)
    level = 1 - material.study.codebook.settings.alpha
    return Exhibit(
        key=key,
        title=name,
        n=counts.n,
        tables=(_table(key, title, name, counts, level, language),),
        figures=(share_figure(key, title, counts.categories, "green", language),) if counts.n else (),
        notes=share_notes(name, counts, material, *_answers_note(counts, language)),
        sentences=(option_sentence(name, counts, language),) if counts.n else (),
        source=material.source,
        beside=True,
    )


def _answers_note(counts: OptionCounts, language: Language) -> tuple[Sentence, ...]:
    if not counts.n:
        return ()
    return (
        sentence(
            language.gettext(
                "Several answers were allowed: {n} respondents gave {answers} answers, so shares of respondents can add up to more than 100%."
            ),
            n=language.integer(counts.n),
            answers=language.integer(counts.answers),
        ),
    )


def _table(key: str, title: str, name: str, counts: OptionCounts, level: float, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(name, "left"),
        Column("n"),
        Column(_("% of respondents")),
        *interval_columns(level, language),
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
    return Table(key, title, columns, tuple(rows))


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

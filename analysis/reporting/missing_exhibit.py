"""Which items were left unanswered, and which of them together."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Quantity, Row, Table
from analysis.reporting.figure import Axis, Bar, Figure, Mark, Text, Tick
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.missing_answers import MissingAnswers
from analysis.statistics.quality import QualityResult

MOST_DRAWN = 12
MOST_LISTED = 10
MOST_TICKS = 8
ROW = 32


def missing_exhibits(material: Material) -> list[Exhibit]:
    """A card when an answer is missing; nothing when every item is answered or there are no items."""
    found = material.results["quality"]
    if not isinstance(found, QualityResult) or found.missing.complete == found.n:
        return []
    language = material.language
    _ = language.gettext
    rule = material.study.codebook.settings.missing
    handling = (
        _("A scale score needs every item of the scale (listwise).")
        if rule == "listwise"
        else _("A scale score needs 80% of the items of the scale; the rest is prorated.")
    )
    return [
        Exhibit(
            key="missing_answers",
            title=_("Missing answers"),
            n=found.n,
            tables=(_pattern_table(found.missing, language),),
            figures=(_figure(found.missing, material),),
            notes=(sentence(handling), *_cut_note(found.missing, language)),
            sentences=(complete_sentence(found, language),),
            source=material.source,
            beside=True,
        )
    ]


def complete_sentence(found: QualityResult, language: Language) -> Sentence:
    """How many answered everything, and the share of answers that is missing."""
    return sentence(
        language.gettext(
            "**{complete} of {n} respondents** answered every item; {share} of all answers are missing."
        ),
        complete=language.integer(found.missing.complete),
        n=language.integer(found.n),
        share=language.percent(100 * found.missing_share, 2),
    )


def _cut_note(missing: MissingAnswers, language: Language) -> tuple[Sentence, ...]:
    if missing.patterns_found <= MOST_LISTED:
        return ()
    return (
        sentence(
            language.gettext("The table shows the {listed} most frequent of {all} patterns."),
            listed=language.integer(MOST_LISTED),
            all=language.integer(missing.patterns_found),
        ),
    )


def _pattern_table(missing: MissingAnswers, language: Language) -> Table:
    _ = language.gettext
    columns = (Column(_("Items left unanswered"), "left"), Column(_("Respondents")))
    rows = [Row((_("No item"), Quantity(missing.complete, 0)))]
    rows += [
        Row((", ".join(pattern.items), Quantity(pattern.n, 0))) for pattern in missing.patterns[:MOST_LISTED]
    ]
    return Table("missing_answers", _("Patterns of missing answers"), columns, tuple(rows))


def _figure(missing: MissingAnswers, material: Material) -> Figure:
    """Bars of the items with most missing answers."""
    language = material.language
    _ = language.gettext
    with_missing = [name for name, n in missing.by_item.items() if n]
    drawn = sorted(with_missing, key=lambda name: -missing.by_item[name])[:MOST_DRAWN]
    most = missing.by_item[drawn[0]]
    marks: list[Mark] = []
    for place, name in enumerate(drawn):
        at = len(drawn) - 1 - place
        count = missing.by_item[name]
        colour = material.scale_colour(material.prepared.item_scale.get(name, ""))
        figure = language.integer(count)
        marks += [
            Bar(0, count, at, 0.36, colour=colour, opacity=0.85, hover=f"{name}: {figure}"),
            Text(0, at, name, dy=14, size=12),
            Text(count, at, figure, strong=True, dx=6, size=12),
        ]
    return Figure(
        key="missing_by_item",
        title=_("Missing answers by item"),
        x=Axis(_("Respondents without an answer"), 0, 1.15 * most, _whole_ticks(most, language), decimals=0),
        y=Axis(low=-0.5, high=len(drawn) - 0.2, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {language.integer(missing.by_item[name])}" for name in drawn),
        height=ROW * len(drawn) + 90,
    )


def _whole_ticks(most: int, language: Language) -> tuple[Tick, ...] | None:
    """Every whole number up to a small count, where a renderer would choose halves."""
    if most > MOST_TICKS:
        return None
    return tuple(Tick(count, language.integer(count)) for count in range(most + 1))

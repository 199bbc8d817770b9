"""The respondents section: who entered, who was left out, who they are, how carefully they answered."""

from __future__ import annotations

from analysis.reporting.association_exhibits import association_exhibits
from analysis.reporting.exhibit import (
    Column,
    Exhibit,
    KeyFigure,
    Label,
    Quantity,
    Row,
    SectionView,
    Table,
    Verdict,
)
from analysis.reporting.figure import Axis, Bar, Colour, Figure, Mark, Text
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.missing_exhibit import missing_exhibits
from analysis.reporting.option_exhibit import option_exhibit
from analysis.reporting.phrases import unavailable_exhibit
from analysis.reporting.proration_exhibit import proration_exhibits
from analysis.reporting.quality_exhibit import quality_exhibit
from analysis.reporting.respondent_shares import interval_columns, share_figure, share_notes
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.share_computation import frequency_computation
from analysis.statistics.respondents import CategoryCount, ColumnCounts, OptionCounts, RespondentsResult


def view(material: Material) -> SectionView:
    """The screen "Respondents"."""
    language = material.language
    _ = language.gettext
    prepared = material.prepared
    result = material.results["respondents"]
    columns = result.columns if isinstance(result, RespondentsResult) else {}
    exhibits = [_flow(material)]
    for position, (name, counts) in enumerate(columns.items(), start=1):
        if isinstance(counts, OptionCounts):
            exhibits.append(option_exhibit(position, name, counts, material))
        else:
            exhibits.append(_demographic(position, name, counts, material))
    if not isinstance(result, RespondentsResult):
        exhibits.append(unavailable_exhibit("demographics", _("Characteristics"), result, language))
    exhibits += [quality_exhibit(material), *missing_exhibits(material), *proration_exhibits(material)]
    exhibits += association_exhibits(material)
    complete = prepared.respondents == prepared.rows_read
    return SectionView(
        key="respondents",
        name=_("Respondents"),
        verdict=Verdict("good", _("Everyone analysed"))
        if complete
        else Verdict("neutral", _("Some screened out")),
        conclusion=_conclusion(material),
        remark=_largest_groups(columns, material),
        key_figures=_key_figures(columns, material),
        exhibits=tuple(exhibits),
    )


def _conclusion(material: Material) -> Sentence:
    language = material.language
    _ = language.gettext
    prepared = material.prepared
    values = {
        "read": language.integer(prepared.rows_read),
        "used": language.integer(prepared.respondents),
        "excluded": language.integer(prepared.rows_read - prepared.respondents),
    }
    if prepared.respondents == prepared.rows_read:
        template = language.ngettext(
            "The only respondent who entered (**{read}**) is analysed.",
            "All **{read} respondents** who entered are analysed.",
            prepared.rows_read,
        )
        return sentence(template, **values)
    return sentence(
        _(
            "Of {read} respondents who entered, {excluded} did not pass the screening, which leaves **{used} to analyse**."
        ),
        **values,
    )


def _largest_groups(columns: dict[str, ColumnCounts | OptionCounts], material: Material) -> Sentence | None:
    """The largest category of the first two questions with one answer."""
    single = [(name, counts) for name, counts in columns.items() if isinstance(counts, ColumnCounts)]
    found = [category_sentence(name, counts, material) for name, counts in single[:2] if counts.n]
    if not found:
        return None
    return found[0] if len(found) == 1 else found[0] + found[1]


def _key_figures(
    columns: dict[str, ColumnCounts | OptionCounts], material: Material
) -> tuple[KeyFigure, ...]:
    language = material.language
    _ = language.gettext
    prepared = material.prepared
    return (
        KeyFigure(_("Entered"), language.integer(prepared.rows_read), _people(prepared.rows_read, language)),
        KeyFigure(
            _("Screened out"),
            language.integer(prepared.rows_read - prepared.respondents),
            remark="; ".join(dict.fromkeys(part.reason for part in prepared.excluded if part.n)),
        ),
        KeyFigure(
            _("Analysed"), language.integer(prepared.respondents), _people(prepared.respondents, language)
        ),
        KeyFigure(
            _("Characteristics"), language.integer(len(columns)), remark=_("questions about the respondent")
        ),
    )


def _people(n: int, language: Language) -> str:
    return language.ngettext("respondent", "respondents", n)


def _flow(material: Material) -> Exhibit:
    """Entered, left out with reasons, analysed: a table and a picture of the steps."""
    language = material.language
    _ = language.gettext
    prepared = material.prepared
    steps = [(_("Entered"), prepared.rows_read), *((part.reason, -part.n) for part in prepared.excluded)]
    steps.append((_("Analysed"), prepared.respondents))
    columns = (Column(_("Step"), "left"), Column(_("Respondents")))
    last = len(steps) - 1
    rows = [Row((name, Quantity(count, 0)), total=i == last) for i, (name, count) in enumerate(steps)]
    return Exhibit(
        key="respondent_flow",
        title=_("From the file to the analysis"),
        n=prepared.respondents,
        tables=(
            Table("respondent_flow", _("Respondents entered, left out and analysed"), columns, tuple(rows)),
        ),
        figures=(_flow_figure(steps, material),),
        sentences=(_conclusion(material),),
        source=material.source,
        beside=True,
    )


def _flow_figure(steps: list[tuple[str, int]], material: Material) -> Figure:
    language = material.language
    most = max(1, material.prepared.rows_read)
    marks: list[Mark] = []
    left = 0
    for position, (name, count) in enumerate(steps):
        at = len(steps) - 1 - position
        figure = language.integer(count)
        colour: Colour = "blue" if count >= 0 else "vermilion"
        start, end = (0, count) if count >= 0 else (left + count, left)
        left = end if count >= 0 else start
        marks += [
            Bar(start, end, at, 0.34, colour=colour, opacity=0.85, hover=f"{name}: {figure}"),
            Text(0, at, name, dy=22),
            Text(end, at, figure, strong=True, dx=6),
        ]
    return Figure(
        key="respondent_flow",
        title=language.gettext("From the file to the analysis"),
        x=Axis(language.gettext("Respondents"), 0, most * 1.15, decimals=0),
        y=Axis(low=-0.5, high=len(steps) - 0.2, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {language.integer(count)}" for name, count in steps),
        height=56 * len(steps) + 70,
    )


def _demographic(position: int, name: str, counts: ColumnCounts, material: Material) -> Exhibit:
    language = material.language
    key = f"demographic_{position}"
    title = language.gettext("Respondents by {name}").format(name=name)
    alpha = material.study.codebook.settings.alpha
    answered = counts.n > 0
    return Exhibit(
        key=key,
        title=name,
        n=counts.n,
        tables=(_frequency_table(key, title, name, counts, 1 - alpha, language),),
        figures=(share_figure(key, title, counts.categories, "blue", language),) if answered else (),
        notes=share_notes(name, counts, material),
        sentences=(category_sentence(name, counts, material),) if answered else (),
        computation=frequency_computation(name, counts, alpha, language) if answered else None,
        source=material.source,
        beside=True,
    )


def _frequency_table(
    key: str, title: str, name: str, counts: ColumnCounts, level: float, language: Language
) -> Table:
    _ = language.gettext
    columns = [Column(name, "left"), Column("n"), Column("%")]
    columns += [Column(_("Valid %")), Column(_("Cumulative %")), *interval_columns(level, language)]
    rows = [_frequency_row(category) for category in counts.categories]
    if counts.missing:
        everyone = counts.n + counts.missing
        share = Quantity(100 * counts.missing / everyone, 1)
        rows.append(Row((Label(_("No answer")), Quantity(counts.missing, 0), share, None, None, None, None)))
    valid = Quantity(100 if counts.n else None, 1)
    total = (Label(_("Total")), Quantity(counts.n + counts.missing, 0), Quantity(100, 1), valid)
    rows.append(Row((*total, None, None, None), total=True))
    return Table(key, title, tuple(columns), tuple(rows))


def _frequency_row(category: CategoryCount) -> Row:
    return Row(
        (
            Label(category.category),
            Quantity(category.n, 0),
            Quantity(category.percent, 1),
            Quantity(category.valid_percent, 1),
            Quantity(category.cumulative_percent, 1),
            Quantity(category.ci_low, 1),
            Quantity(category.ci_high, 1),
        )
    )


def category_sentence(name: str, counts: ColumnCounts, material: Material) -> Sentence:
    """ "Majority" only above half; ties are named together."""
    language = material.language
    _ = language.gettext
    most = max(category.n for category in counts.categories)
    largest = [category for category in counts.categories if category.n == most]
    values = {
        "name": name,
        "category": language.listing([category.category for category in largest]),
        "n": language.integer(most),
        "share": language.percent(largest[0].valid_percent),
    }
    if len(largest) > 1:
        return sentence(_("{name}: the largest groups are {category}, **{n}** each ({share})."), **values)
    if 2 * most > counts.n:
        return sentence(
            language.ngettext(
                "{name}: the majority is **{category}**, {n} person ({share}).",
                "{name}: the majority is **{category}**, {n} people ({share}).",
                most,
            ),
            **values,
        )
    return sentence(_("{name}: the largest group is **{category}**, {n} people ({share})."), **values)

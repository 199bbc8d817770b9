"""What missing answers cost: listwise beside prorated scores, and the note on prorated ones."""

from __future__ import annotations

from dataclasses import replace

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, SectionView, Table
from analysis.reporting.figure import Axis, Bar, Colour, Figure, Mark, Text
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.proration import ProrationResult, ScaleCompleteness

ROW = 44
SECTIONS_OF_SCORES = ("descriptives", "assumptions", "regression", "comparison", "loyalty_map")
EXHIBITS_OF_ITEMS = ("items_", "class_intervals")


def proration_exhibits(material: Material) -> list[Exhibit]:
    """A card where an answer to some scale is missing, else nothing."""
    found = material.results["proration"]
    if not isinstance(found, ProrationResult) or not _incomplete(found):
        return []
    language = material.language
    _ = language.gettext
    return [
        Exhibit(
            key="proration",
            title=_("What missing answers cost"),
            n=found.n,
            tables=(_table(found, material),),
            figures=(_figure(found, material),),
            notes=(
                sentence(
                    _(
                        "Listwise: a score only where every item of the scale is answered. Prorated: also where at least 80% are, as the mean of the items answered (times the number of items for a sum)."
                    )
                ),
            ),
            sentences=proration_sentences(found, language),
            source=material.source,
        )
    ]


def _incomplete(found: ProrationResult) -> bool:
    return any(scale.complete < found.n for scale in found.scales.values())


def _table(found: ProrationResult, material: Material) -> Table:
    _ = material.language.gettext
    respondents, scored = _("Respondents who answered"), _("Respondents with a score")
    columns = (
        Column(_("Scale"), "left"),
        Column(_("Items")),
        Column(_("All items"), spanner=respondents),
        Column(_("At least 80%"), spanner=respondents),
        Column(_("Fewer"), spanner=respondents),
        Column(_("Listwise"), spanner=scored),
        Column(_("Prorated"), spanner=scored),
    )
    rows = [_row(name, scale, material) for name, scale in found.scales.items()]
    if found.model is not None:
        model = (Quantity(found.model.listwise, 0), Quantity(found.model.prorated, 0))
        rows.append(Row((Label(_("Regression model")), None, None, None, None, *model), total=True))
    return Table("proration", _("Respondents under listwise and prorated scores"), columns, tuple(rows))


def _row(name: str, scale: ScaleCompleteness, material: Material) -> Row:
    counts = (scale.items, scale.complete, scale.enough, scale.too_few)
    return Row(
        (
            Label(name, colour=material.scale_colour(name)),
            *(Quantity(count, 0) for count in counts),
            Quantity(scale.complete, 0),
            Quantity(scale.complete + scale.enough, 0),
        )
    )


def _figure(found: ProrationResult, material: Material) -> Figure:
    """Of each scale, a bar of those who answered all items, enough items and too few."""
    language = material.language
    _ = language.gettext
    kinds: tuple[tuple[str, Colour], ...] = (
        (_("All items"), "blue"),
        (_("At least 80%"), "orange"),
        (_("Fewer"), "grey"),
    )
    marks: list[Mark] = []
    for place, (name, scale) in enumerate(found.scales.items()):
        at, start = len(found.scales) - 1 - place, 0
        counts = (scale.complete, scale.enough, scale.too_few)
        for (words, colour), count in zip(kinds, counts, strict=True):
            hover = f"{name}, {words}: {language.integer(count)}"
            if count:
                marks.append(Bar(start, start + count, at, 0.36, colour=colour, opacity=0.85, hover=hover))
            start += count
        shown = " · ".join(language.integer(count) for count in counts)
        marks += [
            Text(0, at, name, strong=True, dy=18, size=12),
            Text(start, at, shown, "end", dy=18, size=12),
        ]
    part = found.n / len(kinds)
    for place, (words, colour) in enumerate(kinds):
        left, top = place * part, len(found.scales)
        marks += [
            Bar(left, left + part, top, 0.36, colour=colour, opacity=0.35),
            Text(left + part / 2, top, words, "middle", size=12),
        ]
    return Figure(
        key="proration",
        title=_("Respondents who answered all items of a scale, enough of them, or fewer"),
        x=Axis(_("Respondents"), 0, found.n, decimals=0),
        y=Axis(low=-0.45, high=len(found.scales) + 0.3, visible=False),
        marks=tuple(marks),
        description="; ".join(
            f"{name}: {scale.complete}, {scale.enough}, {scale.too_few}"
            for name, scale in found.scales.items()
        ),
        height=ROW * (len(found.scales) + 0.75) + 80,
    )


def proration_sentences(found: ProrationResult, language: Language) -> tuple[Sentence, ...]:
    """How many respondents the model loses listwise, and how many of them prorating keeps."""
    _ = language.gettext
    if found.model is None:
        return ()
    listwise, prorated = found.model.listwise, found.model.prorated
    values = {
        "n": language.integer(found.n),
        "listwise": language.integer(listwise),
        "prorated": language.integer(prorated),
        "more": language.integer(prorated - listwise),
    }
    if prorated == listwise:
        return (
            sentence(
                _("The model rests on **{listwise} of {n}** respondents under either way of scoring."),
                **values,
            ),
        )
    template = (
        _(
            "Listwise, the model rests on **{listwise} of {n}** respondents; prorated scores would keep {more} more ({prorated})."
        )
        if found.method == "listwise"
        else _(
            "With prorated scores the model rests on **{prorated} of {n}** respondents, {more} more than listwise ({listwise})."
        )
    )
    return (sentence(template, **values),)


def with_proration_note(view: SectionView, material: Material) -> SectionView:
    """The section with a note on every exhibit of scale scores, where some scores are prorated."""
    if view.key not in SECTIONS_OF_SCORES or material.prepared.codebook.settings.missing != "prorated":
        return view
    found = material.results["proration"]
    if not isinstance(found, ProrationResult) or not found.rows:
        return view
    note = _prorated_note(len(found.rows), material.language)
    exhibits = tuple(
        exhibit
        if exhibit.n is None or exhibit.key.startswith(EXHIBITS_OF_ITEMS)
        else replace(exhibit, notes=(*exhibit.notes, note))
        for exhibit in view.exhibits
    )
    return replace(view, exhibits=exhibits)


def _prorated_note(respondents: int, language: Language) -> Sentence:
    return sentence(
        language.ngettext(
            "Some score of {n} respondent is prorated: the mean of the items answered, at least 80% of them.",
            "Some scores of {n} respondents are prorated: the mean of the items answered, at least 80% of them.",
            respondents,
        ),
        n=language.integer(respondents),
    )

"""Before and after items were left out: the items, their scales, the model."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, TableCell
from analysis.reporting.figure import Axis, Figure, Interval, Mark, Points, Text, series_shape
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.phrases import reason_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.item_removal import ItemRemovalResult, LeftOutItem, ModelFigures, ScaleFigures
from analysis.statistics.unavailable import Unavailable

ROW = 62


def item_removal_exhibits(material: Material) -> list[Exhibit]:
    """The card of what leaving items out changed; nothing where no item was left out."""
    result = material.results["item_removal"]
    if not isinstance(result, ItemRemovalResult):
        return []
    language = material.language
    scales = compared_scales(result)
    tables = [_item_table(result, material)]
    if scales:
        tables.append(_scale_table(scales, material))
    model = _both(result)
    if model:
        tables.append(_model_table(*model, material))
    return [
        Exhibit(
            key="item_removal",
            title=language.gettext("Before and after items were left out"),
            tables=tuple(tables),
            figures=(_figure(scales, material),) if scales else (),
            notes=_notes(result, language),
            sentences=item_removal_sentences(result, language),
            source=material.source,
        )
    ]


def compared_scales(result: ItemRemovalResult) -> dict[str, tuple[ScaleFigures, ScaleFigures]]:
    """The scales whose alpha exists before and after."""
    return {
        name: (change.before, change.after)
        for name, change in result.scales.items()
        if isinstance(change.before, ScaleFigures) and isinstance(change.after, ScaleFigures)
    }


def _both(result: ItemRemovalResult) -> tuple[ModelFigures, ModelFigures] | None:
    before, after = result.model.before, result.model.after
    if isinstance(before, ModelFigures) and isinstance(after, ModelFigures):
        return before, after
    return None


def _notes(result: ItemRemovalResult, language: Language) -> tuple[Sentence, ...]:
    _ = language.gettext
    notes = [
        sentence(
            _(
                "Before: with the items that were left out. After: as analysed everywhere else in this chapter. Figures alone are no reason to leave an item out."
            )
        )
    ]
    notes += [
        reason_note(name, item, language)
        for name, item in result.items.items()
        if isinstance(item, Unavailable)
    ]
    for name, change in result.scales.items():
        for part in (change.before, change.after):
            if isinstance(part, Unavailable):
                notes.append(reason_note(name, part, language))
    return tuple(notes)


def _item_table(result: ItemRemovalResult, material: Material) -> Table:
    _ = material.language.gettext
    columns = (
        Column(_("Item"), "left"),
        Column(_("Scale"), "left"),
        Column(_("Computed r")),
        Column(_("Corrected r")),
        Column(_("Alpha without it")),
        Column(_("Reason"), "left"),
    )
    rows = [
        Row(
            (
                Label(name, material.prepared.labels.get(name, "")),
                item.scale,
                Quantity(item.r),
                Quantity(item.r_corrected),
                Quantity(item.alpha_if_deleted),
                item.reason or _("no reason given"),
            )
        )
        for name, item in result.items.items()
        if isinstance(item, LeftOutItem)
    ]
    return Table(
        "items_left_out", _("Items left out, as they stood in their full scale"), columns, tuple(rows)
    )


def _scale_table(scales: dict[str, tuple[ScaleFigures, ScaleFigures]], material: Material) -> Table:
    _ = material.language.gettext
    columns = [Column(_("Scale"), "left")]
    for spanner in (_("Before"), _("After")):
        titles = (_("Items"), "N", "Alpha", _("Mean inter-item r"))
        columns += [Column(title, spanner=spanner) for title in titles]
    rows = [
        Row((Label(name, colour=material.scale_colour(name)), *_scale_cells(before), *_scale_cells(after)))
        for name, (before, after) in scales.items()
    ]
    return Table("removal_scales", _("Scales before and after"), tuple(columns), tuple(rows))


def _scale_cells(scale: ScaleFigures) -> tuple[TableCell, ...]:
    return (
        Quantity(scale.items, 0),
        Quantity(scale.n, 0),
        Quantity(scale.alpha),
        Quantity(scale.mean_inter_item_r),
    )


def _model_table(before: ModelFigures, after: ModelFigures, material: Material) -> Table:
    _ = material.language.gettext
    columns = [Column(_("Variable"), "left")]
    for spanner in (_("Before"), _("After")):
        columns += [Column(title, spanner=spanner) for title in ("B", "Beta", "Sig.")]
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                *_slope_cells(before, name),
                *_slope_cells(after, name),
            )
        )
        for name in after.slopes
    ]
    rows.append(_total("N", Quantity(before.n, 0), Quantity(after.n, 0)))
    rows.append(_total("R Square", Quantity(before.r2), Quantity(after.r2)))
    rows.append(_total("Adjusted R Square", Quantity(before.r2_adjusted), Quantity(after.r2_adjusted)))
    rows.append(_total("F", Quantity(before.f), Quantity(after.f)))
    return Table("removal_model", _("The model before and after"), tuple(columns), tuple(rows))


def _slope_cells(model: ModelFigures, name: str) -> tuple[TableCell, ...]:
    slope = model.slopes[name]
    return Quantity(slope.b), Quantity(slope.beta), Quantity(slope.p, kind="p")


def _total(name: str, before: Quantity, after: Quantity) -> Row:
    return Row((name, before, None, None, after, None, None), total=True)


def _figure(scales: dict[str, tuple[ScaleFigures, ScaleFigures]], material: Material) -> Figure:
    """Alpha with its interval, before as a hollow dot above the filled one of after."""
    language = material.language
    marks: list[Mark] = []
    for place, (name, pair) in enumerate(scales.items()):
        at = len(scales) - 1 - place
        marks.append(Text(_lowest(scales), at, name, strong=True, dy=22))
        for figures, words, shift in zip(
            pair, (language.gettext("Before"), language.gettext("After")), (0.12, -0.16), strict=True
        ):
            value = language.number(figures.alpha)
            hover = f"{name}, {words}: {value}"
            filled = shift < 0
            colour = material.scale_colour(name) if filled else "grey"
            marks += [
                Interval(figures.ci_low, figures.ci_high, at + shift, colour=colour, width=2),
                Points(
                    (figures.alpha,), (at + shift,), colour, series_shape(colour), filled, 11, hover=(hover,)
                ),
                Text(figures.ci_high, at + shift, f"{words} {value}", dx=8, size=12, strong=filled),
            ]
    return Figure(
        key="item_removal",
        title=language.gettext("Cronbach's Alpha before and after"),
        x=Axis("Alpha", _lowest(scales), 1.18),
        y=Axis(low=-0.5, high=len(scales) - 0.4, visible=False),
        marks=tuple(marks),
        description="; ".join(
            f"{name}: {language.number(before.alpha)} → {language.number(after.alpha)}"
            for name, (before, after) in scales.items()
        ),
        height=ROW * len(scales) + 90,
    )


def _lowest(scales: dict[str, tuple[ScaleFigures, ScaleFigures]]) -> float:
    return min(0.0, *(figures.ci_low for pair in scales.values() for figures in pair))


def item_removal_sentences(result: ItemRemovalResult, language: Language) -> tuple[Sentence, ...]:
    """Each scale's alpha before and after, then whether the model's decisions are the same."""
    _ = language.gettext
    sentences = [
        sentence(
            _("{scale}: alpha was {before} with {all} items and is **{after}** with {items}."),
            scale=name,
            before=language.number(before.alpha),
            all=language.integer(before.items),
            after=language.number(after.alpha),
            items=language.integer(after.items),
        )
        for name, (before, after) in compared_scales(result).items()
    ]
    model = _both(result)
    if model:
        sentences.append(_model_sentence(*model, result.model.decisions, language))
    return tuple(sentences)


def _model_sentence(
    before: ModelFigures, after: ModelFigures, decisions: tuple[str, ...], language: Language
) -> Sentence:
    _ = language.gettext
    r2 = sentence(
        _("R Square was {before} and is {after}."),
        before=language.number(before.r2),
        after=language.number(after.r2),
    )
    if not decisions:
        return r2 + sentence(_("The decision on every predictor **stays the same**."))
    return r2 + sentence(
        _("The decision **changes** for {predictors}."), predictors=language.listing(decisions)
    )

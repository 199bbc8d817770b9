"""The section that describes the answers: per scale, per dimension, per statement."""

from __future__ import annotations

from analysis.reporting.achievement_figure import achievement_figure, class_figure
from analysis.reporting.correlation_exhibit import correlation_exhibits
from analysis.reporting.descriptives_sentences import (
    achieved_scales,
    class_word,
    class_words,
    conclusion,
    extremes,
    highest_dimension,
)
from analysis.reporting.exhibit import (
    Column,
    Exhibit,
    KeyFigure,
    Label,
    Quantity,
    Row,
    SectionView,
    Table,
    TableCell,
)
from analysis.reporting.figure import Colour, Figure
from analysis.reporting.instrument_tables import item_label
from analysis.reporting.language import Language
from analysis.reporting.likert_figure import abbreviations, likert_figure, scale_words
from analysis.reporting.material import Material
from analysis.reporting.phrases import unavailable_view
from analysis.reporting.score_figure import score_figure
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.share_computation import description_computation
from analysis.statistics.descriptives import (
    DescriptivesResult,
    ItemDescription,
    ScaleDescription,
    dimension_items,
    score_classes,
)


def view(material: Material) -> SectionView:
    """The screen "Descriptives"."""
    language = material.language
    _ = language.gettext
    name = _("Descriptives")
    result = material.results["descriptives"]
    if not isinstance(result, DescriptivesResult):
        return unavailable_view("descriptives", name, result, material)
    exhibits = [_scales(result, material)] if result.scales else []
    if result.dimensions:
        exhibits.append(_dimensions(result, material))
    for position, scale in enumerate(_scales_with_items(material), start=1):
        exhibits.append(_items(position, scale, result, material))
    exhibits += [*_class_exhibit(result, material), *correlation_exhibits(material)]
    return SectionView(
        key="descriptives",
        name=name,
        verdict=None,
        conclusion=conclusion(result, material),
        remark=extremes(result.items, material),
        key_figures=_key_figures(result, material),
        exhibits=tuple(exhibits),
    )


def _scales_with_items(material: Material) -> list[str]:
    return list(dict.fromkeys(material.prepared.item_scale.values()))


def _model_first(
    scales: dict[str, ScaleDescription], material: Material
) -> list[tuple[str, ScaleDescription]]:
    model = material.study.codebook.model
    order = [name for name in (*model.predictors, model.outcome) if name in scales]
    return [(name, scales[name]) for name in dict.fromkeys([*order, *scales])]


def _key_figures(result: DescriptivesResult, material: Material) -> tuple[KeyFigure, ...]:
    """Achievement of four scales, those of the model first; means where no highest score is known."""
    language = material.language
    if not achieved_scales(result):
        return tuple(
            KeyFigure(
                name,
                language.number(scale.mean, 2),
                remark=language.gettext("SD {sd}; N = {n}").format(
                    sd=language.number(scale.sd, 2), n=language.integer(scale.n)
                ),
            )
            for name, scale in _model_first(result.scales, material)[:4]
        )
    return tuple(
        KeyFigure(
            name,
            language.percent(scale.tcr),
            remark=language.gettext("{word}; N = {n}").format(
                word=class_word(scale.category, language), n=language.integer(scale.n)
            ),
        )
        for name, scale in _model_first(achieved_scales(result), material)[:4]
    )


def _scales(result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    achieved = achieved_scales(result)
    if achieved:
        achievement_note = [sentence(_("Achievement = 100 × mean ÷ highest possible score."))]
        figure: Figure | None = achievement_figure(
            "achievement", _("Achievement of each scale"), achieved, material.scale_colours, language
        )
    else:
        achievement_note = []
        figure = score_figure(result.scales, material)
    return Exhibit(
        key="scale_descriptions",
        title=_("Scales"),
        n=max(scale.n for scale in result.scales.values()),
        tables=(
            _scale_table(
                "scale_descriptions",
                _("Scale"),
                _("Description of the scales"),
                result.scales,
                material.scale_colours,
                language,
            ),
        ),
        figures=(figure,) if figure else (),
        notes=(
            sentence(_("Quartiles as SPSS prints them.")),
            *achievement_note,
            *_missing_note(result.scales, material),
        ),
        sentences=(conclusion(result, material),),
        computation=description_computation(result.scales, language),
        source=material.source,
    )


def _missing_note(scales: dict[str, ScaleDescription], material: Material) -> tuple[Sentence, ...]:
    language = material.language
    missing = [f"{name} {language.integer(scale.missing)}" for name, scale in scales.items() if scale.missing]
    if not missing:
        return ()
    return (
        sentence(language.gettext("Respondents without a score: {missing}."), missing=", ".join(missing)),
    )


def _scale_table(
    key: str,
    heading: str,
    title: str,
    scales: dict[str, ScaleDescription],
    colours: dict[str, Colour],
    language: Language,
) -> Table:
    _ = language.gettext
    with_items = any(scale.items for scale in scales.values())
    with_points = any(scale.tcr is not None for scale in scales.values())
    columns = (
        Column(heading, "left"),
        *([Column(_("Items"))] if with_items else []),
        Column("N"),
        Column(_("Mean")),
        Column("SD"),
        Column("Min"),
        Column(_("Quartile 1")),
        Column("Median"),
        Column(_("Quartile 3")),
        Column("Max"),
        *([Column(_("Item mean"))] if with_items else []),
        *([Column(_("Achievement (%)")), Column(_("Class"))] if with_points else []),
    )
    rows = []
    for name, scale in scales.items():
        figures = (
            scale.mean,
            scale.sd,
            scale.min,
            scale.q1,
            scale.median,
            scale.q3,
            scale.max,
        )
        achievement = (Quantity(scale.tcr, 1), class_word(scale.category, language))
        rows.append(
            Row(
                (
                    Label(name, colour=colours.get(name, "grey")),
                    *([Quantity(scale.items or None, 0)] if with_items else []),
                    Quantity(scale.n, 0),
                    *(Quantity(value, 2) for value in figures),
                    *([Quantity(scale.item_mean, 2)] if with_items else []),
                    *(achievement if with_points else ()),
                )
            )
        )
    return Table(key, title, columns, tuple(rows))


def _dimension_colours(material: Material) -> dict[str, Colour]:
    """Each dimension in the colour of its scale."""
    scale_of = material.prepared.item_scale
    return {
        name: material.scale_colour(scale_of.get(items[0], ""))
        for name, items in dimension_items(material.prepared).items()
    }


def _dimensions(result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    dimensions = {name: found for name, found in result.dimensions.items() if found.item_mean is not None}
    achieved = {name: found for name, found in dimensions.items() if found.tcr is not None}
    title = _("Achievement of each dimension")
    colours = _dimension_colours(material)
    figure = achievement_figure("dimension_achievement", title, achieved, colours, language)
    return Exhibit(
        key="dimension_descriptions",
        title=_("Dimensions"),
        n=max(found.n for found in result.dimensions.values()),
        tables=(
            _scale_table(
                "dimension_descriptions",
                _("Dimension"),
                _("Description of the dimensions"),
                result.dimensions,
                colours,
                language,
            ),
        ),
        figures=(figure,) if achieved else (),
        sentences=highest_dimension(dimensions, language),
        source=material.source,
    )


def _items(position: int, scale: str, result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    members = {
        name: item for name, item in result.items.items() if material.prepared.item_scale.get(name) == scale
    }
    ends = extremes(members, material)
    with_points = any(name in material.prepared.item_points for name in members)
    return Exhibit(
        key=f"items_{position}",
        title=scale or _("Items without a scale"),
        n=max(item.n for item in members.values()),
        tables=(_item_table(position, scale, members, material),),
        figures=(likert_figure(f"likert_{position}", members, material),) if with_points else (),
        notes=(
            *_answers_note(members, material),
            sentence(
                _("Reversed items are shown after reversal. Class: five equal steps of the declared range.")
            ),
        ),
        sentences=(ends,) if ends else (),
        source=material.source,
    )


def _item_table(position: int, scale: str, items: dict[str, ItemDescription], material: Material) -> Table:
    language = material.language
    _ = language.gettext
    answers = sorted({answer for item in items.values() for answer in item.counts}, key=float)
    short = abbreviations(scale_words(items, material))
    shares = _("Answers (%)")
    columns = (
        Column(_("Item"), "left"),
        Column("N"),
        Column(_("Mean")),
        Column("SD"),
        *(Column(_answer_title(answer, short), spanner=shares) for answer in answers),
        Column(_("Achievement (%)")),
        Column(_("Class")),
    )
    rows = [_item_row(name, item, answers, material) for name, item in items.items()]
    title = _("Answers to the statements of {scale}").format(scale=scale or _("Items without a scale"))
    return Table(f"items_{position}", title, columns, tuple(rows))


def _answer_title(answer: str, short: dict[float, str]) -> str:
    """The abbreviated words of an answer with its number: "SS (5)"."""
    return f"{short[float(answer)]} ({answer})" if float(answer) in short else answer


def _answers_note(items: dict[str, ItemDescription], material: Material) -> tuple[Sentence, ...]:
    """The words behind the numbers, where respondents chose words."""
    words = scale_words(items, material)
    if not words:
        return ()
    listed = ", ".join(f"{answer:g} {words[answer]}" for answer in sorted(words))
    return (sentence(material.language.gettext("Answers: {answers}."), answers=listed),)


def _item_row(name: str, item: ItemDescription, answers: list[str], material: Material) -> Row:
    total = sum(item.counts.values())
    shares: list[TableCell] = [
        Quantity(100 * item.counts.get(answer, 0) / total if total else None, 1) for answer in answers
    ]
    return Row(
        (
            item_label(name, material, indented=False),
            Quantity(item.n, 0),
            Quantity(item.mean, 2),
            Quantity(item.sd, 2),
            *shares,
            Quantity(item.tcr, 1),
            class_word(item.category, material.language),
        )
    )


def _class_exhibit(result: DescriptivesResult, material: Material) -> list[Exhibit]:
    """The bounds of the classes, where all items share the same points."""
    language = material.language
    _ = language.gettext
    points = set(material.prepared.item_points.values())
    if len(points) != 1:
        return []
    low, high = next(iter(points))
    columns = (Column(_("Class"), "left"), Column(_("From")), Column(_("To")))
    classes = score_classes(low, high, material.prepared.codebook.settings.class_count)
    means = {name: scale.item_mean for name, scale in result.scales.items() if scale.item_mean is not None}
    described = {name: result.scales[name] for name in means}
    rows = [
        Row((class_word(each.category, language), Quantity(each.low, 2), Quantity(each.high, 2)))
        for each in classes
    ]
    return [
        Exhibit(
            key="class_intervals",
            title=_("Classes of a mean"),
            n=max((scale.n for scale in described.values()), default=None),
            tables=(Table("class_intervals", _("Class intervals"), columns, tuple(rows)),),
            figures=(class_figure(classes, class_words(language), means, material),) if means else (),
            notes=_missing_note(described, material),
            sentences=(
                sentence(
                    _(
                        "Width of a class: (highest − lowest answer) ÷ {classes} = {width}. A mean on a bound belongs to the lower class."
                    ),
                    classes=language.integer(len(classes)),
                    width=language.number((high - low) / len(classes), 2),
                ),
            ),
            source=material.source if described else "",
            beside=True,
        )
    ]

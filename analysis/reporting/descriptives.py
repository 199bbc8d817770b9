"""The section that describes the answers: per scale, per dimension, per statement."""

from __future__ import annotations

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
from analysis.reporting.figure import Axis, Bar, Figure, Mark, Text, Tile
from analysis.reporting.instrument_tables import item_label
from analysis.reporting.language import Language
from analysis.reporting.likert_figure import answer_words, likert_figure
from analysis.reporting.material import Material
from analysis.reporting.phrases import unavailable_view
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.descriptives import (
    DescriptivesResult,
    ItemDescription,
    ScaleDescription,
    score_classes,
)

WITHOUT_SCALE = ""


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
    exhibits += _class_exhibit(material)
    return SectionView(
        key="descriptives",
        name=name,
        verdict=None,
        conclusion=_conclusion(result, material),
        remark=_extremes(result.items, material),
        key_figures=_key_figures(result, material),
        exhibits=tuple(exhibits),
    )


def _scales_with_items(material: Material) -> list[str]:
    return list(dict.fromkeys(material.prepared.item_scale.values()))


def class_words(language: Language) -> dict[str, str]:
    """The words of the five classes of a mean."""
    _ = language.gettext
    return {
        "very_low": _("Very low"),
        "low": _("Low"),
        "moderate": _("Moderate"),
        "high": _("High"),
        "very_high": _("Very high"),
    }


def _word(category: str | None, language: Language) -> str:
    return class_words(language).get(category or "", "")


def _achieved(result: DescriptivesResult) -> dict[str, ScaleDescription]:
    return {name: scale for name, scale in result.scales.items() if scale.tcr is not None}


def _conclusion(result: DescriptivesResult, material: Material) -> Sentence:
    """Which scale reached most of its possible score, and which least."""
    language = material.language
    _ = language.gettext
    achieved = _achieved(result)
    if not achieved:
        return sentence(_("{count} scales are described below."), count=language.integer(len(result.scales)))
    best = max(achieved, key=lambda name: achieved[name].tcr or 0)
    worst = min(achieved, key=lambda name: achieved[name].tcr or 0)
    values = {
        "best": best,
        "high": language.percent(achieved[best].tcr),
        "worst": worst,
        "low": language.percent(achieved[worst].tcr),
        "word": _word(achieved[best].category, language).lower(),
    }
    if len(achieved) == 1:
        return sentence(_("**{best}** reaches {high} of its possible score ({word})."), **values)
    return sentence(
        _(
            "Respondents are highest on **{best}** ({high} of the possible score) and lowest on **{worst}** ({low})."
        ),
        **values,
    )


def _extremes(items: dict[str, ItemDescription], material: Material) -> Sentence | None:
    """The statements with the highest and the lowest mean, among items with the same points."""
    language = material.language
    _ = language.gettext
    means = {name: item.mean for name, item in items.items() if item.mean is not None}
    points = {material.prepared.item_points.get(name) for name in means}
    if len(means) < 2 or len(points) > 1:
        return None
    best, worst = max(means, key=lambda name: means[name]), min(means, key=lambda name: means[name])
    return sentence(
        _("Highest statement: {best} (mean {high}); lowest: {worst} (mean {low})."),
        best=best,
        high=language.number(means[best], 2),
        worst=worst,
        low=language.number(means[worst], 2),
    )


def _key_figures(result: DescriptivesResult, material: Material) -> tuple[KeyFigure, ...]:
    """Achievement of the first four scales."""
    language = material.language
    return tuple(
        KeyFigure(
            name,
            language.percent(scale.tcr),
            remark=language.gettext("{word}; N = {n}").format(
                word=_word(scale.category, language), n=language.integer(scale.n)
            ),
        )
        for name, scale in list(_achieved(result).items())[:4]
    )


def _scales(result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    achieved = _achieved(result)
    return Exhibit(
        key="scale_descriptions",
        title=_("Scales"),
        n=max(scale.n for scale in result.scales.values()),
        tables=(_scale_table("scale_descriptions", _("Description of the scales"), result.scales, material),),
        figures=(_achievement_figure(achieved, material),) if achieved else (),
        notes=(
            sentence(
                _("Quartiles as SPSS prints them. Achievement (TCR) = 100 × mean ÷ highest possible score.")
            ),
            *_missing_note(result.scales, material),
        ),
        sentences=(_conclusion(result, material),),
        source=material.source,
    )


def _missing_note(scales: dict[str, ScaleDescription], material: Material) -> list[Sentence]:
    language = material.language
    missing = [f"{name} {language.integer(scale.missing)}" for name, scale in scales.items() if scale.missing]
    if not missing:
        return []
    return [sentence(language.gettext("Respondents without a score: {missing}."), missing=", ".join(missing))]


def _scale_table(key: str, title: str, scales: dict[str, ScaleDescription], material: Material) -> Table:
    language = material.language
    _ = language.gettext
    columns = (
        Column(_("Scale"), "left"),
        Column(_("Items")),
        Column("N"),
        Column("Mean"),
        Column("SD"),
        Column("Min"),
        Column(_("Quartile 1")),
        Column("Median"),
        Column(_("Quartile 3")),
        Column("Max"),
        Column(_("Item mean")),
        Column("TCR (%)"),
        Column(_("Class")),
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
            scale.item_mean,
        )
        rows.append(
            Row(
                (
                    Label(name, colour=material.scale_colour(name)),
                    Quantity(scale.items, 0),
                    Quantity(scale.n, 0),
                    *(Quantity(value, 2) for value in figures),
                    Quantity(scale.tcr, 1),
                    _word(scale.category, language),
                )
            )
        )
    return Table(key, title, columns, tuple(rows))


def _achievement_figure(achieved: dict[str, ScaleDescription], material: Material) -> Figure:
    language = material.language
    _ = language.gettext
    names = sorted(achieved, key=lambda name: -(achieved[name].tcr or 0))
    marks: list[Mark] = []
    for place, name in enumerate(names):
        at = len(names) - 1 - place
        tcr = achieved[name].tcr or 0.0
        figure = language.percent(tcr)
        marks += [
            Tile(0, 100, at - 0.17, at + 0.17, "grey", 0.08),
            Bar(0, tcr, at, 0.34, colour=material.scale_colour(name), opacity=0.9, hover=f"{name}: {figure}"),
            Text(0, at, name, strong=True, dy=20),
            Text(tcr, at, figure, dx=6, strong=True),
        ]
    return Figure(
        key="achievement",
        title=_("Achievement of each scale"),
        x=Axis(_("Share of the highest possible score (%)"), 0, 112, decimals=0),
        y=Axis(low=-0.5, high=len(names) - 0.25, visible=False),
        marks=tuple(marks),
        description="; ".join(f"{name}: {language.percent(achieved[name].tcr)}" for name in names),
        height=50 * len(names) + 80,
    )


def _dimensions(result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    dimensions = {name: found for name, found in result.dimensions.items() if found.item_mean is not None}
    best = max(dimensions, key=lambda name: dimensions[name].item_mean or 0, default="")
    sentences: tuple[Sentence, ...] = ()
    if best:
        sentences = (
            sentence(
                _("The highest dimension is **{name}** (item mean {mean}; N = {n})."),
                name=best,
                mean=language.number(dimensions[best].item_mean, 2),
                n=language.integer(dimensions[best].n),
            ),
        )
    return Exhibit(
        key="dimension_descriptions",
        title=_("Dimensions"),
        n=max(found.n for found in result.dimensions.values()),
        tables=(
            _scale_table(
                "dimension_descriptions", _("Description of the dimensions"), result.dimensions, material
            ),
        ),
        sentences=sentences,
        source=material.source,
    )


def _items(position: int, scale: str, result: DescriptivesResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    members = {
        name: item for name, item in result.items.items() if material.prepared.item_scale.get(name) == scale
    }
    extremes = _extremes(members, material)
    with_points = any(name in material.prepared.item_points for name in members)
    return Exhibit(
        key=f"items_{position}",
        title=scale or _("Items without a scale"),
        n=max(item.n for item in members.values()),
        tables=(_item_table(position, scale, members, material),),
        figures=(likert_figure(f"likert_{position}", members, material),) if with_points else (),
        notes=(
            sentence(
                _("Reversed items are shown after reversal. Class: five equal steps of the declared range.")
            ),
        ),
        sentences=(extremes,) if extremes else (),
        source=material.source,
    )


def _item_table(position: int, scale: str, items: dict[str, ItemDescription], material: Material) -> Table:
    language = material.language
    _ = language.gettext
    answers = sorted({answer for item in items.values() for answer in item.counts}, key=float)
    words = answer_words(next(iter(items)), material)
    shares = _("Answers (%)")
    columns = (
        Column(_("Item"), "left"),
        Column("N"),
        Column("Mean"),
        Column("SD"),
        *(Column(_answer_title(answer, words), spanner=shares) for answer in answers),
        Column("TCR (%)"),
        Column(_("Class")),
    )
    rows = [_item_row(name, item, answers, material) for name, item in items.items()]
    title = _("Answers to the statements of {scale}").format(scale=scale or _("Items without a scale"))
    return Table(f"items_{position}", title, columns, tuple(rows))


def _answer_title(answer: str, words: dict[float, str]) -> str:
    """Initials of the answer's words with its number, as questionnaires abbreviate them: "SS (5)"."""
    text = words.get(float(answer), "")
    parts = text.split()
    if len(parts) < 1 or any(character.isdigit() for character in text):
        return answer
    return f"{''.join(part[0] for part in parts).upper()} ({answer})"


def _item_row(name: str, item: ItemDescription, answers: list[str], material: Material) -> Row:
    total = sum(item.counts.values())
    shares: list[TableCell] = [
        Quantity(100 * item.counts.get(answer, 0) / total if total else None, 1) for answer in answers
    ]
    return Row(
        (
            item_label(name, material),
            Quantity(item.n, 0),
            Quantity(item.mean, 2),
            Quantity(item.sd, 2),
            *shares,
            Quantity(item.tcr, 1),
            _word(item.category, material.language),
        )
    )


def _class_exhibit(material: Material) -> list[Exhibit]:
    """The bounds of the classes, where all items share the same points."""
    language = material.language
    _ = language.gettext
    points = set(material.prepared.item_points.values())
    if len(points) != 1:
        return []
    low, high = next(iter(points))
    columns = (Column(_("Class"), "left"), Column(_("From")), Column(_("To")))
    classes = score_classes(low, high)
    rows = [
        Row((_word(each.category, language), Quantity(each.low, 2), Quantity(each.high, 2)))
        for each in classes
    ]
    return [
        Exhibit(
            key="class_intervals",
            title=_("Classes of a mean"),
            tables=(Table("class_intervals", _("Class intervals"), columns, tuple(rows)),),
            sentences=(
                sentence(
                    _(
                        "Width of a class: (highest − lowest answer) ÷ {classes} = {width}. A mean on a bound belongs to the lower class."
                    ),
                    classes=language.integer(len(classes)),
                    width=language.number((high - low) / len(classes), 2),
                ),
            ),
            narrow=True,
        )
    ]

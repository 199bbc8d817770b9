"""The loyalty map: attachment by repeat purchase, each respondent a dot in one of four classes."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, KeyFigure, Label, Quantity, Row, SectionView, Table
from analysis.reporting.language import Language
from analysis.reporting.loyalty_figures import COLOURS, class_names, cut_figure, group_figure, quadrant_figure
from analysis.reporting.material import Material
from analysis.reporting.phrases import left_out_note, unavailable_view
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.share_computation import loyalty_computation
from analysis.statistics.loyalty import LoyaltyResult, LoyaltyShare


def view(material: Material) -> SectionView:
    """The screen "Loyalty map"."""
    language = material.language
    _ = language.gettext
    name = _("Loyalty map")
    result = material.results["loyalty"]
    if not isinstance(result, LoyaltyResult):
        optional = sentence(_("The map is for studies of loyalty; any other study goes on without it."))
        return unavailable_view("loyalty_map", name, result, material, optional)
    exhibits = [_map(result, material)]
    if result.by_group:
        exhibits.append(_by_group(result, material))
    exhibits.append(_median(result, material))
    return SectionView(
        key="loyalty_map",
        name=name,
        verdict=None,
        conclusion=conclusion(result, language),
        remark=sentence(
            _(
                "High means strictly above the midpoint of the answer range: {attachment} above {a}, {repeat} above {b}."
            ),
            attachment=result.attachment,
            a=language.number(result.cuts.attachment, 2),
            repeat=result.repeat_purchase,
            b=language.number(result.cuts.repeat_purchase, 2),
        ),
        key_figures=_key_figures(result, material),
        exhibits=tuple(exhibits),
    )


def conclusion(result: LoyaltyResult, language: Language) -> Sentence:
    _ = language.gettext
    names = class_names(language)
    largest = _largest(result.categories)
    values = {
        "name": language.listing([names[key] for key in largest]),
        "n": language.integer(result.categories[largest[0]].n),
        "of": language.integer(result.n),
        "share": language.percent(result.categories[largest[0]].percent),
    }
    if len(largest) > 1:
        return sentence(
            _("The largest classes are **{name}**, {n} of {of} respondents each ({share})."), **values
        )
    return sentence(_("The largest class is **{name}**: {n} of {of} respondents ({share})."), **values)


def _largest(shares: dict[str, LoyaltyShare]) -> list[str]:
    """The class with most respondents; several where they share the first place."""
    most = max(share.n for share in shares.values())
    return [key for key, share in shares.items() if share.n == most]


def _level(material: Material) -> str:
    return material.language.confidence(material.study.codebook.settings.alpha)


def _key_figures(result: LoyaltyResult, material: Material) -> tuple[KeyFigure, ...]:
    language = material.language
    names = class_names(language)
    return tuple(
        KeyFigure(
            names[key],
            language.percent(share.percent),
            remark=language.ngettext(
                "{n} respondent; CI {level} {low} to {high}",
                "{n} respondents; CI {level} {low} to {high}",
                share.n,
            ).format(
                n=language.integer(share.n),
                level=_level(material),
                low=language.number(share.ci_low, 1),
                high=language.number(share.ci_high, 1),
            ),
        )
        for key, share in result.categories.items()
    )


def _map(result: LoyaltyResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    return Exhibit(
        key="loyalty_map",
        title=_("Attachment and repeat purchase"),
        n=result.n,
        tables=(_share_table("loyalty_map", result.categories, material),),
        figures=(quadrant_figure(result, material),),
        notes=(
            sentence(
                _(
                    "Each dot is a respondent, moved a little so that fewer hide another. Interval after Wilson (1927)."
                )
            ),
            *left_out_note(result.missing, language),
        ),
        sentences=(conclusion(result, language),),
        computation=loyalty_computation(result, language),
        source=material.source,
    )


def _share_table(key: str, shares: dict[str, LoyaltyShare], material: Material) -> Table:
    _ = material.language.gettext
    names = class_names(material.language)
    columns = (
        Column(_("Class"), "left"),
        Column("n"),
        Column("%"),
        Column(_("CI {level} lower").format(level=_level(material))),
        Column(_("CI {level} upper").format(level=_level(material))),
    )
    rows = [
        Row(
            (
                Label(names[name], colour=COLOURS[name]),
                Quantity(share.n, 0),
                Quantity(share.percent, 1),
                Quantity(share.ci_low, 1),
                Quantity(share.ci_high, 1),
            )
        )
        for name, share in shares.items()
    ]
    return Table(key, _("Loyalty classes"), columns, tuple(rows))


def _by_group(result: LoyaltyResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    names = class_names(language)
    levels = list(result.by_group)
    columns = [Column(_("Class"), "left")]
    for level in levels:
        columns += [
            Column("n", spanner=level),
            Column("%", spanner=level),
            Column(_("CI {level} lower").format(level=_level(material)), spanner=level),
            Column(_("CI {level} upper").format(level=_level(material)), spanner=level),
        ]
    rows = []
    for key, name in names.items():
        cells: list[Label | Quantity] = [Label(name, colour=COLOURS[key])]
        for level in levels:
            share = result.by_group[level][key]
            cells += [
                Quantity(share.n, 0),
                Quantity(share.percent, 1),
                Quantity(share.ci_low, 1),
                Quantity(share.ci_high, 1),
            ]
        rows.append(Row(tuple(cells)))
    title = _("Loyalty classes by group")
    return Exhibit(
        key="loyalty_by_group",
        title=title,
        n=sum(share.n for level in levels for share in result.by_group[level].values()),
        tables=(Table("loyalty_by_group", title, tuple(columns), tuple(rows)),),
        figures=(group_figure(result, language),),
        notes=(
            sentence(_("People choose their group themselves: a difference here is no proof of a cause.")),
        ),
        sentences=(_group_sentence(result, levels, language),),
        source=material.source,
    )


def _group_sentence(result: LoyaltyResult, levels: list[str], language: Language) -> Sentence:
    """The share of premium loyalty in each group."""
    parts = []
    for level in levels:
        share = result.by_group[level]["premium"]
        total = sum(each.n for each in result.by_group[level].values())
        parts.append(f"{level} {language.percent(share.percent)} (N = {language.integer(total)})")
    return sentence(language.gettext("Share of premium loyalty: **{parts}**."), parts="; ".join(parts))


def median_sentence(result: LoyaltyResult, language: Language) -> Sentence:
    """Whether the largest class is another one when both axes are cut at their medians."""
    _ = language.gettext
    split = result.median_split
    largest = _largest(split.categories)
    template = (
        _("Cut at the medians ({a}; {b}) instead, the largest class **stays the same**.")
        if largest == _largest(result.categories)
        else language.ngettext(
            "Cut at the medians ({a}; {b}) instead, the largest class is **{name}**: the shares depend on the cut.",
            "Cut at the medians ({a}; {b}) instead, the largest classes are **{name}**: the shares depend on the cut.",
            len(largest),
        )
    )
    return sentence(
        template,
        name=language.listing([class_names(language)[key] for key in largest]),
        a=language.number(split.cuts.attachment, 2),
        b=language.number(split.cuts.repeat_purchase, 2),
    )


def _median(result: LoyaltyResult, material: Material) -> Exhibit:
    """The same classes cut at the medians: how far the shares depend on the cut."""
    language = material.language
    _ = language.gettext
    split = result.median_split
    return Exhibit(
        key="loyalty_median",
        title=_("How much the cut matters"),
        n=result.n,
        tables=(_share_table("loyalty_median", split.categories, material),),
        figures=(cut_figure(result, language),),
        notes=(sentence(_("The table is cut at the medians.")),),
        sentences=(median_sentence(result, language),),
        source=material.source,
        beside=True,
    )

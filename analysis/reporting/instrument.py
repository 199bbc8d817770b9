"""The instrument section: validity of items, reliability of scales, factorability and factors."""

from __future__ import annotations

from analysis.reporting import instrument_sentences as words
from analysis.reporting.deleted_items_figure import deleted_items_figure
from analysis.reporting.exhibit import Exhibit, KeyFigure, SectionView, TwoValues, Verdict
from analysis.reporting.factor_exhibits import factor_exhibits
from analysis.reporting.instrument_computation import reliability_computation, validity_computation
from analysis.reporting.instrument_tables import (
    coefficient_table,
    deleted_table,
    reliability_table,
    validity_table,
)
from analysis.reporting.item_removal_exhibit import item_removal_exhibits
from analysis.reporting.material import Material
from analysis.reporting.messages.wording import reason
from analysis.reporting.phrases import constant_items_note, limit_text, unavailable_exhibit, unavailable_view
from analysis.reporting.reliability_figure import reliability_figure
from analysis.reporting.sentence import Run, Sentence, sentence
from analysis.reporting.validity_figure import validity_figure
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability
from analysis.statistics.unavailable import Unavailable
from analysis.statistics.validity import ItemValidity, ValidityResult


def view(material: Material) -> SectionView:
    """The screen "Instrument". Without items the reason is the conclusion."""
    language = material.language
    name = language.gettext("Instrument")
    validity = material.results["validity"]
    reliability = material.results["reliability"]
    if not isinstance(validity, ValidityResult):
        finished = sentence(
            language.gettext(
                "Validity and reliability are computed from single answers; this file holds finished scores."
            )
        )
        only_scores = bool(material.prepared.scores) and not material.prepared.item_names
        return unavailable_view("instrument", name, validity, material, finished if only_scores else None)
    items = {key: item for key, item in validity.items.items() if isinstance(item, ItemValidity)}
    scales = scales_of(reliability)
    untested = len(validity.items) - len(items)
    conclusion = words.conclusion(items, scales, language)
    if items and untested:
        conclusion += words.untested(untested, language)
    return SectionView(
        key="instrument",
        name=name,
        verdict=_verdict(items, scales, untested, material),
        conclusion=conclusion,
        remark=words.remark(items, language),
        key_figures=_key_figures(items, scales, material),
        exhibits=(
            _validity(validity, items, material),
            *_reliability(reliability, scales, material),
            *item_removal_exhibits(material),
            *factor_exhibits(material),
        ),
        possible=bool(items or scales),
    )


def scales_of(reliability: object) -> dict[str, ScaleReliability]:
    """The scales whose reliability could be computed."""
    if not isinstance(reliability, ReliabilityResult):
        return {}
    return {name: scale for name, scale in reliability.scales.items() if isinstance(scale, ScaleReliability)}


def _verdict(
    items: dict[str, ItemValidity], scales: dict[str, ScaleReliability], untested: int, material: Material
) -> Verdict:
    """Good only when every item could be tested, too."""
    _ = material.language.gettext
    if not items and not scales:
        return Verdict("neutral", _("Not possible yet"))
    met = all(item.valid for item in items.values()) and all(scale.reliable for scale in scales.values())
    if met and not untested:
        return Verdict("good", _("Meets the criteria"))
    return Verdict("attention", _("Needs adjustment"))


def _key_figures(
    items: dict[str, ItemValidity], scales: dict[str, ScaleReliability], material: Material
) -> tuple[KeyFigure, ...]:
    language = material.language
    _ = language.gettext
    figures = []
    if items:
        valid = sum(item.valid for item in items.values())
        name = min(items, key=lambda key: items[key].r)
        lowest = items[name]
        figures += [
            KeyFigure(
                _("Valid items"),
                language.integer(valid),
                _("of {count}").format(count=language.integer(len(items))),
                _("computed r > critical r, α = {alpha}").format(
                    alpha=limit_text(material.study.codebook.settings.alpha, language)
                ),
            ),
            KeyFigure(
                _("Lowest computed r"),
                language.number(lowest.r),
                remark=_("{item}; corrected {corrected}").format(
                    item=name, corrected=language.number(lowest.r_corrected)
                ),
            ),
            KeyFigure(
                _("Critical r"),
                language.number(lowest.r_table),
                remark=_("df = {df}, two-sided; N = {n}").format(
                    df=language.integer(lowest.df), n=language.integer(lowest.n)
                ),
            ),
        ]
    if scales:
        name = min(scales, key=lambda key: scales[key].alpha)
        scale = scales[name]
        figures.append(
            KeyFigure(
                _("Lowest Cronbach's Alpha"),
                language.number(scale.alpha),
                remark=_("{scale}; CI {level} {low} to {high}").format(
                    scale=name,
                    level=language.confidence(material.study.codebook.settings.alpha),
                    low=language.number(scale.ci_low),
                    high=language.number(scale.ci_high),
                ),
            )
        )
    return tuple(figures)


def _validity(result: ValidityResult, items: dict[str, ItemValidity], material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    if not items:
        first = next(iter(result.items.values()))
        return unavailable_exhibit("validity", _("Item validity"), first, language)
    table = validity_table(result, material)
    sizes = {item.n for item in items.values()}
    notes = [
        sentence(
            _(
                "Computed r: Pearson correlation of the item with the total that contains it. Corrected r: "
                "with the total without it. Sig. two-sided for computed r."
            )
        )
    ]
    if len(sizes) > 1:
        notes.append(
            sentence(_("N differs between scales, from {low} to {high}: complete answers of each scale."),
                     low=language.integer(min(sizes)), high=language.integer(max(sizes)))
        )  # fmt: skip
    notes += _not_computed(result, material)
    return Exhibit(
        key="validity",
        title=_("Item validity"),
        n=max(sizes),
        tables=(table,),
        figures=(validity_figure(result, table, material),),
        notes=tuple(notes),
        sentences=words.validity(items, language),
        two_values=_critical_r_values(items, result.alpha, material),
        computation=validity_computation(items, _scale_items(material), language),
        source=material.source,
        beside=True,
    )


def _scale_items(material: Material) -> dict[str, tuple[str, ...]]:
    """The analysed items of each scale of two or more; a single item has no total to compare it with."""
    return {
        name: tuple(scale.items) for name, scale in material.prepared.scales.items() if len(scale.items) > 1
    }


def _not_computed(result: ValidityResult, material: Material) -> list[Sentence]:
    """The reason of each item that has no validity."""
    return [
        Sentence((Run(f"{name}: "), *reason(item, material.language).runs))
        for name, item in result.items.items()
        if isinstance(item, Unavailable)
    ]


def _critical_r_values(items: dict[str, ItemValidity], alpha: float, material: Material) -> TwoValues:
    """Some textbooks read the r table at df = n; for a correlation df = n - 2."""
    from analysis.statistics.distributions import r_critical

    language = material.language
    _ = language.gettext
    n = min(item.n for item in items.values())
    textbook, reference = r_critical(alpha, n), r_critical(alpha, n - 2)
    same = all((item.r > r_critical(alpha, item.n)) == item.valid_reference for item in items.values())
    return TwoValues(
        convention=KeyFigure(
            _("Textbook convention"),
            _("Critical r {value}").format(value=language.number(textbook)),
            remark=_("some books: df = N = {df}").format(df=language.integer(n)),
        ),
        reference=KeyFigure(
            _("Reference value"),
            _("Critical r {value}").format(value=language.number(reference)),
            remark=_("df = N − 2 = {df}").format(df=language.integer(n - 2)),
        ),
        note=sentence(
            _(
                "Some books write df = N; for a Pearson correlation df = N − 2. The total contains the item, "
                "which lifts computed r: read the corrected r beside it."
            )
        ),
        same_decision=same,
    )


def _reliability(
    reliability: object, scales: dict[str, ScaleReliability], material: Material
) -> list[Exhibit]:
    language = material.language
    _ = language.gettext
    title = _("Reliability of the scales")
    if not isinstance(reliability, ReliabilityResult):
        return [unavailable_exhibit("reliability", title, reliability, language)]
    if not scales:
        first = next(iter(reliability.scales.values()))
        return [unavailable_exhibit("reliability", title, first, language)]
    cut = material.study.codebook.settings.reliability_cut
    table = reliability_table(reliability, cut, material)
    card = Exhibit(
        key="reliability",
        title=title,
        n=max(scale.n for scale in scales.values()),
        tables=(table, coefficient_table(reliability, material)),
        figures=(reliability_figure(reliability, cut, table, material),),
        notes=tuple(_reliability_notes(reliability, scales, material)),
        sentences=words.reliability(scales, cut, language),
        two_values=_alpha_cut_values(scales, cut, material),
        computation=reliability_computation(
            scales, _scale_items(material), material.study.codebook.settings.alpha, language
        ),
        source=material.source,
        beside=True,
    )
    return [card, _if_deleted(reliability, scales, material)]


def _reliability_notes(
    reliability: ReliabilityResult, scales: dict[str, ScaleReliability], material: Material
) -> list[Sentence]:
    language = material.language
    _ = language.gettext
    notes = [
        sentence(
            _(
                "Interval after Feldt (1965). Omega total of a one-factor maximum likelihood model (McDonald, 1999)."
            )
        )
    ]
    for name, scale in reliability.scales.items():
        if isinstance(scale, Unavailable):
            notes.append(Sentence((Run(f"{name}: "), *reason(scale, language).runs)))
        elif scale.omega_unavailable is not None:
            notes.append(Sentence((Run(f"{name}, Omega: "), *reason(scale.omega_unavailable, language).runs)))
    constant = [item for scale in scales.values() for item in scale.constant_items]
    notes += constant_items_note(constant, language)
    for name, scale in scales.items():
        if scale.spearman_brown is not None:
            notes.append(
                sentence(
                    _("{scale} has two items: Spearman-Brown {value}."),
                    scale=name,
                    value=language.number(scale.spearman_brown),
                )
            )
    return notes


def _alpha_cut_values(scales: dict[str, ScaleReliability], cut: float, material: Material) -> TwoValues:
    """The limit in use beside the one that Nunnally (1978) recommends."""
    language = material.language
    _ = language.gettext
    reached = sum(scale.alpha > cut for scale in scales.values())
    recommended = sum(scale.alpha > words.RECOMMENDED_ALPHA for scale in scales.values())
    count = _("{reached} of {all} scales").format(reached="{reached}", all=language.integer(len(scales)))
    return TwoValues(
        convention=KeyFigure(
            _("Textbook convention"),
            f"Alpha > {limit_text(cut, language)}",
            remark=count.format(reached=language.integer(reached)),
        ),
        reference=KeyFigure(
            _("Reference value"),
            f"Alpha > {limit_text(words.RECOMMENDED_ALPHA, language)}",
            remark=count.format(reached=language.integer(recommended)),
        ),
        note=sentence(
            _(
                "Many theses use 0.60; Nunnally (1978) advises 0.70 for research. Read the interval, not only the point."
            )
        ),
        same_decision=reached == recommended,
    )


def _if_deleted(
    reliability: ReliabilityResult, scales: dict[str, ScaleReliability], material: Material
) -> Exhibit:
    language = material.language
    _ = language.gettext
    table = deleted_table(reliability, material)
    return Exhibit(
        key="alpha_if_deleted",
        title=_("What each item contributes"),
        n=max(scale.n for scale in scales.values()),
        tables=(table,),
        figures=(deleted_items_figure(reliability, table, material),),
        notes=(
            sentence(
                _("Line: alpha of all items; an open dot to its right: alpha would rise without the item.")
            ),
            sentence(
                _(
                    "Taking an item out needs a reason in its wording, not only in its figures: one at a time, "
                    "logged in the trail, and the whole analysis follows."
                )
            ),
        ),
        sentences=(words.if_deleted(scales, language),),
        source=material.source,
        beside=True,
    )

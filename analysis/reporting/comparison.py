"""The comparison section: members versus non-members, and groups of three or more."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from analysis.reporting import comparison_sentences as words
from analysis.reporting.comparison_computation import difference_computation, effect_computation
from analysis.reporting.comparison_tables import (
    adjusted_table,
    all_scales_table,
    difference_table,
    group_table,
    rank_table,
)
from analysis.reporting.effect_forest_figure import effect_forest_figure
from analysis.reporting.effect_size_figure import effect_size_figure, size_word
from analysis.reporting.exhibit import Exhibit, KeyFigure, SectionView, TwoValues, Verdict
from analysis.reporting.material import Material
from analysis.reporting.oneway import oneway_exhibits
from analysis.reporting.phrases import (
    caution_notes,
    limit_text,
    reason_note,
    unavailable_exhibit,
    unavailable_view,
)
from analysis.reporting.raincloud_figure import Cloud, raincloud
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.comparison import ComparisonResult, VariableComparison
from analysis.statistics.rank_tests import MannWhitney
from analysis.statistics.unavailable import Unavailable


def view(material: Material) -> SectionView:
    """The screen "Comparison". Groups of three or more are shown even where two cannot be compared."""
    _ = material.language.gettext
    name = _("Comparison")
    result = material.results["comparison"]
    groups = tuple(oneway_exhibits(material))
    if not isinstance(result, ComparisonResult):
        return _without_two_groups(name, result, groups, material)
    scale = main_scale(result, material)
    found = result.variables[scale]
    if not isinstance(found, VariableComparison):
        return _without_two_groups(name, found, groups, material)
    language = material.language
    return SectionView(
        key="comparison",
        name=name,
        verdict=_verdict(found, result.alpha, material),
        conclusion=words.conclusion(scale, found, result.alpha, language),
        remark=words.what_the_interval_says(found, result.alpha, language),
        key_figures=_key_figures(found, result.alpha, material),
        exhibits=(
            _distribution(scale, found, result, material),
            _difference(scale, found, result.alpha, material),
            _effect(scale, found, result.alpha, material),
            *_convention(found, result.alpha, material),
            _ranks(scale, found, result, material),
            *_adjusted(scale, found, result.alpha, material),
            _all_scales(result, material),
            *groups,
        ),
    )


def _without_two_groups(
    name: str, found: object, groups: tuple[Exhibit, ...], material: Material
) -> SectionView:
    below = sentence(material.language.gettext("Groups of three or more are compared below."))
    bare = unavailable_view("comparison", name, found, material, below if groups else None)
    return replace(bare, exhibits=groups)


def main_scale(result: ComparisonResult, material: Material) -> str:
    """The model's outcome where it was compared, else the first scale that could be."""
    outcome = material.study.codebook.model.outcome
    computed = [name for name, found in result.variables.items() if isinstance(found, VariableComparison)]
    if outcome in computed or not computed:
        return outcome if outcome in result.variables else next(iter(result.variables))
    return computed[0]


def _refused(result: ComparisonResult, material: Material, only: str = "") -> tuple[Sentence, ...]:
    """Why a scale could not be compared, for each such scale or for one."""
    return tuple(
        reason_note(name, found, material.language)
        for name, found in result.variables.items()
        if isinstance(found, Unavailable) and only in ("", name)
    )


def _verdict(found: VariableComparison, alpha: float, material: Material) -> Verdict:
    _ = material.language.gettext
    if words.differs(found, alpha):
        return Verdict("good", _("Difference significant"))
    return Verdict("neutral", _("Difference not certain"))


def _key_figures(found: VariableComparison, alpha: float, material: Material) -> tuple[KeyFigure, ...]:
    language = material.language
    _ = language.gettext
    level = language.confidence(alpha)

    def interval(low: float, high: float) -> str:
        return _("CI {level} {low} to {high}").format(
            level=level, low=language.number(low, 2), high=language.number(high, 2)
        )

    welch, g = found.welch, found.hedges_g
    sizes = ", ".join(f"{language.integer(group.n)} {level}" for level, group in found.groups.items())
    return (
        KeyFigure(
            _("Difference of means"),
            language.number(welch.difference, 2),
            _("points"),
            interval(welch.ci_low, welch.ci_high),
        ),
        KeyFigure(
            _("Sig. (Welch, two-sided)"),
            language.p_value(welch.p),
            remark=f"α = {limit_text(alpha, language)}; df = {language.number(welch.df, 2)}",
        ),
        KeyFigure(
            _("Effect size, Hedges' g"),
            language.number(g.value, 2),
            remark=f"{size_word(g.value, language)}; {interval(g.ci_low, g.ci_high)}",
        ),
        KeyFigure("N", language.integer(found.n), remark=sizes),
    )


def _clouds(scale: str, found: VariableComparison, group: str, material: Material) -> tuple[Cloud, ...]:
    language = material.language
    scores = np.asarray(material.prepared.scores[scale], dtype=np.float64)
    members = np.asarray(material.prepared.categories[group], dtype=object)
    clouds = []
    for level, statistics in found.groups.items():
        own = scores[members == level]
        remark = language.gettext("mean {mean}; SD {sd}; N {n}").format(
            mean=language.number(statistics.mean, 2),
            sd=language.number(statistics.sd, 2),
            n=language.integer(statistics.n),
        )
        clouds.append(Cloud(level, own[~np.isnan(own)], remark, statistics.mean))
    return tuple(clouds)


def _distribution(
    scale: str, found: VariableComparison, result: ComparisonResult, material: Material
) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("{scale} by {group}").format(scale=scale, group=result.group)
    ends = material.prepared.scales[scale]
    axis = _("Score of {scale}").format(scale=scale)
    if ends.low is not None and ends.high is not None:
        axis = _("Score of {scale} (range {low} to {high})").format(
            scale=scale, low=language.number(ends.low, 0), high=language.number(ends.high, 0)
        )
    difference = _("difference {value}").format(value=language.number(found.welch.difference, 2))
    return Exhibit(
        key="raincloud",
        title=title,
        n=found.n,
        figures=(
            raincloud(
                "raincloud", title, axis, _clouds(scale, found, result.group, material), difference, language
            ),
        ),
        notes=(
            sentence(
                _(
                    "◆ mean; box: quartile 1, median, quartile 3; each dot is a respondent, moved a little so that none hides another."
                )
            ),
            *_left_out(found, material),
            *_refused(result, material, only=material.study.codebook.model.outcome),
        ),
        sentences=(words.difference_sentence(scale, found, result.alpha, language),),
        source=material.source,
    )


def _difference(scale: str, found: VariableComparison, alpha: float, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    return Exhibit(
        key="independent_samples",
        title=_("Test of the difference in mean {scale}").format(scale=scale),
        n=found.n,
        tables=(group_table(found, language), difference_table(found, alpha, language)),
        notes=(
            sentence(_("Levene's test is centred on the mean, as in SPSS. Differences are {first} minus {second}."),
                     first=next(iter(found.groups)), second=list(found.groups)[1]),
            *words.brown_forsythe_note(found.brown_forsythe, language),
            *_permutation_note(found, material),
            *caution_notes(found.warnings, language),
            *_left_out(found, material),
        ),
        sentences=(
            words.conclusion(scale, found, alpha, language),
            words.variances_sentence(found, alpha, language),
        ),
        computation=difference_computation(scale, _group(material), found, alpha, language),
        source=material.source,
    )  # fmt: skip


def _permutation_note(found: VariableComparison, material: Material) -> list[Sentence]:
    """The permutation test, where a group is too small to lean on the t distribution."""
    if found.permutation_p is None:
        return []
    language = material.language
    return [
        sentence(
            language.gettext("Permutation test of the difference: Sig. {p}."),
            p=language.p_phrase(found.permutation_p),
        )
    ]


def _left_out(found: VariableComparison, material: Material) -> tuple[Sentence, ...]:
    """Who is not compared: members of a third group, and those with an answer missing."""
    levels = material.prepared.categories[_group(material)]
    elsewhere = sum(level is not None and level not in found.groups for level in levels)
    return words.left_out(found.dropped - elsewhere, elsewhere, material.language)


def _group(material: Material) -> str:
    return material.prepared.codebook.model.group


def _effect(scale: str, found: VariableComparison, alpha: float, material: Material) -> Exhibit:
    language = material.language
    g = found.hedges_g
    return Exhibit(
        key="effect_size",
        title=language.gettext("Effect size"),
        n=found.n,
        figures=(effect_size_figure(g.value, g.ci_low, g.ci_high, language),),
        notes=(words.cohen_note(found, language), *_left_out(found, material)),
        sentences=(words.effect_remark(found, language),),
        computation=effect_computation(scale, _group(material), found, alpha, language),
        source=material.source,
        narrow=True,
    )


def _convention(found: VariableComparison, alpha: float, material: Material) -> list[Exhibit]:
    """Textbooks let Levene's test choose the row, where it exists; Welch's row is right without that gate."""
    if math.isnan(found.levene.p):
        return []
    language = material.language
    _ = language.gettext
    equal = found.levene.p >= alpha
    chosen = found.student if equal else found.welch
    row = _("first row") if equal else _("second row")
    return [
        Exhibit(
            key="levene_convention",
            title=_("Convention and reference"),
            n=found.n,
            two_values=TwoValues(
                convention=KeyFigure(
                    _("Textbook convention"),
                    f"t = {language.number(chosen.t)}",
                    remark=_("Levene Sig. {levene}, therefore the {row}: Sig. {p}").format(
                        levene=language.p_phrase(found.levene.p), row=row, p=language.p_phrase(chosen.p)
                    ),
                ),
                reference=KeyFigure(
                    _("Reference value"),
                    f"t = {language.number(found.welch.t)}",
                    remark=_("Welch's row, without looking at Levene first: Sig. {p}").format(
                        p=language.p_phrase(found.welch.p)
                    ),
                ),
                note=sentence(
                    _(
                        "Welch's test stays right when variances are equal, so they need no test first. Levene is given because supervisors often ask for it."
                    )
                ),
                same_decision=(chosen.p < alpha) == (found.welch.p < alpha),
            ),
            source=material.source,
            narrow=True,
        ),
    ]


def _ranks(scale: str, found: VariableComparison, result: ComparisonResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Comparison by ranks (Mann-Whitney)")
    ranks = found.mann_whitney
    if not isinstance(ranks, MannWhitney):
        return unavailable_exhibit("mann_whitney", title, ranks, language)
    return Exhibit(
        key="mann_whitney",
        title=title,
        n=found.n,
        tables=(rank_table(found, ranks, result.alpha, language),),
        notes=(
            sentence(
                _(
                    "Z is corrected for ties, without continuity correction, as SPSS prints it. The test compares ranks, not medians."
                )
            ),
            *_left_out(found, material),
        ),
        sentences=(words.rank_sentence(scale, ranks, result.alpha, result.levels, language),),
        source=material.source,
    )


def _adjusted(scale: str, found: VariableComparison, alpha: float, material: Material) -> list[Exhibit]:
    """Members chose to be members: the difference at equal predictors, where it could be computed."""
    if isinstance(found.ancova, Unavailable):
        return []
    language = material.language
    _ = language.gettext
    return [
        Exhibit(
            key="ancova",
            title=_("Difference at equal predictors (ANCOVA)"),
            n=found.ancova.n,
            tables=(adjusted_table(found.ancova, alpha, language),),
            notes=(
                sentence(
                    _(
                        "People choose themselves whether to belong to a group; this compares them at equal values of the other variables."
                    )
                ),
            ),
            sentences=(words.adjusted_sentence(scale, found, alpha, language),),
            source=material.source,
        )
    ]


def _all_scales(result: ComparisonResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    compared = {
        name: found for name, found in result.variables.items() if isinstance(found, VariableComparison)
    }
    different = [name for name, found in compared.items() if words.differs(found, result.alpha)]
    if different:
        text = sentence(
            _("Means differ significantly in **{different}** ({count} of {all})."),
            different=language.listing(different),
            count=language.integer(len(different)),
            all=language.integer(len(compared)),
        )
    else:
        text = sentence(
            _("None of the means differs significantly (variables compared: {all})."),
            all=language.integer(len(compared)),
        )
    return Exhibit(
        key="all_scales",
        title=_("All variables by group"),
        n=max(found.n for found in compared.values()),
        tables=(all_scales_table(compared, result, material),),
        figures=(effect_forest_figure(compared, result.levels, material),),
        notes=(
            sentence(_("Several tests at once: the more variables, the likelier a chance finding.")),
            *_refused(result, material),
        ),
        sentences=(text,),
        source=material.source,
    )

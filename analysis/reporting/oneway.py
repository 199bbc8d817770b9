"""Groups of three or more: analysis of variance with pairwise comparisons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, Verdict
from analysis.reporting.figure import Figure
from analysis.reporting.group_means_figure import drawn_range, group_means_figure
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.phrases import deciding_p, left_out_note, unavailable_exhibit
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.homogeneity import Levene
from analysis.statistics.oneway import SMALL_GROUP, OnewayAnova, OnewayResult, PairComparison
from analysis.statistics.unavailable import Unavailable

MOST_NAMED = 6
"""Pairs that a sentence names; the table has them all."""


def oneway_exhibits(material: Material) -> Iterator[Exhibit]:
    """One card for each column with three or more levels: the model's outcome (or first scale) by level."""
    result = material.results["oneway"]
    if not isinstance(result, OnewayResult):
        return
    outcome = material.study.codebook.model.outcome
    for column, scales in result.columns.items():
        if scales:
            scale = outcome if outcome in scales else next(iter(scales))
            yield _exhibit(column, scale, scales[scale], material)


def _exhibit(column: str, scale: str, found: OnewayAnova | Unavailable, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("{scale} by {group}").format(scale=scale, group=column)
    key = f"oneway_{list(material.prepared.categories).index(column) + 1}"
    if isinstance(found, Unavailable):
        return unavailable_exhibit(key, title, found, language)
    alpha = material.study.codebook.settings.alpha
    pairs = () if isinstance(found.games_howell, Unavailable) else found.games_howell
    tables = [_level_table(key, found, language), _anova_table(key, found, language)]
    if pairs:
        tables.append(_pair_table(key, pairs, found.tukey, alpha, language))
    return Exhibit(
        key=key,
        title=title,
        n=found.n,
        tables=tuple(tables),
        figures=(_figure(key, column, scale, found, material),),
        notes=(
            *_notes(found, alpha, language),
            *left_out_note(_missing(column, scale, material), language),
            *_beyond_picture(column, scale, found, material),
        ),
        sentences=(_conclusion(scale, found, alpha, language), *_differing_pairs(pairs, alpha, language)),
        source=material.source,
        beside=True,
    )


def _figure(key: str, column: str, scale: str, found: OnewayAnova, material: Material) -> Figure:
    language = material.language
    scores = _scores(column, scale, found, material)
    title = language.gettext("Score of {scale}").format(scale=scale)
    alpha = material.study.codebook.settings.alpha
    return group_means_figure(key, title, scores, found.groups, alpha, language)


def _scores(column: str, scale: str, found: OnewayAnova, material: Material) -> dict[str, np.ndarray]:
    """The scores (n,) of each group, without missing ones."""
    values = np.asarray(material.prepared.scores[scale], dtype=np.float64)
    levels = np.asarray(material.prepared.categories[column], dtype=object)
    return {level: values[(levels == level) & ~np.isnan(values)] for level in found.groups}


def _missing(column: str, scale: str, material: Material) -> int:
    """Respondents without a level or without a score."""
    levels = material.prepared.categories[column]
    scores = material.prepared.scores[scale].tolist()
    return sum(level is None or math.isnan(score) for level, score in zip(levels, scores, strict=True))


def _beyond_picture(column: str, scale: str, found: OnewayAnova, material: Material) -> tuple[Sentence, ...]:
    """The intervals whose ends the picture does not reach, in figures."""
    language = material.language
    _ = language.gettext
    drawn = drawn_range(_scores(column, scale, found, material).values(), found.groups.values())
    beyond = [
        _("{group}: {low} to {high}").format(
            group=level, low=language.number(group.ci_low, 2), high=language.number(group.ci_high, 2)
        )
        for level, group in found.groups.items()
        if not drawn.holds(group)
    ]
    if not beyond:
        return ()
    template = _("An arrow marks an interval that goes on beyond the picture ({intervals}).")
    return (sentence(template, intervals="; ".join(beyond)),)


def _notes(found: OnewayAnova, alpha: float, language: Language) -> tuple[Sentence, ...]:
    _ = language.gettext
    notes = [
        sentence(
            _("◆ mean with CI {level}; each dot is a respondent."),
            level=language.confidence(alpha),
        ),
        sentence(
            _(
                "Pairwise comparisons by Games-Howell, which does not assume equal variances as Tukey HSD does; differences are first minus second."
            )
        ),
        sentence(_("ω² = {omega2}, less biased than η²."), omega2=language.number(found.omega2)),
        *_levene_note(found.levene, language),
    ]
    if found.left_out:
        notes.append(
            sentence(
                _("Left out because fewer than two respondents are in it: {levels}."),
                levels=language.listing(found.left_out),
            )
        )
    small = [
        f"{level} ({language.integer(group.n)})"
        for level, group in found.groups.items()
        if group.n < SMALL_GROUP
    ]
    if small:
        notes.append(
            sentence(
                _("Fewer than {limit} respondents, so read the intervals with care: {levels}."),
                limit=language.integer(SMALL_GROUP),
                levels=language.listing(small),
            )
        )
    return tuple(notes)


def _levene_note(found: Levene, language: Language) -> tuple[Sentence, ...]:
    """Levene's test between the levels; nothing where it does not exist."""
    if math.isnan(found.p):
        return ()
    template = language.gettext("Levene's test, centred on the mean: F = {f}; Sig. {p}.")
    return (sentence(template, f=language.number(found.f), p=language.p_phrase(found.p)),)


def _differing_pairs(
    pairs: tuple[PairComparison, ...], alpha: float, language: Language
) -> tuple[Sentence, ...]:
    """The pairs that differ, the largest difference first; nothing where none does."""
    differing = sorted((pair for pair in pairs if pair.p < alpha), key=lambda pair: -abs(pair.difference))
    if not differing:
        return ()
    named = [
        f"{_pair_name(pair, language)} ({language.number(pair.difference, 2)})"
        for pair in differing[:MOST_NAMED]
    ]
    template = language.ngettext(
        "**{count}** of {all} pairs differs: {pairs}.",
        "**{count}** of {all} pairs differ: {pairs}.",
        len(differing),
    )
    if len(differing) > MOST_NAMED:
        template = language.gettext("**{count}** of {all} pairs differ, most of all {pairs}.")
    return (
        sentence(
            template,
            count=language.integer(len(differing)),
            all=language.integer(len(pairs)),
            pairs="; ".join(named),
        ),
    )


def _pair_name(pair: PairComparison, language: Language) -> str:
    """Category names may hold dashes of their own ("17–21"), so a word stands between the two."""
    return language.gettext("{first} vs {second}").format(first=pair.a, second=pair.b)


def _conclusion(scale: str, found: OnewayAnova, alpha: float, language: Language) -> Sentence:
    """Welch's test decides; where it does not exist, the classical F."""
    _ = language.gettext
    classical = isinstance(found.welch, Unavailable)
    test = found.f if isinstance(found.welch, Unavailable) else found.welch.f
    p = found.p if isinstance(found.welch, Unavailable) else found.welch.p
    if p < alpha:
        template = _(
            "Mean {scale} **differs significantly** between the {levels} groups: {name} F = {f}; Sig. {p}; η² = {eta2}."
        )
    else:
        template = _(
            "Mean {scale} **does not differ significantly** between the {levels} groups: {name} F = {f}; Sig. {p}; η² = {eta2}."
        )
    return sentence(
        template,
        scale=scale,
        levels=language.integer(len(found.groups)),
        name="ANOVA" if classical else "Welch",
        f=language.number(test),
        p=deciding_p(p, alpha, language),
        eta2=language.number(found.eta2),
    )


def _level_table(key: str, found: OnewayAnova, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("Group"), "left"),
        Column("N"),
        Column("Mean"),
        Column("Std. Deviation"),
        Column("Std. Error"),
    )
    rows = [
        Row(
            (Label(level), Quantity(group.n, 0), Quantity(group.mean), Quantity(group.sd), Quantity(group.se))
        )
        for level, group in found.groups.items()
    ]
    return Table(f"{key}_groups", _("Group statistics"), columns, tuple(rows))


def _anova_table(key: str, found: OnewayAnova, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("Source"), "left"),
        Column("Sum of Squares"),
        Column("df"),
        Column("Mean Square"),
        Column("F"),
        Column("Sig."),
    )
    rows = [
        Row(
            (
                _("Between groups"),
                Quantity(found.ss_between),
                Quantity(found.df_between, 0),
                Quantity(found.ms_between),
                Quantity(found.f),
                Quantity(found.p, kind="p"),
            )
        ),
        Row(
            (
                _("Within groups"),
                Quantity(found.ss_within),
                Quantity(found.df_within, 0),
                Quantity(found.ms_within),
                None,
                None,
            )
        ),
    ]
    if not isinstance(found.welch, Unavailable):
        welch = found.welch
        rows.append(
            Row(
                (
                    "Welch",
                    None,
                    f"{language.integer(welch.df1)}; {language.number(welch.df2, 2)}",
                    None,
                    Quantity(welch.f),
                    Quantity(welch.p, kind="p"),
                )
            )
        )
    return Table(f"{key}_anova", _("Analysis of variance"), columns, tuple(rows))


def _pair_table(
    key: str,
    pairs: tuple[PairComparison, ...],
    classical: tuple[PairComparison, ...],
    alpha: float,
    language: Language,
) -> Table:
    """Games-Howell with its decisions; Tukey HSD (`classical`, same order) in the last columns."""
    _ = language.gettext
    level = language.confidence(alpha)
    interval = (
        Column(_("CI {level} lower").format(level=level)),
        Column(_("CI {level} upper").format(level=level)),
    )
    columns = (
        Column(_("Pair"), "left"),
        Column(_("Difference")),
        *(
            replace(column, spanner="Games-Howell")
            for column in (Column("Sig."), *interval, Column(_("Decision")))
        ),
        *(replace(column, spanner="Tukey HSD") for column in (Column("Sig."), *interval)),
    )
    rows = []
    for pair, tukey in zip(pairs, classical, strict=True):
        differs = pair.p < alpha
        decision = Verdict("good", _("Differs")) if differs else Verdict("neutral", _("Not certain"))
        tested = math.isfinite(pair.p)
        rows.append(
            Row(
                (
                    Label(_pair_name(pair, language)),
                    Quantity(pair.difference),
                    Quantity(pair.p, kind="p") if tested else None,
                    Quantity(pair.ci_low) if tested else None,
                    Quantity(pair.ci_high) if tested else None,
                    decision if tested else None,
                    Quantity(tukey.p, kind="p"),
                    Quantity(tukey.ci_low),
                    Quantity(tukey.ci_high),
                )
            )
        )
    return Table(f"{key}_pairs", _("Pairwise comparisons"), columns, tuple(rows))

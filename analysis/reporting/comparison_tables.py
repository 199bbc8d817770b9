"""The tables of the comparison, with the columns that SPSS users know."""

from __future__ import annotations

from analysis.reporting.comparison_sentences import differs
from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell, Verdict
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.raincloud_figure import GROUP_COLOURS
from analysis.statistics.comparison import ComparisonResult, MeanDifference, VariableComparison
from analysis.statistics.covariance_analysis import AdjustedDifference
from analysis.statistics.rank_tests import MannWhitney


def group_table(found: VariableComparison, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("Group"), "left"),
        Column("N"),
        Column("Mean"),
        Column("Std. Deviation"),
        Column("Std. Error Mean"),
    )
    rows = [
        Row(
            (
                Label(level, colour=colour),
                Quantity(group.n, 0),
                Quantity(group.mean),
                Quantity(group.sd),
                Quantity(group.se),
            )
        )
        for (level, group), colour in zip(found.groups.items(), GROUP_COLOURS, strict=False)
    ]
    return Table("group_statistics", _("Group statistics"), columns, tuple(rows))


def difference_table(found: VariableComparison, alpha: float, language: Language) -> Table:
    """Levene and both t rows."""
    _ = language.gettext
    test = _("t test for equality of means")
    interval = language.confidence(alpha)
    columns = (
        Column(_("Variances"), "left"),
        Column("F", spanner="Levene"),
        Column("Sig.", spanner="Levene"),
        Column("t", spanner=test),
        Column("df", spanner=test),
        Column(_("Sig. (2-tailed)"), spanner=test),
        Column(_("Difference"), spanner=test),
        Column("Std. Error", spanner=test),
        Column(_("CI {level} lower").format(level=interval), spanner=test),
        Column(_("CI {level} upper").format(level=interval), spanner=test),
    )
    levene: tuple[TableCell, ...] = (Quantity(found.levene.f), Quantity(found.levene.p, kind="p"))
    rows = (
        Row((_("Assumed equal"), *levene, *_test_cells(found.student))),
        Row((_("Not assumed equal (Welch)"), None, None, *_test_cells(found.welch))),
    )
    return Table("independent_samples", _("Independent samples test"), columns, rows)


def _test_cells(test: MeanDifference) -> tuple[Quantity, ...]:
    return (
        Quantity(test.t),
        Quantity(test.df),
        Quantity(test.p, kind="p"),
        Quantity(test.difference),
        Quantity(test.se),
        Quantity(test.ci_low),
        Quantity(test.ci_high),
    )


def rank_table(found: VariableComparison, ranks: MannWhitney, alpha: float, language: Language) -> Table:
    _ = language.gettext
    first, second = found.groups
    mean_rank = _("Mean rank")
    interval = _("Rank-biserial, CI {level}").format(level=language.confidence(alpha))
    columns = (
        Column(first, spanner=mean_rank),
        Column(second, spanner=mean_rank),
        Column("U"),
        Column("W"),
        Column("Z"),
        Column("Sig."),
        Column("r", spanner=interval),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
    )
    cells = (
        Quantity(ranks.mean_ranks[first], 2),
        Quantity(ranks.mean_ranks[second], 2),
        Quantity(ranks.u, 1),
        Quantity(ranks.w, 1),
        Quantity(ranks.z),
        Quantity(ranks.p, kind="p"),
        Quantity(ranks.rank_biserial),
        Quantity(ranks.rank_biserial_ci_low),
        Quantity(ranks.rank_biserial_ci_high),
    )
    return Table("mann_whitney", _("Mann-Whitney test"), columns, (Row(cells),))


def adjusted_table(found: AdjustedDifference, alpha: float, language: Language) -> Table:
    _ = language.gettext
    adjusted = _("Adjusted mean")
    level = language.confidence(alpha)
    columns = (
        *(Column(name, spanner=adjusted) for name in found.adjusted_means),
        Column(_("Difference")),
        Column("Std. Error"),
        Column("t"),
        Column("df"),
        Column("Sig."),
        Column(_("CI {level} lower").format(level=level)),
        Column(_("CI {level} upper").format(level=level)),
        Column("η²p"),
    )
    cells = (
        *(Quantity(mean) for mean in found.adjusted_means.values()),
        Quantity(found.difference),
        Quantity(found.se),
        Quantity(found.t),
        Quantity(found.df, 0),
        Quantity(found.p, kind="p"),
        Quantity(found.ci_low),
        Quantity(found.ci_high),
        Quantity(found.partial_eta2),
    )
    return Table("ancova", _("Adjusted difference"), columns, (Row(cells),))


def all_scales_table(
    compared: dict[str, VariableComparison], result: ComparisonResult, material: Material
) -> Table:
    language = material.language
    _ = language.gettext
    interval = _("Hedges' g, CI {level}").format(level=language.confidence(result.alpha))
    columns = (
        Column(_("Variable"), "left"),
        Column("N"),
        Column(result.levels[0], spanner="Mean"),
        Column(result.levels[1], spanner="Mean"),
        Column(_("Difference")),
        Column("t (Welch)"),
        Column("Sig."),
        Column("g", spanner=interval),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
        Column(_("Decision")),
    )
    rows = [_scale_row(name, found, result, material) for name, found in compared.items()]
    return Table("all_scales", _("Comparison of all variables"), columns, tuple(rows))


def _scale_row(name: str, found: VariableComparison, result: ComparisonResult, material: Material) -> Row:
    _ = material.language.gettext
    first, second = (found.groups[level] for level in result.levels)
    decision = (
        Verdict("good", _("Differs"))
        if differs(found, result.alpha)
        else Verdict("neutral", _("Not certain"))
    )
    return Row(
        (
            Label(name, colour=material.scale_colour(name)),
            Quantity(found.n, 0),
            Quantity(first.mean, 2),
            Quantity(second.mean, 2),
            Quantity(found.welch.difference, 2),
            Quantity(found.welch.t),
            Quantity(found.welch.p, kind="p"),
            Quantity(found.hedges_g.value, 2),
            Quantity(found.hedges_g.ci_low, 2),
            Quantity(found.hedges_g.ci_high, 2),
            decision,
        )
    )

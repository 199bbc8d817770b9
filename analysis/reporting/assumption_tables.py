"""The tables of the assumptions."""

from __future__ import annotations

from analysis.reporting.assumption_checks import VIF_CAUTION, VIF_CUT, Check, verdict
from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, Verdict
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.influence import Influence
from analysis.statistics.linearity import Linearity
from analysis.statistics.multicollinearity import Collinearity, Multicollinearity
from analysis.statistics.normality import Normality

MOST_LISTED = 20


def check_table(key: str, title: str, rows: list[Check], language: Language) -> Table:
    """Test, statistic, df, Sig., criterion, decision; one group of rows an assumption.

    A column of alternatives follows where some criterion is not met.
    """
    _ = language.gettext
    needed = any(_alternative(row) for row in rows)
    with_df = any(row.df for row in rows)
    columns = (
        Column(_("Test"), "left"),
        Column(_("Statistic")),
        *((Column("df"),) if with_df else ()),
        Column("Sig."),
        Column(_("Criterion")),
        Column(_("Decision")),
        *((Column(_("Alternative"), "left"),) if needed else ()),
    )
    several = len({row.assumption for row in rows}) > 1
    body: list[Row] = []
    for position, row in enumerate(rows):
        if several and (position == 0 or rows[position - 1].assumption != row.assumption):
            body.append(Row((Label(row.assumption), *([None] * (len(columns) - 1))), heading=True))
        body.append(_check_row(row, several, with_df, needed, language))
    return Table(key, title, columns, tuple(body))


def _alternative(check: Check) -> str:
    return "" if check.met else check.alternative


def _check_row(
    check: Check, indented: bool, with_df: bool, with_alternative: bool, language: Language
) -> Row:
    return Row(
        (
            Label(f"{check.test} ({check.statistic_name})", indented=indented),
            Quantity(check.statistic),
            *((check.df,) if with_df else ()),
            Quantity(check.p, kind="p", at_least=check.p_at_least),
            check.criterion,
            verdict(check, language),
            *((_alternative(check),) if with_alternative else ()),
        )
    )


def moments_table(found: Normality, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("Shape of the residuals"), "left"),
        Column(_("Statistic")),
        Column(_("Std. Error")),
        Column(_("Ratio")),
    )
    rows = (
        Row(
            (
                _("Skewness"),
                Quantity(found.skewness),
                Quantity(found.skewness_se),
                Quantity(found.skewness / found.skewness_se),
            )
        ),
        Row(
            (
                _("Kurtosis"),
                Quantity(found.kurtosis),
                Quantity(found.kurtosis_se),
                Quantity(found.kurtosis / found.kurtosis_se),
            )
        ),
    )
    return Table("residual_moments", _("Skewness and kurtosis of the residuals"), columns, rows)


def collinearity_table(found: Multicollinearity, material: Material) -> Table:
    _ = material.language.gettext
    columns = (
        Column(_("Variable"), "left"),
        Column("Tolerance"),
        Column("VIF"),
        Column(_("Criterion")),
        Column(_("Decision")),
    )
    cut = _("VIF < {cut}").format(cut=material.language.integer(int(VIF_CUT)))
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                Quantity(value.tolerance),
                Quantity(value.vif),
                cut,
                _collinearity_verdict(value, material.language),
            )
        )
        for name, value in found.predictors.items()
    ]
    return Table("multicollinearity", _("Multicollinearity results"), columns, tuple(rows))


def _collinearity_verdict(value: Collinearity, language: Language) -> Verdict:
    _ = language.gettext
    if value.vif >= VIF_CUT:
        return Verdict("attention", _("Severe"))
    if value.vif >= VIF_CAUTION:
        return Verdict("neutral", _("Moderate"))
    return Verdict("good", _("Not severe"))


def glejser_table(found: Heteroscedasticity, material: Material) -> Table:
    """The regression of the absolute residual on all predictors."""
    _ = material.language.gettext
    columns = (
        Column(_("Variable"), "left"),
        Column("B"),
        Column(_("Std. Error")),
        Column("t"),
        Column("Sig."),
    )
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                Quantity(slope.b),
                Quantity(slope.se),
                Quantity(slope.t),
                Quantity(slope.p, kind="p"),
            )
        )
        for name, slope in found.glejser.items()
    ]
    return Table("glejser", _("Glejser test: absolute residual on the predictors"), columns, tuple(rows))


def straight_lines_table(found: Linearity, material: Material) -> Table | None:
    """F of each predictor's straight line (SPSS: Linearity); None where no score occurs twice."""
    language = material.language
    _ = language.gettext
    columns = (Column(_("Variable"), "left"), Column("N"), Column("F"), Column("df"), Column("Sig."))
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                Quantity(parts.n, 0),
                Quantity(parts.linearity.f),
                f"{language.integer(parts.linearity.df1)}; {language.integer(parts.linearity.df2)}",
                Quantity(parts.linearity.p, kind="p"),
            )
        )
        for name, parts in found.predictors.items()
        if parts is not None
    ]
    title = _("F test of each straight line (SPSS: Linearity)")
    return Table("straight_lines", title, columns, tuple(rows)) if rows else None


def influence_table(found: Influence, language: Language) -> Table:
    """Flagged respondents, the most influential first, at most twenty."""
    _ = language.gettext
    columns = (
        Column(_("Row of the spreadsheet"), "left"),
        Column(_("Cook's distance")),
        Column(_("Studentised deleted residual")),
    )
    worst = sorted(found.flagged, key=lambda case: -case.cook)[:MOST_LISTED]
    rows = [Row((str(case.row), Quantity(case.cook), Quantity(case.studentized_deleted))) for case in worst]
    return Table("influence", _("Flagged respondents"), columns, tuple(rows))

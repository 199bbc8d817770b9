"""The tables of the regression, with the columns that SPSS users know."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell, Verdict
from analysis.reporting.material import Material
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.regression import Coefficient, RegressionResult
from analysis.statistics.unavailable import Unavailable


def coefficients_table(result: RegressionResult, material: Material) -> Table:
    """B, SE, Beta, t, Sig., interval, squared semipartial, tolerance, VIF and the decision."""
    _ = material.language.gettext
    level = material.language.percent(100 * (1 - result.alpha))
    interval = _("{level} CI for B").format(level=level)
    columns = (
        Column(_("Model"), "left"),
        Column("B", spanner=_("Unstandardized")),
        Column(_("Std. Error"), spanner=_("Unstandardized")),
        Column("Beta", spanner=_("Standardized")),
        Column("t"),
        Column("Sig."),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
        Column("sr²"),
        Column("Tolerance", spanner=_("Collinearity")),
        Column("VIF", spanner=_("Collinearity")),
        Column(_("Remark")),
    )
    rows = [_constant_row(result, material)]
    rows += [_predictor_row(name, result.coefficients[name], material) for name in result.predictors]
    return Table("coefficients", _("t test results"), columns, tuple(rows))


def _constant_row(result: RegressionResult, material: Material) -> Row:
    label = Label(material.language.gettext("(Constant)"))
    return Row((label, *_figures(result.coefficients["const"]), None))


def _predictor_row(name: str, coefficient: Coefficient, material: Material) -> Row:
    _ = material.language.gettext
    verdict = (
        Verdict("good", _("Significant")) if coefficient.significant else Verdict("neutral", _("Not found"))
    )
    label = Label(name, colour=material.scale_colour(name))
    return Row((label, *_figures(coefficient), verdict))


def _figures(coefficient: Coefficient) -> tuple[TableCell, ...]:
    semipartial = coefficient.semipartial
    return (
        Quantity(coefficient.b),
        Quantity(coefficient.se),
        Quantity(coefficient.beta),
        Quantity(coefficient.t),
        Quantity(coefficient.p, kind="p"),
        Quantity(coefficient.ci_low),
        Quantity(coefficient.ci_high),
        Quantity(None if semipartial is None else semipartial**2),
        Quantity(coefficient.tolerance),
        Quantity(coefficient.vif),
    )


def anova_table(result: RegressionResult, material: Material) -> Table:
    _ = material.language.gettext
    anova = result.anova
    columns = (
        Column(_("Model"), "left"),
        Column("Sum of Squares"),
        Column("df"),
        Column("Mean Square"),
        Column("F"),
        Column("Sig."),
    )
    rows = (
        Row(
            (
                "Regression",
                Quantity(anova.ss_regression),
                Quantity(anova.df_regression, 0),
                Quantity(anova.ms_regression),
                Quantity(anova.f),
                Quantity(anova.p, kind="p"),
            )
        ),
        Row(
            (
                "Residual",
                Quantity(anova.ss_residual),
                Quantity(anova.df_residual, 0),
                Quantity(anova.ms_residual),
                None,
                None,
            )
        ),
        Row(("Total", Quantity(anova.ss_total), Quantity(anova.df_total, 0), None, None, None), total=True),
    )
    return Table("anova", _("F test results (ANOVA)"), columns, rows)


def summary_table(result: RegressionResult, material: Material) -> Table:
    """R, R Square, adjusted, standard error, Durbin-Watson, with f² and the interval of R Square."""
    _ = material.language.gettext
    level = material.language.confidence(result.alpha)
    interval = _("{level} CI of R Square").format(level=level)
    columns = (
        Column("R"),
        Column("R Square"),
        Column("Adjusted R Square"),
        Column("Std. Error of the Estimate"),
        Column("Durbin-Watson"),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
        Column("f²"),
    )
    cells = (
        Quantity(result.r),
        Quantity(result.r2),
        Quantity(result.r2_adjusted),
        Quantity(result.se_estimate),
        Quantity(_durbin_watson(material)),
        Quantity(result.r2_ci_low),
        Quantity(result.r2_ci_high),
        Quantity(result.f2),
    )
    return Table("model_summary", _("Model summary"), columns, (Row(cells),))


def _durbin_watson(material: Material) -> float | None:
    found = material.results["assumptions"]
    if not isinstance(found, AssumptionsResult) or isinstance(found.autocorrelation, Unavailable):
        return None
    return found.autocorrelation.durbin_watson

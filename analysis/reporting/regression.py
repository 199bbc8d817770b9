"""The regression section: equation, t tests, F test, model summary, robustness, hypotheses, other models."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting import regression_sentences as words
from analysis.reporting.coefficient_figure import coefficient_figure
from analysis.reporting.exhibit import (
    Equation,
    Exhibit,
    KeyFigure,
    SectionView,
    Term,
    TwoValues,
    Verdict,
)
from analysis.reporting.figure import Colour
from analysis.reporting.hypotheses import hypotheses_exhibit
from analysis.reporting.material import Material
from analysis.reporting.model_comparison import model_comparison_exhibit
from analysis.reporting.phrases import caution_notes, left_out_note, unavailable_view
from analysis.reporting.regression_computation import (
    anova_computation,
    coefficients_computation,
    summary_computation,
)
from analysis.reporting.regression_curves import f_figure, t_figure
from analysis.reporting.regression_tables import anova_table, coefficients_table, summary_table
from analysis.reporting.robustness import influence_exhibit, robustness_exhibit, time_order_exhibit
from analysis.reporting.sentence import sentence
from analysis.statistics.regression import RegressionResult


def view(material: Material) -> SectionView:
    """The screen "Regression". An Unavailable regression gives its reason as the conclusion."""
    _ = material.language.gettext
    result = material.results["regression"]
    name = _("Regression")
    if not isinstance(result, RegressionResult):
        return unavailable_view("regression", name, result, material)
    language = material.language
    exhibits = [
        _equation_exhibit(result, material),
        _coefficients_exhibit(result, material),
        _anova_exhibit(result, material),
        _summary_exhibit(result, material),
        robustness_exhibit(result, material),
        *time_order_exhibit(result, material),
        *influence_exhibit(result, material),
        *hypotheses_exhibit(result, material),
        *model_comparison_exhibit(material),
    ]
    return SectionView(
        key="regression",
        name=name,
        verdict=_verdict(result, material),
        conclusion=words.conclusion(result, language),
        remark=words.partial_remark(result, language) if len(result.predictors) > 1 else None,
        key_figures=_key_figures(result, material),
        exhibits=tuple(exhibits),
    )


def _verdict(result: RegressionResult, material: Material) -> Verdict:
    _ = material.language.gettext
    if words.jointly_significant(result):
        return Verdict("good", _("Model significant"))
    return Verdict("neutral", _("Model not significant"))


def _key_figures(result: RegressionResult, material: Material) -> tuple[KeyFigure, ...]:
    language = material.language
    _ = language.gettext
    strongest = words.strongest(result)
    return (
        KeyFigure(
            _("R Square"),
            language.number(result.r2),
            remark=_("Adjusted {adjusted}; R = {r}; N = {n}").format(
                adjusted=language.number(result.r2_adjusted),
                r=language.number(result.r),
                n=language.integer(result.n),
            ),
        ),
        KeyFigure(
            _("Computed F"),
            language.number(result.anova.f),
            remark=_("critical F {critical}; Sig. {p}").format(
                critical=language.number(result.f_table), p=language.p_phrase(result.anova.p)
            ),
        ),
        KeyFigure(
            _("Strongest effect"),
            language.number(result.coefficients[strongest].beta),
            unit="Beta",
            remark=strongest,
        ),
        KeyFigure(
            _("Standard error of the estimate"),
            language.number(result.se_estimate),
            unit=_("points"),
            remark=_("N = {n}; residual df {df}").format(
                n=language.integer(result.n), df=language.integer(result.anova.df_residual)
            ),
        ),
    )


def _equation_exhibit(result: RegressionResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    colours = {name: material.scale_colour(name) for name in result.predictors}
    return Exhibit(
        key="regression_equation",
        title=_("Regression equation and its coefficients"),
        n=result.n,
        figures=(coefficient_figure(result, colours, language),),
        notes=(
            sentence(
                _(
                    "Thick line: interval of the ordinary regression; a full dot leaves out zero. "
                    "Thin line: HC3, which does not assume equal variance of the residuals."
                )
            ),
            *left_out_note(result.dropped, language),
        ),
        sentences=(words.meaning_of_slopes(result, language),),
        equation=_equation(result, colours),
        source=material.source,
    )


def _equation(result: RegressionResult, colours: Mapping[str, Colour]) -> Equation:
    terms = (Term(result.coefficients[name].b, name, colours[name]) for name in result.predictors)
    return Equation(result.outcome, result.coefficients["const"].b, tuple(terms))


def _coefficients_exhibit(result: RegressionResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    note = sentence(
        _("Dependent variable: {outcome}. Critical t = {critical} (df = N − k − 1 = {df}, two-sided)."),
        outcome=result.outcome,
        critical=language.number(result.t_table),
        df=language.integer(result.anova.df_residual),
    )
    effects = tuple(words.partial_effect(result, name, language) for name in result.predictors)
    return Exhibit(
        key="coefficients",
        title=_("Coefficients (t test)"),
        n=result.n,
        tables=(coefficients_table(result, material),),
        figures=(t_figure(result, language),),
        notes=(note, *caution_notes(result.warnings, language), *left_out_note(result.dropped, language)),
        sentences=effects,
        computation=coefficients_computation(result, language),
        source=material.source,
    )


def _anova_exhibit(result: RegressionResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    note = sentence(_("Predictors: {predictors}."), predictors=language.listing(result.predictors))
    return Exhibit(
        key="anova",
        title=_("F test (ANOVA)"),
        n=result.n,
        tables=(anova_table(result, material),),
        figures=(f_figure(result, language),),
        notes=(note, *left_out_note(result.dropped, language)),
        sentences=(words.joint_effect(result, language),),
        two_values=_f_table_values(result, material),
        computation=anova_computation(result, language),
        source=material.source,
        beside=True,
    )


def _f_table_values(result: RegressionResult, material: Material) -> TwoValues | None:
    """Some textbooks read the F table at df2 = n - k; the reference is n - k - 1."""
    if result.f_table_convention is None:
        return None
    language = material.language
    _ = language.gettext
    df1, df2 = result.anova.df_regression, result.anova.df_residual
    by_convention = result.anova.f > result.f_table_convention
    return TwoValues(
        convention=KeyFigure(
            _("Textbook convention"),
            _("Critical F {value}").format(value=language.number(result.f_table_convention)),
            remark=_("some books: df2 = N − k = {df}").format(df=language.integer(df2 + 1)),
        ),
        reference=KeyFigure(
            _("Reference value"),
            _("Critical F {value}").format(value=language.number(result.f_table)),
            remark=_("df1 = {df1}, df2 = N − k − 1 = {df2}").format(
                df1=language.integer(df1), df2=language.integer(df2)
            ),
        ),
        note=sentence(
            _("The residual degrees of freedom are N − k − 1, because the constant is estimated too.")
        ),
        same_decision=by_convention == (result.anova.f > result.f_table),
    )


def _summary_exhibit(result: RegressionResult, material: Material) -> Exhibit:
    language = material.language
    return Exhibit(
        key="model_summary",
        title=language.gettext("Model summary (coefficient of determination)"),
        n=result.n,
        tables=(summary_table(result, material),),
        notes=left_out_note(result.dropped, language),
        sentences=(words.determination(result, language),),
        computation=summary_computation(result, language),
        source=material.source,
    )

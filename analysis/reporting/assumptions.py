"""The section on the assumptions of the regression: pictures, tests with criterion, decision, alternative."""

from __future__ import annotations

from analysis.reporting import assumption_sentences as words
from analysis.reporting.assumption_checks import (
    Check,
    autocorrelation_checks,
    checks,
    deciding_checks,
    heteroscedasticity_checks,
    linearity_checks,
    normality_checks,
    printed_up_to,
)
from analysis.reporting.assumption_computation import (
    autocorrelation_computation,
    heteroscedasticity_computation,
    multicollinearity_computation,
    normality_computation,
)
from analysis.reporting.assumption_figures import durbin_watson_figure, vif_figure
from analysis.reporting.assumption_tables import (
    check_table,
    collinearity_table,
    glejser_table,
    influence_table,
    moments_table,
    straight_lines_table,
)
from analysis.reporting.exhibit import Exhibit, KeyFigure, SectionView, TwoValues, Verdict
from analysis.reporting.linearity_figure import linearity_figures
from analysis.reporting.material import Material
from analysis.reporting.phrases import unavailable_exhibit, unavailable_view
from analysis.reporting.residual_figures import (
    cook_figure,
    normal_pp_plot,
    residual_histogram,
    residual_scatter,
)
from analysis.reporting.sentence import sentence
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.influence import Influence
from analysis.statistics.normality import Normality
from analysis.statistics.unavailable import Unavailable


def view(material: Material) -> SectionView:
    """The screen "Assumptions". Without a regression its reason is the conclusion."""
    language = material.language
    _ = language.gettext
    result = material.results["assumptions"]
    name = _("Assumptions")
    if not isinstance(result, AssumptionsResult):
        return unavailable_view("assumptions", name, result, material)
    alpha = material.study.codebook.settings.alpha
    deciding = deciding_checks(result, alpha, language)
    concerned = [check for check in deciding if check.met is False]
    return SectionView(
        key="assumptions",
        name=name,
        verdict=Verdict("attention", _("Needs attention"))
        if concerned
        else Verdict("good", _("No indication of violation")),
        conclusion=words.conclusion(deciding, concerned, language),
        remark=words.remark(concerned, language),
        key_figures=_key_figures(deciding, language.integer(result.n), material),
        exhibits=(
            _summary(result, alpha, material),
            _normality(result, alpha, material),
            _heteroscedasticity(result, alpha, material),
            _multicollinearity(result, material),
            _linearity(result, alpha, material),
            _autocorrelation(result, material),
            _influence(result, material),
        ),
    )


def _key_figures(deciding: list[Check], n: str, material: Material) -> tuple[KeyFigure, ...]:
    language = material.language
    figures = []
    for check in deciding:
        value = check.p if check.p is not None else check.statistic
        shown = (
            language.p_value(value, at_least=check.p_at_least)
            if check.p is not None
            else language.number(value)
        )
        unit = "Sig." if check.p is not None else check.statistic_name
        figures.append(KeyFigure(check.assumption, shown, unit, f"{check.test}; N = {n}"))
    return tuple(figures)


def _summary(result: AssumptionsResult, alpha: float, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    rows = checks(result, alpha, language)
    title = _("All tests of the assumptions")
    return Exhibit(
        key="assumptions_summary",
        title=title,
        n=result.n,
        tables=(check_table("assumptions_summary", title, rows, language),),
        notes=(sentence(_("Normality is tested on the residuals: single Likert items are never normal.")),),
        sentences=(words.counted(rows, language),),
        source=material.source,
    )


def _normality(result: AssumptionsResult, alpha: float, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Normality of residuals")
    found = result.normality
    if not isinstance(found, Normality):
        return unavailable_exhibit("normality", title, found, language)
    rows = normality_checks(result, alpha, language)
    return Exhibit(
        key="normality",
        title=title,
        n=result.n,
        tables=(
            check_table("normality", _("Normality test results"), rows, language),
            moments_table(found, language),
        ),
        figures=(residual_histogram(result, language), normal_pp_plot(result, language)),
        notes=words.normality_left_out(found, language),
        sentences=(words.normality(found, alpha, language),),
        two_values=_normality_values(found, alpha, material),
        computation=normality_computation(found, result, language),
        source=material.source,
    )


def _normality_values(found: Normality, alpha: float, material: Material) -> TwoValues:
    """Older SPSS printed a p value that ignores that mean and SD were estimated."""
    language = material.language
    _ = language.gettext
    older, corrected = found.kolmogorov_smirnov, found.lilliefors
    return TwoValues(
        convention=KeyFigure(
            _("Textbook convention"),
            f"Sig. {language.p_phrase(older.p)}",
            remark=_("Kolmogorov-Smirnov as older SPSS printed it"),
        ),
        reference=KeyFigure(
            _("Reference value"),
            f"Sig. {language.p_phrase(corrected.p, at_least=printed_up_to(alpha))}",
            remark=_("with Lilliefors correction"),
        ),
        note=sentence(
            _(
                "Mean and standard deviation are estimated from the same residuals; the Lilliefors correction takes that into account."
            )
        ),
        same_decision=(older.p > alpha) == (corrected.p > alpha),
    )


def _heteroscedasticity(result: AssumptionsResult, alpha: float, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Equal variance of residuals (heteroscedasticity)")
    found = result.heteroscedasticity
    if isinstance(found, Unavailable):
        return unavailable_exhibit("heteroscedasticity", title, found, language)
    rows = heteroscedasticity_checks(result, alpha, language)
    return Exhibit(
        key="heteroscedasticity",
        title=title,
        n=result.n,
        tables=(
            check_table("heteroscedasticity", _("Heteroscedasticity test results"), rows, language),
            glejser_table(found, material),
        ),
        figures=(residual_scatter(result, language),),
        notes=(sentence(_("Shaded: residuals within ±2.")), *words.heteroscedasticity_forms(found, language)),
        sentences=(words.heteroscedasticity(found, alpha, language),),
        computation=heteroscedasticity_computation(found, result, language),
        source=material.source,
        beside=True,
    )


def _multicollinearity(result: AssumptionsResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Multicollinearity")
    found = result.multicollinearity
    if isinstance(found, Unavailable):
        return unavailable_exhibit("multicollinearity", title, found, language)
    return Exhibit(
        key="multicollinearity",
        title=title,
        n=result.n,
        tables=(collinearity_table(found, material),),
        figures=(vif_figure(found, material),),
        notes=(
            sentence(
                _(
                    "Largest condition index {index}; above 30 calls for attention (Belsley, Kuh & Welsch, 1980)."
                ),
                index=language.number(found.condition_index, 1),
            ),
        ),
        sentences=(words.multicollinearity(found, language),),
        computation=multicollinearity_computation(found, result, language),
        source=material.source,
        beside=True,
    )


def _linearity(result: AssumptionsResult, alpha: float, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Linearity")
    if isinstance(result.linearity, Unavailable):
        return unavailable_exhibit("linearity", title, result.linearity, language)
    rows = linearity_checks(result, alpha, language)
    lines = straight_lines_table(result.linearity, material)
    return Exhibit(
        key="linearity",
        title=title,
        n=result.n,
        tables=(
            *((check_table("linearity", _("Linearity test results"), rows, language),) if rows else ()),
            *((lines,) if lines else ()),
        ),
        figures=linearity_figures(result.outcome, result.predictors, material),
        notes=(
            sentence(
                _(
                    "Dots: respondents, moved a little; solid: the straight line; dotted: mean of those with equal scores."
                )
            ),
            sentence(
                _(
                    "Deviation from linearity needs respondents with equal scores; RESET adds squares and cubes of the predicted values (Ramsey, 1969)."
                )
            ),
        ),
        sentences=(words.linearity(rows, language),),
        source=material.source,
    )


def _autocorrelation(result: AssumptionsResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Autocorrelation (Durbin-Watson)")
    found = result.autocorrelation
    if isinstance(found, Unavailable):
        return unavailable_exhibit("autocorrelation", title, found, language)
    rows = autocorrelation_checks(result, language)
    return Exhibit(
        key="autocorrelation",
        title=title,
        n=result.n,
        tables=(check_table("autocorrelation", _("Autocorrelation test results"), rows, language),),
        figures=(durbin_watson_figure(found, language),) if found.d_lower is not None else (),
        notes=(
            sentence(
                _(
                    "In a cross-sectional survey the order of rows is arbitrary: this test only speaks where rows are in order of time."
                )
            ),
        ),
        sentences=(words.autocorrelation(found, language),),
        computation=autocorrelation_computation(found, result, language),
        source=material.source,
    )


def _influence(result: AssumptionsResult, material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("Influential respondents")
    found = result.influence
    if not isinstance(found, Influence):
        return unavailable_exhibit("influence", title, found, language)
    return Exhibit(
        key="influence",
        title=title,
        n=result.n,
        tables=(influence_table(found, language),) if found.flagged else (),
        figures=(cook_figure(result, found.cook_cut, language),),
        notes=(
            sentence(
                _(
                    "Flagged: Cook's distance above 4/n or studentised deleted residual beyond ±3. A flag is a reason to look, not to delete."
                )
            ),
        ),
        sentences=(words.influence(found, language),),
        source=material.source,
        beside=True,
    )

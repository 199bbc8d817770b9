""" "How this is computed" for the comparison of two groups."""

from __future__ import annotations

from functools import partial

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number
from analysis.reporting.sentence import sentence
from analysis.reporting.syntax_names import r_name, share_level, spss_name
from analysis.statistics.comparison import VariableComparison


def spss_t_test(scale: str, group: str, alpha: float) -> str:
    """The t test in SPSS; 1 and 2 stand for the codes of the two groups."""
    return (
        f"T-TEST GROUPS={spss_name(group)}(1 2)\n  /VARIABLES={spss_name(scale)}\n"
        f"  /ES DISPLAY(TRUE)\n  /CRITERIA=CI({share_level(alpha)})."
    )


def r_t_test(scale: str, group: str, alpha: float) -> str:
    """The t tests, Levene's test and Hedges' g in R."""
    formula = f"{r_name(scale)} ~ {r_name(group)}"
    level = share_level(alpha)
    return (
        f"t.test({formula}, data = data, conf.level = {level})\n"
        f"t.test({formula}, data = data, var.equal = TRUE, conf.level = {level})\n"
        f"car::leveneTest({formula}, data = data, center = mean)\n"
        f"effectsize::hedges_g({formula}, data = data, ci = {level})"
    )


def difference_computation(
    scale: str, group: str, found: VariableComparison, alpha: float, language: Language
) -> Computation:
    """Welch's t with the study's means, standard deviations and group sizes."""
    _ = language.gettext
    first, second = found.groups.values()
    number = partial(latex_number, language=language)
    numbers = (
        rf"\frac{{{number(first.mean)} - {number(second.mean)}}}"
        rf"{{\sqrt{{{number(first.sd)}^2/{first.n} + {number(second.sd)}^2/{second.n}}}}}"
    )
    return Computation(
        formulas=(
            Formula(
                _("Welch's t"),
                rf"t = \frac{{\bar x_1 - \bar x_2}}{{\sqrt{{s_1^2/n_1 + s_2^2/n_2}}}} = {numbers} = {number(found.welch.t)}",
            ),
            Formula(
                _("Degrees of freedom (Welch-Satterthwaite)"),
                r"df = \frac{(s_1^2/n_1 + s_2^2/n_2)^2}{\frac{(s_1^2/n_1)^2}{n_1-1} + \frac{(s_2^2/n_2)^2}{n_2-1}}"
                rf" = {number(found.welch.df)}",
            ),
        ),
        explanation=(
            sentence(
                _("The first row of the table pools both variances (df = n₁ + n₂ − 2); Welch's row does not.")
            ),
        ),
        source="Welch (1947); Levene (1960).",
        spss=spss_t_test(scale, group, alpha),
        r=r_t_test(scale, group, alpha),
    )


def effect_computation(
    scale: str, group: str, found: VariableComparison, alpha: float, language: Language
) -> Computation:
    """Cohen's d with the pooled SD and Hedges' exact correction."""
    _ = language.gettext
    correction = found.hedges_g.value / found.cohen_d if found.cohen_d else 1.0
    return Computation(
        formulas=(
            Formula(
                "Hedges' g",
                rf"g = J \cdot \frac{{\bar x_1 - \bar x_2}}{{s_p}} = {latex_number(correction, language, 4)} \cdot "
                rf"{latex_number(found.cohen_d, language)} = {latex_number(found.hedges_g.value, language)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "J is the exact gamma correction for small samples; the interval comes from the noncentral t distribution."
                )
            ),
        ),
        source="Hedges (1981); Cohen (1988).",
        spss=spss_t_test(scale, group, alpha),
        r=r_t_test(scale, group, alpha),
    )

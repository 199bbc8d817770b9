""" "How this is computed" for the comparison of two groups."""

from __future__ import annotations

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number
from analysis.reporting.sentence import sentence
from analysis.statistics.comparison import VariableComparison

SPSS_T_TEST = """T-TEST GROUPS=group(1 2)
  /VARIABLES=Y
  /ES DISPLAY(TRUE)
  /CRITERIA=CI(.95)."""
R_T_TEST = """t.test(Y ~ group, data = data)
t.test(Y ~ group, data = data, var.equal = TRUE)
car::leveneTest(Y ~ group, data = data, center = mean)
effectsize::hedges_g(Y ~ group, data = data)"""


def difference_computation(found: VariableComparison, language: Language) -> Computation:
    """Welch's t with the study's means, standard deviations and group sizes."""
    _ = language.gettext
    first, second = found.groups.values()

    def number(value: float) -> str:
        return latex_number(value, language)

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
        spss=SPSS_T_TEST,
        r=R_T_TEST,
    )


def effect_computation(found: VariableComparison, language: Language) -> Computation:
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
        spss=SPSS_T_TEST,
        r=R_T_TEST,
    )

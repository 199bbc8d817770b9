""" "How this is computed" for the assumptions."""

from __future__ import annotations

from analysis.reporting.exhibit import Computation, Formula
from analysis.reporting.language import Language
from analysis.reporting.latex import latex_number
from analysis.reporting.sentence import sentence
from analysis.reporting.syntax_names import r_sum, spss_name, spss_names
from analysis.statistics.assumptions import AssumptionsResult
from analysis.statistics.autocorrelation import Autocorrelation
from analysis.statistics.heteroscedasticity import Heteroscedasticity
from analysis.statistics.multicollinearity import Multicollinearity
from analysis.statistics.normality import Normality


def spss_model(model: AssumptionsResult) -> str:
    """Outcome and predictors as REGRESSION wants them."""
    return f"/DEPENDENT {spss_name(model.outcome)} /METHOD=ENTER {spss_names(model.predictors)}"


def normality_computation(found: Normality, model: AssumptionsResult, language: Language) -> Computation:
    """Lilliefors's D and the Jarque-Bera statistic."""
    _ = language.gettext
    statistic = latex_number(found.lilliefors.statistic, language)
    return Computation(
        formulas=(
            Formula(
                _("Largest distance between both distributions"),
                rf"D = \max|F_N(e) - \Phi(e/s)| = {statistic}",
            ),
            Formula(
                "Jarque-Bera",
                rf"JB = \frac{{N}}{{6}}\left(g_1^2 + \frac{{g_2^2}}{{4}}\right) = {latex_number(found.jarque_bera.statistic, language)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "e are the unstandardised residuals, s their standard deviation. The P-P plot uses Blom's (i − 3/8) / (N + 1/4)."
                )
            ),
        ),
        source="Lilliefors (1967); Shapiro & Wilk (1965); Jarque & Bera (1987); Blom (1958).",
        spss=f"REGRESSION {spss_model(model)} /SAVE RESID.\nEXAMINE VARIABLES=RES_1 /PLOT NPPLOT HISTOGRAM.",
        r="e <- resid(model); nortest::lillie.test(e); shapiro.test(e)",
    )


def heteroscedasticity_computation(
    found: Heteroscedasticity, model: AssumptionsResult, language: Language
) -> Computation:
    """Koenker's LM = N R² of the auxiliary regression."""
    _ = language.gettext
    test = found.breusch_pagan
    share = latex_number(test.lm / found.n, language, 4)
    return Computation(
        formulas=(
            Formula(
                _("Breusch-Pagan in Koenker's form"),
                rf"LM = N \cdot R^2_{{e^2}} = {found.n} \cdot {share} = {latex_number(test.lm, language)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "The squared residuals are regressed on the predictors; Glejser regresses their absolute values on all predictors together."
                )
            ),
        ),
        source="Breusch & Pagan (1979); Koenker (1981); White (1980); Glejser (1969).",
        spss=f"UNIANOVA {spss_name(model.outcome)} WITH {spss_names(model.predictors)} /PRINT=BREUSCHPAGAN(RESIDUAL=STUDENTIZED) WHITE.",
        r=f"lmtest::bptest(model)\nsummary(lm(abs(resid(model)) ~ {r_sum(model.predictors)}, data = model.frame(model)))",
    )


def multicollinearity_computation(
    found: Multicollinearity, model: AssumptionsResult, language: Language
) -> Computation:
    """Tolerance and VIF of the predictor that the others explain best."""
    _ = language.gettext
    worst = found.most_collinear
    value = found.predictors[worst]
    return Computation(
        formulas=(
            Formula(
                worst,
                rf"VIF = \frac{{1}}{{1 - R_j^2}} = \frac{{1}}{{{latex_number(value.tolerance, language)}}} = {latex_number(value.vif, language)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "R² of a predictor on the other predictors. A tolerance of 0.10 means a multiple correlation of 0.949 with them."
                )
            ),
        ),
        source="Belsley, Kuh & Welsch (1980).",
        spss=f"REGRESSION /STATISTICS COEFF COLLIN TOL {spss_model(model)}.",
        r="car::vif(model)" if len(found.predictors) > 1 else "",
    )


def autocorrelation_computation(
    found: Autocorrelation, model: AssumptionsResult, language: Language
) -> Computation:
    _ = language.gettext
    return Computation(
        formulas=(
            Formula(
                "Durbin-Watson",
                rf"d = \frac{{\sum (e_t - e_{{t-1}})^2}}{{\sum e_t^2}} = {latex_number(found.durbin_watson, language)}",
            ),
        ),
        explanation=(
            sentence(
                _(
                    "The bounds dL and dU are computed for this N and number of predictors, not read from a table."
                )
            ),
        ),
        source="Durbin & Watson (1951).",
        spss=f"REGRESSION {spss_model(model)} /RESIDUALS DURBIN.",
        r="lmtest::dwtest(model)",
    )

"""Hypotheses H1..Hn in the student's words, each with the figure that speaks to it."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, Verdict
from analysis.reporting.material import Material
from analysis.reporting.phrases import left_out_note, limit_text
from analysis.reporting.regression_sentences import direction_word, jointly_significant
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.regression import RegressionResult
from analysis.study.codebook import Hypothesis


def hypotheses_exhibit(result: RegressionResult, material: Material) -> list[Exhibit]:
    """A table of the hypotheses; none when the codebook states none.

    A hypothesis about a predictor goes with its t test, one about no single predictor with the F test.
    """
    hypotheses = material.study.codebook.model.hypotheses
    if not hypotheses:
        return []
    language = material.language
    _ = language.gettext
    supported = [hypothesis for hypothesis in hypotheses if is_supported(hypothesis, result)]
    return [
        Exhibit(
            key="hypotheses",
            title=_("Hypotheses"),
            n=result.n,
            tables=(_table(hypotheses, result, material),),
            notes=(
                sentence(
                    _(
                        "A hypothesis is supported where the test is significant at {alpha}; "
                        "check that the direction is the one you stated."
                    ),
                    alpha=f"α = {limit_text(result.alpha, language)}",
                ),
                *left_out_note(result.dropped, language),
            ),
            sentences=(_summary(len(supported), len(hypotheses), material),),
            source=material.source,
        )
    ]


def is_supported(hypothesis: Hypothesis, result: RegressionResult) -> bool:
    if hypothesis.predictor in result.predictors:
        return result.coefficients[hypothesis.predictor].significant
    return jointly_significant(result)


def _summary(supported: int, stated: int, material: Material) -> Sentence:
    language = material.language
    return sentence(
        language.ngettext(
            "The data support **{supported} of {stated}** hypothesis.",
            "The data support **{supported} of {stated}** hypotheses.",
            stated,
        ),
        supported=language.integer(supported),
        stated=language.integer(stated),
    )


def _table(hypotheses: tuple[Hypothesis, ...], result: RegressionResult, material: Material) -> Table:
    _ = material.language.gettext
    columns = (
        Column("H", "left"),
        Column(_("Statement"), "left"),
        Column("B"),
        Column(_("t or F")),
        Column("Sig."),
        Column(_("Direction"), "left"),
        Column(_("Decision")),
    )
    rows = [_row(hypothesis, result, material) for hypothesis in hypotheses]
    return Table("hypotheses", _("Summary of hypothesis tests"), columns, tuple(rows))


def _row(hypothesis: Hypothesis, result: RegressionResult, material: Material) -> Row:
    language = material.language
    _ = language.gettext
    decision = (
        Verdict("good", _("Supported"))
        if is_supported(hypothesis, result)
        else Verdict("neutral", _("Not supported"))
    )
    if hypothesis.predictor in result.predictors:
        coefficient = result.coefficients[hypothesis.predictor]
        statement = hypothesis.text or _("{predictor} has an effect on {outcome}").format(
            predictor=hypothesis.predictor, outcome=result.outcome
        )
        figures = (Quantity(coefficient.b), Quantity(coefficient.t), Quantity(coefficient.p, kind="p"))
        direction = direction_word(coefficient.b, language)
    else:
        statement = hypothesis.text or _("All variables jointly have an effect on {outcome}").format(
            outcome=result.outcome
        )
        figures = (Quantity(None), Quantity(result.anova.f), Quantity(result.anova.p, kind="p"))
        direction = ""
    return Row((Label(hypothesis.id), statement, *figures, direction, decision))

from __future__ import annotations

import pytest

from analysis.reporting.exhibit import Equation, Term
from analysis.reporting.language import language
from analysis.reporting.regression import view
from analysis.reporting.renderers.equation import equation_html, equation_line
from analysis.reporting.renderers.line_breaks import NO_BREAK_SPACE
from tests.reporting.materials import retail_material
from tests.reporting.renderers.specimens import NASTY

EQUATION = Equation(
    "Loyalitas", 5.4544, (Term(0.2714, "Layanan", "blue"), Term(-0.0731, "Komunitas", "green"))
)


def test_a_line_of_text_has_sign_number_and_name_of_every_term() -> None:
    told = equation_line(EQUATION, language("id")).replace(NO_BREAK_SPACE, " ")
    assert told == "Loyalitas = 5,454 + 0,271 Layanan − 0,073 Komunitas"
    assert "− 0.073 Komunitas" in equation_line(EQUATION, language("en")).replace(NO_BREAK_SPACE, " ")


def test_each_term_is_a_piece_of_its_own_with_the_colour_of_its_variable() -> None:
    html = equation_html(EQUATION, language("id"))
    assert html.count("<span>") == 3
    assert '<b class="angket-blue">0,271</b> <i>Layanan</i></span>' in html
    assert f'−{NO_BREAK_SPACE}<b class="angket-green">0,073</b>' in html


@pytest.mark.parametrize("text", NASTY)
def test_names_are_text_and_never_markup(text: str) -> None:
    html = equation_html(Equation(text, 1.0, (Term(1.0, text, "blue"),)), language("id"))
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("<i>") == html.count("</i>") == 2


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_card_of_the_coefficients_has_the_equation_that_was_fitted(code: str) -> None:
    material = retail_material(code)
    equation = view(material).exhibits[0].equation
    fitted = material.results["regression"]
    assert equation is not None
    assert equation.constant == fitted.coefficients["const"].b
    assert {term.name: term.slope for term in equation.terms} == {
        name: fitted.coefficients[name].b for name in fitted.predictors
    }

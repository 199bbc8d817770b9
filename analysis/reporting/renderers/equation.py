"""A regression equation as a line of its own: pieces that keep together and may break before a sign."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reporting.exhibit import Equation
from analysis.reporting.language import MINUS, Language
from analysis.reporting.renderers.line_breaks import NO_BREAK_SPACE
from analysis.reporting.renderers.text_escape import for_html, one_line


def equation_line(equation: Equation, language: Language) -> str:
    """ "Loyalitas = 5,454 + 0,271 Layanan − ..." as plain text."""
    start = f"{one_line(equation.outcome)} = {language.number(equation.constant)}"
    terms = (
        f"{number} {one_line(term.name)}"
        for number, term in zip(slopes(equation, language), equation.terms, strict=True)
    )
    return " ".join((start, *terms))


def slopes(equation: Equation, language: Language) -> Iterator[str]:
    """Each slope with its sign, "+ 0,271" or "− 0,220", in one piece."""
    for term in equation.terms:
        sign = MINUS if term.slope < 0 else "+"
        yield f"{sign}{NO_BREAK_SPACE}{language.number(abs(term.slope))}"


def equation_html(equation: Equation, language: Language) -> str:
    """A paragraph that breaks before the signs where the page is narrow."""
    constant = for_html(language.number(equation.constant))
    pieces = [f"<span><i>{for_html(one_line(equation.outcome))}</i> = {constant}</span>"]
    for slope, term in zip(slopes(equation, language), equation.terms, strict=True):
        sign, number = slope.split(NO_BREAK_SPACE)
        value = f'<b class="angket-{term.colour}">{for_html(number)}</b>'
        pieces.append(f"<span>{sign}{NO_BREAK_SPACE}{value} <i>{for_html(one_line(term.name))}</i></span>")
    return f'<p class="angket-equation">{" ".join(pieces)}</p>'

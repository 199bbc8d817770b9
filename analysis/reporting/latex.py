"""Numbers and names inside LaTeX formulas."""

from __future__ import annotations

from analysis.reporting.language import MINUS, Language


def latex_number(value: float, language: Language, decimals: int = 3) -> str:
    """A number for math mode: the decimal comma in braces, so that no space follows it."""
    text = language.number(value, decimals).replace(MINUS, "-")
    return text.replace(",", "{,}")


def latex_text(text: str) -> str:
    """Literal words in math mode; characters that LaTeX reads as commands are left out or escaped."""
    escaped = []
    for character in text:
        if character in "&%$#_{}":
            escaped.append("\\" + character)
        elif character in "\\^~":
            escaped.append(" ")
        else:
            escaped.append(character)
    return r"\text{" + "".join(escaped) + "}"

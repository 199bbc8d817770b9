"""A table cell as text in a language: the one place where a printed number gets its form."""

from __future__ import annotations

from analysis.reporting.exhibit import Label, Quantity, TableCell, Verdict, VerdictKind
from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import one_line

SYMBOLS: dict[VerdictKind, str] = {"good": "\N{CHECK MARK}", "attention": "!", "neutral": "\N{EN DASH}"}


def cell_text(cell: TableCell, language: Language) -> str:
    """What a reader sees in the cell, without markup; an empty cell is ""."""
    if cell is None:
        return ""
    if isinstance(cell, Quantity):
        return quantity_text(cell, language)
    if isinstance(cell, Label):
        return one_line(cell.text)
    if isinstance(cell, Verdict):
        return verdict_text(cell)
    return one_line(cell)


def quantity_text(quantity: Quantity, language: Language) -> str:
    if quantity.value is None:
        return ""
    if quantity.kind == "p":
        return language.p_value(quantity.value, quantity.decimals, quantity.at_least)
    if quantity.kind == "percent":
        return language.percent(quantity.value, quantity.decimals)
    return language.number(quantity.value, quantity.decimals)


def verdict_text(verdict: Verdict) -> str:
    """Symbol and word; a renderer adds the colour."""
    return f"{SYMBOLS[verdict.kind]} {one_line(verdict.word)}"

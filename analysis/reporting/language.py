"""Words and numbers in the chosen language: gettext catalogues and number formats."""

from __future__ import annotations

import gettext
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

LanguageCode = Literal["id", "en"]
LANGUAGES: tuple[LanguageCode, ...] = ("id", "en")
LOCALES = Path(__file__).resolve().parents[2] / "locales"
MINUS = "\N{MINUS SIGN}"
MANY = 2
"""A count that asks for the plural, where a sentence has no count of its own."""


@dataclass(frozen=True)
class Language:
    """One language. English is the source text; Indonesian comes from locales/id."""

    code: LanguageCode
    translations: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        return self.translations.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.translations.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        return self.translations.pgettext(context, message)

    @property
    def decimal_mark(self) -> str:
        return "," if self.code == "id" else "."

    @property
    def group_mark(self) -> str:
        return "." if self.code == "id" else ","

    def number(self, value: float | None, decimals: int = 3) -> str:
        """A number with grouped thousands and a true minus sign; "–" where there is none.

        Infinity is the t of a perfect fit: "∞".
        """
        if value is None or math.isnan(value):
            return "–"
        if math.isinf(value):
            return "∞" if value > 0 else f"{MINUS}∞"
        text = f"{abs(value):,.{decimals}f}"
        text = text.replace(",", "\0").replace(".", self.decimal_mark).replace("\0", self.group_mark)
        negative = value < 0 and any(digit in "123456789" for digit in text)
        return f"{MINUS}{text}" if negative else text

    def integer(self, value: int) -> str:
        return self.number(value, 0)

    def percent(self, value: float | None, decimals: int = 1) -> str:
        """`value` is already a percentage (0 to 100)."""
        return "–" if value is None else f"{self.number(value, decimals)}%"

    def confidence(self, alpha: float) -> str:
        """The level of an interval that leaves `alpha` out: "95%", "97,5%" or "99,9%", never rounded."""
        decimals = len(f"{100 * (1 - alpha):.10g}".partition(".")[2])
        return self.percent(100 * (1 - alpha), decimals)

    def p_value(self, value: float | None, decimals: int = 3, at_least: float | None = None) -> str:
        """A p value; "< 0,001" below the last printed digit, never 0; "≥ 0,200" from `at_least` on."""
        if value is None or not math.isfinite(value):
            return "–"
        smallest = 10.0**-decimals
        if value < smallest:
            return f"< {self.number(smallest, decimals)}"
        if at_least is not None and value >= at_least:
            return f"≥ {self.number(at_least, decimals)}"
        return self.number(value, decimals)

    def p_phrase(self, value: float | None, decimals: int = 3, at_least: float | None = None) -> str:
        """A p value with its relation, for use inside a sentence: "= 0,043" or "< 0,001"."""
        text = self.p_value(value, decimals, at_least)
        return text if text.startswith(("<", "≥")) else f"= {text}"

    def listing(self, words: list[str] | tuple[str, ...]) -> str:
        """ "A, B and C" in the language."""
        if len(words) < 2:
            return "".join(words)
        joined = ", ".join(words[:-1])
        last = self.gettext("{list} and {last}") if len(words) == 2 else self.gettext("{list}, and {last}")
        return last.format(list=joined, last=words[-1])


def msgid(text: str) -> str:
    """Mark an English text for the catalogue where it is written; it is translated where it is shown."""
    return text


@cache
def language(code: str) -> Language:
    """The language of a code; anything but "en" is Indonesian."""
    if code == "en":
        return Language("en", gettext.NullTranslations())
    catalogue = gettext.translation("angket", LOCALES, languages=["id"], fallback=True)
    return Language("id", catalogue)

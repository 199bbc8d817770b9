"""How broad text is in Times New Roman, without the typeface: a server need not have it.

Source: the character widths of Times-Roman and Times-Bold, which Times New Roman shares (Adobe, 1989, core
font metrics).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_REGULAR = {
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!'()-I[]`fr",
    389: "Js",
    408: '"',
    444: "?acez",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy\N{EN DASH}",
    541: "~",
    556: "FPS",
    564: "+<=>\N{MINUS SIGN}\N{MULTIPLICATION SIGN}",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
}
_BOLD = {
    220: "|",
    250: " ,.",
    278: "/\\il",
    333: "!'()-:;[]`fjt",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy\N{EN DASH}",
    520: "~",
    555: '"',
    556: "Sbdhknpqu",
    570: "+<=>\N{MINUS SIGN}\N{MULTIPLICATION SIGN}",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W",
}
"""Thousandths of the type size."""
_REGULAR_OF = {character: width for width, characters in _REGULAR.items() for character in characters}
_BOLD_OF = {character: width for width, characters in _BOLD.items() for character in characters}
_FULL, _OTHER = 1000, 800
"""Chinese, Japanese and Korean signs, and whatever else the tables lack."""


@lru_cache(maxsize=4096)
def ems(text: str, *, bold: bool = False) -> float:
    """Width of one line of text as a multiple of the type size."""
    widths = _BOLD_OF if bold else _REGULAR_OF
    return sum(widths.get(character) or _other(character, widths) for character in text) / 1000


def _other(character: str, widths: dict[str, int]) -> int:
    """An accented letter is as broad as its bare one."""
    if unicodedata.combining(character):
        return 0
    bare = unicodedata.normalize("NFD", character)[0]
    if bare in widths:
        return widths[bare]
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _OTHER

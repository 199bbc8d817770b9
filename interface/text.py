"""User text on the screen: shown as it is, never read as Markdown."""

from __future__ import annotations

import re
import string

WORD_JOINER = "\N{WORD JOINER}"
_AROUND = frozenset(":.@")


def literal(text: object) -> str:
    """Text for a place where Streamlit reads Markdown, such that readers see exactly `text`.

    White space collapses to single spaces. Every ASCII punctuation mark is escaped; an invisible
    joiner between neighbouring marks, and around the marks that make links and icons, keeps
    Streamlit's own extensions (arrows, dashes, icons, links) from joining them. For display only:
    never a key, never an export.
    """
    words = re.sub(r"\s+", " ", str(text)).strip()
    pieces = []
    previous = ""
    for character in words:
        mark = character in string.punctuation
        if mark and previous in string.punctuation and previous:
            pieces.append(WORD_JOINER)
        if character in _AROUND:
            pieces.append(f"{WORD_JOINER}\\{character}{WORD_JOINER}")
        else:
            pieces.append(f"\\{character}" if mark else character)
        previous = character
    return "".join(pieces)

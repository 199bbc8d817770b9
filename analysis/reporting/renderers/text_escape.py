"""The one place where text from files and people is made safe for what it is written into.

Every renderer passes all text through here, so that a header such as `<b>`, `$x$` or `=1+1` is shown
as it was typed and never becomes markup, a formula, a link or an instruction to the program that
opens a download.
"""

from __future__ import annotations

import html
import re

# Directional overrides, embeddings and isolates would turn the words around them; they draw nothing.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNPRINTABLE = re.compile(f"[{_CONTROL}{_NOT_CHARACTERS}{_BIDI}]")
# The fullwidth forms too: some spreadsheets fold them into the plain signs.
_SPREADSHEET_LEADERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def printable(text: str) -> str:
    """The text without control characters, lone surrogates and invisible direction marks."""
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """Printable text with every run of white space as one space."""
    return " ".join(printable(text).split())


def for_html(text: str) -> str:
    """Text for the content of an HTML element or a quoted attribute."""
    return html.escape(printable(text), quote=True)


def for_plotly(text: str) -> str:
    """Text for Plotly, which reads a small set of tags, entities and TeX between dollar signs.

    A line break stays a line break.
    """
    escaped = html.escape(printable(text), quote=False).replace("$", "&#36;")
    return escaped.replace("\n", "<br>")


def for_document(text: str) -> str:
    """Text for the XML of a Word or Excel file, which refuses control characters."""
    return printable(text)


def for_csv(text: str) -> str:
    """Text for a cell of a CSV file; a leading apostrophe keeps spreadsheets from running it.

    Spreadsheets skip white space before the sign that begins a formula, so it is looked past.
    """
    literal = printable(text)
    risky = literal.startswith(_SPREADSHEET_LEADERS) or literal.lstrip().startswith(_SPREADSHEET_LEADERS)
    return f"'{literal}" if risky else literal

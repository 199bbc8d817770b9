"""Small pieces of HTML that several screens use; text goes in as it is and comes out escaped."""

from __future__ import annotations

from analysis.reporting.renderers.text_escape import for_html


def card_title(title: str, kicker: str = "") -> str:
    """The heading of a card, with a small word in front that says what kind of card it is."""
    before = f'<span class="card-kicker">{for_html(kicker)}</span>' if kicker else ""
    return f'<h2 class="card-title">{before}{for_html(title)}</h2>'


def section_title(title: str) -> str:
    """The heading above several cards."""
    return f'<h2 class="card-title section-title">{for_html(title)}</h2>'


def paragraph(text: str, kind: str = "card-text") -> str:
    """A paragraph; `kind` is one or more class names of the style sheets."""
    return f'<p class="{kind}">{for_html(text)}</p>'


def note(text: str) -> str:
    """Small print under the content of a card."""
    return paragraph(text, "angket-notes")


def facts(lines: list[tuple[str, str]]) -> str:
    """Name and HTML of each line, as a list of definitions."""
    return (
        '<dl class="facts">'
        + "".join(f"<dt>{for_html(name)}</dt><dd>{html}</dd>" for name, html in lines)
        + "</dl>"
    )


def screen_opening(name: str, conclusion: str = "", remark: str = "") -> str:
    """The opening of a screen that is not a section of the chapter."""
    parts = [f'<h1 class="angket-screen-name">{for_html(name)}</h1>']
    if conclusion:
        parts.append(paragraph(conclusion, "angket-conclusion"))
    if remark:
        parts.append(paragraph(remark, "angket-remark"))
    return f'<div class="angket-opening">{"".join(parts)}</div>'


def tool_button(label: str, kind: str, attributes: str) -> str:
    """A quiet button that the page's one script serves; `kind` gives its icon, `attributes` are HTML of ours."""
    return (
        f'<button type="button" class="card-tool {kind}-tool" {attributes}>'
        f'<span class="label">{for_html(label)}</span></button>'
    )

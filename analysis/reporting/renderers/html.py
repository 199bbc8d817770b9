"""The parts of a screen as HTML: opening, key figures, chips, notes, two values. Tables: html_table.py.

The strings hold class names that stylesheet.css draws, nothing that runs, and user text only as text.
`STYLESHEET` is given once a page: `st.html(STYLESHEET)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analysis.reporting.exhibit import Exhibit, KeyFigure, SectionView, TwoValues, Verdict, VerdictKind
from analysis.reporting.language import Language
from analysis.reporting.renderers.equation import equation_html
from analysis.reporting.renderers.exhibit_lines import decision_line, n_line, source_line
from analysis.reporting.renderers.html_table import table_html, verdict_words_html
from analysis.reporting.renderers.line_breaks import kept_together
from analysis.reporting.renderers.text_escape import for_html
from analysis.reporting.sentence import Sentence

__all__ = [
    "STYLESHEET",
    "equation_html",
    "exhibit_title_html",
    "exhibit_words_html",
    "key_figures_html",
    "notes_html",
    "opening_html",
    "sentence_html",
    "sentences_html",
    "table_caption_html",
    "table_html",
    "two_values_html",
    "verdict_chip_html",
]

STYLESHEET = Path(__file__).with_name("stylesheet.css")


def sentence_html(sentence: Sentence) -> str:
    """The runs of a sentence, strong ones in <strong>; no element around them."""
    literal = ((_words_html(run.text), run.strong) for run in sentence.runs)
    return "".join(f"<strong>{text}</strong>" if strong else text for text, strong in literal)


def _words_html(text: str) -> str:
    """Literal text in which a statistic and its value stay on one line."""
    return for_html(kept_together(text))


def verdict_chip_html(verdict: Verdict) -> str:
    """A tinted chip with symbol and word."""
    return f'<span class="angket-chip angket-{verdict.kind}">{verdict_words_html(verdict)}</span>'


def opening_html(view: SectionView) -> str:
    """The top of a screen: its name, verdict, conclusion, remark and key figures.

    The name is the page's first-level heading; the conclusion is its first paragraph.
    """
    parts = [f'<h1 class="angket-screen-name">{for_html(view.name)}</h1>']
    if view.verdict:
        parts.append(f"<p class='angket-chip-line'>{verdict_chip_html(view.verdict)}</p>")
    parts.append(f'<p class="angket-conclusion">{sentence_html(view.conclusion)}</p>')
    if view.remark:
        parts.append(f'<p class="angket-remark">{sentence_html(view.remark)}</p>')
    parts.append(key_figures_html(view.key_figures))
    return f'<div class="angket-opening">{"".join(parts)}</div>'


def key_figures_html(figures: Sequence[KeyFigure]) -> str:
    """Large figures side by side, as many in a row as fit; "" without any."""
    if not figures:
        return ""
    return f'<dl class="angket-key-figures">{"".join(_key_figure(figure) for figure in figures)}</dl>'


def exhibit_title_html(number: str, title: str) -> str:
    """ "Tabel 4.3  Validitas butir", a second-level heading. `number` may be empty."""
    label = f'<span class="angket-number">{for_html(number)}</span> ' if number else ""
    return f'<h2 class="angket-title">{label}{for_html(title)}</h2>'


def table_caption_html(number: str, title: str) -> str:
    """ "Tabel 4.8  Koefisien reliabilitas lainnya", above a further table of a card. `number` may be empty."""
    label = f'<span class="angket-number">{for_html(number)}</span> ' if number else ""
    return f'<p class="angket-table-caption">{label}{for_html(title)}</p>'


def notes_html(exhibit: Exhibit, language: Language) -> str:
    """The small print under an exhibit: N, notes and source; "" when there is nothing to say."""
    parts = []
    if exhibit.n is not None:
        parts.append(_words_html(n_line(exhibit.n, language)))
    parts.extend(sentence_html(note) for note in exhibit.notes)
    if exhibit.source:
        parts.append(for_html(source_line(exhibit.source, language)))
    return f'<p class="angket-notes">{" ".join(parts)}</p>' if parts else ""


def sentences_html(exhibit: Exhibit) -> str:
    """The exhibit's sentences, each a paragraph; an unavailable exhibit says why and what to do."""
    if exhibit.unavailable:
        return f'<p class="angket-unavailable">{sentence_html(exhibit.unavailable)}</p>'
    return "".join(f'<p class="angket-sentence">{sentence_html(one)}</p>' for one in exhibit.sentences)


def exhibit_words_html(exhibit: Exhibit, language: Language) -> str:
    """Two values, notes and sentences of an exhibit, in reading order."""
    two_values = two_values_html(exhibit.two_values, language) if exhibit.two_values else ""
    return two_values + notes_html(exhibit, language) + sentences_html(exhibit)


def two_values_html(two_values: TwoValues, language: Language) -> str:
    """The value by convention beside the reference value, and whether they decide alike."""
    _ = language.gettext
    heading = _("Note on method")
    kind: VerdictKind = "good" if two_values.same_decision else "attention"
    chip = verdict_chip_html(Verdict(kind, decision_line(two_values.same_decision, language)))
    pair = "".join(
        f"<div>{_key_figure_rows(figure)}</div>" for figure in (two_values.convention, two_values.reference)
    )
    return (
        f'<div class="angket-two-values"><dl class="angket-pair">{pair}</dl>'
        f'<p class="angket-method-note"><span>{for_html(heading)}</span>'
        f"{sentence_html(two_values.note)}</p><p>{chip}</p></div>"
    )


def _key_figure(figure: KeyFigure) -> str:
    return f"<div>{_key_figure_rows(figure)}</div>"


def _key_figure_rows(figure: KeyFigure) -> str:
    unit = f" <small>{for_html(figure.unit)}</small>" if figure.unit else ""
    remark = f'<dd class="angket-figure-remark">{_words_html(figure.remark)}</dd>' if figure.remark else ""
    return (
        f"<dt>{for_html(figure.name)}</dt>"
        f'<dd class="angket-figure-value">{_words_html(figure.value)}{unit}</dd>{remark}'
    )

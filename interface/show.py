"""Show a section or an exhibit: the one way from the chapter to the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.reporting.captions import ChapterCaptions, ExhibitCaptions
from analysis.reporting.exhibit import Computation, Exhibit, SectionView, Table
from analysis.reporting.figure import Figure
from analysis.reporting.language import Language
from interface.exhibit_downloads import exhibit_tools
from interface.language import current_language
from interface.text import literal
from interface.warm_up import drawing

WIDE_TABLE = 5
"""A table with more columns than this takes more than half of a row that it shares with its picture."""
FORMULA_STRUT = r"\rule{0pt}{1.5em}"
"""Invisible height: st.latex cuts tall fractions off at the top."""


def show_opening(view: SectionView) -> None:
    """Screen name, verdict, conclusion, remark and key figures: the answer first."""
    from analysis.reporting.renderers.html import opening_html

    st.html(opening_html(view))


def show_exhibits(view: SectionView, captions: ChapterCaptions) -> None:
    """The exhibits in order, numbered as in the report; two narrow neighbours share a row."""
    for row in _rows(view.exhibits):
        if len(row) == 1:
            show_exhibit(row[0], view.key, captions.of(view.key, row[0].key))
            continue
        for place, exhibit in zip(st.columns(len(row)), row, strict=True):
            with place:
                show_exhibit(exhibit, view.key, captions.of(view.key, exhibit.key), stretch=True)


def show_exhibit(exhibit: Exhibit, section: str, captions: ExhibitCaptions, *, stretch: bool = False) -> None:
    """One card: title and tools, table beside picture, notes, sentences, how it is computed."""
    language = current_language()
    key = f"{section}-{exhibit.key}"
    with st.container(border=True, key=f"card-{key}", height="stretch" if stretch else "content"):
        _head(exhibit, key, captions)
        if exhibit.unavailable is None:
            _body(exhibit, key, captions, language)
        _words(exhibit, language)
        if exhibit.computation is not None and exhibit.unavailable is None:
            _computation(exhibit.computation, key, language)


def _rows(exhibits: Sequence[Exhibit]) -> list[list[Exhibit]]:
    rows: list[list[Exhibit]] = []
    for exhibit in exhibits:
        pairs = rows and len(rows[-1]) == 1 and rows[-1][0].narrow and exhibit.narrow
        if pairs:
            rows[-1].append(exhibit)
        else:
            rows.append([exhibit])
    return rows


def _head(exhibit: Exhibit, key: str, captions: ExhibitCaptions) -> None:
    from analysis.reporting.renderers.html import exhibit_title_html

    with st.container(key=f"cardhead-{key}", horizontal=True, gap="small"):
        st.html(exhibit_title_html(captions.card, exhibit.title), width="stretch")
        if exhibit.unavailable is None:
            exhibit_tools(exhibit, key, captions)


def _body(exhibit: Exhibit, key: str, captions: ExhibitCaptions, language: Language) -> None:
    """The first figure beside the first table where the exhibit asks for it; then tables, then figures."""
    if exhibit.equation is not None:
        from analysis.reporting.renderers.html import equation_html

        st.html(equation_html(exhibit.equation, language))
    tables, figures = _tables_html(exhibit, captions, language), list(exhibit.figures)
    if exhibit.beside and tables and figures:
        wide = len(exhibit.tables[0].columns) > WIDE_TABLE
        with st.container(key=f"beside-{key}"):
            left, right = st.columns([13, 8] if wide else [11, 10], gap="medium")
        with left:
            st.html(tables.pop(0))
            _two_values(exhibit, language)
        with right:
            show_figure(figures.pop(0), key, language)
    for table in tables:
        st.html(table)
    for pair in (figures[start : start + 2] for start in range(0, len(figures), 2)):
        places = st.columns(len(pair), gap="medium") if len(pair) > 1 else [st.container()]
        for place, figure in zip(places, pair, strict=True):
            with place:
                show_figure(figure, key, language)


def _tables_html(exhibit: Exhibit, captions: ExhibitCaptions, language: Language) -> list[str]:
    """Each table, from the second on with its number and title: those of the first stand on the card."""
    from analysis.reporting.renderers.html import table_caption_html

    numbers = [caption.text for caption in captions.tables] or [""] * len(exhibit.tables)
    return [
        ("" if place == 0 else table_caption_html(number, table.title))
        + _table_html(table, exhibit, language)
        for place, (number, table) in enumerate(zip(numbers, exhibit.tables, strict=True))
    ]


def _table_html(table: Table, exhibit: Exhibit, language: Language) -> str:
    """One table, named for a screen reader by its card too: names of regions must differ."""
    from analysis.reporting.renderers.html import table_html

    name = table.title if table.title == exhibit.title else f"{exhibit.title}: {table.title}"
    return table_html(replace(table, title=name), language)


def show_figure(figure: Figure, key: str, language: Language) -> None:
    """One picture, drawn for the theme of the page, with its alternative text."""
    from analysis.reporting.renderers.plotly_figure import CONFIG, plotly_figure

    dark = st.context.theme.type == "dark"
    with drawing():
        st.plotly_chart(
            plotly_figure(figure, language, "dark" if dark else "light"),
            theme=None,
            config=CONFIG,
            alt=figure.description,
            key=f"figure-{key}-{figure.key}",
        )


def _two_values(exhibit: Exhibit, language: Language) -> None:
    """Convention and reference under the table that stands beside the picture, where there is room for them."""
    if exhibit.two_values is not None:
        from analysis.reporting.renderers.html import two_values_html

        st.html(two_values_html(exhibit.two_values, language))


def _words(exhibit: Exhibit, language: Language) -> None:
    from analysis.reporting.renderers.html import exhibit_words_html

    said = exhibit.beside and exhibit.tables and exhibit.figures
    words = exhibit_words_html(replace(exhibit, two_values=None) if said else exhibit, language)
    if words:
        st.html(words)


@st.fragment
def _computation(computation: Computation, key: str, language: Language) -> None:
    """Filled when it is opened: formulas and code are slow to draw, and most readers never look."""
    panel = st.expander(
        language.gettext("How this is computed"),
        icon=":material/function:",
        key=f"computed-{key}",
        on_change="rerun",
    )
    if panel.open:
        with panel:
            _steps(computation, language)


def _steps(computation: Computation, language: Language) -> None:
    """Formula with the student's numbers, in words, source, and the same in SPSS and R."""
    from analysis.reporting.renderers.html import sentence_html

    _ = language.gettext
    for formula in computation.formulas:
        st.html(f'<p class="card-text">{_escaped(formula.caption)}</p>')
        st.latex(FORMULA_STRUT + formula.latex)
    for explanation in computation.explanation:
        st.html(f'<p class="card-text">{sentence_html(explanation)}</p>')
    if computation.source:
        st.html(f'<p class="card-text quiet">{_escaped(computation.source)}</p>')
    for program, syntax in (("SPSS", computation.spss), ("R", computation.r)):
        if syntax:
            st.caption(literal(_("The same in {program}").format(program=program)))
            st.code(syntax, language="r" if program == "R" else None, wrap_lines=True)


def _escaped(text: str) -> str:
    from analysis.reporting.renderers.text_escape import for_html

    return for_html(text)

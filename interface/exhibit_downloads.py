"""Copy an exhibit's table, or download it: Word, CSV, PNG and SVG, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.reporting.captions import ExhibitCaptions
from analysis.reporting.exhibit import Exhibit, Table
from analysis.reporting.figure import Figure
from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import for_html
from interface.language import current_language
from interface.markup import tool_button
from interface.text import literal

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def exhibit_tools(exhibit: Exhibit, key: str, captions: ExhibitCaptions) -> None:
    """Copy, for a card with tables, and a menu of downloads."""
    with st.container(key=f"tools-{key}", horizontal=True, gap=None, width="content"):
        if exhibit.tables:
            st.html(_copy_button(current_language()), width="content")
        _downloads(exhibit, key, captions)


@st.fragment
def _downloads(exhibit: Exhibit, key: str, captions: ExhibitCaptions) -> None:
    """The menu is filled when it is opened, so that a screen with many cards stays light."""
    language = current_language()
    _ = language.gettext
    menu = st.popover(
        _("Download"), icon=":material/download:", type="tertiary", key=f"download-{key}", on_change="rerun"
    )
    if not menu.open:
        return
    with menu:
        _button(_("Word (.docx)"), lambda: _word(exhibit, captions, language), f"{key}.docx", WORD)
        for table in exhibit.tables:
            _table_button(table, key, language, several=len(exhibit.tables) > 1)
        for figure in exhibit.figures:
            _figure_buttons(figure, key, language, several=len(exhibit.figures) > 1)


def _copy_button(language: Language) -> str:
    """The page's own listener copies the tables of the card, in the form that word processors keep."""
    _ = language.gettext
    done, failed = for_html(_("Copied")), for_html(_("Copying was refused"))
    return tool_button(_("Copy"), "copy", f'data-copy data-done="{done}" data-failed="{failed}"')


def _table_button(table: Table, key: str, language: Language, *, several: bool) -> None:
    _ = language.gettext
    name = f": {literal(table.title)}" if several else ""
    _button(_("Table (.csv)") + name, lambda: _csv(table, language), f"{key}-{table.key}.csv", "text/csv")


def _figure_buttons(figure: Figure, key: str, language: Language, *, several: bool) -> None:
    _ = language.gettext
    name = f": {literal(figure.title)}" if several else ""
    _button(
        _("Picture (.png)") + name, lambda: _png(figure, language), f"{key}-{figure.key}.png", "image/png"
    )
    _button(
        _("Picture (.svg)") + name, lambda: _svg(figure, language), f"{key}-{figure.key}.svg", "image/svg+xml"
    )


def _button(label: str, make: Callable[[], bytes], file_name: str, mime: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        type="tertiary",
        key=f"get-{file_name}",
    )


def _word(exhibit: Exhibit, captions: ExhibitCaptions, language: Language) -> bytes:
    from analysis.reporting.renderers.word import exhibit_docx

    return exhibit_docx(exhibit, language, captions if captions.card else None)


def _csv(table: Table, language: Language) -> bytes:
    from analysis.reporting.renderers.csv_table import table_csv

    return table_csv(table, language)


def _png(figure: Figure, language: Language) -> bytes:
    from analysis.reporting.renderers.matplotlib_figure import png_bytes

    return png_bytes(figure, language)


def _svg(figure: Figure, language: Language) -> bytes:
    from analysis.reporting.renderers.matplotlib_figure import svg_bytes

    return svg_bytes(figure, language)

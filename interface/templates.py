"""Ready instruments to start from: an answer sheet for Excel and the questions of a Google Forms form."""

from __future__ import annotations

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import for_html
from analysis.study.templates import InstrumentTemplate
from interface.language import current_language
from interface.markup import paragraph, section_title

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_templates() -> None:
    """A card an instrument; files are made when they are asked for."""
    from analysis.reporting.instrument_templates import TEMPLATES

    language = current_language()
    _ = language.gettext
    st.html(section_title(_("Or start from a ready instrument")))
    for column, template in zip(st.columns(len(TEMPLATES)), TEMPLATES, strict=True):
        with column, st.container(border=True, key=f"card-template-{template.key}", height="stretch"):
            _card(template, language)


def _card(template: InstrumentTemplate, language: Language) -> None:
    _ = language.gettext
    items = sum(len(scale.items) for scale in template.scales)
    names = language.listing([scale.name.of(language.code) for scale in template.scales])
    words = _("{items} statements: {scales}. The answers come back understood without a correction.")
    title = f'<h3 class="card-title sample-title">{for_html(template.title.of(language.code))}</h3>'
    text = words.format(items=language.integer(items), scales=names)
    st.html(title + paragraph(text, "card-text quiet"))
    st.space("stretch")
    st.download_button(
        _("Answer sheet (.xlsx)"),
        data=lambda: _answer_sheet(template, language),
        file_name=f"angket-{template.key}.xlsx",
        mime=EXCEL,
        icon=":material/table:",
        key=f"sheet-{template.key}",
        on_click="ignore",
    )
    st.download_button(
        _("Questions for Google Forms (.csv)"),
        data=lambda: _question_list(template, language),
        file_name=f"angket-{template.key}-google-forms.csv",
        mime="text/csv",
        icon=":material/list_alt:",
        key=f"questions-{template.key}",
        on_click="ignore",
    )


def _answer_sheet(template: InstrumentTemplate, language: Language) -> bytes:
    from analysis.reporting.instrument_templates import answer_sheet

    return answer_sheet(template, language)


def _question_list(template: InstrumentTemplate, language: Language) -> bytes:
    """With a byte order mark, or Excel would read the letters wrongly."""
    from analysis.reporting.instrument_templates import question_list

    return question_list(template, language).encode("utf-8-sig")

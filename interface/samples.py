"""The sample studies as cards: a small picture, what it shows, one click to open it finished."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import for_html
from interface.language import current_language
from interface.markup import paragraph, section_title
from interface.session import open_demo
from sample_data.catalogue import SAMPLE_STUDIES, SampleStudy

_BLUE, _ORANGE, _GREEN, _RED = "#0072B2", "#E69F00", "#009E73", "#D55E00"


def show_samples(heading: str = "") -> None:
    """Three cards side by side, below one another on a phone."""
    language = current_language()
    if heading:
        st.html(section_title(heading))
    for place, sample in zip(st.columns(len(SAMPLE_STUDIES)), SAMPLE_STUDIES.values(), strict=True):
        with place:
            _card(sample, language)


def _card(sample: SampleStudy, language: Language) -> None:
    _ = language.gettext
    title = _(sample.title)
    with st.container(border=True, key=f"card-sample-{sample.key}", height="stretch"):
        st.html(
            f'<img class="sample-picture" alt="" src="data:image/svg+xml;base64,{_PICTURES[sample.key]}">'
            f'<h3 class="card-title sample-title">{for_html(title)}</h3>'
            + paragraph(_(sample.description), "card-text quiet")
        )
        st.space("stretch")
        st.button(
            _("Open this sample"),
            key=f"sample-{sample.key}",
            icon=":material/visibility:",
            on_click=open_demo,
            args=(sample.key,),
        )


def _svg(drawing: str) -> str:
    """The drawing as base64, for an address of the picture's own; st.image would import numpy."""
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 92">{drawing}</svg>'
    return b64encode(picture.encode()).decode()


def _raincloud() -> str:
    """Two hills with their dots: members and non-members."""
    hill = "M20 {base} C70 {base} 90 {top} 140 {top} S190 {base} 226 {base} Z"
    dots = "".join(
        f'<circle cx="{70 + 13 * step}" cy="{base + 7 + step % 3 * 3}" r="2.2" fill="{colour}"/>'
        for base, colour, shift in ((33, _BLUE, 2), (73, _RED, 0))
        for step in range(shift, shift + 9)
    )
    return _svg(
        f'<path d="{hill.format(base=31, top=5)}" fill="{_BLUE}" opacity=".35"/>'
        f'<path d="{hill.format(base=71, top=49)}" fill="{_RED}" opacity=".3" transform="translate(-18 0)"/>{dots}'
    )


def _coefficients() -> str:
    """Coefficients with their intervals and the line of no effect."""
    rows = "".join(
        f'<line x1="{low}" x2="{high}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="4" stroke-linecap="round"/>'
        f'<circle cx="{(low + high) / 2}" cy="{y}" r="6" fill="{colour}"/>'
        for y, low, high, colour in ((24, 118, 196, _BLUE), (46, 96, 170, _ORANGE), (68, 52, 128, _GREEN))
    )
    return _svg(f'<line x1="80" x2="80" y1="10" y2="82" stroke="{_RED}" stroke-width="2"/>{rows}')


def _likert() -> str:
    """Diverging bars of answers."""
    rows = "".join(
        f'<rect x="{96 - low}" y="{y}" width="{low}" height="11" fill="{_RED}" opacity=".75"/>'
        f'<rect x="96" y="{y}" width="18" height="11" fill="#B5BAC0"/>'
        f'<rect x="114" y="{y}" width="{high}" height="11" fill="{_BLUE}" opacity=".8"/>'
        for y, low, high in ((12, 22, 104), (29, 34, 84), (46, 48, 66), (63, 60, 44))
    )
    return _svg(rows)


_PICTURES: Mapping[str, str] = {"retail": _raincloud(), "xiaomi": _coefficients(), "wellbeing": _likert()}

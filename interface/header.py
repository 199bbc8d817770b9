"""The line above every screen: which study, how many respondents, which model, saved or not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.renderers.text_escape import for_html
from interface import cache
from interface.critical_values import critical_values_button
from interface.language import current_language, language_switch
from interface.session import Workspace, overtaken, workspace
from interface.text import literal


def draw_header() -> None:
    """Study on the left; critical values and language on the right, on every screen."""
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_study_line(workspace(), current_language()), width="stretch")
        critical_values_button()
        language_switch()
    if overtaken():
        st.warning(literal(_overtaken_text(current_language())), icon=":material/sync_problem:")


def _overtaken_text(language: Language) -> str:
    return language.gettext(
        "This study was changed in another tab meanwhile, so your last change was not kept. It is shown as it is now; make your change again."
    )


def _study_line(current: Workspace | None, language: Language) -> str:
    _ = language.gettext
    if current is None:
        return _line([_marked("quiet", _("No study is open"))], language)
    parts = [f'<strong class="study-name">{for_html(shown_title(current, language))}</strong>']
    if current.study.simulated:
        parts.append(_marked("simulated", _("Simulated data")))
    parts += [f"<span>{part}</span>" for part in _facts(current, language)]
    if current.saved is not None:
        parts.append(_saved_mark(current.saved.saved_at, current.study.confirmed, language))
    return _line(parts, language)


def shown_title(current: Workspace, language: Language) -> str:
    """The study's own title; a sample, which nobody named, has its title in the reader's language."""
    from sample_data.catalogue import SAMPLE_STUDIES

    sample = SAMPLE_STUDIES.get(current.demo)
    return current.study.title if sample is None else language.gettext(sample.title)


def _line(parts: list[str], language: Language) -> str:
    """The line, with the words that assets/listeners.html gives the framework for an unknown address."""
    _ = language.gettext
    words = {
        "data-lost": _("There is no page at this address"),
        "data-lost-text": _("This is Home; every screen is in the menu."),
        "data-lost-close": _("Close"),
    }
    lost = " ".join(f'{name}="{for_html(text)}"' for name, text in words.items())
    return f'<div class="angket-header" {lost}>{"".join(parts)}</div>'


def _marked(kind: str, text: str) -> str:
    return f'<span class="{kind}">{for_html(text)}</span>'


def _facts(current: Workspace, language: Language) -> list[str]:
    """Respondents, scales with items, model; what cannot be told is left out rather than guessed."""
    _ = language.gettext
    prepared = cache.prepared(current.study)
    if prepared is None:
        return []
    used, read = language.integer(prepared.respondents), language.integer(prepared.rows_read)
    return [
        _filled(_("{used} of {entered} respondents"), used=f"<b>{used}</b>", entered=read),
        _scales_fact(len(prepared.scales), len(prepared.item_names), language),
        _model_fact(current, language),
    ]


def _scales_fact(scales: int, items: int, language: Language) -> str:
    """A file of finished scores has scales without items."""
    counted_scales = _counted(language.ngettext("{n} scale", "{n} scales", scales), scales)
    if items:
        counted_items = _counted(language.ngettext("{n} item", "{n} items", items), items)
        return f"{counted_scales}, {counted_items}"
    return counted_scales


def _counted(template: str, n: int) -> str:
    return _filled(template, n=f"<b>{n}</b>")


def _model_fact(current: Workspace, language: Language) -> str:
    _ = language.gettext
    model = current.study.codebook.model
    if not model.outcome:
        return for_html(_("Model: not chosen yet"))
    count = len(model.predictors)
    template = language.ngettext("{outcome} from {n} variable", "{outcome} from {n} variables", count)
    return _filled(template, outcome=f"<b>{for_html(model.outcome)}</b>", n=f"<b>{count}</b>")


def _filled(template: str, **parts: str) -> str:
    """A template of ours with parts that are HTML already."""
    return for_html(template).format(**parts)


def _saved_mark(saved_at: datetime, confirmed: bool, language: Language) -> str:
    """When the study was last kept. A sample study, which nobody changes, has no such mark."""
    _ = language.gettext
    time = _local(saved_at).strftime("%H.%M" if language.code == "id" else "%H:%M")
    text = _("Saved {time}") if confirmed else _("Draft saved {time}")
    return f'<span class="saved"><span aria-hidden="true">✓</span> {for_html(text.format(time=time))}</span>'


def _local(moment: datetime) -> datetime:
    """The visitor's clock: the browser tells its distance from UTC in minutes."""
    offset = st.context.timezone_offset
    return moment.astimezone(UTC) - timedelta(minutes=offset or 0)

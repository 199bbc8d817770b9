"""The settings of the analysis: level, scoring, missing answers, criteria, bootstrap."""

from __future__ import annotations

from dataclasses import asdict, replace

import streamlit as st

from analysis.reporting.descriptives_sentences import class_words
from analysis.reporting.language import Language
from analysis.reporting.messages.trail_words import choice_words
from analysis.reporting.messages.wording import unusable_text
from analysis.statistics.descriptives import CLASSES
from analysis.study.codebook import Settings
from analysis.study.codebook_validation import CHOICES, CLASS_COUNTS, validate_settings
from analysis.study.notice import UnusableInput
from analysis.study.study import Decision
from interface.language import current_language
from interface.session import Workspace, change, workspace
from interface.text import literal

_PROBLEM = "settings_problem"
LEVELS = (0.001, 0.01, 0.025, 0.05, 0.1)
RELIABILITY_CUTS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
WHOLE_NUMBERS = ("bootstrap", "seed")


def show_settings_form(current: Workspace, language: Language) -> None:
    _ = language.gettext
    settings = current.study.codebook.settings
    revision = current.saved.revision if current.saved else 0
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))
    with st.form(f"settings_{revision}", border=False):
        _numbers(settings, revision, language)
        _choices(settings, revision, language)
        _class_count(settings, revision, language)
        st.form_submit_button(
            _("Save the settings"),
            type="primary",
            key=f"primary-settings-{revision}",
            on_click=_save,
            args=(revision,),
        )


def _numbers(settings: Settings, revision: int, language: Language) -> None:
    _ = language.gettext
    number, key = st.number_input, f"setting_{{}}_{revision}"
    _level(_("Significance level (alpha)"), LEVELS, settings.alpha, key.format("alpha"), language)
    cut = _("Criterion for Cronbach's alpha")
    _level(cut, RELIABILITY_CUTS, settings.reliability_cut, key.format("reliability_cut"), language)
    samples = _("Bootstrap samples (0: none)")
    # No limits here: the framework would hold a number beyond them back without a sentence.
    number(samples, value=settings.bootstrap, step=1000, key=key.format("bootstrap"))
    number(_("Seed of random numbers"), value=settings.seed, step=1, key=key.format("seed"))


def _level(label: str, usual: tuple[float, ...], current: float, key: str, language: Language) -> None:
    """The usual values and the one in use, printed as the language writes decimals."""
    options = sorted({*usual, current})
    st.selectbox(
        label,
        options,
        index=options.index(current),
        format_func=lambda value: language.number(value, max(2, decimals(value))),
        key=key,
    )


def decimals(value: float) -> int:
    """Digits after the decimal mark that the value needs."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def _choices(settings: Settings, revision: int, language: Language) -> None:
    _ = language.gettext
    labels = {
        "validity_df": _("Degrees of freedom of the r table"),
        "score": _("Scale score"),
        "missing": _("When an answer is missing"),
        "row_order": _("Order of the rows"),
    }
    names = choice_words(language)
    helps = {
        "missing": _(
            "Left out only of the analyses that need the answer. "
            "A score from the answered items is given when at least 80% of a scale's items are answered."
        ),
        "row_order": _("Rows in order of time add Newey-West errors to the regression."),
    }
    for field, label in labels.items():
        options = list(CHOICES[field])
        st.selectbox(
            label,
            options,
            index=options.index(getattr(settings, field)),
            format_func=lambda option: names.get(option, option),
            help=literal(helps[field]) if field in helps else None,
            key=f"setting_{field}_{revision}",
        )


def _class_count(settings: Settings, revision: int, language: Language) -> None:
    _ = language.gettext
    words = class_words(language)
    st.selectbox(
        _("Classes of a mean"),
        CLASS_COUNTS,
        index=CLASS_COUNTS.index(settings.class_count),
        format_func=lambda count: f"{count}: {', '.join(words[category] for category in CLASSES[count])}",
        help=literal(
            _(
                "Width of a class: (highest − lowest answer) ÷ number of classes, 0.8 for five classes of answers from 1 to 5."
            )
        ),
        key=f"setting_class_count_{revision}",
    )


def _save(revision: int) -> None:
    """Keep the changed settings, each with its entry in the trail."""
    current = workspace()
    if current is None:
        return
    before = asdict(current.study.codebook.settings)
    after = {
        name: st.session_state.get(f"setting_{name}_{revision}", value) for name, value in before.items()
    }
    after |= {name: int(after[name]) for name in WHOLE_NUMBERS}
    settings = replace(current.study.codebook.settings, **after)
    try:
        validate_settings(settings)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    changed = [name for name in before if before[name] != after[name]]
    decisions = [Decision("setting", reason=n, before=str(before[n]), after=str(after[n])) for n in changed]
    if decisions:
        change(current.study.with_codebook(replace(current.study.codebook, settings=settings), *decisions))

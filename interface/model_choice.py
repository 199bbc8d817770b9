"""Which of a study's named models is shown; the others stay for comparison."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.study.codebook import Codebook, Model
from analysis.study.study import Decision
from interface.language import current_language
from interface.navigation import screen_link
from interface.session import Workspace, change, workspace

_CHOICE = "shown_model"


def show_regression_controls(current: Workspace) -> None:
    """Which model is shown, and the way to choose one."""
    _show_model_choice(current)
    show_missing_choice(current, "outcome", "predictors")


def _show_model_choice(current: Workspace) -> None:
    """A switch between the models, when there is more than one; the chosen one becomes the main model."""
    models = all_models(current.study.codebook)
    if len(models) < 2:
        return
    _ = current_language().gettext
    names = [model_name(model, number) for number, model in enumerate(models)]
    st.session_state[_CHOICE] = 0
    with st.container(key="control-model"):
        st.segmented_control(
            _("Model"),
            range(len(models)),
            format_func=lambda number: names[number],
            key=_CHOICE,
            required=True,
            disabled=not current.editable,
            on_change=_choose,
        )


def show_missing_choice(current: Workspace, *fields: str) -> None:
    """The way to the model form, where one of these parts of the model is not chosen yet."""
    _ = current_language().gettext
    if not all(getattr(current.study.codebook.model, field) for field in fields):
        screen_link("data", _("Choose it on the Data screen"), icon=":material/account_tree:")


def all_models(codebook: Codebook) -> tuple[Model, ...]:
    """The main model first."""
    return (codebook.model, *codebook.alternatives)


def model_name(model: Model, number: int) -> str:
    """The name a person gave, else "Model 1", "Model 2"."""
    _ = current_language().gettext
    return model.name or _("Model {n}").format(n=number + 1)


def with_main_model(codebook: Codebook, number: int) -> Codebook:
    """The codebook with one of its models as the main one; the order of the others stays."""
    models = all_models(codebook)
    others = tuple(model for position, model in enumerate(models) if position != number)
    return replace(codebook, model=models[number], alternatives=others)


def _choose() -> None:
    current = workspace()
    if current is None:
        return
    codebook = current.study.codebook
    number = int(st.session_state[_CHOICE])
    chosen = with_main_model(codebook, number)
    decision = Decision(
        "main_model", before=model_name(codebook.model, 0), after=model_name(chosen.model, number)
    )
    change(current.study.with_codebook(chosen, decision))

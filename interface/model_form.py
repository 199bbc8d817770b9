"""Named models of one study: outcome, predictors, groups, loyalty axes and hypotheses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import count
from typing import Any

import streamlit as st

from analysis.reporting.language import Language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.codebook import Hypothesis, Model
from analysis.study.codebook_validation import group_names, scale_names, validate
from analysis.study.notice import UnusableInput
from analysis.study.study import Decision
from interface import cache
from interface.language import current_language
from interface.model_choice import all_models, model_name
from interface.session import Workspace, change, workspace
from interface.text import literal

_NUMBER, _PROBLEM = "edited_model", "model_problem"
FIELDS = (
    "name", "outcome", "predictors", "group", "group_levels", "attachment", "repeat_purchase", "hypotheses",
)  # fmt: skip


def show_model_form(current: Workspace, language: Language) -> None:
    """One form for the model that is picked; a new model starts as a copy of the first."""
    _ = language.gettext
    models = all_models(current.study.codebook)
    number = _picked(models)
    model = models[number]
    if st.session_state.get(_PROBLEM):
        st.error(literal(st.session_state.pop(_PROBLEM)))
    _fields(current, model, number, language)
    with st.container(horizontal=True):
        st.button(_("Add a model"), icon=":material/add:", key="add_model", on_click=_add)
        st.button(
            _("Remove this model"),
            key="remove_model",
            on_click=_remove,
            args=(number,),
            disabled=len(models) < 2,
        )


def _picked(models: Sequence[Model]) -> int:
    if len(models) < 2:
        return 0
    _ = current_language().gettext
    picked = st.selectbox(
        _("Model"),
        range(len(models)),
        format_func=lambda n: model_name(models[n], n) if n < len(models) else "",
        key=_NUMBER,
    )
    return int(picked) if picked is not None and picked < len(models) else 0


def _fields(current: Workspace, model: Model, number: int, language: Language) -> None:
    _ = language.gettext
    codebook = current.study.codebook
    scales, groups = scale_names(codebook.columns), group_names(codebook.columns)
    items = tuple(
        entry.name for entry in codebook.columns.values() if entry.role == "item" and entry.included
    )
    key = f"{number}_{current.saved.revision if current.saved else 0}"
    with st.form(f"model_{key}", border=False):
        st.text_input(
            _("Name of the model"),
            model.name,
            max_chars=60,
            placeholder=model_name(model, number),
            key=f"name_{key}",
        )
        _one(_("Outcome (Y)"), scales, model.outcome, f"outcome_{key}")
        st.multiselect(
            _("Predictors (X)"),
            scales,
            [p for p in model.predictors if p in scales],
            key=f"predictors_{key}",
            placeholder=_("Choose scales"),
        )
        _one(_("Groups to compare"), groups, model.group, f"group_{key}")
        st.multiselect(
            _("The two groups, first minus second"),
            _levels(current, model),
            model.group_levels,
            max_selections=2,
            placeholder=_("Choose two groups"),
            key=f"group_levels_{key}",
        )
        _one(_("Loyalty map: attachment"), (*scales, *items), model.attachment, f"attachment_{key}")
        _one(
            _("Loyalty map: repeat purchase"),
            (*scales, *items),
            model.repeat_purchase,
            f"repeat_purchase_{key}",
        )
        st.text_area(
            _("Hypotheses, one a line for each predictor in order"),
            _hypothesis_lines(model),
            key=f"hypotheses_{key}",
        )
        st.form_submit_button(
            _("Save the model"),
            type="primary",
            key=f"primary-model-{key}",
            on_click=_save,
            args=(number, key),
        )


def _one(label: str, options: Sequence[str], chosen: str, key: str) -> None:
    """One name or none. The options are user text; a select box shows them literally."""
    choices = ["", *options]
    nothing = current_language().gettext("none")
    st.selectbox(
        label,
        choices,
        index=choices.index(chosen) if chosen in choices else 0,
        format_func=lambda name: name or nothing,
        key=key,
    )


def _levels(current: Workspace, model: Model) -> list[str]:
    prepared = cache.prepared(current.study)
    known = prepared.category_order.get(model.group, ()) if prepared is not None else ()
    return list(dict.fromkeys((*known, *model.group_levels)))


def _hypothesis_lines(model: Model) -> str:
    """What the text field shows: one line for each predictor in order."""
    return "\n".join(_hypothesis_text(model, predictor) for predictor in model.predictors)


def _hypothesis_text(model: Model, predictor: str) -> str:
    return next((h.text for h in model.hypotheses if h.predictor == predictor), "")


def _save(number: int, key: str) -> None:
    current = workspace()
    if current is None or number >= len(all_models(current.study.codebook)):
        return
    entered = {field: st.session_state.get(f"{field}_{key}") for field in FIELDS}
    model = _entered_model(entered, all_models(current.study.codebook)[number])
    if len(model.group_levels) == 1:
        st.session_state[_PROBLEM] = current_language().gettext("Choose two groups")
        return
    _replace(current, number, model)


def _entered_model(entered: Mapping[str, Any], old: Model) -> Model:
    """The model of the form. Levels belong to a group: with another group they start over."""
    predictors = tuple(entered["predictors"] or ())
    texts = _hypothesis_texts(str(entered["hypotheses"] or ""), predictors, old)
    group = entered["group"] or ""
    return Model(
        outcome=entered["outcome"] or "",
        predictors=predictors,
        group=group,
        group_levels=tuple(entered["group_levels"] or ()) if group == old.group else (),
        attachment=entered["attachment"] or "",
        repeat_purchase=entered["repeat_purchase"] or "",
        hypotheses=tuple(Hypothesis(f"H{n}", p, texts.get(p, "")) for n, p in enumerate(predictors, start=1)),
        name=str(entered["name"] or "").strip(),
    )


def _hypothesis_texts(entered: str, predictors: Sequence[str], old: Model) -> Mapping[str, str]:
    """The text for each predictor; lines nobody touched stay with theirs when others are added or removed."""
    if entered == _hypothesis_lines(old):
        return {predictor: _hypothesis_text(old, predictor) for predictor in predictors}
    lines = (_without_number(line.strip(), n) for n, line in enumerate(entered.splitlines(), start=1))
    return dict(zip(predictors, lines, strict=False))


def _without_number(line: str, number: int) -> str:
    """The hypothesis without "H1:" where that is the number it has anyway."""
    return re.sub(rf"^H{number}\s*[:.)–-]\s*", "", line, flags=re.IGNORECASE)


def _add() -> None:
    """One model more. From now on each keeps its name, whichever of them is shown first."""
    current = workspace()
    if current is None:
        return
    codebook = current.study.codebook
    main, *others = [
        replace(model, name=model_name(model, number)) for number, model in enumerate(all_models(codebook))
    ]
    added = replace(main, name=_unused_name({model.name for model in (main, *others)}))
    changed = replace(codebook, model=main, alternatives=(*others, added))
    change(current.study.with_codebook(changed, Decision("model_added", after=added.name)))
    st.session_state[_NUMBER] = len(others) + 1


def _unused_name(names: Set[str]) -> str:
    """The next "Model n" that no model has."""
    _ = current_language().gettext
    numbered = (_("Model {n}").format(n=number) for number in count(len(names) + 1))
    return next(name for name in numbered if name not in names)


def _remove(number: int) -> None:
    current = workspace()
    if current is None:
        return
    models = all_models(current.study.codebook)
    rest = tuple(model for position, model in enumerate(models) if position != number)
    changed = replace(current.study.codebook, model=rest[0], alternatives=rest[1:])
    removed = Decision("model_removed", before=model_name(models[number], number))
    change(current.study.with_codebook(changed, removed))
    st.session_state[_NUMBER] = 0


def _replace(current: Workspace, number: int, model: Model) -> None:
    models = list(all_models(current.study.codebook))
    before, models[number] = models[number], model
    changed = replace(current.study.codebook, model=models[0], alternatives=tuple(models[1:]))
    try:
        validate(changed)
    except UnusableInput as refusal:
        st.session_state[_PROBLEM] = unusable_text(refusal, current_language())
        return
    decisions = [
        Decision("model", reason=field, before=_shown(before, field), after=_shown(model, field))
        for field in FIELDS
        if _shown(before, field) != _shown(model, field)
    ]
    if decisions:
        change(current.study.with_codebook(changed, *decisions))


def _shown(model: Model, field: str) -> str:
    """A field of the model as one line of the trail."""
    if field == "hypotheses":
        return "; ".join(h.text for h in model.hypotheses if h.text)
    value = getattr(model, field)
    return ", ".join(value) if isinstance(value, tuple) else str(value)

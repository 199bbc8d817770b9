"""Changes to a codebook that a person makes on the Data screen, as new codebooks with trail entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.study.codebook import Codebook, ColumnEntry, Model
from analysis.study.codebook_validation import group_names, scale_names, validate
from analysis.study.notice import UnusableInput
from analysis.study.study import Decision

FIELDS = ("label", "role", "name", "scale", "dimension", "low", "high", "reverse", "included", "reason")
"""Columns of the variable table; `low` and `high` are the two ends of `points`."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed codebook, valid, and what the trail tells about the change."""

    codebook: Codebook
    decisions: tuple[Decision, ...]


def edit_columns(
    codebook: Codebook, headers: Sequence[str], edits: Mapping[int, Mapping[str, Any]]
) -> Edited:
    """Apply the cells that were edited in the variable table: row position -> field -> value.

    `headers` are the columns that the table lists, in its order. The model follows renamed scales and groups. Raises UnusableInput when the result cannot be used.
    """
    changes = {headers[row]: cells for row, cells in edits.items() if 0 <= row < len(headers)}
    columns = {
        header: _edited_entry(entry, changes.get(header, {})) for header, entry in codebook.columns.items()
    }
    return changed_columns(codebook, columns)


def changed_columns(codebook: Codebook, columns: Mapping[str, ColumnEntry]) -> Edited:
    """The codebook with these columns, its models following, and one trail entry for each difference."""
    edited = replace(codebook, columns=columns)
    edited = replace(
        edited,
        model=_following(codebook.model, codebook, edited),
        alternatives=tuple(_following(model, codebook, edited) for model in codebook.alternatives),
    )
    validate(edited)
    return Edited(edited, differences(codebook, edited))


def merge_categories(codebook: Codebook, header: str, categories: Mapping[str, str]) -> Edited:
    """Each spelling of a column under the category it belongs to; a spelling that stays itself is left out."""
    entry = codebook.columns[header]
    kept = {spelling: category for spelling, category in categories.items() if category != spelling}
    columns = {**codebook.columns, header: replace(entry, categories=kept)}
    return changed_columns(codebook, columns)


def take_out(codebook: Codebook, name: str, reason: str) -> Edited:
    """One item out of its scale, with the reason that the trail and the report give."""
    return _with_entry(codebook, name, included=False, reason=reason)


def put_back(codebook: Codebook, name: str) -> Edited:
    return _with_entry(codebook, name, included=True, reason="")


def _with_entry(codebook: Codebook, name: str, **changes: Any) -> Edited:
    columns = {
        header: replace(entry, **changes) if entry.name == name else entry
        for header, entry in codebook.columns.items()
    }
    return changed_columns(codebook, columns)


def _edited_entry(entry: ColumnEntry, cells: Mapping[str, Any]) -> ColumnEntry:
    changes: dict[str, Any] = {}
    for field in ("label", "role", "name", "scale", "dimension", "reason"):
        if field in cells:
            changes[field] = str(cells[field] or "").strip()
    for field in ("reverse", "included"):
        if field in cells:
            changes[field] = bool(cells[field])
    if "low" in cells or "high" in cells:
        low, high = entry.points or (None, None)
        changes["points"] = _points(cells.get("low", low), cells.get("high", high))
    return replace(entry, **changes)


def _points(low: Any, high: Any) -> tuple[float, float] | None:
    if low is None and high is None:
        return None
    if low is None or high is None:
        raise UnusableInput("editor_points_half")
    return float(low), float(high)


def _following(model: Model, before: Codebook, after: Codebook) -> Model:
    """The model under the new names; what no longer exists leaves it."""
    scales = _renamed_scales(before, after)
    items = _renamed_columns(before, after, ("item",))
    groups = _renamed_columns(before, after, ("group", "demographic"))
    either = {**items, **scales}
    predictors = tuple(dict.fromkeys(scales[name] for name in model.predictors if name in scales))
    outcome = scales.get(model.outcome, "")
    predictors = tuple(name for name in predictors if name != outcome)
    return replace(
        model,
        outcome=outcome,
        predictors=predictors,
        group=groups.get(model.group, ""),
        group_levels=model.group_levels if model.group in groups else (),
        attachment=either.get(model.attachment, ""),
        repeat_purchase=either.get(model.repeat_purchase, ""),
        hypotheses=tuple(
            replace(hypothesis, predictor=scales[hypothesis.predictor])
            for hypothesis in model.hypotheses
            if scales.get(hypothesis.predictor) in predictors
        ),
    )


def _renamed_scales(before: Codebook, after: Codebook) -> dict[str, str]:
    """Old scale name -> its name now: itself while it exists, else the one name all its columns took."""
    existing = set(scale_names(after.columns))
    renamed = {}
    for scale in scale_names(before.columns):
        headers = [h for h, entry in before.columns.items() if scale in _scale_of(entry)]
        now = {name for h in headers for name in _scale_of(after.columns[h])}
        if scale in existing:
            renamed[scale] = scale
        elif len(now) == 1:
            renamed[scale] = now.pop()
    return renamed


def _scale_of(entry: ColumnEntry) -> tuple[str, ...]:
    if entry.role == "score":
        return (entry.scale or entry.name,)
    return (entry.scale,) if entry.role == "item" and entry.scale else ()


def _renamed_columns(before: Codebook, after: Codebook, roles: Sequence[str]) -> dict[str, str]:
    usable = set(group_names(after.columns)) | {e.name for e in after.columns.values() if e.role == "item"}
    return {
        entry.name: after.columns[header].name
        for header, entry in before.columns.items()
        if entry.role in roles and after.columns[header].name in usable
    }


def differences(before: Codebook, after: Codebook) -> tuple[Decision, ...]:
    """One trail entry for each field of each column that changed."""
    return tuple(_differences(before, after))


def _differences(before: Codebook, after: Codebook) -> Iterable[Decision]:
    for header, old in before.columns.items():
        new = after.columns[header]
        for field in (
            "role",
            "name",
            "scale",
            "dimension",
            "points",
            "reverse",
            "included",
            "label",
            "categories",
        ):
            was, now = getattr(old, field), getattr(new, field)
            if was != now:
                yield Decision("edited", header, field, before=_shown(was), after=_shown(now))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{spelling} = {category}" for spelling, category in value.items())
    if isinstance(value, tuple):
        return " - ".join(f"{end:g}" for end in value)
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value if value is not None else "")

"""The codebook as JSON (shape in docs/results.md): written out, and laid over a detected one."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model, Screening, Settings
from analysis.study.codebook_validation import validate
from analysis.study.model_suggestion import with_known_names
from analysis.study.notice import UnusableInput
from analysis.study.short_names import distinct

Json = dict[str, Any]


def codebook_to_json(codebook: Codebook) -> Json:
    """Every key of the codebook, so that what was written is read back as the same codebook."""
    return {
        "columns": {header: _plain(entry) for header, entry in codebook.columns.items()},
        "screening": [_plain(screening) for screening in codebook.screening],
        "model": _plain(codebook.model),
        "settings": _plain(codebook.settings),
        "alternatives": [_plain(model) for model in codebook.alternatives],
    }


def codebook_from_bytes(data: bytes, file_name: str) -> Json:
    """The object that a codebook file holds. Raises UnusableInput where it holds no JSON object."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise UnusableInput("codebook_not_json", file=file_name)
    return given


def overlay(detected: Codebook, given: Mapping[str, Any]) -> Codebook:
    """`given` laid over `detected` key by key.

    Columns that `given` does not list stay as detected, except that a detected short name gives way
    to the same name given to another column. A given model replaces the detected one whole; without
    one, the detected model stays where its scales still exist and is suggested anew where they do not.
    Raises UnusableInput naming the unknown column, key, scale or value.
    """
    _object(given, "codebook", ("columns", "screening", "model", "settings", "alternatives"))
    columns = _overlay_columns(detected.columns, given.get("columns", {}))
    codebook = replace(
        detected,
        columns=columns,
        screening=_screening(given["screening"]) if "screening" in given else detected.screening,
        settings=_settings(detected.settings, given.get("settings", {})),
    )
    codebook = (
        replace(codebook, model=_model(given["model"], "model"))
        if "model" in given
        else with_known_names(codebook)
    )
    if "model" in given or "alternatives" in given:
        alternatives = _list(given.get("alternatives", []), "alternatives")
        codebook = replace(
            codebook, alternatives=tuple(_model(model, "alternatives") for model in alternatives)
        )
    validate(codebook)
    return codebook


def _plain(value: Any) -> Any:
    """Tuples as lists, mappings and entries as plain dicts, as JSON has them."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


def _overlay_columns(detected: Mapping[str, ColumnEntry], given: Any) -> dict[str, ColumnEntry]:
    _object(given, "columns", None)
    by_header = {_header(header, detected): changes for header, changes in given.items()}
    columns = {
        header: _entry(header, entry, by_header[header]) if header in by_header else entry
        for header, entry in detected.items()
    }
    return _let_detected_names_give_way(columns, by_header)


def _let_detected_names_give_way(
    columns: dict[str, ColumnEntry], given: Mapping[str, Mapping[str, Any]]
) -> dict[str, ColumnEntry]:
    taken = {columns[header].name for header, changes in given.items() if "name" in changes}
    for header, entry in columns.items():
        if "name" in given.get(header, {}):
            continue
        if entry.name in taken:
            columns[header] = replace(entry, name=distinct(entry.name, taken))
        taken.add(columns[header].name)
    return columns


def _header(header: str, detected: Mapping[str, ColumnEntry]) -> str:
    if header in detected:
        return header
    same = [known for known in detected if known.strip() == header.strip()]
    if len(same) != 1:
        raise UnusableInput("codebook_unknown_column", column=header)
    return same[0]


def _entry(header: str, entry: ColumnEntry, changes: Any) -> ColumnEntry:
    _object(changes, header, tuple(field.name for field in fields(ColumnEntry)))
    read = {key: _ENTRY_READERS[key](value, f"{header}: {key}") for key, value in changes.items()}
    changed = replace(_in_role(entry, str(read.get("role", entry.role))), **read)
    if changed.role == "item" and changed.answers and "points" not in changes:
        changed = replace(changed, points=_covering(changed))
    return changed


def _in_role(entry: ColumnEntry, role: str) -> ColumnEntry:
    """The entry in the given role; what was detected of an item is not true of a score."""
    if role != "score" or entry.role == "score":
        return entry
    return replace(entry, scale="", dimension="", points=None, reverse=False)


def _covering(entry: ColumnEntry) -> tuple[float, float] | None:
    """The declared points if they hold every answer, else the range of the answers."""
    low, high = min(entry.answers.values()), max(entry.answers.values())
    if entry.points is not None and entry.points[0] <= low and high <= entry.points[1]:
        return entry.points
    return (low, high) if low < high else entry.points


def _screening(given: Any) -> tuple[Screening, ...]:
    rules: list[Screening] = []
    for rule in _list(given, "screening"):
        _object(rule, "screening", ("column", "keep", "reason"))
        rules.append(
            Screening(
                _text(rule.get("column"), "screening: column"),
                _texts(rule.get("keep"), "screening: keep"),
                _text(rule.get("reason", ""), "screening: reason"),
            )
        )
    return tuple(rules)


def _model(given: Any, where: str) -> Model:
    _object(given, where, tuple(field.name for field in fields(Model)))
    readers: dict[str, Callable[[Any, str], Any]] = {
        "predictors": _texts,
        "group_levels": _texts,
        "hypotheses": _hypotheses,
    }
    read = {}
    for key, value in given.items():
        reader: Callable[[Any, str], Any] = readers.get(key, _text)
        read[key] = reader(value, f"{where}: {key}")
    return Model(**read)


def _hypotheses(given: Any, where: str) -> tuple[Hypothesis, ...]:
    hypotheses = []
    for position, hypothesis in enumerate(_list(given, where), start=1):
        _object(hypothesis, where, ("id", "predictor", "text"))
        hypotheses.append(
            Hypothesis(
                _text(hypothesis.get("id", f"H{position}"), where),
                _text(hypothesis.get("predictor"), where),
                _text(hypothesis.get("text", ""), where),
            )
        )
    return tuple(hypotheses)


def _settings(detected: Settings, given: Any) -> Settings:
    _object(given, "settings", tuple(field.name for field in fields(Settings)))
    readers: dict[str, Callable[[Any, str], Any]] = {
        "alpha": _number,
        "reliability_cut": _number,
        "bootstrap": _integer,
        "seed": _integer,
        "class_count": _integer,
    }
    read = {}
    for key, value in given.items():
        reader: Callable[[Any, str], Any] = readers.get(key, _text)
        read[key] = reader(value, f"settings: {key}")
    return replace(detected, **read)


def _object(value: Any, where: str, keys: tuple[str, ...] | None) -> None:
    if not isinstance(value, Mapping):
        raise UnusableInput("codebook_needs_object", where=where)
    for key in value:
        if not isinstance(key, str) or (keys is not None and key not in keys):
            raise UnusableInput("codebook_unknown_key", key=str(key), where=where)


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise UnusableInput("codebook_needs_list", where=where)
    return list(value)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UnusableInput("codebook_needs_text", where=where)
    return value.strip()


def _level(value: Any, where: str) -> str:
    """A category as text: 1, 1.0 and "1" are the same level."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = _number(value, where)
        return str(int(number)) if number.is_integer() else repr(number)
    return _text(value, where)


def _texts(value: Any, where: str) -> tuple[str, ...]:
    return tuple(_level(inner, where) for inner in _list(value, where))


def _number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UnusableInput("codebook_needs_number", where=where)
    return float(value)


def _integer(value: Any, where: str) -> int:
    number = _number(value, where)
    if not number.is_integer():
        raise UnusableInput("codebook_needs_whole_number", where=where)
    return int(number)


def _flag(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise UnusableInput("codebook_needs_true_or_false", where=where)
    return value


def _points(value: Any, where: str) -> tuple[float, float] | None:
    if value is None:
        return None
    numbers = [_number(point, where) for point in _list(value, where)]
    if len(numbers) != 2:
        raise UnusableInput("codebook_needs_two_numbers", where=where)
    return numbers[0], numbers[1]


def _answers(value: Any, where: str) -> dict[str, float]:
    _object(value, where, None)
    return {text: _number(number, where) for text, number in value.items()}


def _categories(value: Any, where: str) -> dict[str, str]:
    _object(value, where, None)
    return {spelling: _level(category, where) for spelling, category in value.items()}


def _classes(value: Any, where: str) -> tuple[float, ...]:
    return tuple(_number(bound, where) for bound in _list(value, where))


def _separator(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UnusableInput("codebook_needs_text", where=where)
    return value


_ENTRY_READERS: Mapping[str, Callable[[Any, str], Any]] = {
    "role": _text,
    "name": _text,
    "label": _text,
    "scale": _text,
    "dimension": _text,
    "points": _points,
    "answers": _answers,
    "reverse": _flag,
    "included": _flag,
    "reason": _text,
    "categories": _categories,
    "classes": _classes,
    "separator": _separator,
    "option_of": _text,
}

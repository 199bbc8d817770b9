"""A study as plain JSON values and back, exactly: the form in which studies are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model, Screening, Settings
from analysis.study.codebook_file import codebook_to_json
from analysis.study.notice import Detail, Notice, UnusableInput
from analysis.study.study import Decision, Study
from analysis.study.table import CellTable

Json = dict[str, Any]

VERSION = 1


def study_to_json(study: Study) -> Json:
    """Everything of a study except its cells, which `table_to_json` gives."""
    return {
        "version": VERSION,
        "title": study.title,
        "codebook": codebook_to_json(study.codebook),
        "data_fingerprint": study.data_fingerprint,
        "notices": [{**asdict(notice), "details": dict(notice.details)} for notice in study.notices],
        "trail": [asdict(decision) for decision in study.trail],
        "source": study.source,
        "simulated": study.simulated,
        "confirmed": study.confirmed,
    }


def table_to_json(table: CellTable) -> Json:
    return {"headers": table.headers, "columns": table.columns, "row_numbers": table.row_numbers}


def study_from_json(given: Mapping[str, Any], table: Mapping[str, Any]) -> Study:
    """The study that was written. Raises UnusableInput for a version that this program does not know."""
    if given.get("version") != VERSION:
        raise UnusableInput("saved_study_version", version=str(given.get("version")))
    return Study(
        title=given["title"],
        table=_table(table),
        codebook=_codebook(given["codebook"]),
        data_fingerprint=given["data_fingerprint"],
        notices=tuple(_notice(notice) for notice in given["notices"]),
        trail=tuple(Decision(**decision) for decision in given["trail"]),
        source=given["source"],
        simulated=given["simulated"],
        confirmed=given["confirmed"],
    )


def _table(given: Mapping[str, Any]) -> CellTable:
    return CellTable(
        headers=tuple(given["headers"]),
        columns=tuple(tuple(cells) for cells in given["columns"]),
        row_numbers=tuple(given["row_numbers"]),
    )


def _codebook(given: Mapping[str, Any]) -> Codebook:
    return Codebook(
        columns={header: _entry(entry) for header, entry in given["columns"].items()},
        screening=tuple(Screening(**{**rule, "keep": tuple(rule["keep"])}) for rule in given["screening"]),
        model=_model(given["model"]),
        settings=Settings(**given["settings"]),
        alternatives=tuple(_model(model) for model in given["alternatives"]),
    )


def _entry(given: Mapping[str, Any]) -> ColumnEntry:
    points = given["points"]
    exact = {**given, "points": tuple(points) if points else None, "classes": tuple(given["classes"])}
    return ColumnEntry(**exact)


def _model(given: Mapping[str, Any]) -> Model:
    exact = {
        **given,
        "predictors": tuple(given["predictors"]),
        "group_levels": tuple(given["group_levels"]),
        "hypotheses": tuple(Hypothesis(**hypothesis) for hypothesis in given["hypotheses"]),
    }
    return Model(**exact)


def _notice(given: Mapping[str, Any]) -> Notice:
    details = {name: _detail(value) for name, value in given["details"].items()}
    return Notice(**{**given, "details": details})


def _detail(value: Any) -> Detail:
    return tuple(value) if isinstance(value, list) else value

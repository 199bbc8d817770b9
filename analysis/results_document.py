"""The results document: everything the screens show as one JSON object (docs/results.md)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from analysis.chapter import ChapterResults
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import notice_text, reason
from analysis.statistics.unavailable import Unavailable
from analysis.study.codebook_file import codebook_to_json
from analysis.study.notice import Notice
from analysis.study.study import Study
from analysis.study.trail import trail

JsonObject = dict[str, Any]

MAPS = {
    "respondents": "columns",
    "reliability": "scales",
    "oneway": "columns",
    "correlations": "pairs",
    "bootstrap": "coefficients",
    "models": "models",
    "associations": "pairs",
}
"""Results that are a plain map in the document: the field that holds the map."""


def inspection_document(study: Study, notices: Iterable[Notice], language: Language) -> JsonObject:
    """What --inspect gives: the study as read, codebook and notices, nothing computed."""
    rows = study.table.row_count
    return {
        "study": {
            "rows_read": rows,
            "respondents": rows,
            "excluded": [],
            "data_fingerprint": study.data_fingerprint,
            "study_fingerprint": study.fingerprint,
        },
        "notices": [_notice(notice, language) for notice in notices],
        "codebook": codebook_to_json(study.codebook),
    }


def results_document(
    results: ChapterResults, language: Language, notices: Iterable[Notice] | None = None
) -> JsonObject:
    """Every result of a study, unrounded; a value that does not exist is None.

    `notices` are those of the study unless given (with open doubts added, say).
    """
    study, prepared = results.study, results.prepared
    document = inspection_document(study, study.notices if notices is None else notices, language)
    document["study"] = {
        **document["study"],
        "respondents": prepared.respondents,
        "excluded": [{"reason": part.reason, "n": part.n} for part in prepared.excluded],
    }
    document["trail"] = [plain(decision, language) for decision in trail(study, prepared)]
    for key in results:
        if key != "bootstrap":
            document[key] = _result(key, results[key], language)
    _nest_bootstrap(document, results["bootstrap"], language)
    return document


def _result(key: str, result: object, language: Language) -> object:
    held = MAPS.get(key)
    if held and not isinstance(result, Unavailable):
        return plain(getattr(result, held), language)
    return plain(result, language)


def _nest_bootstrap(document: JsonObject, bootstrap: object, language: Language) -> None:
    """The bootstrap is an analysis of its own, but stands inside the regression in the document.

    Where it was not computed it is None, and a notice says why, unless it was switched off on purpose.
    """
    regression = document["regression"]
    if "unavailable" in regression:
        return
    regression["bootstrap"] = None
    if not isinstance(bootstrap, Unavailable):
        regression["bootstrap"] = _result("bootstrap", bootstrap, language)
    elif bootstrap.reason != "not_requested":
        message = reason(bootstrap, language).plain()
        notice = {"code": bootstrap.reason, "severity": "info", "message": message, "where": "bootstrap"}
        document["notices"].append(notice)


def _notice(notice: Notice, language: Language) -> JsonObject:
    return {
        "code": notice.code,
        "severity": notice.severity,
        "message": notice_text(notice, language),
        "where": notice.where,
    }


def _object(value: object, language: Language) -> JsonObject:
    if isinstance(value, Notice):
        return _notice(value, language)
    shown = [part.name for part in fields(value) if part.repr]  # type: ignore[arg-type]
    return {name: plain(getattr(value, name), language) for name in shown}


def plain(value: object, language: Language) -> object:
    """A result as JSON values: frozen dataclasses become objects, nan and infinity become None.

    Fields kept out of a dataclass's repr (series for pictures) are kept out of the document too.
    """
    if isinstance(value, Unavailable):
        return {"unavailable": value.reason, "message": reason(value, language).plain()}
    if is_dataclass(value):
        return _object(value, language)
    if isinstance(value, Mapping):
        return {str(key): plain(held, language) for key, held in value.items()}
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, tuple | list | np.ndarray):
        return [plain(held, language) for held in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value

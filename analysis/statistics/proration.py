"""What missing answers cost: respondents that listwise deletion drops and that prorating keeps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.statistics.unavailable import NotPossible
from analysis.study.preparation import PRORATED_SHARE, Prepared


@dataclass(frozen=True, slots=True)
class ScaleCompleteness:
    """Respondents by how many of a scale's items they answered; the three add up to all of them.

    `complete` answered every item, `enough` not all but at least 80 %, `too_few` fewer. Listwise
    scores exist for the first, prorated ones for the first two. A score of the file has 0 items.
    """

    items: int
    complete: int
    enough: int
    too_few: int


@dataclass(frozen=True, slots=True)
class ModelRespondents:
    """Respondents in the codebook's model under either way of scoring."""

    listwise: int
    prorated: int


@dataclass(frozen=True, slots=True)
class ProratedRow:
    """`row` of the spreadsheet, and the scales whose score is prorated there."""

    row: int
    scales: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProrationResult:
    """`method` is the one in use; `rows` is empty while it is listwise. `model` is None without a model."""

    n: int
    method: Literal["listwise", "prorated"]
    scales: dict[str, ScaleCompleteness]
    model: ModelRespondents | None
    rows: tuple[ProratedRow, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    """Of one scale, (n,) bool: has a listwise score, has a prorated score."""

    listwise: np.ndarray
    prorated: np.ndarray


def compute(prepared: Prepared) -> ProrationResult:
    """Both ways of scoring side by side. Raises NotPossible("no_items")."""
    if not prepared.item_names:
        raise NotPossible("no_items")
    scored = {name: _scored(name, prepared) for name in prepared.scales}
    method = prepared.codebook.settings.missing
    return ProrationResult(
        n=prepared.respondents,
        method=method,
        scales={
            name: _completeness(len(prepared.scales[name].items), found) for name, found in scored.items()
        },
        model=_model_respondents(prepared, scored),
        rows=_prorated_rows(prepared, scored) if method == "prorated" else (),
    )


def _scored(name: str, prepared: Prepared) -> _Scored:
    items = prepared.scales[name].items
    if not items:
        present = np.isfinite(prepared.scores[name])
        return _Scored(present, present)
    answered = np.sum(~np.isnan(prepared.scale_answers(name)), axis=1)
    needed = max(1, math.ceil(PRORATED_SHARE * len(items)))
    return _Scored(answered == len(items), answered >= needed)


def _completeness(items: int, scored: _Scored) -> ScaleCompleteness:
    complete, kept = int(scored.listwise.sum()), int(scored.prorated.sum())
    return ScaleCompleteness(items, complete, kept - complete, len(scored.listwise) - kept)


def _model_respondents(prepared: Prepared, scored: dict[str, _Scored]) -> ModelRespondents | None:
    model = prepared.codebook.model
    names = (model.outcome, *model.predictors)
    if not model.predictors or any(name not in scored for name in names):
        return None
    return ModelRespondents(
        listwise=int(np.logical_and.reduce([scored[name].listwise for name in names]).sum()),
        prorated=int(np.logical_and.reduce([scored[name].prorated for name in names]).sum()),
    )


def _prorated_rows(prepared: Prepared, scored: dict[str, _Scored]) -> tuple[ProratedRow, ...]:
    names = tuple(scored)
    partly = np.column_stack([found.prorated & ~found.listwise for found in scored.values()])
    return tuple(
        ProratedRow(int(prepared.row_numbers[i]), tuple(names[j] for j in np.flatnonzero(partly[i])))
        for i in np.flatnonzero(partly.any(axis=1))
    )

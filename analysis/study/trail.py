"""The trail: every exclusion, recode, reversal and removed item that stands between file and figures."""

from __future__ import annotations

import numpy as np

from analysis.study.categories import labels_in_use
from analysis.study.codebook import ColumnEntry
from analysis.study.preparation import Prepared
from analysis.study.study import Decision, Study
from analysis.study.wording import cell_text

AT_OPENING = ("personal_dropped", "personal_kept")
"""Steps taken when the file was opened, before all others."""


def trail(study: Study, prepared: Prepared) -> tuple[Decision, ...]:
    """What was done to the data, in the order of the work, followed by the changes a person made.

    `n` counts rows for screening and cells for the other steps.
    """
    personal = [decision for decision in study.trail if decision.step in AT_OPENING]
    changes = [decision for decision in study.trail if decision.step not in AT_OPENING]
    return (
        *personal,
        *_screenings(study, prepared),
        *_columns(study, prepared),
        *_out_of_range(study, prepared),
        *changes,
    )


def _screenings(study: Study, prepared: Prepared) -> list[Decision]:
    return [
        Decision("screened", screening.column, exclusion.reason, exclusion.n, after=", ".join(screening.keep))
        for screening, exclusion in zip(study.codebook.screening, prepared.excluded, strict=True)
    ]


def _columns(study: Study, prepared: Prepared) -> list[Decision]:
    decisions = []
    for header, entry in study.codebook.columns.items():
        decisions += _column(header, entry, prepared)
    return decisions


def _column(header: str, entry: ColumnEntry, prepared: Prepared) -> list[Decision]:
    decisions = []
    if not entry.included:
        return [Decision("left_out", header, entry.reason, before=entry.name)]
    answered = _answered(entry.name, prepared)
    if entry.answers and entry.role == "item":
        by_number = sorted(entry.answers.items(), key=lambda answer: answer[1])
        words = ", ".join(f"{text} = {cell_text(number)}" for text, number in by_number)
        decisions.append(Decision("coded", header, n=answered, after=words))
    if entry.reverse and entry.points:
        low, high = entry.points
        decisions.append(
            Decision("reversed", header, n=answered, after=f"{cell_text(low + high)} - {entry.name}")
        )
    if entry.counted_as != entry.name:
        decisions.append(Decision("joined", header, after=entry.counted_as))
    for spelling, category in entry.categories.items():
        if spelling.strip() != category:
            decisions.append(Decision("merged", header, before=spelling, after=category))
    if entry.classes:
        labels = labels_in_use(prepared.categories.get(entry.name, ()), entry.classes)
        decisions.append(Decision("classed", header, after=", ".join(labels)))
    return decisions


def _answered(name: str, prepared: Prepared) -> int | None:
    if name not in prepared.item_names:
        return None
    return int(np.sum(~np.isnan(prepared.raw_answers[:, prepared.item_names.index(name)])))


def _out_of_range(study: Study, prepared: Prepared) -> list[Decision]:
    headers = {entry.name: header for header, entry in study.codebook.columns.items()}
    lost = np.sum(~np.isnan(prepared.raw_answers) & np.isnan(prepared.answers), axis=0)
    return [
        Decision("out_of_range", headers[name], n=int(count))
        for name, count in zip(prepared.item_names, lost, strict=True)
        if count
    ]

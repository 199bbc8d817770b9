"""From a file that was read to a Study: detection, given codebook, personal columns dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.codebook_file import overlay
from analysis.study.codebook_validation import validate_levels
from analysis.study.detection import Detection, detect
from analysis.study.notice import Notice, UnusableInput
from analysis.study.questions import Question
from analysis.study.reading.reading import Reading
from analysis.study.study import Decision, Study

UNUSED_ROLES = frozenset({"timestamp", "identifier", "text", "ignored"})
"""Roles that no analysis reads: a personal column that keeps one of them is dropped."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A new study and the doubts that a person should settle."""

    study: Study
    questions: tuple[Question, ...]

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was understood, and every open doubt as a warning: for readers who cannot be asked."""
        doubts = tuple(
            Notice(doubt.code, "warning", doubt.columns[0], {"columns": doubt.columns, **doubt.details})
            for doubt in self.questions
        )
        return self.study.notices + doubts


def open_study(
    reading: Reading,
    title: str,
    codebook: Mapping[str, object] | None = None,
    keep: frozenset[str] = frozenset(),
) -> Opening:
    """Detect what the columns are, lay a given codebook over it, drop personal columns.

    `keep` names headers of personal columns that are kept on purpose. A personal column that the given
    codebook puts to use in an analysis is kept too. Raises UnusableInput as `overlay` does, for a group
    level that the file does not hold, and where no column would be left.
    """
    detection = detect(reading.table)
    detected = _as_the_file_says(detection.codebook, reading)
    understood = overlay(detected, codebook) if codebook else detected
    validate_levels(understood, reading.table)
    unused = _personal_unused(detection.personal, understood)
    dropped = [header for header in unused if header not in keep]
    kept = [header for header in unused if header in keep]
    if len(dropped) == len(reading.table.headers):
        raise UnusableInput("only_personal_columns", n=len(dropped))
    study = Study(
        title=title,
        table=reading.table.without(frozenset(dropped)),
        codebook=understood,
        data_fingerprint=reading.table.fingerprint(),
        notices=(*reading.notices, *_still_true(detection, understood)),
        trail=(
            *(Decision("personal_dropped", column=header) for header in dropped),
            *(Decision("personal_kept", column=header) for header in kept),
        ),
        source=reading.sheet,
    )
    settled = _settled(codebook)
    open_doubts = tuple(doubt for doubt in detection.questions if not settled.issuperset(doubt.columns))
    return Opening(study, open_doubts)


def _as_the_file_says(codebook: Codebook, reading: Reading) -> Codebook:
    """A statistics file names its questions and numbers its answers itself; that is not guessed anew."""
    columns = dict(codebook.columns)
    for header, entry in columns.items():
        label = reading.labels.get(header, entry.label)
        codes = reading.answer_codes.get(header)
        if entry.role == "item" and codes and len(set(codes.values())) > 1:
            points = (min(codes.values()), max(codes.values()))
            columns[header] = replace(entry, label=label, answers=dict(codes), points=points)
        else:
            columns[header] = replace(entry, label=label)
    return replace(codebook, columns=columns)


def _still_true(detection: Detection, understood: Codebook) -> tuple[Notice, ...]:
    """Notices of the detection, but for columns that a given codebook reads in another way."""
    read_anew = {
        header
        for header, entry in understood.columns.items()
        if _reading_of(entry) != _reading_of(detection.codebook.columns[header])
    }
    return tuple(notice for notice in detection.notices if notice.where not in read_anew)


def _reading_of(entry: ColumnEntry) -> tuple[object, ...]:
    return entry.role, entry.points, dict(entry.answers)


def _settled(codebook: Mapping[str, object] | None) -> frozenset[str]:
    """Headers that a given codebook speaks of: there is nothing left to ask about them."""
    columns = codebook.get("columns") if codebook else None
    return frozenset(columns) if isinstance(columns, Mapping) else frozenset()


def _personal_unused(personal: tuple[str, ...], codebook: Codebook) -> list[str]:
    """Personal columns that neither an analysis nor a screening rule reads."""
    screened = {screening.column for screening in codebook.screening}
    return [
        header
        for header in personal
        if header not in screened and codebook.columns[header].role in UNUSED_ROLES
    ]

"""The sample studies: simulated questionnaires that anyone can look at finished and copy to play with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from analysis.reporting.language import msgid

if TYPE_CHECKING:
    from analysis.study.study import Study

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class SampleStudy:
    """One sample: its key in the address, what a reader is told, and its two committed files.

    `title` and `description` are English texts of the catalogue, to be translated where they are shown;
    `study_title` is the study's own title, in the language of its questionnaire, shown literally.
    """

    key: str
    title: str
    description: str
    study_title: str
    file_name: str
    codebook_name: str


_SAMPLES = (
    SampleStudy(
        key="retail",
        title=msgid("Customer loyalty of a retail store (simulated)"),
        description=msgid(
            "A raw Google Forms export: 110 respondents, 27 statements answered in words, "
            "members compared with non-members."
        ),
        study_title="Loyalitas pelanggan toko ritel (simulasi)",
        file_name="retail.csv",
        codebook_name="retail.codebook.json",
    ),
    SampleStudy(
        key="xiaomi",
        title=msgid("Customer relations and sales of a phone brand (simulated)"),
        description=msgid(
            "212 respondents, of whom 5 fail screening; scale scores that give the regression tables "
            "a published survey printed."
        ),
        study_title="CRM, layanan purna jual, dan penjualan Xiaomi (simulasi)",
        file_name="xiaomi.csv",
        codebook_name="xiaomi.codebook.json",
    ),
    SampleStudy(
        key="wellbeing",
        title=msgid("Wellbeing of people who work from home (simulated)"),
        description=msgid(
            "An English questionnaire from another field: 152 respondents, seven points of agreement, "
            "no groups to compare."
        ),
        study_title="Telework and wellbeing (simulated)",
        file_name="wellbeing.csv",
        codebook_name="wellbeing.codebook.json",
    ),
)
SAMPLE_STUDIES: Mapping[str, SampleStudy] = MappingProxyType({sample.key: sample for sample in _SAMPLES})


def sample_bytes(key: str) -> bytes:
    """The questionnaire file as a student would upload it. KeyError for an unknown key."""
    return (FOLDER / SAMPLE_STUDIES[key].file_name).read_bytes()


def sample_codebook(key: str) -> dict[str, Any]:
    """The confirmed codebook in the shape of docs/results.md. KeyError for an unknown key."""
    codebook: dict[str, Any] = json.loads((FOLDER / SAMPLE_STUDIES[key].codebook_name).read_bytes())
    return codebook


def sample_study(key: str) -> Study:
    """The study opened and confirmed, marked as simulated. KeyError for an unknown key.

    The files are the project's own, so they are read without the child process of uploads.
    """
    from analysis.study.opening import open_study
    from analysis.study.reading.reader import read_table

    sample = SAMPLE_STUDIES[key]
    reading = read_table(sample_bytes(key), sample.file_name, trusted=True)
    study = open_study(reading, sample.study_title, sample_codebook(key)).study
    return replace(study, simulated=True, confirmed=True)

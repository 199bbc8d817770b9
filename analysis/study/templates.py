"""Ready instruments: questions about respondents and items in two languages, with codes that detection reads.

Headers are written "CS1 (Customer Service: Empathy). Sentence", so that a form made from a template comes
back with scales, dimensions and names understood. The sentences are the project's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LanguageCode = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in Indonesian and in English."""

    indonesian: str
    english: str

    def of(self, language: LanguageCode) -> str:
        return self.english if language == "en" else self.indonesian


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One statement. `dimension` names the indicator within the scale, None where the scale has none."""

    code: str
    statement: Wording
    dimension: Wording | None = None


def statement(code: str, dimension: Wording | None, indonesian: str, english: str) -> TemplateItem:
    """A statement as the templates list them: its dimension before its sentences."""
    return TemplateItem(code, Wording(indonesian, english), dimension)


@dataclass(frozen=True, slots=True)
class TemplateScale:
    """Items that are scored together."""

    name: Wording
    items: tuple[TemplateItem, ...]


@dataclass(frozen=True, slots=True)
class RespondentQuestion:
    """A question about the respondent; without options the answer is a number."""

    question: Wording
    options: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentTemplate:
    """A whole questionnaire, answered on one rating scale."""

    key: str
    title: Wording
    respondent_questions: tuple[RespondentQuestion, ...]
    scales: tuple[TemplateScale, ...]

    @property
    def items(self) -> tuple[TemplateItem, ...]:
        return tuple(item for scale in self.scales for item in scale.items)


AGREEMENT = (
    Wording("Sangat Tidak Setuju", "Strongly Disagree"),
    Wording("Tidak Setuju", "Disagree"),
    Wording("Kurang Setuju", "Somewhat Disagree"),
    Wording("Setuju", "Agree"),
    Wording("Sangat Setuju", "Strongly Agree"),
)
"""Answers from 1 to 5. "Kurang Setuju" leans to disagreement and is no neutral answer."""


def headers(template: InstrumentTemplate, language: LanguageCode) -> tuple[str, ...]:
    """Column headers of the answer sheet, and question titles of the form, in order."""
    about = tuple(question.question.of(language) for question in template.respondent_questions)
    return about + tuple(
        item_header(scale, item, language) for scale in template.scales for item in scale.items
    )


def item_header(scale: TemplateScale, item: TemplateItem, language: LanguageCode) -> str:
    """ "CS1 (Customer Service: Empathy). Sentence"."""
    names = scale.name.of(language)
    if item.dimension is not None:
        names = f"{names}: {item.dimension.of(language)}"
    return f"{item.code} ({names}). {item.statement.of(language)}"


GENDER = RespondentQuestion(
    Wording("Jenis Kelamin", "Gender"), (Wording("Laki-laki", "Male"), Wording("Perempuan", "Female"))
)
AGE = RespondentQuestion(Wording("Usia (tahun)", "Age (years)"))
OCCUPATION = RespondentQuestion(
    Wording("Pekerjaan", "Occupation"),
    (
        Wording("Pelajar/Mahasiswa", "Student"),
        Wording("Pegawai Swasta", "Private employee"),
        Wording("Pegawai Negeri/BUMN", "Civil servant or state firm"),
        Wording("Wiraswasta", "Self-employed"),
        Wording("Lainnya", "Other"),
    ),
)

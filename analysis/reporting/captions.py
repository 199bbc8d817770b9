"""Numbers of tables and figures over a whole chapter: "Tabel 4.3", "Gambar 4.2"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.reporting.exhibit import Exhibit, SectionView
from analysis.reporting.language import Language

CaptionKind = Literal["table", "figure"]


@dataclass(frozen=True, slots=True)
class Caption:
    """`word` is "Tabel" or "Gambar" in the language of the report."""

    kind: CaptionKind
    word: str
    chapter: int
    number: int

    @property
    def text(self) -> str:
        return f"{self.word} {self.chapter}.{self.number}"


@dataclass(frozen=True, slots=True)
class ExhibitCaptions:
    """Captions of one exhibit's tables and figures, in their order."""

    tables: tuple[Caption, ...]
    figures: tuple[Caption, ...]

    @property
    def card(self) -> str:
        """What stands before the title of the card: its first table's number, else its first figure's."""
        return next((caption.text for caption in (*self.tables, *self.figures)), "")


@dataclass(frozen=True, slots=True)
class ChapterCaptions:
    """`by_place` goes from section key and exhibit key to the exhibit's captions."""

    by_place: Mapping[tuple[str, str], ExhibitCaptions]

    def of(self, section_key: str, exhibit_key: str) -> ExhibitCaptions:
        """The captions of an exhibit; without numbers where it was not part of the count."""
        return self.by_place.get((section_key, exhibit_key), ExhibitCaptions((), ()))


def number_chapter(sections: Sequence[SectionView], language: Language, chapter: int = 4) -> ChapterCaptions:
    """Number every table and every figure of the sections, each kind from 1, in reading order."""
    counter = _Counter(language, chapter)
    by_place = {
        (section.key, exhibit.key): counter.number(exhibit)
        for section in sections
        for exhibit in section.exhibits
    }
    return ChapterCaptions(by_place)


def number_exhibit(exhibit: Exhibit, language: Language, chapter: int = 4) -> ExhibitCaptions:
    """Captions for an exhibit that stands alone."""
    return _Counter(language, chapter).number(exhibit)


class _Counter:
    def __init__(self, language: Language, chapter: int) -> None:
        self.words: dict[CaptionKind, str] = {
            "table": language.gettext("Table"),
            "figure": language.gettext("Figure"),
        }
        self.chapter = chapter
        self.counts: dict[CaptionKind, int] = {"table": 0, "figure": 0}

    def number(self, exhibit: Exhibit) -> ExhibitCaptions:
        if exhibit.unavailable:
            return ExhibitCaptions((), ())
        return ExhibitCaptions(
            tuple(self._next("table") for _ in exhibit.tables),
            tuple(self._next("figure") for _ in exhibit.figures),
        )

    def _next(self, kind: CaptionKind) -> Caption:
        self.counts[kind] += 1
        return Caption(kind, self.words[kind], self.chapter, self.counts[kind])

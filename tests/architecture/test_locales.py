"""The Indonesian catalogue is complete, current and faithful to the English texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from locales import compile as catalogues

ENTRY = 'msgid "{{n}} of **{{total}}** rows"\nmsgstr "{}"\n'


def faults(folder: Path, **areas: str) -> str:
    for name, text in areas.items():
        (folder / f"{name}.po").write_text(text, encoding="utf-8")
    return "\n".join(catalogues.merge(folder).faults)


def test_catalogue_has_no_faults() -> None:
    assert catalogues.check_faults(catalogues.merge()) == []


def test_faithful_translation_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, area=ENTRY.format("{n} dari **{total}** baris")) == ""


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "empty"),
        ("{n} dari **semua** baris", "placeholders"),
        ("{n} dari **{jumlah}** baris", "placeholders"),
        ("{n} dari {total} baris", "** marks"),
        ("{n dari **{total}** baris", "'{' in field"),
    ],
)
def test_unfaithful_translation_is_refused(tmp_path: Path, translation: str, fault: str) -> None:
    assert fault in faults(tmp_path, area=ENTRY.format(translation))


def test_two_areas_must_agree(tmp_path: Path) -> None:
    first, second = 'msgid "Mean"\nmsgstr "Rata-rata"\n', 'msgid "Mean"\nmsgstr "Rerata"\n'
    assert faults(tmp_path, a=first, b=first) == ""
    assert "translated differently in a.po" in faults(tmp_path, a=first, b=second)


def test_one_area_must_not_repeat_a_text(tmp_path: Path) -> None:
    entry = 'msgid "Mean"\nmsgstr "Rata-rata"\n\n'
    assert "stands twice" in faults(tmp_path, area=entry + entry)


def test_untranslated_and_unused_texts_are_found(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_text('_("Mean")\nngettext("{n} row", "{n} rows", 2)\n')
    (tmp_path / "area.po").write_text('msgid "Median"\nmsgstr "Median"\n')
    catalogue = catalogues.merge(tmp_path).catalogue
    texts = catalogues.source_texts([source])
    assert [text.singular for text in catalogues.missing_texts(catalogue, texts)] == ["Mean", "{n} row"]
    assert catalogues.unused_texts(catalogue, texts) == ["Median"]

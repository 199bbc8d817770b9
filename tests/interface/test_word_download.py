from __future__ import annotations

from types import SimpleNamespace

import pytest

from analysis.reporting.language import language
from interface import report_screen


def test_the_word_file_of_a_study_is_made_once_for_each_language(monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []

    def word_document(report: object, words: object) -> bytes:
        made.append(words.code)
        return b"docx"

    monkeypatch.setattr("analysis.report_document.report", lambda results, words: results)
    monkeypatch.setattr("analysis.reporting.renderers.word.word_document", word_document)
    monkeypatch.setattr(report_screen.cache, "results", lambda study: study)
    monkeypatch.setattr(
        report_screen.cache, "digest", lambda study, *options: "/".join((study.title, *options))
    )
    first, second = (SimpleNamespace(study=SimpleNamespace(title=title)) for title in ("a", "b"))
    for current, code in ((first, "id"), (first, "id"), (first, "en"), (second, "id")):
        assert report_screen._word(current, language(code)) == b"docx"
    assert made == ["id", "en", "id"]

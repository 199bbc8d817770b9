from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from interface import report_screen
from interface.chapter_states import SECTION_KEYS
from tests.pages.conftest import OpenPage


def html(test: AppTest) -> str:
    return "".join(element.proto.body for element in test.get("html"))


def test_downloads_and_trail_stand_before_anything_is_computed(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    remaining: list[list[str]] = []
    monkeypatch.setattr(
        report_screen,
        "_complete",
        lambda current, opening, bar, language: remaining.append(
            report_screen.unknown_sections(current.study)
        ),
    )
    test = open_page("report", demo="retail", lang="en")
    assert remaining == [list(SECTION_KEYS)]
    assert "Being computed" in html(test)
    assert 'class="angket-key-figures"' not in html(test)
    assert "Download the chapter" in html(test)
    assert "Trail" in html(test)


def test_the_report_says_how_much_the_chapter_holds_once_it_is_computed(open_page: OpenPage) -> None:
    test = open_page("report", demo="retail", lang="en")
    assert not test.exception
    assert "Being computed" not in html(test)
    assert "The results chapter is ready" in html(test)


def test_a_section_that_fails_leaves_the_report_usable(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interface import cache

    section = cache.section

    def failing(study: object, key: str, language: object) -> object:
        if key == "comparison":
            raise cache.SectionFailed(key)
        return section(study, key, language)

    monkeypatch.setattr(cache, "section", failing)
    test = open_page("report", demo="retail", lang="en")
    assert not test.exception
    assert "The results chapter is ready" in html(test)

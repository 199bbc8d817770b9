"""Every page: without a study, with a sample, in both languages, with an address that leads nowhere."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from interface.navigation import ORDER
from tests.pages.conftest import OpenPage


def words(page: AppTest) -> str:
    """All HTML, Markdown and plain text of the page."""
    parts = [element.proto.body for element in page.main.get("html")]
    return " ".join([*parts, *(element.value for element in page.markdown), *(t.value for t in page.text)])


@pytest.mark.parametrize("key", ORDER)
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "No study is open"), ("id", "Belum ada studi yang dibuka")], ids=["en", "id"]
)
def test_page_without_a_study_offers_a_next_step(open_page: OpenPage, key: str, lang: str, said: str) -> None:
    page = open_page(key, lang=lang)
    assert not page.exception
    assert page.main.get("page_link") or page.main.button
    assert said in words(page)


@pytest.mark.parametrize("key", ORDER)
@pytest.mark.parametrize(
    ("sample", "lang", "said"),
    [
        ("retail", "en", "Simulated data"),
        ("xiaomi", "id", "Data simulasi"),
        ("wellbeing", "en", "Simulated data"),
    ],
    ids=["retail", "xiaomi", "wellbeing"],
)
def test_page_of_a_sample_shows_its_conclusion(
    open_page: OpenPage, key: str, sample: str, lang: str, said: str
) -> None:
    page = open_page(key, demo=sample, lang=lang)
    assert not page.exception
    assert 'class="angket-conclusion"' in words(page)
    assert said in words(page)


@pytest.mark.parametrize("key", ORDER)
def test_an_address_that_leads_nowhere_says_so_and_offers_a_way_on(open_page: OpenPage, key: str) -> None:
    page = open_page(key, study="wrong", lang="en")
    assert not page.exception
    assert "No study is kept under this address" in words(page)
    assert page.main.button(key="forget_address")


def test_further_tables_of_a_card_have_number_and_title(open_page: OpenPage) -> None:
    page = open_page("instrument", demo="retail", lang="en")
    for screen in ("respondents", "descriptives", "assumptions", "regression", "comparison", "loyalty_map"):
        page = page.switch_page(f"pages/{screen}.py").run()
    page = page.switch_page("pages/instrument.py").run()
    captions = re.findall(
        r'angket-table-caption"><span class="angket-number">(Table 4\.\d+)</span>', words(page)
    )
    numbers = re.findall(r'angket-number">(Table 4\.\d+)</span>', words(page))
    assert captions
    assert len(set(numbers)) == len(numbers)
    assert set(captions) < set(numbers)


@pytest.mark.parametrize("key", ["instrument", "comparison", "loyalty_map"])
def test_an_impossible_screen_leads_to_data_once(open_page: OpenPage, key: str) -> None:
    page = open_page(key, demo="xiaomi", lang="en")
    labels = [link.proto.label for link in page.main.get("page_link")]
    assert len([label for label in labels if "Data" in label]) == 1

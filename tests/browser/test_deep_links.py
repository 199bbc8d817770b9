"""Every screen's own address, on a server that nobody has visited: right page, menu, no dialog; Back works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interface.navigation import ORDER
from tests.browser.screens import open_screen, stands
from tests.running_app import RunningApp, running_app

pytestmark = pytest.mark.browser


MENU_WORDS = """
    window.menuWords = new Set();
    new MutationObserver(() => {
        for (const link of document.querySelectorAll('[data-testid=stSidebarNavLink]'))
            for (const words of link.innerText.split('\\n')) window.menuWords.add(words.trim());
    }).observe(document, {subtree: true, childList: true, characterData: true});
"""
"""Keeps every word that the menu showed, from the first frame on."""


def test_a_fresh_server_never_shows_the_frameworks_own_menu(page: Page, fresh_app: RunningApp) -> None:
    page.add_init_script(MENU_WORDS)
    open_screen(page, fresh_app, "report?demo=xiaomi&lang=id")
    seen = set(page.evaluate("[...window.menuWords]"))
    assert {"Laporan", "Regresi"} <= seen
    assert seen & {"app", "regression", "report", "Regression", "Report"} == set()


def test_first_visit_of_a_fresh_server_may_be_any_screen(page: Page, fresh_app: RunningApp) -> None:
    foreign: list[str] = []
    page.on(
        "request", lambda request: foreign.append(request.url) if fresh_app.url not in request.url else None
    )
    open_screen(page, fresh_app, "regression?demo=retail&lang=en")
    expect(page.locator("h1.angket-screen-name")).to_have_text("Regression")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(ORDER))
    assert [url for url in foreign if url.startswith("http")] == []

    page.get_by_test_id("stSidebarNavLink").filter(has_text="Comparison").click()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Comparison", timeout=60_000)
    assert page.url.endswith("/comparison?demo=retail&lang=en")
    page.go_back()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Regression")
    assert page.url.endswith("/regression?demo=retail&lang=en")


def test_the_frameworks_own_command_serves_any_screen_first(page: Page, tmp_path: Path) -> None:
    with running_app(tmp_path, command="streamlit") as app:
        open_screen(page, app, "data?demo=wellbeing&lang=en")
        expect(page.locator("h1.angket-screen-name")).to_have_text("Data")
        expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(ORDER))
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert page.url.endswith("/data?demo=wellbeing&lang=en")


@pytest.mark.parametrize("key", ORDER)
def test_every_address_opens_its_screen(page: Page, app: RunningApp, key: str) -> None:
    open_screen(page, app, f"{key}?demo=retail&lang=en")
    name = re.sub("_", " ", key).capitalize()
    expect(page.locator("h1.angket-screen-name")).to_have_text(name)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".angket-header")).to_contain_text("Simulated data")
    assert page.url.endswith(f"/{key}?demo=retail&lang=en")


def test_the_button_to_the_next_screen_keeps_the_address(page: Page, app: RunningApp) -> None:
    open_screen(page, app, "respondents?demo=xiaomi&lang=en")
    page.locator(".st-key-next a").click()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Instrument", timeout=60_000)
    stands(page)
    assert page.url.endswith("/instrument?demo=xiaomi&lang=en")
    page.go_back()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Respondents")


@pytest.mark.parametrize(
    "how", [{"modifiers": ["ControlOrMeta"]}, {"modifiers": ["Shift"]}, {"button": "middle"}]
)
def test_a_menu_link_in_a_new_tab_keeps_sample_and_language(
    page: Page, app: RunningApp, how: dict[str, object]
) -> None:
    open_screen(page, app, "respondents?demo=xiaomi&lang=id")
    with page.context.expect_page() as opened:
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Regresi").click(**how)  # type: ignore[arg-type]
    stands(opened.value)
    expect(opened.value.locator("h1.angket-screen-name")).to_have_text("Regresi")
    assert opened.value.url.endswith("/regression?demo=xiaomi&lang=id")
    assert page.url.endswith("/respondents?demo=xiaomi&lang=id")


def test_links_and_the_language_of_the_page_follow_the_switch(page: Page, app: RunningApp) -> None:
    open_screen(page, app, "respondents?demo=xiaomi&lang=id")
    expect(page.locator("html")).to_have_attribute("lang", "id")
    page.evaluate("window.loadedOnce = true")
    page.get_by_test_id("stButtonGroup").get_by_text("EN", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    links = page.locator("[data-testid=stSidebarNavLink], [data-testid=stPageLink-NavLink]")
    expect(links.first).to_have_attribute("href", re.compile(r"\?demo=xiaomi&lang=en$"))
    stands(page)
    addresses = links.evaluate_all("links => links.map(link => link.search)")
    assert set(addresses) == {"?demo=xiaomi&lang=en"}
    links.filter(has_text="Instrument").first.click()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Instrument")
    assert page.evaluate("window.loadedOnce")


@pytest.mark.parametrize(
    ("code", "title", "close"),
    [
        ("id", "Tidak ada halaman di alamat ini", "Tutup"),
        ("en", "There is no page at this address", "Close"),
    ],
)
def test_an_address_without_a_page_is_answered_in_the_readers_language(
    page: Page, app: RunningApp, code: str, title: str, close: str
) -> None:
    page.goto(f"{app.url}/responden?demo=retail&lang={code}")
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog).to_be_visible()
    expect(dialog).not_to_contain_text("The page that you have requested")
    dialog.get_by_role("button", name=close).click()
    expect(dialog).to_have_count(0)
    stands(page)

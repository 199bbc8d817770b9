"""axe on every screen, light and dark, beyond the framework's own findings; no sideways scroll on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from interface.navigation import ORDER
from tests.browser.screens import open_screen, sideways_scroll
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

FRAMEWORK_FINDINGS = {"list", "listitem", "presentation-role-conflict"}
"""What axe reports on an empty page of Streamlit 1.67: the sidebar's menu is a list of non-list items."""
PHONE = {"width": 360, "height": 780}
THEMES = ("light", "dark")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", ORDER)
def test_axe_finds_nothing_new(page: Page, app: RunningApp, key: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    open_screen(page, app, f"{key}?demo=retail&lang=en")
    report = Axe().run(page)
    found = {
        finding["id"]: [node["html"][:160] for node in finding["nodes"][:3]]
        for finding in report.response["violations"]
        if finding["id"] not in FRAMEWORK_FINDINGS
    }
    assert found == {}


@pytest.mark.parametrize("key", ORDER)
def test_nothing_scrolls_sideways_on_a_phone(page: Page, app: RunningApp, key: str) -> None:
    page.set_viewport_size(PHONE)
    open_screen(page, app, f"{key}?demo=retail&lang=id")
    assert sideways_scroll(page) <= 0


def test_the_keyboard_reaches_menu_and_content(page: Page, app: RunningApp) -> None:
    open_screen(page, app, "comparison?demo=retail&lang=en")
    reached = set()
    for _press in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.innerText?.trim().split('\\n')[0] ?? ''"))
    assert any(text.startswith("Copy") for text in reached)
    assert any("Download" in text for text in reached)

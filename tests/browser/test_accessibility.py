"""axe on every screen, light and dark, beyond the framework's own findings; no sideways scroll on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from interface.navigation import ORDER
from sample_data.catalogue import FOLDER
from tests.browser.screens import open_screen, sideways_scroll, stands
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

FRAMEWORK_FINDINGS = {"list", "listitem", "presentation-role-conflict"}
"""What axe reports on an empty page of Streamlit 1.67: the sidebar's menu is a list of non-list items."""
PHONE = {"width": 360, "height": 780}


def findings(page: Page) -> dict[str, list[str]]:
    """What axe finds beyond the framework's own, with the first elements concerned."""
    return {
        finding["id"]: [node["html"][:160] for node in finding["nodes"][:3]]
        for finding in Axe().run(page).response["violations"]
        if finding["id"] not in FRAMEWORK_FINDINGS
    }


def scrolling_pictures(page: Page) -> list[str]:
    """Pictures whose place could scroll, so that a picture not yet fitted would trap the keyboard."""
    return list(
        page.locator('[class*="st-key-figure-"]').evaluate_all(
            "places => places.filter(e => getComputedStyle(e).overflowX !== 'clip').map(e => e.className)"
        )
    )


@pytest.mark.parametrize("key", ORDER)
def test_screen_is_accessible_in_both_themes_and_fits_a_phone(page: Page, app: RunningApp, key: str) -> None:
    page.emulate_media(color_scheme="light")
    open_screen(page, app, f"{key}?demo=retail&lang=en")
    assert findings(page) == {}
    assert scrolling_pictures(page) == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === 'dark'"
    )
    stands(page)
    assert findings(page) == {}
    page.set_viewport_size(PHONE)
    stands(page)
    assert sideways_scroll(page) <= 0


def test_the_keyboard_reaches_menu_and_content(page: Page, app: RunningApp) -> None:
    open_screen(page, app, "comparison?demo=retail&lang=en")
    reached = ""
    for _press in range(40):
        page.keyboard.press("Tab")
        reached += " " + page.evaluate("document.activeElement.innerText ?? ''")
    for word in ("Regression", "ID", "Copy", "Download", "How this is computed"):
        assert word in reached


@pytest.mark.parametrize("panel", ["settings_panel", "critical_values"])
def test_a_panel_opened_by_keyboard_takes_the_focus_and_gives_it_back(
    page: Page, app: RunningApp, panel: str
) -> None:
    open_screen(page, app, "data?demo=xiaomi&lang=en")
    page.get_by_role("button", name="Make a copy").click()
    opener = page.locator(f".st-key-{panel} button").first
    expect(page.locator(".st-key-settings_panel")).to_be_visible(timeout=60_000)
    stands(page)
    opener.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('[data-testid=stPopoverBody]') !== null")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(opener).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drop_area_and_a_draft_are_accessible(page: Page, app: RunningApp, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    open_screen(page, app, "data?lang=id")
    assert findings(page) == {}
    page.locator(".st-key-questionnaire_file input[type=file]").set_input_files(FOLDER / "retail.csv")
    expect(page.locator(".angket-conclusion")).to_contain_text("110 responden", timeout=60_000)
    stands(page)
    page.locator(".st-key-screening_panel button").first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    assert findings(page) == {}

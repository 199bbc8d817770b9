"""Every screen's own address, on a server that nobody has visited: right page, menu, no dialog; Back works."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from interface.navigation import ORDER
from tests.browser.screens import open_screen, stands
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser


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

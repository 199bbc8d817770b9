"""A picture of every screen: wide and narrow, light and dark, both languages. Kept for people to look at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from interface.navigation import ORDER
from tests.browser.screens import open_screen
from tests.running_app import ROOT, RunningApp

pytestmark = [pytest.mark.browser, pytest.mark.screenshots]

PICTURES = ROOT / "tests" / "screenshots"
WIDTHS = {"wide": 1366, "phone": 390}
VARIANTS = (("wide", "light", "id"), ("wide", "dark", "en"), ("phone", "light", "en"))
TALLEST = 8000


@pytest.mark.parametrize(("width", "theme", "language"), VARIANTS, ids="-".join)
@pytest.mark.parametrize("key", ORDER)
def test_picture(page: Page, app: RunningApp, key: str, width: str, theme: str, language: str) -> None:
    page.set_viewport_size({"width": WIDTHS[width], "height": 900})
    page.emulate_media(color_scheme=theme)
    open_screen(page, app, f"{key}?demo=retail&lang={language}")
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": WIDTHS[width], "height": min(int(height) + 20, TALLEST)})
    page.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0")
    picture = PICTURES / f"{key}-{width}-{theme}-{language}.png"
    picture.parent.mkdir(exist_ok=True)
    page.screenshot(path=picture)
    assert picture.stat().st_size > 10_000

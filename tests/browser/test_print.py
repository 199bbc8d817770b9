"""On paper: no menus, pictures as wide as the paper, and bright even when the screen is dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import TIMEOUT_MS, open_screen
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

PAPER_WIDTH = 718
"""A4 less margins of one centimetre, in pixels of a 96th of an inch."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_printed_screen_fits_the_paper(page: Page, app: RunningApp, theme: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 900})
    page.emulate_media(color_scheme=theme)
    open_screen(page, app, "comparison?demo=retail&lang=id")
    expect(page.locator(".main-svg").first).to_be_visible(timeout=TIMEOUT_MS)
    widths = page.locator(".main-svg").evaluate_all(
        "drawings => drawings.map(d => d.getBoundingClientRect().width)"
    )
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    # On paper no script draws pictures anew; in this window Plotly would, for the place the menu leaves.
    zoom = page.get_by_test_id("stPlotlyChart").first.evaluate("e => Number(getComputedStyle(e).zoom)")
    assert max(widths) > PAPER_WIDTH
    assert max(widths) * zoom <= PAPER_WIDTH
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    ink = page.locator(".angket-conclusion").evaluate("e => getComputedStyle(e).color")
    assert max(int(part) for part in ink[4:-1].split(",")) < 100


@pytest.mark.parametrize("key", ["home", "report"])
def test_paper_bears_nothing_to_click(page: Page, app: RunningApp, key: str) -> None:
    """In the window there is something to click below the header, so that the check can fail."""
    open_screen(page, app, f"{key}?demo=retail&lang=id")
    offers = page.locator(
        '[class*="st-key-card-"] :is([data-testid="stPageLink"], .stButton, .stDownloadButton)'
    ).filter(visible=True)
    expect(offers).not_to_have_count(0, timeout=TIMEOUT_MS)
    page.emulate_media(media="print")
    expect(offers).to_have_count(0)
    expect(page.locator(".angket-conclusion")).to_be_visible()

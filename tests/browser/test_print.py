"""On paper: no menus, pictures as wide as the paper, and bright even when the screen is dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import TIMEOUT_MS, open_screen
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

PAPER_WIDTH = 718
PAPER_HEIGHT = 1046
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


def test_a_long_card_goes_on_over_the_page_and_pictures_fit_one(page: Page, app: RunningApp) -> None:
    """Kept whole, it would leave the page before it empty; a narrow picture is not made smaller for a wide one."""
    open_screen(page, app, "instrument?demo=retail&lang=id")
    expect(page.locator(".main-svg").first).to_be_visible(timeout=TIMEOUT_MS)
    heights = page.locator('[class*="st-key-card-"]').evaluate_all("cards => cards.map(c => c.clientHeight)")
    charts = page.get_by_test_id("stPlotlyChart")
    sizes = charts.evaluate_all("charts => charts.map(c => [c.clientWidth, c.clientHeight])")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    breaks = page.locator('[class*="st-key-card-"]').evaluate_all(
        "cards => cards.map(c => getComputedStyle(c).breakInside)"
    )
    assert breaks == ["auto" if height > PAPER_HEIGHT / 2 else "avoid" for height in heights]
    assert set(breaks) == {"auto", "avoid"}
    zooms = charts.evaluate_all("charts => charts.map(c => Number(getComputedStyle(c).zoom))")
    for (width, height), zoom in zip(sizes, zooms, strict=True):
        assert width * zoom <= PAPER_WIDTH
        assert height * zoom <= PAPER_HEIGHT
        assert (zoom == 1) == (width <= 700 and height <= 940)


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

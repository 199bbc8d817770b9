"""Steps that the browser tests share: open a screen, wait until it stands, read its state."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from interface.navigation import ORDER
from tests.running_app import RunningApp

RESULT_SCREENS = ORDER[2:]
SAMPLES = ("retail", "xiaomi", "wellbeing")
TIMEOUT_MS = 60_000
expect.set_options(timeout=TIMEOUT_MS)
IDLE = (
    "document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"
)


def open_screen(page: Page, app: RunningApp, path: str) -> None:
    """Open an address and wait until its opening stands and the script rests."""
    page.goto(f"{app.url}/{path}")
    stands(page)


def stands(page: Page) -> None:
    """The screen has its name and nothing runs any more."""
    expect(page.locator("h1.angket-screen-name")).to_be_visible(timeout=TIMEOUT_MS)
    page.wait_for_function(IDLE, timeout=TIMEOUT_MS)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def sideways_scroll(page: Page) -> int:
    """Pixels by which the page is wider than the window, sidebar and main part alike."""
    return int(
        page.evaluate(
            "Math.max(document.documentElement.scrollWidth - innerWidth, "
            "...[...document.querySelectorAll('[data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth))"
        )
    )


def downloaded(page: Page, button: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download(timeout=TIMEOUT_MS) as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes()

"""What a visitor of a Streamlit page sees, and when."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

WAIT_MS = 120_000
WIDTH, HEIGHT = 1366, 900

HARVEST = """() => ({
    tables: [...document.querySelectorAll('table:not([data-testid="stDataFrame"] table)')].map(table =>
        [...table.rows].map(row => [...row.cells].map(cell => cell.innerText))),
    grids: [...document.querySelectorAll('[data-testid="stDataFrame"]')]
        .filter(grid => grid.querySelector('canvas')).length,
    figures: [...document.querySelectorAll('.js-plotly-plot')].map(plot =>
        JSON.parse(JSON.stringify({data: plot.data, layout: plot.layout}))),
})"""

SHOWN = """expected => {
    const drawn = document.querySelectorAll('.js-plotly-plot .main-svg .cartesianlayer').length;
    const tables = document.querySelectorAll('table, [data-testid="stDataFrame"] canvas');
    const holders = new Set([...tables].map(t => t.closest('[data-testid="stDataFrame"]') || t));
    return drawn >= expected.figures && holders.size >= expected.tables
        && document.querySelector('h1') && performance.now();
}"""

PREVIEWED = """() => {
    const table = document.querySelector('.st-key-card-preview table');
    if (!table || table.getBoundingClientRect().height === 0) return false;
    window.framesWithPreview = (window.framesWithPreview || 0) + 1;
    return window.framesWithPreview > 1 && performance.now();
}"""

ANSWERED = """() => document.querySelector('.angket-key-figures') && performance.now()"""

QUIET = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app && app.dataset.testScriptState === 'notRunning'
        && document.querySelector('h1') && !document.querySelector('[data-stale="true"]')
        && !document.querySelector('[data-testid="stSkeleton"]');
}"""

RERUN = """() => new Promise(done => {
    const app = document.querySelector('[data-testid="stApp"]');
    const start = performance.now();
    let ran = false;
    new MutationObserver((_, observer) => {
        const state = app.dataset.testScriptState;
        if (state !== 'notRunning') { ran = true; return; }
        if (!ran) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    }).observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
    document.dispatchEvent(new KeyboardEvent('keydown', {key: 'r', code: 'KeyR', keyCode: 82, bubbles: true}));
    document.dispatchEvent(new KeyboardEvent('keyup', {key: 'r', code: 'KeyR', keyCode: 82, bubbles: true}));
})"""


@dataclass(frozen=True, slots=True)
class Content:
    """How much a screen shows."""

    tables: int
    figures: int

    def plain(self) -> dict[str, int]:
        return {"tables": self.tables, "figures": self.figures}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser without a window. RuntimeError where there is none."""
    program = os.environ.get("ANGKET_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise RuntimeError("No Chromium was found: install it, or set ANGKET_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        try:
            yield browser
        finally:
            browser.close()


def new_page(browser: Browser, locale: str = "en-US") -> Page:
    """A tab of a visitor who has never been here."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale=locale)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    return page


def open_and_time(page: Page, address: str, expected: Content) -> float:
    """Seconds from the call of an address until all its tables and charts are drawn."""
    page.goto(address, wait_until="commit")
    handle = page.wait_for_function(SHOWN, arg=expected.plain(), polling="raf")
    return float(handle.json_value()) / 1000


def answer_and_time(page: Page, address: str) -> float:
    """Seconds from the call of an address until the screen's conclusion and key figures stand there."""
    page.goto(address, wait_until="commit")
    return float(page.wait_for_function(ANSWERED, polling="raf").json_value()) / 1000


def upload_and_time(page: Page, file: FilePayload) -> float:
    """Seconds from giving a file until the preview of its rows is on the page, by the page's own clock.

    Asked anew in every frame, the first that has it being painted before the answer: waiting for a locator asks at growing intervals, up to half a second apart.
    """
    chosen = page.locator(".st-key-questionnaire_file input[type=file]")
    start = float(page.evaluate("performance.now()"))
    chosen.set_input_files(file)
    shown = page.wait_for_function(PREVIEWED, polling="raf")
    return (float(shown.json_value()) - start) / 1000


def wait_until_quiet(page: Page) -> None:
    """Until the script has run to its end, everything is drawn, and it stays so for three seconds."""
    page.wait_for_function(
        f"""() => {{
            const quiet = ({QUIET})();
            const now = performance.now();
            window.quietSince = quiet ? (window.quietSince || now) : 0;
            return quiet && now - window.quietSince > 3000;
        }}""",
        polling=100,
    )


def harvest(page: Page) -> dict[str, Any]:
    """The tables' texts and the charts' data of a page."""
    found: dict[str, Any] = page.evaluate(HARVEST)
    return found


def rerun_and_time(page: Page) -> float:
    """Seconds of one run of the script in an open page, from the key press to the painted result."""
    return float(page.evaluate(RERUN)) / 1000

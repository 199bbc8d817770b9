"""The copy button: the card's tables as word processors take them, without what only the screen needs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import open_screen
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

READ_CLIPBOARD = """async (kind) => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType(kind)).text();
}"""


def test_a_table_is_copied_with_its_lines_and_every_row(page: Page, app: RunningApp) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_screen(page, app, "instrument?demo=retail&lang=id")
    card = page.locator(".st-key-card-instrument-reliability")
    card.get_by_role("button", name="Salin").click()
    expect(card.get_by_role("button", name="Tersalin")).to_be_visible()
    copied = page.evaluate(READ_CLIPBOARD, "text/html")
    assert copied.count("<table") == 2
    assert "class=" not in copied
    assert "border-top" in copied
    lines = page.evaluate(READ_CLIPBOARD, "text/plain").splitlines()
    shown = card.locator("table tr")
    assert len(lines) == shown.count()
    assert lines[2].split("\t")[:3] == ["Customer Service", "5", "0,798"]

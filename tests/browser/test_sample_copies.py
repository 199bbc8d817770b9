"""A visitor looks at a sample, makes a copy, changes and deletes it; the sample stays as it was."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import SAMPLES, TIMEOUT_MS, open_screen, stands
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_copy_has_its_own_address_and_can_be_changed(page: Page, app: RunningApp, sample: str) -> None:
    open_screen(page, app, f"data?demo={sample}&lang=en")
    title = page.locator(".angket-header .study-name").inner_text()
    page.get_by_role("button", name="Make a copy").click()
    expect(page).to_have_url(re.compile(r"/data\?(?!.*demo=).*study=[\w-]{40,}"), timeout=TIMEOUT_MS)
    expect(page.locator(".angket-header .study-name")).to_have_text(f"Copy of {title}")
    stands(page)
    copy = page.url.removeprefix(f"{app.url}/")

    page.locator(".st-key-name_panel button").first.click()
    page.get_by_label("Name of the study").fill("Mine")
    page.get_by_role("button", name="Rename").click()
    expect(page.locator(".angket-header .study-name")).to_have_text("Mine", timeout=TIMEOUT_MS)

    open_screen(page, app, f"data?demo={sample}&lang=en")
    expect(page.locator(".angket-header .study-name")).to_have_text(title)
    expect(page.get_by_role("button", name="Make a copy")).to_be_visible()
    open_screen(page, app, copy)
    expect(page.locator(".angket-header .study-name")).to_have_text("Mine")


def test_deleting_a_copy_says_what_is_gone(page: Page, app: RunningApp) -> None:
    open_screen(page, app, "report?demo=xiaomi&lang=id")
    page.get_by_role("button", name="Buat salinan").click()
    delete = page.get_by_role("button", name="Hapus data saya")
    expect(delete).to_be_disabled(timeout=TIMEOUT_MS)
    stands(page)
    address = page.url.removeprefix(f"{app.url}/")
    page.get_by_text("Saya ingin menghapus studi ini untuk selamanya").click()
    expect(delete).to_be_enabled(timeout=TIMEOUT_MS)
    delete.click()
    expect(page.get_by_role("heading", name="Data Anda sudah dihapus")).to_be_visible(timeout=TIMEOUT_MS)
    assert "study=" not in page.url
    open_screen(page, app, address)
    expect(page.get_by_role("heading", name="Tidak ada studi yang tersimpan")).to_be_visible()


def test_what_deleting_asks_is_read_in_full_on_a_phone(page: Page, app: RunningApp) -> None:
    page.set_viewport_size({"width": 320, "height": 780})
    open_screen(page, app, "report?demo=xiaomi&lang=id")
    page.get_by_role("button", name="Buat salinan").click()
    expect(page.get_by_role("button", name="Hapus data saya")).to_be_visible(timeout=TIMEOUT_MS)
    label = page.locator(".st-key-delete_sure [data-testid=stMarkdownContainer]")
    expect(label).to_have_text("Saya ingin menghapus studi ini untuk selamanya")
    assert label.evaluate("element => element.scrollWidth <= element.clientWidth")

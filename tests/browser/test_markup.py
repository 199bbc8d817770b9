"""Markup in every place where a user can put text stays text: on every screen and in the downloads."""

from __future__ import annotations

import io

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Page, expect

from interface.navigation import ORDER
from sharing.store import StudyStore
from tests.browser.screens import downloaded, open_screen
from tests.pages.test_nasty_names import MARKUP, nasty_study
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser


def test_nothing_runs_and_nothing_is_fetched(page: Page, fresh_app: RunningApp) -> None:
    token = StudyStore(f"sqlite:///{fresh_app.database}").save(nasty_study())
    dialogs: list[str] = []
    foreign: list[str] = []

    def dismissed(dialog: object) -> None:
        dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismissed)
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((fresh_app.url, "data:", "blob:", "ws:"))
            else foreign.append(request.url)
        ),
    )
    for key in ORDER:
        open_screen(page, fresh_app, f"{key}?study={token}&lang=en")
        expect(page.locator(".angket-header")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(page.locator("img[src='x']")).to_have_count(0)
        expect(page.locator("img[src^='http://x/']")).to_have_count(0)
    assert dialogs == []
    assert foreign == []
    word, workbook = downloaded(page, "Word (.docx)"), downloaded(page, "Excel (.xlsx)")
    assert any(MARKUP in cell.text for table in Document(io.BytesIO(word)).tables for cell in table._cells)
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(workbook)) for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(MARKUP in str(cell.value) for cell in cells)

"""The journey of a student: export in, one correction, every screen, language, refresh, restart, Word out."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from sample_data.catalogue import FOLDER
from tests.browser.screens import RESULT_SCREENS, downloaded, stands
from tests.running_app import ROOT, RunningApp, running_app

pytestmark = pytest.mark.browser

TIMEOUT_MS = 60_000


def upload_and_correct(page: Page, app: RunningApp) -> None:
    """Open the raw export, answer both doubts, confirm."""
    page.goto(f"{app.url}/data?lang=id")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(FOLDER / "retail.csv")
    expect(page.locator(".angket-conclusion")).to_contain_text("110 responden", timeout=TIMEOUT_MS)
    expect(page.locator(".angket-header")).to_contain_text("Draf tersimpan")
    for item in ("CS4", "LOY3"):
        page.get_by_role("button", name=f"Ya, balik {item}").click()
        expect(page.get_by_role("button", name=f"Ya, balik {item}")).to_have_count(0, timeout=TIMEOUT_MS)
    expect(page.locator(".facts")).to_contain_text("Dibalik: CS4, LOY3")
    page.get_by_text("Semua perubahan sejauh ini").click()
    answered = page.locator(".st-key-changes tr").filter(has_text="Pertanyaan dijawab")
    expect(answered).to_have_text([re.compile("tidak diubah.*dibalik")] * 2, timeout=TIMEOUT_MS)
    page.get_by_role("button", name="Konfirmasi dan lanjut").click()
    expect(page.locator("h1.angket-screen-name")).to_have_text("Responden", timeout=TIMEOUT_MS)


def test_journey(page: Page, tmp_path: Path) -> None:
    with running_app(tmp_path) as app:
        upload_and_correct(page, app)
        stands(page)
        for key in RESULT_SCREENS:
            page.locator(f"[data-testid=stSidebarNavLink][href*='/{key}']").click()
            expect(page).to_have_url(re.compile(f"/{key}\\?.*study="), timeout=TIMEOUT_MS)
            stands(page)
        page.get_by_role("radio", name="EN").or_(
            page.get_by_role("button", name="EN", exact=True)
        ).first.click()
        expect(page.locator("h1.angket-screen-name")).to_have_text("Report", timeout=TIMEOUT_MS)
        page.reload()
        stands(page)
        expect(page.locator(".angket-header")).to_contain_text("110 of 110 respondents")
        word, codebook = downloaded(page, "Word (.docx)"), downloaded(page, "Codebook (.json)")
        screen = page.url.removeprefix(app.url)
    compare_with_headless(word, codebook, tmp_path)
    with running_app(tmp_path) as restarted:
        page.goto(f"{restarted.url}{screen}")
        stands(page)
        expect(page.locator(".angket-header")).to_contain_text("110 of 110 respondents")


def compare_with_headless(word: bytes, codebook: bytes, folder: Path) -> None:
    """The R Square in the Word file is that of the headless command under the same codebook."""
    (folder / "codebook.json").write_bytes(codebook)
    command = [
        sys.executable,
        "-m",
        "analysis",
        str(FOLDER / "retail.csv"),
        "--codebook",
        str(folder / "codebook.json"),
    ]
    subprocess.run([*command, "--json", str(folder / "results.json")], cwd=ROOT, check=True, timeout=120)
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    cells = [
        cell.text for table in Document(io.BytesIO(word)).tables for row in table.rows for cell in row.cells
    ]
    assert f"{results['regression']['r2']:.3f}" in cells
    assert f"{results['regression']['anova']['f']:.3f}" in cells
    assert (
        f"{results['comparison']['variables'][results['codebook']['model']['outcome']]['levene']['f']:.3f}"
        in cells
    )

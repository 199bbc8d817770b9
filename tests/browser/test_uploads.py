"""Files beyond the limit: the sentence comes from the reader or, for still larger ones, from the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interface.upload import MEGABYTES, TRANSFER_MEGABYTES
from tests.browser.screens import open_screen
from tests.running_app import RunningApp

pytestmark = pytest.mark.browser

SENTENCES = {"id": f"lebih besar dari {MEGABYTES} MB", "en": f"larger than {MEGABYTES} MB"}
BUTTONS = {"id": "Pilih berkas", "en": "Choose a file"}


def large_file(folder: Path, megabytes: int) -> Path:
    path = folder / f"answers-{megabytes}.csv"
    line = b"Setuju,Netral,Tidak Setuju,Setuju\n"
    path.write_bytes(b"P1,P2,P3,P4\n" + line * (megabytes * 1024 * 1024 // len(line)))
    return path


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("megabytes", [MEGABYTES + 5, TRANSFER_MEGABYTES + 3])
def test_a_file_beyond_the_limit_gets_a_sentence(
    page: Page, app: RunningApp, tmp_path: Path, language: str, megabytes: int
) -> None:
    open_screen(page, app, f"data?lang={language}")
    uploader = page.locator(".st-key-questionnaire_file")
    label = uploader.locator("button [data-testid=stMarkdownContainer]")
    words = label.evaluate("element => getComputedStyle(element, '::after').content")
    assert words == f'"{BUTTONS[language]}"'
    uploader.locator("input[type=file]").set_input_files(large_file(tmp_path, megabytes))
    sentence = page.locator(".st-key-card-upload").get_by_text(SENTENCES[language]).filter(visible=True)
    expect(sentence).to_have_count(1, timeout=60_000)
    expect(page.get_by_text(f"{TRANSFER_MEGABYTES}", exact=False).filter(visible=True)).to_have_count(0)

"""Headers, categories, scale names and titles full of markup are shown as they are, on every page."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.study.codebook import Codebook, ColumnEntry, Model
from analysis.study.study import Study
from analysis.study.table import CellTable
from interface.databases import store
from interface.navigation import ORDER
from tests.pages.conftest import OpenPage
from tests.pages.test_pages import words

MARKUP = "<img src=x onerror=alert(1)> ![](http://x/y.png) $a$ :red[b] {c} **d** =1+1"


def nasty_study() -> Study:
    random = np.random.default_rng(3)
    common = random.normal(size=(60, 1))
    answers = np.clip(np.rint(3 + common + random.normal(size=(60, 6))), 1, 5)
    headers = [f"{MARKUP} {number}" for number in range(6)]
    columns = {
        header: ColumnEntry(
            "item", f"I{number} {MARKUP}", header, scale=f"S{number % 3} {MARKUP}", points=(1, 5)
        )
        for number, header in enumerate(headers)
    }
    columns[f"G {MARKUP}"] = ColumnEntry("group", f"G {MARKUP}")
    groups = tuple(f"{'a' if number % 2 else 'b'} {MARKUP}" for number in range(60))
    cells = (*(tuple(float(x) for x in column) for column in answers.T), groups)
    table = CellTable((*headers, f"G {MARKUP}"), cells, tuple(range(2, 62)))
    model = Model(
        f"S0 {MARKUP}",
        (f"S1 {MARKUP}", f"S2 {MARKUP}"),
        f"G {MARKUP}",
        attachment=f"S0 {MARKUP}",
        repeat_purchase=f"S1 {MARKUP}",
    )
    study = Study(MARKUP, table, Codebook(columns, model=model), table.fingerprint(), confirmed=True)
    return replace(study, source=MARKUP)


@pytest.mark.parametrize("key", ORDER)
def test_markup_is_only_ever_text(open_page: OpenPage, key: str) -> None:
    token = store().save(nasty_study())
    page = open_page(key, study=token, lang="en")
    assert not page.exception
    shown = words(page)
    assert 'class="angket-conclusion"' in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img src=x" not in shown
    assert not any(
        "![](" in text.value.replace("\\", "") and "\\!" not in text.value for text in page.markdown
    )

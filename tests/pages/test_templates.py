"""The ready instruments on the Data screen: what is offered comes back as a readable table."""

from __future__ import annotations

import pytest

from analysis.reporting.instrument_templates import TEMPLATES
from analysis.reporting.language import LANGUAGES, language
from analysis.study.reading.reader import read_table
from analysis.study.templates import InstrumentTemplate, headers
from interface.templates import _answer_sheet, _question_list
from tests.pages.conftest import OpenPage


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_the_downloads_hold_every_question(template: InstrumentTemplate, code: str) -> None:
    questions = _question_list(template, language(code)).decode("utf-8-sig")
    assert all(header in questions.replace('""', '"') for header in headers(template, code)[-3:])
    assert _answer_sheet(template, language(code)).startswith(b"PK")


def test_the_question_list_opens_as_a_table() -> None:
    reading = read_table(_question_list(TEMPLATES[0], language("en")), "questions.csv")
    assert reading.table.row_count >= sum(len(scale.items) for scale in TEMPLATES[0].scales)


def test_the_data_screen_offers_them_before_a_file_is_open(open_page: OpenPage) -> None:
    page = open_page("data", lang="id")
    titles = " ".join(element.proto.body for element in page.main.get("html"))
    assert not page.exception
    assert all(template.title.indonesian in titles for template in TEMPLATES)

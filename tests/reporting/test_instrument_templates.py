import csv
import io

import openpyxl
import pytest

from analysis.reporting.instrument_templates import TEMPLATES, answer_sheet, question_list
from analysis.reporting.language import language
from analysis.study.reading.reader import read_table
from analysis.study.templates import InstrumentTemplate, headers

BOTH = pytest.mark.parametrize("code", ["id", "en"])
EACH = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)


@BOTH
@EACH
def test_the_answer_sheet_has_the_headers_and_offers_the_answers(
    template: InstrumentTemplate, code: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(template, language(code))))
    sheet = book.active
    assert [cell.value for cell in sheet[1]] == list(headers(template, language(code).code))
    assert all(cell.data_type == "s" for cell in sheet[1])
    assert sheet.max_row == 1
    with_choices = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    without = sum(not question.options for question in template.respondent_questions)
    assert len(with_choices) == sheet.max_column - without


@EACH
def test_a_filled_answer_sheet_is_read_with_its_headers(template: InstrumentTemplate) -> None:
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(template, language("id"))))
    for row in range(2, 22):
        for column in range(1, book.active.max_column + 1):
            book.active.cell(row, column, "Setuju" if (row + column) % 2 else "Tidak Setuju")
    target = io.BytesIO()
    book.save(target)
    reading = read_table(target.getvalue(), "jawaban.xlsx", trusted=True)
    assert reading.table.headers == headers(template, "id")
    assert reading.table.row_count == 20


@BOTH
@EACH
def test_the_question_list_has_every_question_in_order(template: InstrumentTemplate, code: str) -> None:
    rows = list(csv.reader(io.StringIO(question_list(template, language(code)))))
    assert [row[2] for row in rows[1:]] == list(headers(template, language(code).code))
    assert all(len(row) == 4 and not cell.startswith(("=", "+", "@", "-")) for row in rows for cell in row)
    assert {row[3].count(" | ") for row in rows[-len(template.items) :]} == {4}

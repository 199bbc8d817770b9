"""Instrument templates as files: an answer sheet (.xlsx) and a list of questions for Google Forms (.csv)."""

from __future__ import annotations

import csv
import io

from analysis.reporting.language import Language
from analysis.study.template_after_sales import AFTER_SALES
from analysis.study.template_loyalty_intentions import LOYALTY_INTENTIONS
from analysis.study.template_retail import RETAIL
from analysis.study.templates import AGREEMENT, InstrumentTemplate, Wording, headers, item_header

TEMPLATES: tuple[InstrumentTemplate, ...] = (RETAIL, AFTER_SALES, LOYALTY_INTENTIONS)
ROWS_WITH_CHOICES = 1000
COLUMN_WIDTH = 24
LONGEST_CHOICE_LIST = 255
"""Excel refuses a longer list of choices inside a cell rule."""


def answer_sheet(template: InstrumentTemplate, language: Language) -> bytes:
    """A workbook with one sheet: the headers, and below them cells that offer the answers as choices."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(language.gettext("Answers"))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    titles = headers(template, language.code)
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, bold)
    sheet.set_column(0, len(titles) - 1, COLUMN_WIDTH)
    sheet.freeze_panes(1, 0)
    for column, choices in enumerate(_choices(template, language)):
        if choices and len(",".join(choices)) <= LONGEST_CHOICE_LIST and not any("," in c for c in choices):
            sheet.data_validation(
                1, column, ROWS_WITH_CHOICES, column, {"validate": "list", "source": list(choices)}
            )
    book.close()
    return target.getvalue()


def question_list(template: InstrumentTemplate, language: Language) -> str:
    """Questions in the order of a Google Forms form, as CSV: section, kind of question, title, answers.

    Titles are copied into the form as they stand: their codes are what detection reads later.
    """
    _ = language.gettext
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(
        (_("Section"), _("Kind of question"), _("Title of the question"), _("Answers to choose from"))
    )
    about = _("About you")
    for question in template.respondent_questions:
        kind = _("Multiple choice") if question.options else _("Short answer (a number)")
        writer.writerow(
            (about, kind, question.question.of(language.code), _joined(question.options, language))
        )
    for scale in template.scales:
        for item in scale.items:
            title = item_header(scale, item, language.code)
            name = scale.name.of(language.code)
            writer.writerow((name, _("Multiple choice"), title, _joined(AGREEMENT, language)))
    return target.getvalue()


def _choices(template: InstrumentTemplate, language: Language) -> list[tuple[str, ...]]:
    about = [
        tuple(option.of(language.code) for option in question.options)
        for question in template.respondent_questions
    ]
    ratings = tuple(answer.of(language.code) for answer in AGREEMENT)
    return about + [ratings] * len(template.items)


def _joined(options: tuple[Wording, ...], language: Language) -> str:
    return " | ".join(option.of(language.code) for option in options)

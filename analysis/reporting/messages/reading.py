"""Sentences about reading a file: why it cannot be used, and what was understood or left out."""

from __future__ import annotations

from functools import partial

from analysis.reporting.language import MANY, Language


def templates(language: Language, count: int = MANY) -> dict[str, str]:
    """Code -> sentence about `count` things; placeholders are names of details, `{where}` the column."""
    return {
        **_foreign_files(language, count),
        **_foreign_spreadsheets(language),
        **_damaged_files(language, count),
        **_limits(language),
        **_notices_on_the_file(language, count),
        **_notices_on_rows(language, count),
        **_notices_on_columns(language, count),
    }


def _foreign_files(language: Language, count: int) -> dict[str, str]:
    """Refusals of files that are something else than a table."""
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "pdf_file": _(
            "This file is a PDF document, not a spreadsheet. "
            "Export the answers from your form as .xlsx or .csv and choose that file."
        ),
        "picture_file": _(
            "This file is a picture. Export the answers from your form as .xlsx or .csv and choose that file."
        ),
        "compressed_file": _(
            "This file is a compressed archive. Extract it, then choose the spreadsheet inside."
        ),
        "zip_file": ngettext(
            "This file is a zip archive with {n} file in it. Extract it, then choose the spreadsheet inside.",
            "This file is a zip archive with {n} files in it. Extract it, then choose the spreadsheet inside.",
        ),
        "word_file": _(
            "This file is a text document. Copy its table into a spreadsheet, save that as .xlsx and choose it."
        ),
        "slides_file": _(
            "This file is a presentation. Choose the spreadsheet with the answers (.xlsx or .csv)."
        ),
        "numbers_file": _(
            "This file comes from Apple Numbers. In Numbers choose File, Export To, Excel, and use that file."
        ),
        "web_page_file": _(
            "This file is a web page, even if its name ends in .xls. "
            "Open it in Excel or LibreOffice, save it as .xlsx and choose that file."
        ),
    }


def _foreign_spreadsheets(language: Language) -> dict[str, str]:
    """Refusals of tables of a kind that is not read here."""
    _ = language.gettext
    return {
        "xml_workbook": _(
            "This file is an XML spreadsheet of 2003. Open it in Excel or LibreOffice, save it as .xlsx and choose that file."
        ),
        "xml_file": _(
            "This file is XML, not a spreadsheet. Export the answers as .xlsx or .csv and choose that file."
        ),
        "json_file": _(
            "This file is JSON, not a spreadsheet. Export the answers as .xlsx or .csv and choose that file."
        ),
        "binary_workbook": _(
            "This file is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx and choose that file."
        ),
        "very_old_workbook": _(
            "This workbook was made by an Excel older than 1997. Open it in LibreOffice, save it as .xlsx and choose that file."
        ),
        "spss_portable_file": _(
            "This file is an SPSS portable file (.por). Open it in SPSS or PSPP, save it as .sav and choose that file."
        ),
        "stata_file": _("This file comes from Stata. Export it there as .csv or .xlsx and choose that file."),
        "sas_file": _("This file comes from SAS. Export it there as .csv or .xlsx and choose that file."),
        "r_file": _("This file comes from R. Export it there with write.csv and choose that file."),
        "data_store_file": _(
            "This file is a database. Export its table as .csv or .xlsx and choose that file."
        ),
        "program_file": _(
            "This file is a program and is not opened. Choose the spreadsheet with the answers."
        ),
        "unknown_office_file": _(
            "This file is an old Office document without a worksheet. Save the table as .xlsx and choose that file."
        ),
        "binary_file": _(
            "This file holds neither text nor a known kind of spreadsheet. Save the table as .xlsx or .csv and choose that file."
        ),
    }


def _damaged_files(language: Language, count: int) -> dict[str, str]:
    """Refusals of spreadsheets that cannot be read or hold nothing."""
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "empty_file": _("This file is empty. Download or export the answers again and choose the new file."),
        "no_data": _(
            "This sheet holds no cells with content. Choose another sheet, or check that the file is the right one."
        ),
        "no_rows": ngettext(
            "This sheet has {n} column name but no answers below it. Export it again once answers have come in.",
            "This sheet has {n} column names but no answers below them. Export it again once answers have come in.",
        ),
        "unknown_sheet": _('There is no sheet named "{sheet}" in this file. Its sheets are: {sheets}.'),
        "no_sheets": _(
            'This kind of file has no sheets, so "{sheet}" cannot be chosen. Leave the sheet name out.'
        ),
        "encrypted_file": _(
            "This file is protected by a password. Open it with the password, save a copy without it and choose the copy."
        ),
        "damaged_file": _(
            "This file is damaged or incomplete. Download it again, or open it in Excel or LibreOffice and save it as .xlsx."
        ),
        "duplicate_parts": _(
            "This workbook holds the same part twice, so that its content is not certain. "
            "Open it in Excel or LibreOffice and save it as a new .xlsx."
        ),
        "overlapping_parts": _(
            "The parts of this workbook overlap, as in files made to do harm. "
            "Open the original in Excel or LibreOffice and save it as a new .xlsx."
        ),
        "xml_entities": _(
            "This workbook declares XML entities, which no spreadsheet program writes. "
            "Open the original in Excel or LibreOffice and save it as a new .xlsx."
        ),
    }


def _limits(language: Language) -> dict[str, str]:
    """Refusals of files that exceed a limit."""
    _ = language.gettext
    return {
        "file_too_large": _(
            "This file is larger than {megabytes} MB, the most that Angket reads. "
            "Take out pictures, sheets and columns that do not belong to the questionnaire, then choose it again."
        ),
        "too_large_inflated": _(
            "The content of this workbook is too large once unpacked. "
            "Copy the answers into a new workbook, save it as .xlsx and choose that file."
        ),
        "too_many_parts": _(
            "This workbook consists of more than {limit} parts. "
            "Copy the answers into a new workbook, save it as .xlsx and choose that file."
        ),
        "too_many_sheets": _(
            "This workbook has more than {limit} sheets. Copy the sheet with the answers into a new workbook and choose that."
        ),
        "too_many_rows": _(
            "This sheet has more than {limit} rows. Keep the rows with answers only and choose the file again."
        ),
        "too_many_columns": _(
            "This sheet has more than {limit} columns. Keep the columns of the questionnaire only and choose the file again."
        ),
        "too_many_cells": _(
            "The cells of this file spread over more than {limit} places. Copy only the table of answers "
            "into a new sheet, starting at A1, and choose that file."
        ),
        "too_many_merged": _(
            "This sheet has more than {limit} merged cells. Unmerge them, save the file and choose it again."
        ),
        "cell_too_long": _(
            "A cell of this file holds more than {limit} characters. "
            "Check that quotation marks are closed, or shorten the text, and choose the file again."
        ),
        "styles_too_large": _(
            "The formatting of this workbook is too large. "
            "Save the sheet as .csv, or paste its values into a new workbook, and choose that file."
        ),
        "too_much_text": _(
            "This file holds too much text. Keep the columns of the questionnaire only and choose the file again."
        ),
        "too_demanding": _(
            "This file is too large or too complicated to be read safely. "
            "Copy only the table of answers into a new workbook, save it as .xlsx and choose that file."
        ),
        "too_slow": _(
            "Reading this file took too long and was stopped. "
            "Copy only the table of answers into a new workbook, save it as .xlsx and choose that file."
        ),
        "busy": _("Other files are being read at the moment. Wait a minute, then choose your file again."),
    }


def _notices_on_the_file(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "queued": _("Another file is being read at the moment; yours follows in a few seconds."),
        "mislabelled": _("The name ends in {extension}, but the content is {kind}; it was read as {kind}."),
        "macros_ignored": _(
            "This workbook holds macros. They were not run; only the stored values were read."
        ),
        "sheet_chosen": _(
            'The sheet "{sheet}" was read. Not read: {sheets} ({n}). Choose another sheet if needed.'
        ),
        "hidden_sheets_not_read": _("Hidden sheets that were not read: {sheets} ({n})."),
        "hidden_sheet_read": _('The sheet "{sheet}" is hidden in the file and was read.'),
        "delimiter": _('The columns of this text file are separated by "{delimiter}".'),
        "encoding": _("The text was read in the encoding {encoding}. Check letters with accents."),
        "characters_replaced": ngettext(
            "{n} character could not be read and was replaced by a question mark sign. Save the file again as UTF-8 if it matters.",
            "{n} characters could not be read and were replaced by a question mark sign. Save the file again as UTF-8 if they matter.",
        ),
        "control_characters_removed": ngettext(
            "{n} invisible control character was removed from the text.",
            "{n} invisible control characters were removed from the text.",
        ),
        "unbalanced_quotes": _(
            "A quotation mark is opened and never closed, so all quotation marks were read as plain text. Check the rows."
        ),
        "quoted_lines": _("Each of the {n} lines was quoted as a whole; the lines were cut into columns."),
        "formulas_without_result": ngettext(
            "{n} formula cell holds no stored result and was read as empty. Open the file in Excel or LibreOffice, save it and choose it again to have its value.",
            "{n} formula cells hold no stored result and were read as empty. Open the file in Excel or LibreOffice, save it and choose it again to have their values.",
        ),
        "formulas_all_zero": _(
            "All formula cells hold the result 0 ({n} in all), as in files whose formulas were never calculated. "
            "Open the file in Excel or LibreOffice, save it and choose it again if that is not right."
        ),
    }


def _notices_on_rows(language: Language, count: int) -> dict[str, str]:
    _ = language.gettext
    ngettext = partial(language.ngettext, n=count)
    return {
        "title_rows_skipped": ngettext(
            "{n} row above the column names was taken as a title and left out.",
            "{n} rows above the column names were taken as titles and left out.",
        ),
        "header_rows_joined": _(
            'The column names stand in {n} rows, which were joined, for example "{example}".'
        ),
        "code_rows_dropped": ngettext(
            "{n} row with codes or column numbers below the column names was left out.",
            "{n} rows with codes or column numbers below the column names were left out.",
        ),
        "no_header": _(
            "The first row already looks like answers, so the columns were named by their letters. "
            "Add a row of column names if the file has none."
        ),
        "blank_rows_dropped": ngettext(
            "{n} blank row between the answers was left out.",
            "{n} blank rows between the answers were left out.",
        ),
        "repeated_headers_dropped": ngettext(
            "{n} repeated row of column names was left out (row {rows}).",
            "{n} repeated rows of column names were left out (rows {rows}).",
        ),
        "total_rows_dropped": ngettext(
            "{n} row with totals or averages at the end was left out; it is not a respondent (row {rows}).",
            "{n} rows with totals or averages at the end were left out; they are not respondents (rows {rows}).",
        ),
        "remark_rows_dropped": ngettext(
            "{n} row with remarks at the end was left out; it is not a respondent (row {rows}).",
            "{n} rows with remarks at the end were left out; they are not respondents (rows {rows}).",
        ),
        "merged_cells_filled": ngettext(
            "{n} empty cell lies under a merged cell; it was given its value. Check that this is what it means.",
            "{n} empty cells lie under a merged cell; they were given its value. Check that this is what it means.",
        ),
        "hidden_rows_read": ngettext(
            "{n} row is hidden in the file and was read like the others (row {rows}).",
            "{n} rows are hidden in the file and were read like the others (rows {rows}).",
        ),
        "ragged_rows": ngettext(
            "{n} row has more or fewer fields than the usual {fields} (row {rows}). Check that no answer was shifted.",
            "{n} rows have more or fewer fields than the usual {fields} (rows {rows}). Check that no answer was shifted.",
        ),
        "table_transposed": _(
            "Each column of the file was a respondent; the table was turned, giving {n} respondents."
        ),
        "long_table_repeats": ngettext(
            "The table lists one answer a row, but {n} row repeats a question for the same respondent, so it is not turned into one row per respondent; remove the repetition and read the file again.",
            "The table lists one answer a row, but {n} rows repeat a question for the same respondent, so it is not turned into one row per respondent; remove the repetitions and read the file again.",
        ),
        "long_table_widened": _(
            "The file listed one answer a row: {n} rows became {respondents} respondents with {questions} questions."
        ),
    }


def _notices_on_columns(language: Language, count: int) -> dict[str, str]:
    ngettext = partial(language.ngettext, n=count)
    return {
        "unnamed_columns": ngettext(
            "{n} column has cells but no name and was named by its letter: {columns}.",
            "{n} columns have cells but no name and were named by their letter: {columns}.",
        ),
        "duplicate_headers": ngettext(
            "{n} repeated column name was numbered: {columns}.",
            "{n} repeated column names were numbered: {columns}.",
        ),
        "hidden_columns_read": ngettext(
            "{n} column is hidden in the file and was read like the others: {columns}.",
            "{n} columns are hidden in the file and were read like the others: {columns}.",
        ),
        "total_columns": ngettext(
            "{n} column is the sum or mean of the columns before it and is not a question: {columns}.",
            "{n} columns are the sum or mean of the columns before them and are not questions: {columns}.",
        ),
        "value_labels_used": ngettext(
            "{n} column shows the value labels of the SPSS file in place of its codes: {columns}.",
            "{n} columns show the value labels of the SPSS file in place of its codes: {columns}.",
        ),
        "value_labels_incomplete": ngettext(
            "{n} column has labels for some answers only and keeps its numbers: {columns}.",
            "{n} columns have labels for some answers only and keep their numbers: {columns}.",
        ),
        "declared_missing": ngettext(
            'In the column "{where}" {n} answer is declared missing in the SPSS file and was read as empty.',
            'In the column "{where}" {n} answers are declared missing in the SPSS file and were read as empty.',
        ),
    }

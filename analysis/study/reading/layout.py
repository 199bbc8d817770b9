"""From a sheet to a table of respondents: header found, blank rows out, names unique."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.study.notice import Detail, Notice, UnusableInput
from analysis.study.reading.header import Header, find_header
from analysis.study.reading.reshape import one_row_each, upright
from analysis.study.reading.sheet import Row, Sheet, column_letter
from analysis.study.reading.totals import Footer, find_footer, find_subtotals, total_columns
from analysis.study.table import CellTable

NAMED_IN_A_NOTICE = 10


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Respondent rows under their headers, and what was left out or joined to get there."""

    table: CellTable
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """Respondent rows with their spreadsheet row numbers, and what was left out of them."""

    rows: list[Row]
    row_numbers: list[int]
    notices: tuple[Notice, ...] = ()


def lay_out(sheet: Sheet) -> LaidOut:
    """The respondents' table of a sheet and what was left out or changed on the way.

    Raises UnusableInput "no_data" for a sheet without cells and "no_rows" for a header alone.
    """
    filled = upright(_without_blank_rows(sheet))
    if not filled.rows:
        raise UnusableInput("no_data")
    header = find_header(filled)
    body = _body(filled, header)
    if not body.rows:
        raise UnusableInput("no_rows", n=sum(map(bool, header.names)))
    notices = (*filled.notices, *header.notices, *body.notices, *_remarks(filled, body))
    named = _table(body, header, filled.first_column)
    wide = one_row_each(named.table)
    totals = total_columns(wide.table.headers, wide.table.columns)
    return LaidOut(wide.table, (*notices, *named.notices, *wide.notices, *totals))


def _without_blank_rows(sheet: Sheet) -> Sheet:
    kept = [i for i, row in enumerate(sheet.rows) if row.count(None) < len(row)]
    if len(kept) == len(sheet.rows):
        return sheet
    return replace(
        sheet, rows=[sheet.rows[i] for i in kept], row_numbers=[sheet.row_numbers[i] for i in kept]
    )


def _body(sheet: Sheet, header: Header) -> Body:
    """Respondent rows below the header: no repeated header row, no totals or remarks at the end."""
    titles = sheet.rows[header.after - 1] if header.after > header.first else None
    rows, numbers = sheet.rows[header.after :], sheet.row_numbers[header.after :]
    notices = []
    repeated = [number for row, number in zip(rows, numbers, strict=True) if row == titles]
    if repeated:
        details: dict[str, Detail] = {"n": len(repeated), "rows": _row_list(repeated)}
        notices.append(Notice("repeated_headers_dropped", "warning", details=details))
        numbers = [number for row, number in zip(rows, numbers, strict=True) if row != titles]
        rows = [row for row in rows if row != titles]
    footer = find_footer(rows, numbers) if sheet.header_rows is None else Footer(0, 0)
    end = len(rows) - footer.size
    subtotals = frozenset(find_subtotals(rows[:end]) if sheet.header_rows is None else ())
    notices += _footer_notices(footer, numbers[end:])
    if subtotals:
        notices.append(_total_rows([numbers[i] for i in sorted(subtotals)], len(subtotals)))
    kept = [i for i in range(end) if i not in subtotals]
    blank = numbers[end - 1] - numbers[0] + 1 - end - len(repeated) if end else 0
    rows, numbers = [rows[i] for i in kept], [numbers[i] for i in kept]
    merged = _fill_merged(sheet, rows, numbers)
    if merged:
        notices.append(Notice("merged_cells_filled", "warning", details={"n": merged}))
    if blank > 0:
        notices.append(Notice("blank_rows_dropped", details={"n": blank}))
    return Body(rows, numbers, tuple(notices))


def _fill_merged(sheet: Sheet, rows: list[Row], numbers: list[int]) -> int:
    """Give every row of a cell merged downwards its value, in place; counts the cells filled."""
    place = {number: i for i, number in enumerate(numbers)}
    filled = 0
    for merge in sheet.remarks.merged:
        column = merge.left - sheet.first_column
        top = place.get(merge.top + 1)
        if top is None or merge.left != merge.right or not 0 <= column < len(rows[top]):
            continue
        for number in range(merge.top + 2, min(merge.bottom + 1, numbers[-1]) + 1):
            row = rows[place[number]] if number in place else None
            if row is not None and row[column] is None and rows[top][column] is not None:
                row[column] = rows[top][column]
                filled += 1
    return filled


def _footer_notices(footer: Footer, numbers: list[int]) -> list[Notice]:
    notices = []
    if footer.totals:
        notices.append(_total_rows(numbers, footer.totals))
    if footer.remarks:
        details: dict[str, Detail] = {"n": footer.remarks, "rows": _row_list(numbers)}
        notices.append(Notice("remark_rows_dropped", "warning", details=details))
    return notices


def _total_rows(numbers: list[int], n: int) -> Notice:
    return Notice("total_rows_dropped", "warning", details={"n": n, "rows": _row_list(numbers)})


def _remarks(sheet: Sheet, body: Body) -> tuple[Notice, ...]:
    """Hidden rows and columns that were read, and formulas without a stored result."""
    notices = []
    remarks = sheet.remarks
    hidden = [number for number in body.row_numbers if number in remarks.hidden_rows]
    if hidden:
        notices.append(
            Notice("hidden_rows_read", "warning", details={"n": len(hidden), "rows": _row_list(hidden)})
        )
    width = len(body.rows[0])
    columns = [j for j in sorted(remarks.hidden_columns) if 0 <= j - sheet.first_column < width]
    if columns:
        letters = tuple(column_letter(j) for j in columns[:NAMED_IN_A_NOTICE])
        notices.append(
            Notice("hidden_columns_read", "warning", details={"n": len(columns), "columns": letters})
        )
    if remarks.formulas and remarks.formulas == remarks.formulas_with_zero:
        notices.append(Notice("formulas_all_zero", "warning", details={"n": remarks.formulas}))
    if remarks.formulas_without_result:
        details: dict[str, Detail] = {"n": remarks.formulas_without_result}
        notices.append(Notice("formulas_without_result", "warning", details=details))
    return tuple(notices)


def _row_list(numbers: list[int]) -> tuple[str, ...]:
    """The first few row numbers for a notice, an ellipsis standing for the rest."""
    shown = tuple(str(number) for number in numbers[:NAMED_IN_A_NOTICE])
    return shown if len(numbers) <= NAMED_IN_A_NOTICE else (*shown, "…")


def _table(body: Body, header: Header, first_column: int) -> LaidOut:
    """The table without columns that have neither header nor cells, every header unique."""
    columns = list(zip(*body.rows, strict=True))
    kept = [j for j, name in enumerate(header.names) if name or columns[j].count(None) < len(columns[j])]
    unnamed = [column_letter(first_column + j) for j in kept if not header.names[j]]
    names = [header.names[j] or column_letter(first_column + j) for j in kept]
    unique = unique_headers(names)
    notices = []
    if unnamed:
        details: dict[str, Detail] = {"n": len(unnamed), "columns": tuple(unnamed[:NAMED_IN_A_NOTICE])}
        notices.append(Notice("unnamed_columns", "warning", details=details))
    repeated = tuple(name for name, given in zip(unique, names, strict=True) if name != given)
    if repeated:
        details = {"n": len(repeated), "columns": repeated[:NAMED_IN_A_NOTICE]}
        notices.append(Notice("duplicate_headers", "warning", details=details))
    table = CellTable(tuple(unique), tuple(columns[j] for j in kept), tuple(body.row_numbers))
    return LaidOut(table, tuple(notices))


def unique_headers(names: list[str]) -> list[str]:
    """The same names, a repeated one with " (2)", " (3)" and so on."""
    taken = set(names)
    seen: set[str] = set()
    unique = []
    for name in names:
        candidate, count = name, 1
        while candidate in seen or (count > 1 and candidate in taken):
            count += 1
            candidate = f"{name} ({count})"
        seen.add(candidate)
        unique.append(candidate)
    return unique

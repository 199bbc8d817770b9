"""The appendix of critical values is centred on the study's own degrees of freedom, in every file."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from analysis.report_document import report
from analysis.reporting.critical_value_tables import OwnDegrees, critical_value_tables
from analysis.reporting.exhibit import Label, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.renderers.excel import workbook
from analysis.reporting.renderers.word import word_document
from analysis.statistics.distributions import f_critical, r_critical, t_critical
from analysis.statistics.durbin_watson_distribution import durbin_watson_bounds
from analysis.statistics.regression import RegressionResult
from tests.reporting.materials import retail_results

ENGLISH = language("en")
OWN = OwnDegrees(respondents=30, model_respondents=28, predictors=2, alpha=0.05)


def own_row(table: Table) -> Row:
    (row,) = [row for row in table.rows if isinstance(row.cells[0], Label) and "→" in row.cells[0].text]
    return row


def tables(own: OwnDegrees = OWN) -> dict[str, Table]:
    return {table.key: table for table in critical_value_tables(own, ENGLISH)}


def value(row: Row, place: int) -> float | None:
    cell = row.cells[place]
    assert isinstance(cell, Quantity)
    return cell.value


def test_the_own_row_holds_the_critical_values_of_the_study() -> None:
    found = tables()
    level = [column.title for column in found["critical_r"].columns].index("0.05")
    assert value(own_row(found["critical_r"]), level) == r_critical(0.05, 28)
    assert value(own_row(found["critical_t"]), level) == t_critical(0.05, 25)
    assert value(own_row(found["critical_f"]), 2) == f_critical(0.05, 2, 25)
    bounds = durbin_watson_bounds(28, 2)
    row = own_row(found["critical_durbin_watson"])
    assert (value(row, 3), value(row, 4)) == (bounds.d_lower, bounds.d_upper)
    assert own_row(found["critical_chi_square"]).cells[0] == Label("→ 2")


def test_critical_r_falls_as_df_rises() -> None:
    for place in range(1, len(tables()["critical_r"].columns)):
        column = [value(row, place) or 0.0 for row in tables()["critical_r"].rows]
        assert column == sorted(column, reverse=True)


@pytest.mark.parametrize(
    ("own", "keys"),
    [
        (OwnDegrees(30, 0, 0, 0.05), {"critical_r"}),
        (OwnDegrees(2, 0, 0, 0.05), set()),
        (OwnDegrees(5, 4, 2, 0.05), {"critical_r", "critical_t", "critical_f", "critical_chi_square"}),
    ],
)
def test_only_tables_that_the_study_needs(own: OwnDegrees, keys: set[str]) -> None:
    assert set(tables(own)) == keys


def test_many_predictors_keep_their_own_column() -> None:
    found = tables(OwnDegrees(200, 190, 12, 0.01))
    assert [column.title for column in found["critical_f"].columns][-1] == "12"
    assert value(own_row(found["critical_f"]), -1) == f_critical(0.01, 12, 177)
    assert len(found["critical_durbin_watson"].columns) == 1 + 2 * 7


def test_word_and_excel_hold_the_tables() -> None:
    results = retail_results()
    whole = report(results, ENGLISH)
    regression = results["regression"]
    assert isinstance(regression, RegressionResult)
    assert len(whole.appendix) == 5
    shown = ENGLISH.number(r_critical(0.05, results.prepared.respondents - 2), 4)
    document = Document(BytesIO(word_document(whole, ENGLISH)))
    texts = {cell.text for table in document.tables[-6:] for row in table.rows for cell in row.cells}
    assert shown in texts
    sheet = load_workbook(BytesIO(workbook(whole, ENGLISH)))["Appendix"]
    numbers = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert any(isinstance(cell, float) and cell == pytest.approx(regression.t_table) for cell in numbers)

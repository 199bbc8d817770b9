"""Tables of critical values for the appendix, around the degrees of freedom of the study itself."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, TableCell
from analysis.reporting.language import Language
from analysis.reporting.phrases import limit_text
from analysis.statistics.critical_values import (
    ALPHAS,
    CriticalValueTable,
    chi2_table,
    durbin_watson_tables,
    f_table,
    r_table,
    t_table,
)

NEIGHBOURS = 7
"""Rows above and below the study's own; Durbin-Watson, which takes longer, has half of them."""
FEWEST_COLUMNS, MOST_COLUMNS = 4, 6
CHI_SQUARE_ROWS = 15


@dataclass(frozen=True, slots=True)
class OwnDegrees:
    """What the study's own tests use: respondents of a correlation; respondents and predictors of the model.

    `model_respondents` and `predictors` are 0 without a regression.
    """

    respondents: int
    model_respondents: int
    predictors: int
    alpha: float


def critical_value_tables(own: OwnDegrees, language: Language) -> tuple[Table, ...]:
    """r always; t, F, chi-square and Durbin-Watson where there is a model. The own row has an arrow."""
    tables = []
    if own.respondents > 2:
        tables.append(_correlation(own, language))
    if own.predictors:
        df, k = own.model_respondents - own.predictors - 1, own.predictors
        tables += [_student(df, own.alpha, language), _fisher(df, k, own.alpha, language)]
        tables.append(_chi_square(k, own.alpha, language))
        if own.model_respondents >= k + 3:
            tables.append(_durbin_watson(own.model_respondents, k, own.alpha, language))
    return tuple(tables)


def _correlation(own: OwnDegrees, language: Language) -> Table:
    title = language.gettext("Critical values of r, two-sided; df = n − 2")
    found = r_table(_around(own.respondents - 2), _alphas(own.alpha))
    return _by_alpha("critical_r", title, found, own.respondents - 2, 4, language)


def _student(df: int, alpha: float, language: Language) -> Table:
    title = language.gettext("Critical values of t, two-sided; df = n − predictors − 1")
    return _by_alpha("critical_t", title, t_table(_around(df), _alphas(alpha)), df, 4, language)


def _chi_square(df: int, alpha: float, language: Language) -> Table:
    title = language.gettext("Critical values of chi-square")
    rows = tuple(range(1, max(CHI_SQUARE_ROWS, df) + 1))
    return _by_alpha("critical_chi_square", title, chi2_table(rows, _alphas(alpha)), df, 3, language)


def _by_alpha(
    key: str, title: str, found: CriticalValueTable, own: int, decimals: int, language: Language
) -> Table:
    level = language.gettext("Level (α)")
    columns = (
        Column("df"),
        *(Column(limit_text(alpha, language), spanner=level) for alpha in found.columns),
    )
    return Table(key, title, columns, _rows(found, own, decimals, language))


def _fisher(df: int, predictors: int, alpha: float, language: Language) -> Table:
    numerators = _shown_counts(predictors)
    found = f_table(_around(df), numerators, alpha)
    spanner = language.gettext("df1 (predictors)")
    columns = (Column("df2"), *(Column(str(df1), spanner=spanner) for df1 in numerators))
    title = language.gettext("Critical values of F, α = {alpha}; df2 = n − predictors − 1").format(
        alpha=limit_text(alpha, language)
    )
    return Table("critical_f", title, columns, _rows(found, df, 3, language))


def _durbin_watson(n: int, predictors: int, alpha: float, language: Language) -> Table:
    """dL and dU of each number of predictors side by side."""
    _ = language.gettext
    half = NEIGHBOURS // 2
    counts = _shown_counts(predictors)
    rows = tuple(range(max(predictors + 3, n - half), n + half + 1))
    found = durbin_watson_tables(rows, counts, alpha)
    columns = [Column("n")]
    for k in counts:
        spanner = f"k = {k}"
        columns += [Column("dL", spanner=spanner), Column("dU", spanner=spanner)]
    body = []
    for row, lower, upper in zip(rows, found.lower.values, found.upper.values, strict=True):
        pairs = zip(lower, upper, strict=True)
        cells: list[TableCell] = [Quantity(value, 4) for pair in pairs for value in pair]
        body.append(Row((_own_label(row, n, language), *cells)))
    title = _("Durbin-Watson bounds, α = {alpha}, one-sided; k predictors").format(
        alpha=limit_text(alpha, language)
    )
    return Table("critical_durbin_watson", title, tuple(columns), tuple(body))


def _rows(found: CriticalValueTable, own: int, decimals: int, language: Language) -> tuple[Row, ...]:
    return tuple(
        Row((_own_label(df, own, language), *(Quantity(value, decimals) for value in values)))
        for df, values in zip(found.rows, found.values, strict=True)
    )


def _own_label(value: int, own: int, language: Language) -> Label:
    """The row's number; an arrow before that of the study."""
    text = language.integer(value)
    return Label(f"→ {text}" if value == own else text)


def _around(df: int) -> tuple[int, ...]:
    first = max(1, df - NEIGHBOURS)
    return tuple(range(first, first + 2 * NEIGHBOURS + 1))


def _alphas(alpha: float) -> tuple[float, ...]:
    return tuple(sorted({*ALPHAS, alpha}, reverse=True))


def _shown_counts(predictors: int) -> tuple[int, ...]:
    """Numbers of predictors that have a column: the first ones, and that of the study."""
    first = range(1, max(FEWEST_COLUMNS, min(predictors, MOST_COLUMNS)) + 1)
    return tuple(sorted({*first, predictors}))

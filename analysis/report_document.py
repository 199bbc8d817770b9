"""The whole report of a study: every section, what was done to the data, what reading noticed."""

from __future__ import annotations

from math import isfinite

from analysis.chapter import SECTIONS, ChapterResults, section_view
from analysis.reporting.critical_value_tables import OwnDegrees, critical_value_tables
from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table
from analysis.reporting.language import Language
from analysis.reporting.messages.wording import notice_text
from analysis.reporting.report import Report, with_distinct_titles, without_empty_columns
from analysis.reporting.trail_table import trail_table
from analysis.statistics.proration import ProrationResult
from analysis.statistics.regression import RegressionResult
from analysis.study.trail import trail


def report(results: ChapterResults, language: Language) -> Report:
    """All sections with trail, notices and scale scores, for Word, Excel and the print view."""
    study, prepared = results.study, results.prepared
    return Report(
        title=study.title,
        subtitle=_subtitle(results, language),
        simulated=study.simulated,
        sections=with_distinct_titles(
            tuple(section_view(study, section.key, language, results) for section in SECTIONS)
        ),
        trail=without_empty_columns(trail_table(trail(study, prepared), language, study.short_names)),
        notices=_notices_table(results, language),
        scores=_scores_table(results, language),
        appendix=critical_value_tables(_own_degrees(results), language),
    )


def _own_degrees(results: ChapterResults) -> OwnDegrees:
    """Degrees of freedom of the study's own tests, for the tables of critical values."""
    regression = results["regression"]
    fitted = regression if isinstance(regression, RegressionResult) else None
    return OwnDegrees(
        respondents=results.prepared.respondents,
        model_respondents=fitted.n if fitted else 0,
        predictors=len(fitted.predictors) if fitted else 0,
        alpha=results.study.codebook.settings.alpha,
    )


def _subtitle(results: ChapterResults, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    study, prepared = results.study, results.prepared
    used = _("{used} of {read} respondents analysed").format(
        used=language.integer(prepared.respondents), read=language.integer(prepared.rows_read)
    )
    fingerprint = _("Fingerprint of the data {fingerprint}").format(fingerprint=study.data_fingerprint[:16])
    model = study.codebook.model
    if not model.outcome:
        return (used, fingerprint)
    explained = _("{outcome} explained by {predictors}").format(
        outcome=model.outcome, predictors=language.listing(model.predictors)
    )
    return (used, explained, fingerprint)


def _notices_table(results: ChapterResults, language: Language) -> Table | None:
    _ = language.gettext
    notices = results.study.notices
    if not notices:
        return None
    words = {"info": _("Note"), "warning": _("Please check")}
    columns = (
        Column(_("Kind"), "left"),
        Column(_("Where"), "left"),
        Column(_("What was understood"), "left"),
    )
    rows = tuple(
        Row((words[notice.severity], notice.where, notice_text(notice, language))) for notice in notices
    )
    return Table("notices", _("What was understood while reading"), columns, rows)


def _scores_table(results: ChapterResults, language: Language) -> Table:
    """Scale scores by spreadsheet row, prorated ones marked, so that the figures can be computed elsewhere."""
    _ = language.gettext
    prepared, proration = results.prepared, results["proration"]
    prorated = proration.rows if isinstance(proration, ProrationResult) else ()
    marked = {found.row: ", ".join(found.scales) for found in prorated}
    columns = [Column(_("Row of the spreadsheet")), *(Column(name) for name in prepared.scores)]
    if marked:
        columns.append(Column(_("Prorated"), "left"))
    scores = [_score_cells(column.tolist()) for column in prepared.scores.values()]
    rows = []
    for i, row in enumerate(prepared.row_numbers.tolist()):
        mark = (marked.get(row, ""),) if marked else ()
        rows.append(Row((Label(str(row)), *(cells[i] for cells in scores), *mark)))
    return Table("scores", _("Scale scores"), tuple(columns), tuple(rows))


def _score_cells(values: list[float]) -> list[Quantity]:
    """Sums of whole answers are shown without decimals."""
    whole = all(value.is_integer() for value in values if isfinite(value))
    return [Quantity(value, 0 if whole else 3) for value in values]

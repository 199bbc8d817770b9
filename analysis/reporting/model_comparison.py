"""Several models of the study side by side."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, TableCell
from analysis.reporting.material import Material
from analysis.reporting.phrases import reason_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.model_comparison import ModelComparisonResult
from analysis.statistics.regression import RegressionResult


def model_comparison_exhibit(material: Material) -> list[Exhibit]:
    """One column a model: slopes with their p, N, R Square. Nothing when there is only one model."""
    found = material.results["models"]
    if not isinstance(found, ModelComparisonResult):
        return []
    language = material.language
    _ = language.gettext
    fitted = {name: model for name, model in found.models.items() if isinstance(model, RegressionResult)}
    notes = [reason_note(name, model, language) for name, model in found.models.items() if name not in fitted]
    return [
        Exhibit(
            key="models",
            title=_("Models side by side"),
            tables=(_table(fitted, material),) if fitted else (),
            notes=(*notes, sentence(_("Each model uses the complete answers of its own variables."))),
            sentences=_sentence(fitted, material),
            source=material.source,
        )
    ]


def _sentence(fitted: dict[str, RegressionResult], material: Material) -> tuple[Sentence, ...]:
    """The largest adjusted R Square, where all models explain the same outcome and no other prints as large."""
    language = material.language
    _ = language.gettext
    if len(fitted) < 2 or len({model.outcome for model in fitted.values()}) > 1:
        return ()
    best = max(fitted, key=lambda name: fitted[name].r2_adjusted)
    printed = [language.number(model.r2_adjusted) for model in fitted.values()]
    if printed.count(language.number(fitted[best].r2_adjusted)) > 1:
        return ()
    return (
        sentence(
            _("Adjusted R Square is largest for **{name}** ({value}; N = {n})."),
            name=best,
            value=language.number(fitted[best].r2_adjusted),
            n=language.integer(fitted[best].n),
        ),
    )


def _table(fitted: dict[str, RegressionResult], material: Material) -> Table:
    _ = material.language.gettext
    columns = [Column(_("Variable"), "left")]
    for name in fitted:
        columns += [Column("B", spanner=name), Column("Sig.", spanner=name)]
    predictors = list(dict.fromkeys(p for model in fitted.values() for p in model.predictors))
    rows = [_row(name, fitted, material) for name in predictors]
    rows += [
        _figure_row(_("Outcome"), [model.outcome for model in fitted.values()]),
        _figure_row("N", [Quantity(model.n, 0) for model in fitted.values()]),
        _figure_row("R Square", [Quantity(model.r2) for model in fitted.values()]),
        _figure_row("Adjusted R Square", [Quantity(model.r2_adjusted) for model in fitted.values()]),
    ]
    return Table("models", _("Models side by side"), tuple(columns), tuple(rows))


def _row(predictor: str, fitted: dict[str, RegressionResult], material: Material) -> Row:
    cells: list[TableCell] = [Label(predictor, colour=material.scale_colour(predictor))]
    for model in fitted.values():
        coefficient = model.coefficients.get(predictor)
        cells.append(Quantity(coefficient.b if coefficient else None))
        cells.append(Quantity(coefficient.p if coefficient else None, kind="p"))
    return Row(tuple(cells))


def _figure_row(name: str, values: list[TableCell]) -> Row:
    cells: list[TableCell] = [name]
    for value in values:
        cells += [value, None]
    return Row(tuple(cells), total=True)

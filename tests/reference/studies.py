"""Studies from plain csv files with a codebook written in code, for the reference tests."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.study.codebook import Codebook, ColumnEntry, Model, Settings
from analysis.study.preparation import Prepared, prepare
from analysis.study.study import Study
from analysis.study.table import Cell, CellTable

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What a codebook needs: items by scale, answer points, reversed items, demographics and model."""

    scales: Mapping[str, Sequence[str]]
    points: tuple[float, float]
    reverse: Sequence[str] = ()
    demographics: Sequence[str] = ()
    model: Model = field(default_factory=Model)
    settings: Settings = field(default_factory=Settings)


RETAIL = StudyPlan(
    scales={
        "Customer Service": ("CS1", "CS2", "CS3", "CS4", "CS5"),
        "Loyalty Program": ("LP1", "LP2", "LP3", "LP4"),
        "Community": ("CB1", "CB2", "CB3", "CB4"),
        "Loyalty": ("LO1", "LO2", "LO3", "LO4"),
    },
    points=(1, 5),
    reverse=("CS3", "CB4"),
    demographics=("member", "age", "frequency"),
    model=Model(
        outcome="Loyalty",
        predictors=("Customer Service", "Loyalty Program", "Community"),
        group="member",
        group_levels=("yes", "no"),
        attachment="Customer Service",
        repeat_purchase="Loyalty",
    ),
)
SLEEP = StudyPlan(
    scales={
        "Sleep Quality": ("SQ1", "SQ2", "SQ3", "SQ4", "SQ5", "SQ6"),
        "Stress": ("ST1", "ST2", "ST3", "ST4"),
        "Focus": ("FO1", "FO2", "FO3"),
    },
    points=(1, 7),
    reverse=("SQ5", "ST3"),
    model=Model(outcome="Focus", predictors=("Sleep Quality", "Stress")),
    settings=Settings(score="mean"),
)


def read_csv(path: Path) -> CellTable:
    """A csv file as cells: whole numbers as int, other numbers as float, empty as None."""
    with path.open(newline="", encoding="utf-8") as file:
        header, *rows = list(csv.reader(file))
    columns = tuple(tuple(_cell(row[j]) for row in rows) for j in range(len(header)))
    return CellTable(tuple(header), columns, tuple(range(2, len(rows) + 2)))


def _cell(text: str) -> Cell:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def codebook(plan: StudyPlan, headers: Sequence[str]) -> Codebook:
    """The codebook of a plan; a column that it does not name is ignored."""
    scale_of = {item: scale for scale, items in plan.scales.items() for item in items}
    entries: dict[str, ColumnEntry] = {}
    for header in headers:
        if header in scale_of:
            reverse = header in plan.reverse
            entries[header] = ColumnEntry(
                "item", header, scale=scale_of[header], points=plan.points, reverse=reverse
            )
        elif header in plan.demographics:
            role = "group" if header == plan.model.group else "demographic"
            entries[header] = ColumnEntry(role, header)
        else:
            entries[header] = ColumnEntry("ignored", header)
    return Codebook(entries, model=plan.model, settings=plan.settings)


def study_of(table: CellTable, plan: StudyPlan, title: str = "reference") -> Study:
    return Study(title, table, codebook(plan, table.headers), table.fingerprint())


def prepared_study(path: Path, plan: StudyPlan) -> Prepared:
    """A csv file as numbers under a plan."""
    return prepare(study_of(read_csv(path), plan))


def retail() -> Prepared:
    return prepared_study(DATA / "retail.csv", RETAIL)


def sleep() -> Prepared:
    return prepared_study(DATA / "sleep.csv", SLEEP)


def prepared_table(columns: Mapping[str, Sequence[Cell]], plan: StudyPlan) -> Prepared:
    """Columns of cells as numbers under a plan, for small cases written in a test."""
    rows = len(next(iter(columns.values())))
    table = CellTable(
        tuple(columns), tuple(tuple(cells) for cells in columns.values()), tuple(range(2, rows + 2))
    )
    return prepare(study_of(table, plan))

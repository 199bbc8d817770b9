"""The section on groups says which scales it could not compare, and why."""

from dataclasses import replace

from analysis.chapter import section_view
from analysis.reporting.language import language
from analysis.study.study import Study
from tests.reporting.random_studies import OUTCOME, random_study


def with_constant_outcome() -> Study:
    """A random study in which everybody gave the same answers to the outcome's items."""
    study = random_study(3)
    outcome = {header for header, entry in study.codebook.columns.items() if entry.scale == OUTCOME}
    columns = tuple(
        (3,) * study.table.row_count if header in outcome else cells
        for header, cells in zip(study.table.headers, study.table.columns, strict=True)
    )
    return replace(study, table=replace(study.table, columns=columns))


def test_an_outcome_that_cannot_be_compared_is_named_where_another_stands_in_its_place() -> None:
    view = section_view(with_constant_outcome(), "comparison", language("en"))
    notes = {exhibit.key: [note.plain() for note in exhibit.notes] for exhibit in view.exhibits}
    for key in ("raincloud", "all_scales"):
        assert [note for note in notes[key] if note.startswith(f"{OUTCOME}: ")], key


def test_nothing_is_said_where_every_scale_was_compared() -> None:
    view = section_view(random_study(3), "comparison", language("en"))
    assert not [note for exhibit in view.exhibits for note in exhibit.notes if OUTCOME in note.plain()]

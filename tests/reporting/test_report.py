from __future__ import annotations

import dataclasses

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table
from analysis.reporting.language import language
from analysis.reporting.report import (
    computed_sections,
    left_out_list,
    with_distinct_titles,
    without_empty_columns,
)
from tests.reporting.renderers.specimens import exhibit, section

EN = language("en")


def test_titles_that_exhibits_share_are_told_apart():
    by_age = dataclasses.replace(exhibit(), key="age", title="Menurut usia")
    by_work = dataclasses.replace(exhibit(), key="work", title="Menurut pekerjaan")
    once = dataclasses.replace(
        exhibit(), key="once", tables=(dataclasses.replace(exhibit().tables[0], title="Sendiri"),), figures=()
    )
    view = dataclasses.replace(section(), exhibits=(by_age, by_work, once))
    (told,) = with_distinct_titles((view,))
    assert [table.title for e in told.exhibits for table in e.tables] == [
        "Tabel Layanan: Menurut usia",
        "Tabel Layanan: Menurut pekerjaan",
        "Sendiri",
    ]
    assert [figure.title for e in told.exhibits for figure in e.figures] == [
        "Gambar Layanan: Menurut usia",
        "Gambar Layanan: Menurut pekerjaan",
    ]


def test_columns_that_no_row_fills_are_left_out():
    rows = (Row((Label("a"), None, "", Quantity(None))), Row(("b", "x", "", Quantity(1.0))))
    columns = tuple(Column(name) for name in "ABCD")
    kept = without_empty_columns(Table("t", "T", columns, rows))
    assert [column.title for column in kept.columns] == ["A", "B", "D"]
    assert [row.cells for row in kept.rows] == [
        (Label("a"), None, Quantity(None)),
        ("b", "x", Quantity(1.0)),
    ]


def test_sections_without_anything_computed_leave_the_chapter_and_enter_the_list():
    bare = dataclasses.replace(section(), name="Peta", key_figures=(), exhibits=())
    (shown,) = computed_sections((section(), bare))
    assert [e.key for e in shown.exhibits] == ["specimen"]
    listed = left_out_list((section(), bare), EN)
    assert listed is not None
    assert [row.cells for row in listed.rows] == [
        ("Bagian Layanan: Layanan", "Belum dapat dihitung: Layanan."),
        ("Peta", "Kesimpulan Layanan."),
    ]
    whole = dataclasses.replace(section(), exhibits=(exhibit(),))
    assert left_out_list((whole,), EN) is None

"""The trail names every recode, reversal and lost answer by the header of its column."""

from __future__ import annotations

from analysis.study.codebook import Codebook, ColumnEntry, Screening
from analysis.study.preparation import prepare
from analysis.study.study import Decision, Study
from analysis.study.table import CellTable
from analysis.study.trail import trail

WIDE = (0.0, 1_234_567.0)


def decisions(columns: dict[str, tuple], codebook: Codebook) -> list[Decision]:
    rows = len(next(iter(columns.values())))
    table = CellTable(tuple(columns), tuple(columns.values()), tuple(range(2, 2 + rows)))
    study = Study("Uji", table, codebook, table.fingerprint())
    return list(trail(study, prepare(study)))


def test_every_step_between_file_and_figures_is_listed():
    entries = {
        "Saya puas": ColumnEntry("item", "A1", scale="A", points=(1, 5), reverse=True),
        "Saya kembali": ColumnEntry("item", "A2", scale="A", included=False, reason="r rendah"),
        "Anggota?": ColumnEntry("group", "M", categories={"Ya ": "Anggota", "Bukan": "Bukan"}),
        "Usia": ColumnEntry("demographic", "U", classes=(17, 22)),
    }
    cells = {
        "Saya puas": (1, 9, None, 5),
        "Saya kembali": (1, 2, 3, 4),
        "Anggota?": ("Ya", "Bukan", "Ya", "Ya"),
        "Usia": (17, 18, 30, 40),
    }
    screening = (Screening("Anggota?", ("Ya", "Bukan"), "bukan sasaran"),)
    assert decisions(cells, Codebook(entries, screening)) == [
        Decision("screened", "Anggota?", "bukan sasaran", 0, after="Ya, Bukan"),
        Decision("reversed", "Saya puas", n=3, after="6 - A1"),
        Decision("left_out", "Saya kembali", "r rendah", before="A2"),
        Decision("merged", "Anggota?", before="Ya ", after="Anggota"),
        Decision("classed", "Usia", after="< 17, 17–21, ≥ 22"),
        Decision("out_of_range", "Saya puas", n=1),
    ]


def test_large_numbers_are_written_in_full():
    entries = {
        "Belanja": ColumnEntry(
            "item", "B1", scale="B", points=WIDE, reverse=True, answers={"banyak": 1_234_567}
        ),
        "Upah": ColumnEntry("demographic", "W", classes=(1_234_567, 2_345_678)),
    }
    found = decisions({"Belanja": ("banyak",), "Upah": (5,)}, Codebook(entries))
    assert [decision.after for decision in found] == [
        "banyak = 1234567",
        "1234567 - B1",
        "< 1234567, 1234567–2345677, ≥ 2345678",
    ]


def test_the_answers_of_a_recode_stand_in_the_order_of_their_numbers() -> None:
    entry = ColumnEntry("item", "B1", scale="B", points=(1, 3), answers={"Setuju": 3, "Tidak": 1, "Ragu": 2})
    found = decisions({"Ramah": ("Setuju", "Ragu", "Tidak")}, Codebook({"Ramah": entry}))
    assert [decision.after for decision in found] == ["Tidak = 1, Ragu = 2, Setuju = 3"]

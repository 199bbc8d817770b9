"""From a reading to a study: personal columns, given codebooks, what a statistics file says itself."""

from __future__ import annotations

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.opening import open_study
from analysis.study.reading.reading import Reading
from analysis.study.table import CellTable

ROWS = 12


def reading(columns: dict[str, tuple], **said: object) -> Reading:
    table = CellTable(tuple(columns), tuple(columns.values()), tuple(range(2, ROWS + 2)))
    return Reading(table, "Sheet1", (), "csv", **said)


def items() -> dict[str, tuple]:
    words = ("Setuju", "Sangat Setuju", "Tidak Setuju", "Sangat Tidak Setuju")
    return {f"CS{j}": tuple(words[(i * (j + 1)) % 4] for i in range(ROWS)) for j in (1, 2, 3)}


def people() -> dict[str, tuple]:
    return {
        "Alamat Email": tuple(f"orang{i}@example.com" for i in range(ROWS)),
        "Nama Lengkap": tuple(f"Orang Rekaan {i}" for i in range(ROWS)),
    }


def test_personal_columns_are_gone_and_the_trail_says_so():
    opening = open_study(reading(people() | items()), "Uji")
    assert opening.study.table.headers == ("CS1", "CS2", "CS3")
    dropped = [d.column for d in opening.study.trail if d.step == "personal_dropped"]
    assert dropped == ["Alamat Email", "Nama Lengkap"]


def test_the_fingerprint_is_of_the_cells_as_read():
    whole = reading(people() | items())
    assert open_study(whole, "Uji").study.data_fingerprint == whole.table.fingerprint()


def test_a_personal_column_kept_on_purpose_stays():
    opening = open_study(reading(people() | items()), "Uji", keep=frozenset({"Alamat Email"}))
    assert "Alamat Email" in opening.study.table.headers
    assert "Nama Lengkap" not in opening.study.table.headers
    steps = {d.column: d.step for d in opening.study.trail}
    assert steps == {"Alamat Email": "personal_kept", "Nama Lengkap": "personal_dropped"}


def test_a_given_codebook_is_laid_over_detection():
    book = {"columns": {"CS1": {"scale": "Layanan", "name": "L1"}}}
    entry = open_study(reading(items()), "Uji", book).study.codebook.columns["CS1"]
    assert (entry.role, entry.name, entry.scale) == ("item", "L1", "Layanan")


def test_a_column_read_in_another_way_leaves_no_remark_of_the_detection():
    cells = items() | {"CS4": (1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3, 44)}
    remarked = {notice.where for notice in open_study(reading(cells), "Uji").study.notices}
    assert "CS4" in remarked
    book = {"columns": {"CS4": {"role": "score"}}}
    opening = open_study(reading(cells), "Uji", book)
    assert "CS4" not in {notice.where for notice in opening.study.notices}


def test_codes_and_questions_of_a_statistics_file_are_taken_as_they_are():
    codes = {"Sangat Setuju": 1.0, "Setuju": 2.0, "Tidak Setuju": 3.0, "Sangat Tidak Setuju": 4.0}
    said = reading(items(), labels={"CS1": "Petugas ramah"}, answer_codes={"CS1": codes})
    entry = open_study(said, "Uji").study.codebook.columns["CS1"]
    assert entry.label == "Petugas ramah"
    assert entry.answers == codes
    assert entry.points == (1.0, 4.0)


def test_open_doubts_are_warnings_for_those_who_cannot_be_asked():
    against = {"CS4": tuple({"Setuju": "Tidak Setuju", "Sangat Setuju": "Sangat Tidak Setuju",
                             "Tidak Setuju": "Setuju", "Sangat Tidak Setuju": "Sangat Setuju"}[a]
                            for a in items()["CS1"])}  # fmt: skip
    opening = open_study(reading(items() | against), "Uji")
    assert {n.code for n in opening.notices} >= {question.code for question in opening.questions}
    assert all(n.severity == "warning" for n in opening.notices[len(opening.study.notices) :])


def test_a_file_of_personal_columns_only_is_refused_unless_some_are_kept() -> None:
    with pytest.raises(UnusableInput) as refusal:
        open_study(reading(people()), "Uji")
    assert (refusal.value.code, refusal.value.details["n"]) == ("only_personal_columns", 2)
    kept = open_study(reading(people()), "Uji", keep=frozenset({"Alamat Email"}))
    assert kept.study.table.headers == ("Alamat Email",)


def with_groups(*levels: str) -> dict[str, object]:
    columns = {"Kartu": {"role": "group", "name": "Kartu", "categories": {"Y": "Ya"}}}
    return {"columns": columns, "model": {"group": "Kartu", "group_levels": list(levels)}}


def card() -> dict[str, tuple]:
    return {"Kartu": tuple(("Y", "Tidak ", 1.0)[i % 3] for i in range(ROWS))}


@pytest.mark.parametrize("levels", [("Ya", "Tidak"), ("1", "Ya"), ("1.0", " Tidak")])
def test_group_levels_are_those_of_the_file_after_merging(levels: tuple[str, ...]):
    opened = open_study(reading(card() | items()), "Uji", with_groups(*levels))
    assert opened.study.codebook.model.group == "Kartu"


@pytest.mark.parametrize("unknown", ["Anggota", "Y", "2"])
def test_a_group_level_that_the_file_does_not_hold_is_refused_with_those_it_does(unknown: str):
    with pytest.raises(UnusableInput) as refusal:
        open_study(reading(card() | items()), "Uji", with_groups("Ya", unknown))
    assert refusal.value.code == "codebook_unknown_level"
    assert refusal.value.details["level"] == unknown
    assert set(refusal.value.details["known"]) == {"1", "Tidak", "Ya"}


def test_a_level_that_screening_leaves_empty_is_known():
    given = with_groups("Ya", "Tidak") | {"screening": [{"column": "Kartu", "keep": ["Y"]}]}
    assert open_study(reading(card() | items()), "Uji", given).study.codebook.screening

"""Questions with several answers: cells are cut into options, and no combination becomes a category."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from analysis.study.codebook import Codebook, ColumnEntry
from analysis.study.codebook_validation import group_names
from analysis.study.multiple_answers import MultipleAnswers, multiple_answers
from analysis.study.preparation import prepare
from analysis.study.study import Study
from analysis.study.table import CellTable

MEDIA = ColumnEntry("demographic", "Media", separator=", ", categories={"IG": "Instagram", "-": ""})
OPTIONS = ("Instagram", "TikTok", "Lainnya (radio, koran)")


def chosen(found: MultipleAnswers) -> list[set[str]]:
    return [{found.options[j] for j in row.nonzero()[0]} for row in found.chosen]


def test_cells_are_cut_outside_brackets_and_merged() -> None:
    cells = ("TikTok, Instagram", "IG, IG , TikTok", None, "-", "Lainnya (radio, koran), TikTok")
    found = multiple_answers(cells, MEDIA)
    assert chosen(found) == [
        {"TikTok", "Instagram"},
        {"TikTok", "Instagram"},
        set(),
        set(),
        {"TikTok", "Lainnya (radio, koran)"},
    ]
    assert found.answered.tolist() == [True, True, False, False, True]
    assert found.options[0] == "Instagram"


def test_a_column_without_answers_has_no_option() -> None:
    found = multiple_answers((None, ""), MEDIA)
    assert found.options == ()
    assert found.chosen.shape == (2, 0)
    assert not found.answered.any()


@given(st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=30), st.integers(0, 99))
def test_what_was_joined_is_found_again_in_any_order(answers: list[set[str]], seed: int) -> None:
    draw = random.Random(seed)
    cells = [MEDIA.separator.join(draw.sample(sorted(answer), len(answer))) for answer in answers]
    found = multiple_answers(cells, MEDIA)
    assert chosen(found) == answers
    assert set(found.options) == set().union(*answers)


def test_only_a_demographic_takes_several_answers() -> None:
    table = CellTable(("media", "kartu"), (("TikTok, IG", "IG", "TikTok"), ("a, b", "a", "b")), (2, 3, 4))
    columns = {"media": MEDIA, "kartu": ColumnEntry("group", "Kartu", separator=", ")}
    study = Study("media", table, Codebook(columns), table.fingerprint())
    prepared = prepare(study)
    assert set(prepared.categories) == {"Kartu"}
    assert set(prepared.category_order) == {"Kartu"}
    assert set(prepared.multiple_answers) == {"Media"}
    assert prepared.categories["Kartu"] == ("a, b", "a", "b")
    assert group_names(columns) == ("Kartu",)

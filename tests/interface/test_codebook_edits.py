"""Edits of the variable table: the model follows, nonsense is refused, the trail tells."""

import pytest

from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model
from analysis.study.notice import UnusableInput
from interface.codebook_edits import edit_columns, merge_categories, put_back, take_out

HEADERS = ("a", "b", "c", "g")


@pytest.fixture
def codebook() -> Codebook:
    columns = {
        "a": ColumnEntry("item", "A1", scale="Alpha", points=(1, 5)),
        "b": ColumnEntry("item", "B1", scale="Beta", points=(1, 5)),
        "c": ColumnEntry("item", "B2", scale="Beta", points=(1, 5)),
        "g": ColumnEntry("group", "Member", categories={"ya": "Ya"}),
    }
    model = Model(
        "Alpha", ("Beta",), "Member", ("Ya", "Tidak"), "Alpha", "B1", (Hypothesis("H1", "Beta", "Jika"),)
    )
    return Codebook(columns, model=model)


def test_a_renamed_scale_keeps_its_place_in_the_model(codebook):
    edited = edit_columns(codebook, HEADERS, {1: {"scale": "Gamma"}, 2: {"scale": "Gamma"}})
    assert edited.codebook.model.predictors == ("Gamma",)
    assert edited.codebook.model.hypotheses[0].predictor == "Gamma"
    assert [(d.column, d.reason, d.before, d.after) for d in edited.decisions] == [
        ("b", "scale", "Beta", "Gamma"),
        ("c", "scale", "Beta", "Gamma"),
    ]


def test_a_scale_that_falls_apart_leaves_the_model(codebook):
    edited = edit_columns(codebook, HEADERS, {1: {"scale": "Gamma"}, 2: {"scale": "Delta"}})
    assert edited.codebook.model.predictors == ()
    assert edited.codebook.model.hypotheses == ()


def test_renamed_columns_are_followed(codebook):
    edited = edit_columns(codebook, HEADERS, {3: {"name": "Kartu"}, 1: {"name": "Beli"}})
    assert edited.codebook.model.group == "Kartu"
    assert edited.codebook.model.group_levels == ("Ya", "Tidak")
    assert edited.codebook.model.repeat_purchase == "Beli"


def test_a_group_that_is_none_any_more_leaves_the_model(codebook):
    model = edit_columns(codebook, HEADERS, {3: {"role": "ignored"}}).codebook.model
    assert (model.group, model.group_levels) == ("", ())


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": "B1"}, "codebook_duplicate_name"),
        ({"name": "  "}, "codebook_empty_name"),
        ({"low": None}, "editor_points_half"),
        ({"low": 5, "high": 1}, "codebook_points"),
        ({"role": "boss"}, "codebook_unknown_role"),
        ({"scale": "const"}, "codebook_reserved_name"),
    ],
)
def test_what_cannot_stand_is_refused_by_name(codebook, cells, code):
    with pytest.raises(UnusableInput) as refusal:
        edit_columns(codebook, HEADERS, {0: cells})
    assert refusal.value.code == code


def test_rows_outside_the_table_change_nothing(codebook):
    edited = edit_columns(codebook, HEADERS, {99: {"name": "x"}, -1: {"name": "y"}})
    assert edited.codebook == codebook
    assert edited.decisions == ()


def test_an_item_is_taken_out_with_its_reason_and_put_back(codebook):
    out = take_out(codebook, "B2", "bermakna ganda")
    assert (out.codebook.columns["c"].included, out.codebook.columns["c"].reason) == (False, "bermakna ganda")
    back = put_back(out.codebook, "B2")
    assert back.codebook == codebook


def test_a_spelling_that_stays_itself_is_left_out(codebook):
    edited = merge_categories(codebook, "g", {"ya": "Ya", "YA": "Ya", "Ya": "Ya"})
    assert edited.codebook.columns["g"].categories == {"ya": "Ya", "YA": "Ya"}
    assert edited.decisions[0].reason == "categories"

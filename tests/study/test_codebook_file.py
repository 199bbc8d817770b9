import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.codebook import ROLES, Codebook, ColumnEntry, Hypothesis, Model, Screening, Settings
from analysis.study.codebook_file import codebook_from_bytes, codebook_to_json, overlay
from analysis.study.notice import UnusableInput


def detected() -> Codebook:
    items = {f"CS{j}": ColumnEntry("item", f"CS{j}", scale="CS", points=(1.0, 5.0)) for j in (1, 2)}
    items |= {f"LO{j}": ColumnEntry("item", f"LO{j}", scale="LO", points=(1.0, 5.0)) for j in (1, 2)}
    others = {
        "Member?": ColumnEntry("group", "Member", categories={"ya": "Ya"}),
        "Usia": ColumnEntry("demographic", "Usia", classes=(17.0, 22.0)),
        "Y total": ColumnEntry("score", "Y"),
    }
    model = Model("LO", ("CS",), "Member", ("Ya", "Tidak"), hypotheses=(Hypothesis("H1", "CS", "..."),))
    return Codebook({**items, **others}, model=model)


def refusal(given: object) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        overlay(detected(), given)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize("data", [b"", b"[]", b'"x"', b"null", b"{", b"\xff\xfe\xfa", b"[" * 100_000])
def test_a_file_without_an_object_is_no_codebook(data: bytes) -> None:
    with pytest.raises(UnusableInput) as caught:
        codebook_from_bytes(data, "mine.json")
    assert (caught.value.code, caught.value.details) == ("codebook_not_json", {"file": "mine.json"})


def test_a_codebook_survives_its_file() -> None:
    full = replace(
        detected(),
        screening=(Screening("Member?", ("Ya",), "only members"),),
        settings=Settings(alpha=0.01, score="mean", missing="prorated", bootstrap=0, seed=7),
        alternatives=(Model("Y", ("CS",), name="second"),),
    )
    written = json.loads(json.dumps(codebook_to_json(full)))
    assert overlay(detected(), written) == full


def test_the_file_has_the_keys_of_the_contract() -> None:
    written = codebook_to_json(detected())
    assert set(written) == {"columns", "screening", "model", "settings", "alternatives"}
    assert set(written["columns"]["CS1"]) == {
        "role", "name", "label", "scale", "dimension", "points", "answers", "reverse", "included", "reason",
        "categories", "classes", "separator", "option_of",
    }  # fmt: skip
    assert written["columns"]["CS1"]["points"] == [1, 5]
    assert written["settings"]["validity_df"] == "n-2"
    assert set(written["model"]) >= {
        "outcome",
        "predictors",
        "group",
        "group_levels",
        "attachment",
        "repeat_purchase",
        "hypotheses",
    }


def test_keys_that_are_not_given_stay_as_detected() -> None:
    changed = overlay(detected(), {"columns": {"CS2": {"reverse": True}}, "settings": {"score": "mean"}})
    assert changed.columns["CS2"] == replace(detected().columns["CS2"], reverse=True)
    assert changed.columns["CS1"] == detected().columns["CS1"]
    assert changed.settings == Settings(score="mean")
    assert changed.model == detected().model


def test_an_item_made_a_score_is_a_scale_of_its_own_name() -> None:
    columns = overlay(detected(), {"columns": {"CS1": {"role": "score", "name": "S"}}}).columns
    assert columns["CS1"] == ColumnEntry("score", "S")
    given = {"role": "score", "scale": "Sikap", "points": [0, 100]}
    columns = overlay(detected(), {"columns": {"CS1": given}}).columns
    assert (columns["CS1"].scale, columns["CS1"].points) == ("Sikap", (0, 100))


def test_a_given_model_replaces_the_detected_one_whole() -> None:
    changed = overlay(detected(), {"model": {"outcome": "Y", "predictors": ["CS", "LO"]}})
    assert changed.model == Model("Y", ("CS", "LO"))


def test_without_a_model_renamed_scales_get_a_new_suggestion() -> None:
    columns = {f"LO{j}": {"scale": "Loyalty"} for j in (1, 2)}
    changed = overlay(detected(), {"columns": columns})
    assert changed.model.outcome == "Y"
    assert changed.model.group == "Member"
    assert set(changed.model.predictors) == {"CS", "Loyalty"}


def test_a_detected_name_gives_way_to_a_given_one() -> None:
    changed = overlay(detected(), {"columns": {"LO1": {"name": "CS1"}}})
    assert changed.columns["LO1"].name == "CS1"
    assert changed.columns["CS1"].name == "CS1 (2)"


def test_levels_and_kept_answers_may_be_numbers() -> None:
    changed = overlay(
        detected(),
        {
            "model": {"outcome": "LO", "predictors": ["CS"], "group": "Member", "group_levels": [1, 2.0]},
            "screening": [{"column": "Usia", "keep": [1, "2 "]}],
        },
    )
    assert changed.model.group_levels == ("1", "2")
    assert changed.screening[0].keep == ("1", "2")


def test_answers_bring_their_range_where_none_fits() -> None:
    changed = overlay(
        detected(), {"columns": {"Usia": {"role": "item", "scale": "CS", "answers": {"a": 0, "b": 4}}}}
    )
    assert changed.columns["Usia"].points == (0, 4)


@pytest.mark.parametrize(
    ("given", "code", "named"),
    [
        ([], "codebook_needs_object", "codebook"),
        ({"column": {}}, "codebook_unknown_key", "column"),
        ({"columns": []}, "codebook_needs_object", "columns"),
        ({"columns": {"CS9": {}}}, "codebook_unknown_column", "CS9"),
        ({"columns": {"CS1": {"rol": "item"}}}, "codebook_unknown_key", "rol"),
        ({"columns": {"CS1": {"role": "items"}}}, "codebook_unknown_role", "items"),
        ({"columns": {"CS1": {"role": 1}}}, "codebook_needs_text", "CS1: role"),
        ({"columns": {"CS1": {"name": " "}}}, "codebook_empty_name", "CS1"),
        ({"columns": {"CS1": {"name": "const"}}}, "codebook_reserved_name", "const"),
        ({"columns": {"CS1": {"scale": "const"}}}, "codebook_reserved_name", "const"),
        ({"columns": {"CS1": {"name": "A"}, "CS2": {"name": "A"}}}, "codebook_duplicate_name", "A"),
        ({"columns": {"CS1": {"points": [5, 1]}}}, "codebook_points", "CS1"),
        ({"columns": {"CS1": {"points": [1]}}}, "codebook_needs_two_numbers", "CS1: points"),
        ({"columns": {"CS1": {"points": [1, float("nan")]}}}, "codebook_needs_number", "CS1: points"),
        ({"columns": {"CS1": {"points": [1, True]}}}, "codebook_needs_number", "CS1: points"),
        ({"columns": {"CS1": {"reverse": "ya"}}}, "codebook_needs_true_or_false", "CS1: reverse"),
        ({"columns": {"CS1": {"points": None, "reverse": True}}}, "codebook_reverse_without_points", "CS1"),
        ({"columns": {"Y total": {"reverse": True}}}, "codebook_reverse_without_points", "Y total"),
        ({"columns": {"CS1": {"answers": {"Setuju": "4"}}}}, "codebook_needs_number", "CS1: answers"),
        ({"columns": {"Usia": {"classes": [22, 17]}}}, "codebook_classes", "Usia"),
        ({"columns": {"Y total": {"scale": "CS"}}}, "codebook_duplicate_scale", "CS"),
        ({"screening": {}}, "codebook_needs_list", "screening"),
        ({"screening": [{"column": "X", "keep": ["Ya"]}]}, "codebook_unknown_column", "X"),
        ({"screening": [{"column": "Usia", "keep": []}]}, "codebook_screening_keeps_nothing", "Usia"),
        ({"screening": [{"column": "Usia", "keep": [[]]}]}, "codebook_needs_text", "screening: keep"),
        ({"model": {"outcome": "Loyal"}}, "codebook_unknown_scale", "Loyal"),
        ({"model": {"outcome": "LO", "predictors": ["CS", "Z"]}}, "codebook_unknown_scale", "Z"),
        ({"model": {"outcome": "LO", "predictors": "CS"}}, "codebook_needs_list", "model: predictors"),
        ({"model": {"outcome": "LO", "predictors": ["LO"]}}, "codebook_predictor_twice", "LO"),
        ({"model": {"outcome": "LO", "predictors": ["CS", "CS"]}}, "codebook_predictor_twice", "CS"),
        ({"model": {"group": "Member?"}}, "codebook_unknown_group", "Member?"),
        ({"model": {"group": "CS1"}}, "codebook_unknown_group", "CS1"),
        ({"model": {"attachment": "Z"}}, "codebook_unknown_scale", "Z"),
        (
            {
                "model": {
                    "outcome": "LO",
                    "predictors": ["CS"],
                    "hypotheses": [{"id": "H1", "predictor": "Y"}],
                }
            },
            "codebook_unknown_scale",
            "Y",
        ),
        ({"model": {"y": "LO"}}, "codebook_unknown_key", "y"),
        ({"alternatives": [{"outcome": "Z"}]}, "codebook_unknown_scale", "Z"),
        ({"settings": {"alpha": 0}}, "codebook_setting_between_0_and_1", "alpha"),
        ({"settings": {"alpha": 5}}, "codebook_setting_between_0_and_1", "alpha"),
        ({"settings": {"alpha": "0.05"}}, "codebook_needs_number", "settings: alpha"),
        ({"settings": {"score": "median"}}, "codebook_setting_choice", "median"),
        ({"settings": {"bootstrap": -1}}, "codebook_bootstrap", "-1"),
        ({"settings": {"bootstrap": 10**9}}, "codebook_bootstrap", "1000000000"),
        ({"settings": {"seed": 1.5}}, "codebook_needs_whole_number", "settings: seed"),
        ({"settings": {"seed": -1}}, "codebook_seed", "-1"),
        ({"settings": {"alfa": 0.05}}, "codebook_unknown_key", "alfa"),
    ],
)
def test_what_cannot_be_used_is_named(given: object, code: str, named: str) -> None:
    error = refusal(given)
    assert error.code == code
    assert named in [str(value) for value in error.details.values()]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(["columns", "screening", "model", "settings", "alternatives"])
entry_keys = st.sampled_from(
    ["role", "name", "scale", "points", "answers", "reverse", "classes", "categories", "included"]
)
entries = st.dictionaries(
    st.sampled_from(["CS1", "LO2", "Usia", "Member?"]),
    st.dictionaries(entry_keys, json_values | st.sampled_from(ROLES), max_size=3),
)


@given(st.dictionaries(keys, json_values, max_size=3) | st.fixed_dictionaries({"columns": entries}))
def test_any_json_is_applied_or_refused_with_a_code(given_json: dict[str, object]) -> None:
    try:
        codebook = overlay(detected(), given_json)
    except UnusableInput as error:
        code = error.code
    else:
        code = "codebook_applied"
        assert overlay(detected(), codebook_to_json(codebook)) == codebook
    assert code.startswith("codebook_")

"""The forms of a study: what a person changes arrives in the results and in the trail; nonsense gets a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.study.codebook import Model
from analysis.study.study import Decision, Study
from interface.databases import store
from sample_data.catalogue import sample_bytes
from tests.pages.conftest import OpenPage
from tests.pages.test_data_page import token_of, uploaded
from tests.pages.test_pages import words

Copy = Callable[[], AppTest]
VISIT = "Berapa kali Anda berbelanja di toko ini dalam sebulan terakhir?"


@pytest.fixture
def copy(open_page: OpenPage) -> Copy:
    """The Data page with a copy of the retail sample, which may be changed."""
    return lambda: open_page("data", demo="retail", lang="en").button(key="copy_sample").click().run()


def kept(page: AppTest) -> Study:
    assert not page.exception
    return store().load(token_of(page))


def told(page: AppTest, step: str) -> list[Decision]:
    """The entries of the trail with this step."""
    return [decision for decision in kept(page).trail if decision.step == step]


def keyed(elements: object, part: str) -> object:
    """The one element whose key begins so; forms number their fields by revision."""
    return next(element for element in elements if str(element.key).startswith(part))


def shown_on(page: AppTest, screen: str) -> str:
    page = page.switch_page(f"pages/{screen}.py").run()
    assert not page.exception
    return words(page)


def test_settings_reach_the_results_and_the_trail(copy: Copy) -> None:
    page = copy()
    keyed(page.selectbox, "setting_alpha").select(0.01)
    keyed(page.selectbox, "setting_score").select("mean")
    keyed(page.number_input, "setting_bootstrap").set_value(0)
    keyed(page.selectbox, "setting_class_count").select(3)
    page = keyed(page.button, "primary-settings").click().run()
    settings = kept(page).codebook.settings
    assert (settings.alpha, settings.score, settings.bootstrap) == (0.01, "mean", 0)
    assert settings.class_count == 3
    assert {(d.reason, d.before, d.after) for d in told(page, "setting")} >= {("alpha", "0.05", "0.01")}
    instrument = shown_on(page, "instrument")
    assert "0.245" in instrument  # r table for df = 108, 1 %, two-sided
    assert "0.187" not in instrument  # and at 5 %
    assert "Significance level (alpha)" in shown_on(page, "report")
    descriptives = shown_on(page, "descriptives").replace("\N{NO-BREAK SPACE}", " ")
    assert "÷ 3 = 1.33" in descriptives
    assert "Very high" not in descriptives


def test_settings_left_as_they_are_leave_no_entry(copy: Copy) -> None:
    page = copy()
    before = kept(page).trail
    page = keyed(page.button, "primary-settings").click().run()
    assert kept(page).trail == before


@pytest.mark.parametrize(
    ("field", "value"), [("bootstrap", 10**7), ("bootstrap", -1), ("seed", -1), ("bootstrap", None)]
)
def test_a_setting_that_cannot_be_gets_a_sentence(copy: Copy, field: str, value: int | None) -> None:
    page = copy()
    before = kept(page)
    keyed(page.number_input, f"setting_{field}").set_value(value)
    page = keyed(page.button, "primary-settings").click().run()
    assert kept(page).codebook == before.codebook
    assert (len(page.error) == 1) == (value is not None)
    assert all(field in error.value for error in page.error)


@pytest.mark.parametrize("screen", ["assumptions", "regression", "comparison", "loyalty_map"])
def test_a_screen_without_its_part_of_the_model_leads_to_where_it_is_chosen(
    open_page: OpenPage, screen: str
) -> None:
    page = open_page("data", demo="retail", lang="en").button(key="copy_sample").click().run()
    study = kept(page)
    store().save(replace(study, codebook=replace(study.codebook, model=Model())), token_of(page))
    page = page.switch_page(f"pages/{screen}.py").run()
    assert not page.exception
    assert "Choose it on the Data screen" in [link.proto.label for link in page.get("page_link")]


def test_a_model_of_ones_own_reaches_the_regression(copy: Copy) -> None:
    page = copy()
    page = page.button(key="add_model").click().run()
    page = page.selectbox(key="edited_model").select(1).run()
    keyed(page.text_input, "name_1").input("Kepuasan sebagai hasil")
    keyed(page.selectbox, "outcome_1").select("Kepuasan")
    keyed(page.multiselect, "predictors_1").set_value(["Customer Service", "Loyalty Program"])
    keyed(page.text_area, "hypotheses_1").input("Layanan berpengaruh terhadap kepuasan")
    page = keyed(page.button, "primary-model").click().run()
    first, second = kept(page).codebook.model, kept(page).codebook.alternatives[0]
    assert first.outcome == "Loyalitas"
    assert (second.name, second.outcome) == ("Kepuasan sebagai hasil", "Kepuasan")
    assert second.hypotheses[0].text == "Layanan berpengaruh terhadap kepuasan"
    assert len(told(page, "model_added")) == 1
    changed = {decision.reason: decision.after for decision in told(page, "model")}
    assert changed == {
        "name": "Kepuasan sebagai hasil",
        "outcome": "Kepuasan",
        "predictors": "Customer Service, Loyalty Program",
        "hypotheses": "Layanan berpengaruh terhadap kepuasan",
    }
    before = kept(page)
    page = keyed(page.button, "primary-model").click().run()
    assert kept(page) == before

    page = page.switch_page("pages/regression.py").run()
    assert "from <b>3</b>" in words(page)
    page = page.segmented_control(key="shown_model").set_value(1).run()
    assert "<b>Kepuasan</b> from <b>2</b>" in words(page)
    assert "Layanan berpengaruh terhadap kepuasan" in words(page)
    assert [d.after for d in told(page, "main_model")] == ["Kepuasan sebagai hasil"]
    assert [model.name for model in kept(page).codebook.alternatives] == ["Model 1"]

    page = page.switch_page("pages/data.py").run()
    page = page.button(key="remove_model").click().run()
    assert (kept(page).codebook.model.outcome, kept(page).codebook.alternatives) == ("Loyalitas", ())
    assert [d.before for d in told(page, "model_removed")] == ["Kepuasan sebagai hasil"]


def test_a_model_that_explains_itself_gets_a_sentence(copy: Copy) -> None:
    page = copy()
    before = kept(page)
    keyed(page.multiselect, "predictors_0").set_value(["Customer Service", "Loyalitas"])
    page = keyed(page.button, "primary-model").click().run()
    assert kept(page).codebook == before.codebook
    assert any("Loyalitas" in error.value for error in page.error)


def test_screening_leaves_rows_out_with_the_reason(copy: Copy) -> None:
    page = copy()
    page = page.selectbox(key="screen_column").select(VISIT).run()
    page.multiselect(key="screen_keep").set_value(["2-3 kali", "4-5 kali"])
    page.text_input(key="screen_reason").input("belanja sekali saja")
    page = page.button(key="add_rule").click().run()
    rule = kept(page).codebook.screening[0]
    assert (rule.column, rule.keep) == (VISIT, ("2-3 kali", "4-5 kali"))
    cells = kept(page).table.column(VISIT)
    n = sum(cell in rule.keep for cell in cells)
    assert 0 < n < len(cells)
    assert f"<b>{n}</b> of 110 respondents" in words(page)
    assert [d.reason for d in told(page, "screening_added")] == ["belanja sekali saja"]
    assert "belanja sekali saja" in shown_on(page, "respondents")

    page = page.switch_page("pages/data.py").run().button(key="remove_rule_0").click().run()
    assert "<b>110</b> of 110 respondents" in words(page)
    assert len(told(page, "screening_removed")) == 1


def test_screening_that_keeps_nobody_gets_a_sentence(copy: Copy) -> None:
    page = copy()
    page = page.button(key="add_rule").click().run()
    assert kept(page).codebook.screening == ()
    assert "Choose at least one answer" in page.error[0].value


def test_an_item_is_taken_out_with_its_reason_and_put_back(copy: Copy) -> None:
    page = copy().switch_page("pages/instrument.py").run()
    page.selectbox(key="removed_item").select("CS4")
    page = keyed(page.button, "FormSubmitter:take_out").click().run()
    assert "Write the reason first" in page.error[0].value
    page.text_input(key="removal_reason").input("bermakna ganda")
    page = keyed(page.button, "FormSubmitter:take_out").click().run()
    assert not next(e for e in kept(page).codebook.columns.values() if e.name == "CS4").included
    assert "<b>26</b> items" in words(page)
    assert "bermakna ganda" in shown_on(page, "report")
    page = page.switch_page("pages/instrument.py").run().button(key="back-CS4").click().run()
    assert "<b>27</b> items" in words(page)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not json", "codebook.json"),
        (b'{"columns": {"No such question": {"role": "item"}}}', "No such question"),
        (b'{"model": {"outcome": "No such scale"}}', "No such scale"),
        (b'{"settings": {"alpha": "five"}}', "alpha"),
        (b"[1, 2]", "codebook"),
    ],
)
def test_a_codebook_that_cannot_be_used_gets_a_sentence(copy: Copy, content: bytes, sentence: str) -> None:
    page = copy()
    before = kept(page)
    page = page.file_uploader(key="codebook_file").upload("codebook.json", content).run()
    assert kept(page).codebook == before.codebook
    assert sentence in page.error[0].value.replace("\\", "").replace("\u2060", "")


def test_a_loaded_codebook_overrules_what_was_detected(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    assert "Is CS4 worded the other way round?" in words(page)
    assert "Suggested model: LOY explained by" in words(page)
    headers = {entry.name: header for header, entry in kept(page).codebook.columns.items()}
    given = {
        "columns": {headers["CS4"]: {"reverse": True}, headers["LOY3"]: {"reverse": False}},
        "model": {"outcome": "SAT", "predictors": ["LOY"]},
        "settings": {"alpha": 0.1},
    }
    page = page.file_uploader(key="codebook_file").upload("mine.json", json.dumps(given).encode()).run()
    study = kept(page)
    assert study.codebook.columns[headers["CS4"]].reverse
    assert (study.codebook.model.outcome, study.codebook.settings.alpha) == ("SAT", 0.1)
    assert [d.after for d in told(page, "codebook_loaded")] == ["mine.json"]
    assert "worded the other way round" not in words(page)
    assert "Suggested model" not in words(page)
    assert "<b>SAT</b> from <b>1</b>" in words(page)
    page = page.button(key="undo").click().run()
    assert "Is CS4 worded the other way round?" in words(page)

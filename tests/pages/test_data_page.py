"""The Data page: a file becomes a draft, an answer changes it, confirming leads on; refusals change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from interface.databases import store
from interface.questions import open_questions
from sample_data.catalogue import sample_bytes
from tests.pages.conftest import OpenPage
from tests.pages.test_pages import words
from tests.study.tables import answers, correlated


def uploaded(page: AppTest, name: str, content: bytes) -> AppTest:
    return page.file_uploader(key="questionnaire_file").upload(name, content).run()


def token_of(page: AppTest) -> str:
    return page.session_state["study"]


def test_a_file_becomes_a_draft_and_is_kept(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    assert not page.exception
    assert "Draft saved" in words(page)
    study = store().load(token_of(page))
    assert study.table.row_count == 110
    assert not study.confirmed
    assert "Nama Lengkap" not in study.table.headers


def test_personal_columns_stay_only_when_kept_on_purpose(open_page: OpenPage) -> None:
    page = open_page("data", lang="en").checkbox(key="keep_personal").check().run()
    page = uploaded(page, "export.csv", sample_bytes("retail"))
    assert "Nama Lengkap" in store().load(token_of(page)).table.headers
    assert "Kept on purpose: Timestamp, Alamat Email, Nama Lengkap" in words(page)


def test_an_answer_takes_effect_and_can_be_undone(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    yes = next(button for button in page.button if "reverse" in button.label)
    page = yes.click().run()
    reversed_names = [e.name for e in store().load(token_of(page)).codebook.columns.values() if e.reverse]
    assert len(reversed_names) == 1
    page = page.button(key="undo").click().run()
    assert not any(entry.reverse for entry in store().load(token_of(page)).codebook.columns.values())


def test_a_change_that_another_tab_has_overtaken_is_not_kept_and_said(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    study = store().load(token_of(page))
    store().save(replace(study, title="Named in the other tab"), token_of(page))
    page = next(button for button in page.button if "reverse" in button.label).click().run()
    assert [warning.value for warning in page.warning if "another tab" in warning.value]
    assert store().load(token_of(page)).title == "Named in the other tab"
    assert "Named in the other tab" in words(page)
    page = next(button for button in page.button if "reverse" in button.label).click().run()
    assert not page.warning
    kept = store().load(token_of(page))
    assert kept.title == "Named in the other tab"
    assert any(entry.reverse for entry in kept.codebook.columns.values())


def test_shares_of_100_become_scores_by_one_click_and_items_again_by_undo(open_page: OpenPage) -> None:
    columns = zip(*correlated(40, 4, [0, 25, 50, 75, 100]), strict=True)
    rows = [",".join(map(str, row)) for row in columns]
    content = "\n".join(["Ramah,Cepat,Bersih,Lengkap", *rows]).encode()
    page = uploaded(open_page("data", lang="en"), "export.csv", content)
    assert "Are these answers to items, or scores?" in words(page)

    def roles() -> set[str]:
        return {entry.role for entry in store().load(token_of(page)).codebook.columns.values()}

    assert roles() == {"item"}
    page = next(button for button in page.button if button.label.startswith("Scores")).click().run()
    assert roles() == {"score"}
    assert store().load(token_of(page)).trail[-1].step == "question.percent_points"
    page = page.button(key="undo").click().run()
    assert roles() == {"item"}


def test_tick_boxes_become_one_question_by_one_click(open_page: OpenPage) -> None:
    columns = [answers(40, ["Ya", "Tidak", "Tidak"], seed) for seed in (1, 2, 3)]
    items = correlated(40, 3, [1, 2, 3, 4, 5])
    rows = [",".join(map(str, row)) for row in zip(*columns, *items, strict=True)]
    header = "Media [Instagram],Media [TikTok],Media [Radio],X1,X2,X3"
    page = uploaded(open_page("data", lang="id"), "ekspor.csv", "\n".join([header, *rows]).encode())
    assert "Apakah kolom-kolom ini pilihan dari satu pertanyaan?" in words(page)
    page = next(button for button in page.button if "gabungkan" in button.label).click().run()
    assert not page.exception

    def joined() -> set[str]:
        return {entry.option_of for entry in store().load(token_of(page)).codebook.columns.values()} - {""}

    assert joined() == {"Media"}
    assert "Apakah kolom-kolom ini" not in words(page)
    page = page.button(key="undo").click().run()
    assert joined() == set()


def test_confirming_saves_and_leads_to_the_next_screen(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    page = page.button(key="confirm").click().run()
    assert not page.exception
    assert store().load(token_of(page)).confirmed
    assert "Draft saved" not in words(page)


def test_confirming_keeps_in_the_trail_what_nobody_answered(open_page: OpenPage) -> None:
    rows = [f"{n % 5 + 1},{(n * 2) % 5 + 1},{(n * 3) % 4 + 1},{n % 2},{n % 3 == 0:d}" for n in range(40)]
    header = "A1,A2,A3,Media [Instagram],Media [TikTok]"
    page = uploaded(open_page("data", lang="en"), "export.csv", "\n".join([header, *rows]).encode())
    open_ones = open_questions(store().load(token_of(page)))
    assert open_ones
    page = page.button(key="confirm").click().run()
    accepted = [d for d in store().load(token_of(page)).trail if d.step.startswith("accepted.")]
    assert [(d.step.removeprefix("accepted."), d.after) for d in accepted] == [
        (question.code, question.chosen) for question in open_ones
    ]


def test_results_wait_for_the_confirmation(open_page: OpenPage) -> None:
    page = uploaded(open_page("data", lang="en"), "export.csv", sample_bytes("retail"))
    page = page.switch_page("pages/regression.py").run()
    assert not page.exception
    assert "Confirm first how the file was understood" in words(page)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("noise.xlsx", b"PK\x03\x04 broken"),
        ("page.xls", b"<html><script>alert(1)</script>"),
        ("x.sav", b"$FL2"),
    ],
)
def test_an_unusable_file_says_why_and_leaves_what_was_open(
    open_page: OpenPage, name: str, content: bytes
) -> None:
    page = uploaded(open_page("data", lang="en"), name, content)
    assert not page.exception
    assert page.error
    assert "Traceback" not in page.error[0].value
    assert token_of(page) == ""


def test_a_sample_cannot_be_changed_but_copied(open_page: OpenPage) -> None:
    page = open_page("data", demo="retail", lang="en")
    page = page.button(key="copy_sample").click().run()
    assert not page.exception
    copied = store().load(token_of(page))
    assert copied.simulated
    assert copied.title.startswith("Copy of")
    assert page.session_state["demo"] == ""


def test_a_deleted_study_is_gone(open_page: OpenPage) -> None:
    page = open_page("data", demo="retail", lang="en").button(key="copy_sample").click().run()
    token = token_of(page)
    page = page.switch_page("pages/report.py").run()
    page = page.checkbox(key="delete_sure").check().run()
    page = page.button(key="delete_study").click().run()
    assert not page.exception
    assert store().load(token) is None
    assert token_of(page) == ""
    assert "Your data are deleted" in words(page)
    assert "Copy of" in words(page)
    assert "No study is open" in words(page)
    assert "No study is kept under this address" in words(open_page("report", study=token, lang="en"))


def test_a_study_deleted_in_another_tab_can_be_left(open_page: OpenPage) -> None:
    page = open_page("data", demo="retail", lang="en").button(key="copy_sample").click().run()
    token = token_of(page)
    page = page.switch_page("pages/report.py").run().checkbox(key="delete_sure").check().run()
    store().delete(token)
    page = page.button(key="delete_study").click().run()
    assert not page.exception
    assert "Your data are deleted" in words(page)


def test_a_change_after_another_tab_deleted_the_study_says_so(open_page: OpenPage) -> None:
    page = open_page("data", demo="retail", lang="en").button(key="copy_sample").click().run()
    store().delete(token_of(page))
    page.text_input(key="new_title").input("Other")
    page = page.button(key="rename_study").click().run()
    assert not page.exception
    assert "No study is kept under this address" in words(page)


def test_files_beyond_the_share_of_a_visit_wait(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interface.upload_allowance.FILES_PER_MINUTE", 1)
    page = uploaded(open_page("data", lang="en"), "empty.csv", b"")
    assert "within a minute" not in page.error[0].value
    page = uploaded(page, "second.csv", b"")
    assert "within a minute" in page.error[0].value


def test_files_up_to_the_share_are_read(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interface.upload_allowance.FILES_PER_SESSION", 2)
    page = uploaded(open_page("data", lang="en"), "first.csv", b"")
    page = uploaded(page, "second.csv", b"")
    assert "which is the limit" not in page.error[0].value
    page = uploaded(page, "third.csv", b"")
    assert "which is the limit" in page.error[0].value

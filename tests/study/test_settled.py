"""Doubts and remarks of detection last as long as they are true of the codebook that stands now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.study.codebook import Codebook, Screening
from analysis.study.codebook_file import overlay
from analysis.study.detection import Detection, detect
from analysis.study.questions import answer
from analysis.study.settled import spoken_of, still_open, still_true
from analysis.study.study import Decision, Study
from analysis.study.table import CellTable
from tests.study.tables import AGREEMENT, answers, correlated, table
from tests.study.test_questions import DETECTION, study_with_every_doubt


def survey() -> CellTable:
    """Two blocks of statements without codes, one of them reversed, a condition of taking part, a gender."""
    turned = frozenset({3})
    service = correlated(60, 4, AGREEMENT, 1, turned)
    loyalty = correlated(60, 4, AGREEMENT, 2)
    columns = {f"Petugas koperasi {word}": cells for word, cells in zip("abcd", service, strict=True)}
    columns |= {f"Saya setia kepada koperasi {word}": c for word, c in zip("efgh", loyalty, strict=True)}
    return table(
        {
            "Apakah Anda pernah berbelanja di sini?": ["Ya"] * 55 + ["Tidak"] * 5,
            "Jenis Kelamin": answers(60, ["Perempuan", "Laki-laki", "perempuan"]),
            **columns,
        }
    )


def study_of(cells: CellTable, detection: Detection) -> Study:
    return Study("Koperasi", cells, detection.codebook, cells.fingerprint(), detection.notices)


def open_codes(detection: Detection, study: Study) -> list[str]:
    return [question.code for question in still_open(detection.questions, study)]


@pytest.fixture
def detection() -> Detection:
    return detect(survey())


@pytest.fixture
def study(detection: Detection) -> Study:
    return study_of(survey(), detection)


def with_columns(codebook: Codebook, **changes: object) -> Codebook:
    columns = {h: replace(e, **changes) if e.role == "item" else e for h, e in codebook.columns.items()}
    return replace(codebook, columns=columns)


def test_nothing_is_settled_at_first(detection: Detection, study: Study) -> None:
    assert [q.key for q in still_open(detection.questions, study)] == [q.key for q in detection.questions]
    assert still_true(detection.notices, detection.codebook) == detection.notices
    every = study_of(study_with_every_doubt(), DETECTION)
    assert {q.key for q in still_open(DETECTION.questions, every)} == {q.key for q in DETECTION.questions}


def test_each_answer_settles_its_question(detection: Detection, study: Study) -> None:
    for question in detection.questions:
        answered = answer(study.codebook, question, question.chosen)
        after = study.with_codebook(answered.codebook, answered.decision)
        assert set(open_codes(detection, after)) == set(open_codes(detection, study)) - {question.code}


def test_an_edit_by_hand_settles_what_it_decides(detection: Detection, study: Study) -> None:
    turned = next(q for q in detection.questions if q.code == "reversed_item").columns[0]
    columns = study.codebook.columns
    edited = replace(study.codebook, columns={**columns, turned: replace(columns[turned], reverse=True)})
    screened = replace(edited, screening=(Screening(study.table.headers[0], ("Ya",)),))
    left = open_codes(detection, study.with_codebook(screened))
    assert "reversed_item" not in left
    assert "screening" not in left
    assert {"grouping", "outcome"} <= set(left)


def test_which_scale_is_explained_is_asked_under_the_new_names(detection: Detection, study: Study) -> None:
    old = study.codebook.model.outcome
    columns = {
        header: replace(entry, scale="Loyalitas") if entry.scale == old else entry
        for header, entry in study.codebook.columns.items()
    }
    model = replace(study.codebook.model, outcome="Loyalitas")
    renamed = study.with_codebook(replace(study.codebook, columns=columns, model=model))
    question = next(q for q in still_open(detection.questions, renamed) if q.key == "outcome")
    assert question.chosen == "Loyalitas"
    answered = answer(renamed.codebook, question, question.choices[1].key)
    after = renamed.with_codebook(answered.codebook, answered.decision)
    assert after.codebook.model.outcome != "Loyalitas"
    assert "outcome" not in open_codes(detection, after)


def test_a_reversed_item_is_asked_about_under_its_name_and_sentence_of_now(
    detection: Detection, study: Study
) -> None:
    header = next(q for q in detection.questions if q.code == "reversed_item").columns[0]
    columns = study.codebook.columns
    named = replace(columns[header], name="CS4", label="Petugas sulit ditemui.", scale="Layanan")
    renamed = study.with_codebook(replace(study.codebook, columns={**columns, header: named}))
    question = next(q for q in still_open(detection.questions, renamed) if q.code == "reversed_item")
    assert {key: question.details[key] for key in ("item", "label", "scale")} == {
        "item": "CS4",
        "label": "Petugas sulit ditemui.",
        "scale": "Layanan",
    }
    assert {choice.details["item"] for choice in question.choices} == {"CS4"}


def test_a_model_chosen_by_hand_is_not_asked_for_again(detection: Detection, study: Study) -> None:
    assert "outcome" in open_codes(detection, study)
    assert "outcome" not in open_codes(detection, study.with_codebook(study.codebook, Decision("model")))


def test_remarks_on_what_a_codebook_overrules_are_gone(detection: Detection) -> None:
    given = {
        "columns": {
            header: {"scale": "Loyalitas"}
            for header, entry in detection.codebook.columns.items()
            if entry.scale == detection.codebook.model.outcome
        }
    }
    overruled = overlay(detection.codebook, given)
    before = {notice.code for notice in detection.notices}
    notices = still_true(detection.notices, overruled)
    assert "model_suggested" in before
    assert "model_suggested" not in {notice.code for notice in notices}
    scales = {notice.details.get("scale") for notice in notices if notice.code.startswith("scale_from")}
    assert scales == set(detection.codebook.model.predictors)


def test_remarks_on_merged_spellings_and_codings_end_with_them(detection: Detection) -> None:
    codes = {notice.code for notice in detection.notices}
    assert {"spellings_merged", "answers_coded"} <= codes
    gender = "Jenis Kelamin"
    columns = {**detection.codebook.columns}
    columns[gender] = replace(columns[gender], categories={})
    apart = with_columns(replace(detection.codebook, columns=columns), answers={"Setuju": 1.0, "Netral": 0.0})
    left = {notice.code for notice in still_true(detection.notices, apart)}
    assert not left & {"spellings_merged", "answers_coded"}


def test_a_file_settles_only_what_it_speaks_of(detection: Detection) -> None:
    by_code = {question.code: question for question in detection.questions}
    listed = {"columns": {header: {} for header in survey().headers}}
    assert spoken_of(by_code["reversed_item"], listed)
    assert not spoken_of(by_code["reversed_item"], {"columns": {}})
    assert not spoken_of(by_code["screening"], listed)
    assert spoken_of(by_code["screening"], {"screening": []})
    assert not spoken_of(by_code["outcome"], listed)
    assert spoken_of(by_code["outcome"], {"model": {}})

from dataclasses import replace

import pytest

from analysis.study.codebook_validation import validate
from analysis.study.detection import detect
from analysis.study.notice import UnusableInput
from analysis.study.questions import Question, answer, unanswered
from analysis.study.table import Cell, CellTable
from tests.study.tables import AGREEMENT, answers, correlated, table


def study_with_every_doubt() -> CellTable:
    n = 60
    columns: dict[str, list[Cell]] = {
        "Apakah Anda pernah berbelanja di sini?": ["Ya"] * 55 + ["Tidak"] * 5,
        "Jenis Kelamin": answers(n, ["Perempuan", "Laki-laki"]),
        "Pekerjaan": ["Mahasiswa"] * 40 + ["Mahasiwa"] + ["Karyawan"] * 19,
    }
    columns |= {
        f"A{j}": cells for j, cells in enumerate(correlated(n, 4, [1, 2, 3, 4, 5], 1, frozenset({2})), 1)
    }
    columns |= {f"B{j}": answers(n, [1, 2, 3, 4, 5, 99], j) for j in range(1, 4)}
    columns |= {f"C{j}": answers(n, [1, 2, 3, 4], j) for j in range(1, 6)}
    labels = ["1 - Sangat Setuju", "2 - Setuju", "4 - Tidak Setuju", "5 - Sangat Tidak Setuju"]
    columns |= {f"D{j}": answers(n, labels, j) for j in (1, 2)}
    header = "E{}. Toko ramah (1 = Puas, 5 = Tidak Puas)"
    columns |= {header.format(j): answers(n, [1, 2, 3, 4, 5], j) for j in (1, 2)}
    columns |= {f"Saya {word} toko ini selalu": answers(n, AGREEMENT, 9) for word in ("suka", "ingat")}
    columns |= {f"F{j}": answers(n, ["Tidak Pernah", "Jarang", "Kadang-kadang", "Sering"], j) for j in (1, 2)}
    columns |= {f"G1[SQ00{j}]": answers(n, ["A1", "A2", "A3", "A4", "A5"], j) for j in (1, 2)}
    columns |= {f"H{j}": cells for j, cells in enumerate(correlated(n, 4, [20, 40, 60, 80, 100], 5), 1)}
    columns |= {f"I{j}": answers(n, ["Ya", "Tidak"], j) for j in range(1, 4)}
    columns |= {f"Soal {word}": answers(n, ["a", "b", "c", "d"], 3) for word in ("satu", "dua", "tiga")}
    return table(columns)


DETECTION = detect(study_with_every_doubt())


def test_every_kind_of_doubt_occurs() -> None:
    codes = {question.code for question in DETECTION.questions}
    assert codes == {
        "grouping", "rating_points", "digit_range", "missing_code", "direction", "legend", "reversed_item", "group",
        "screening", "merge_categories", "outcome", "answer_codes", "percent_points", "yes_no",
    }  # fmt: skip


@pytest.mark.parametrize("question", DETECTION.questions, ids=lambda question: question.key)
def test_the_choice_in_force_changes_nothing(question: Question) -> None:
    answered = answer(DETECTION.codebook, question, question.chosen)
    before, after = DETECTION.codebook.columns, answered.codebook.columns
    for header in before:
        assert after[header].role == before[header].role
        assert after[header].scale == before[header].scale
        assert after[header].points == before[header].points
        assert after[header].answers == before[header].answers
        assert after[header].reverse == before[header].reverse
    assert answered.codebook.model == DETECTION.codebook.model
    assert answered.codebook.screening == ()


@pytest.mark.parametrize("question", DETECTION.questions, ids=lambda question: question.key)
def test_every_other_choice_changes_the_codebook_and_leaves_a_trail(question: Question) -> None:
    assert len(question.choices) > 1 or question.code == "grouping"
    for choice in question.choices:
        answered = answer(DETECTION.codebook, question, choice.key)
        validate(answered.codebook)
        if choice.key != question.chosen:
            assert answered.codebook != DETECTION.codebook
        assert answered.decision.step == f"question.{question.code}"
        assert answered.decision.reason == f"choice.{choice.code}"
        assert (answered.decision.before, answered.decision.after) == (question.chosen, choice.key)
        open_ones = unanswered(DETECTION.questions, (answered.decision,))
        assert len(open_ones) == len(DETECTION.questions) - 1
        assert question not in open_ones


def one(code: str) -> Question:
    return next(question for question in DETECTION.questions if question.code == code)


def test_reversing_an_item() -> None:
    codebook = answer(DETECTION.codebook, one("reversed_item"), "reverse").codebook
    assert [name for name, entry in codebook.columns.items() if entry.reverse] == ["A3"]


def test_screening_keeps_the_yes_answers() -> None:
    codebook = answer(DETECTION.codebook, one("screening"), "only_yes").codebook
    assert codebook.screening[0].keep == ("Ya",)
    again = answer(codebook, one("screening"), "only_yes").codebook
    assert len(again.screening) == 1


def test_merging_a_category_keeps_what_was_merged_before() -> None:
    question = one("merge_categories")
    merged = next(choice.key for choice in question.choices if choice.code == "categories_merge")
    codebook = answer(DETECTION.codebook, question, merged).codebook
    assert codebook.columns["Pekerjaan"].categories["Mahasiwa"] == "Mahasiswa"


def test_choosing_a_group_puts_it_into_the_model() -> None:
    codebook = answer(DETECTION.codebook, one("group"), "Jenis Kelamin").codebook
    assert codebook.columns["Jenis Kelamin"].role == "group"
    assert codebook.model.group == "Jenis Kelamin"
    assert set(codebook.model.group_levels) == {"Perempuan", "Laki-laki"}


def test_one_group_replaces_another() -> None:
    question = one("group")
    first = answer(DETECTION.codebook, question, "Jenis Kelamin").codebook
    second = answer(first, question, "none").codebook
    assert second.columns["Jenis Kelamin"].role == "demographic"
    assert second.model.group == ""


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(KeyError):
        answer(DETECTION.codebook, DETECTION.questions[0], "nothing")


def test_a_change_that_breaks_the_codebook_is_refused() -> None:
    header = one("reversed_item").columns[0]
    entry = replace(DETECTION.codebook.columns[header], points=None)
    codebook = replace(DETECTION.codebook, columns={**DETECTION.codebook.columns, header: entry})
    with pytest.raises(UnusableInput) as caught:
        answer(codebook, one("reversed_item"), "reverse")
    assert caught.value.code == "codebook_reverse_without_points"

"""Ratings written as shares of 100, which could be scores as well: one question decides."""

import pytest

from analysis.study.detection import Detection, detect
from analysis.study.questions import answer
from analysis.study.settled import still_open
from analysis.study.study import Study
from analysis.study.table import Cell
from tests.study.detected import notices, questions
from tests.study.tables import correlated, table


def detected(options: list[Cell], headers: str = "X{}", items: int = 4) -> Detection:
    columns = correlated(60, items, options)
    return detect(table({headers.format(j): cells for j, cells in enumerate(columns, 1)}))


@pytest.mark.parametrize(
    ("options", "points"),
    [
        ([0, 25, 50, 75, 100], ["0 - 100"]),
        ([f"{n}%" for n in (0, 25, 50, 75, 100)], ["0 - 100"]),
        ([25, 50, 75, 100], ["0 - 100", "25 - 100"]),
        ([20, 40, 60, 80, 100], ["20 - 100", "0 - 100"]),
        (list(range(0, 101, 10)), ["0 - 100"]),
        ([0, 50, 100], ["0 - 100"]),
    ],
)
def test_they_are_items_until_a_person_says_scores(options: list[Cell], points: list[str]) -> None:
    detection = detected(options)
    (question,) = questions(detection, "percent_points")
    assert [choice.key for choice in question.choices] == [*(f"items:{pair}" for pair in points), "scores"]
    low, high = map(float, points[0].split(" - "))
    assert {(e.role, e.points) for e in detection.codebook.columns.values()} == {("item", (low, high))}
    changed = answer(detection.codebook, question, "scores").codebook
    assert {(e.role, e.scale, e.points) for e in changed.columns.values()} == {("score", "", None)}
    back = answer(changed, question, question.chosen).codebook
    assert back.columns == detection.codebook.columns


@pytest.mark.parametrize(
    ("options", "headers", "items"),
    [
        ([0, 25, 50, 75, 100], "Nilai {}", 4),
        ([0, 25, 50, 75, 100], "X{}", 2),
        ([0, 12.5, 50, 87.5, 100], "X{}", 4),
        ([60, 70, 80, 90, 100], "X{}", 4),
        ([15, 35, 50, 75, 100], "X{}", 4),
        ([10, 20, 30, 40, 50], "X{}", 4),
    ],
)
def test_other_numbers_stay_scores(options: list[Cell], headers: str, items: int) -> None:
    detection = detected(options, headers, items)
    assert {entry.role for entry in detection.codebook.columns.values()} == {"score"}
    assert not questions(detection, "percent_points")


def test_the_number_of_points_is_counted_from_the_lowest() -> None:
    (question,) = questions(detected([25, 50, 75, 100]), "percent_points")
    assert [choice.details.get("points") for choice in question.choices] == [5, 4, None]


def test_quarters_and_tenths_are_two_questions() -> None:
    columns = {f"X{j}": cells for j, cells in enumerate(correlated(60, 3, [0, 25, 50, 75, 100]), 1)}
    columns |= {
        f"Y{j}": cells for j, cells in enumerate(correlated(60, 3, list(range(0, 101, 10)), seed=3), 1)
    }
    found = questions(detect(table(columns)), "percent_points")
    assert [question.columns for question in found] == [("X1", "X2", "X3"), ("Y1", "Y2", "Y3")]


def test_a_mean_of_them_is_a_total() -> None:
    items = {f"X{j}": cells for j, cells in enumerate(correlated(60, 4, [0, 25, 50, 75, 100]), 1)}
    means: list[Cell] = [sum(map(float, row)) / 4 for row in zip(*items.values(), strict=True)]  # type: ignore[arg-type]
    detection = detect(table(items | {"Kepuasan": means}))
    assert [notice.where for notice in notices(detection, "total_column")] == ["Kepuasan"]


def test_scores_leave_no_question_about_items() -> None:
    columns = {
        f"X{j}": cells
        for j, cells in enumerate(correlated(60, 4, [0, 25, 50, 75, 100], turned=frozenset({2})), 1)
    }
    detection = detect(table(columns))
    study = Study("Uji", table(columns), detection.codebook, "")
    assert {q.code for q in still_open(detection.questions, study)} >= {"percent_points", "reversed_item"}
    (question,) = questions(detection, "percent_points")
    answered = answer(study.codebook, question, "scores")
    after = still_open(detection.questions, study.with_codebook(answered.codebook, answered.decision))
    assert not {"percent_points", "reversed_item", "grouping"} & {q.code for q in after}

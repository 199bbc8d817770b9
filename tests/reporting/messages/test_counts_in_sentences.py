"""English sentences about one thing are in the singular."""

import re

import pytest

from analysis.reporting.language import language
from analysis.reporting.messages.wording import AREAS, COUNTING, filled, notice_text
from analysis.study.notice import Notice

PLURAL = re.compile(
    r"\{n\} (?:(?!has|holds)\w+ ){0,2}"
    r"(?:answers|cells|characters|columns|files|items|lines|names|numbers|people|respondents|rows|scales)\b"
)
ALWAYS_SEVERAL = {
    "few_respondents_per_predictor",
    "perfect_fit",
    "small_group",
    "header_rows_joined",
    "table_transposed",
    "long_table_widened",
    "quoted_lines",
    "grouping_one_scale",
    "option_columns",
    "options_together",
    "screening_keep_all",
}


def test_no_sentence_about_one_thing_has_a_plural() -> None:
    english = language("en")
    one = {code: text for area in COUNTING for code, text in area.templates(english, 1).items()}
    others = {
        code: text for area in AREAS if area not in COUNTING for code, text in area.templates(english).items()
    }
    found = {code for code, text in {**one, **others}.items() if PLURAL.search(text)}
    assert found == ALWAYS_SEVERAL


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "1 column has cells but no name and was named by its letter: C."),
        (2, "2 columns have cells but no name and were named by their letter: C."),
    ],
)
def test_a_notice_follows_its_count(n: int, expected: str) -> None:
    notice = Notice("unnamed_columns", details={"n": n, "columns": ("C",)})
    assert notice_text(notice, language("en")) == expected


def test_the_same_holds_for_questions_and_choices() -> None:
    english = language("en")
    one, two = (filled("screening_only", {"answer": "Ya", "n": n}, english).plain() for n in (1, 2))
    assert one == 'Only "Ya" stays; 1 respondent leaves'
    assert two == 'Only "Ya" stays; 2 respondents leave'


def test_indonesian_has_one_form() -> None:
    for area in COUNTING:
        assert area.templates(language("id"), 1) == area.templates(language("id"))

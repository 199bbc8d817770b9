"""Every code that detection, questions and codebooks can give has a sentence, with the details it needs."""

import re
import string
from pathlib import Path

import pytest

from analysis.reporting.language import language
from analysis.reporting.messages import detection
from analysis.reporting.messages.wording import AREAS, filled, notice_text, unusable_text
from analysis.study.codebook import Codebook
from analysis.study.detection import detect
from tests.study import test_codebook_file, test_detection, test_privacy, test_questions
from tests.study.tables import answers, table

STUDY = Path(detection.__file__).parents[2] / "study"
BOTH = pytest.mark.parametrize("code", ["id", "en"])


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_no_two_areas_share_a_code() -> None:
    english = language("en")
    codes = [code for area in AREAS for code in area.templates(english)]
    assert len(set(codes)) == len(codes)


def test_both_languages_fill_the_same_places() -> None:
    english, indonesian = (detection.templates(language(code)) for code in ("en", "id"))
    assert english.keys() == indonesian.keys()
    for code, template in english.items():
        assert fields(template) == fields(indonesian[code]), code
        assert indonesian[code] != template or not re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", template)), (
            code
        )


def test_every_code_in_the_sources_has_a_sentence() -> None:
    known = {code for area in AREAS for code in area.templates(language("en"))}
    for name in (
        "codebook_file",
        "codebook_validation",
        "detection",
        "item_answers",
        "item_entries",
        "opening",
        "respondent_entries",
    ):
        text = (STUDY / f"{name}.py").read_text(encoding="utf-8")
        for code in re.findall(r'(?:Notice|UnusableInput|Choice)\(\s*(?:"[^"{}]*",\s*)?"([a-z_0-9]+)"', text):
            assert (
                code in known or text.count(f'Notice("{code}"') + text.count(f'UnusableInput("{code}"') == 0
            ), (name, code)
        assert set(re.findall(r'Notice\(\s*"([a-z_0-9]+)"', text)) <= known
        assert set(re.findall(r'UnusableInput\(\s*"([a-z_0-9]+)"', text)) <= known


@BOTH
def test_questions_and_choices_are_sentences(code: str) -> None:
    chosen = language(code)
    for question in test_questions.DETECTION.questions:
        words = filled(question.code, question.details, chosen).plain()
        assert "?" in words
        assert len(
            {filled(choice.code, choice.details, chosen).plain() for choice in question.choices}
        ) == len(question.choices)


@BOTH
def test_notices_are_sentences(code: str) -> None:
    chosen = language(code)
    tables = [test_questions.study_with_every_doubt(), test_detection.google_form()]
    tables += [
        table({header: cells, "X1": answers(40, [1, 2, 3, 4, 5])})
        for header, cells, _ in test_privacy.PERSONAL
    ]
    tables += [table({header: cells}) for header, cells in test_privacy.KEPT]
    for found in tables:
        for notice in detect(found).notices:
            text = notice_text(notice, chosen)
            assert text.endswith((".", "?"))
            assert "{" not in text.replace("{", "", found.headers.count("{"))


@BOTH
def test_refused_codebooks_are_sentences(code: str) -> None:
    cases = test_codebook_file.test_what_cannot_be_used_is_named.pytestmark[0].args[1]
    for given, _, named in cases:
        text = unusable_text(test_codebook_file.refusal(given), language(code))
        assert "\n" not in text
        assert text.endswith(".")
        plain = re.sub(r"(?<=\d)[.,](?=\d{3})", "", text).replace("\N{MINUS SIGN}", "-")
        assert named.strip() in plain


def test_user_text_stays_literal() -> None:
    header = "**X1.** {n} <b>a</b> {0.__class__}"
    notices = detect(table({header: [None, None]})).notices
    assert f'"{header}"' in notice_text(notices[0], language("en"))
    assert isinstance(detect(table({header: [1]})).codebook, Codebook)


@BOTH
def test_answers_in_the_trail_are_words(code: str) -> None:
    for question in test_questions.DETECTION.questions:
        for choice in question.choices:
            step = f"question.{question.code}"
            word = detection.answer_word(step, choice.key, language(code))
            assert word
            if question.code in ("group", "outcome") and choice.key != "none":
                assert word == choice.key
            else:
                assert "_" not in word
                assert ":" not in word

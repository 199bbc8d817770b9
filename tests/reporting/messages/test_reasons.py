"""Every reason that a computation gives has a sentence with a next step, in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis
from analysis.reporting.language import language
from analysis.reporting.messages.reasons import REASONS, templates
from analysis.reporting.messages.wording import reason
from analysis.statistics.unavailable import Unavailable

SOURCES = Path(analysis.__file__).parent
BOTH = pytest.mark.parametrize("code", ["id", "en"])


def given_reasons() -> Iterator[tuple[str, frozenset[str]]]:
    """Reason key and detail names of every NotPossible(...) and Unavailable(...) in the sources."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            first = node.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                continue
            if node.func.id == "NotPossible":
                yield first.value, frozenset(word.arg for word in node.keywords if word.arg)
            elif node.func.id == "Unavailable":
                details = node.args[1] if len(node.args) > 1 else ast.Dict([], [])
                assert isinstance(details, ast.Dict), path
                yield first.value, frozenset(str(ast.literal_eval(key)) for key in details.keys if key)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@BOTH
def test_every_reason_in_the_sources_has_a_sentence_that_its_details_fill(code: str) -> None:
    sentences = templates(language(code))
    found = list(given_reasons())
    assert len(found) > 30
    for key, details in found:
        assert placeholders(sentences[key]) <= details, key


@BOTH
def test_every_sentence_is_one_that_a_computation_can_give(code: str) -> None:
    assert set(templates(language(code))) == {key for key, _ in given_reasons()}


def test_the_languages_differ_and_fill_the_same_places() -> None:
    english, indonesian = templates(language("en")), templates(language("id"))
    assert english == REASONS
    for key, sentence in english.items():
        assert indonesian[key] != sentence, key
        assert placeholders(indonesian[key]) == placeholders(sentence), key


@BOTH
def test_details_are_printed_in_the_language_and_stay_literal(code: str) -> None:
    few = reason(Unavailable("too_few_respondents", {"n": 1200, "needed": 5}), language(code)).plain()
    assert ("1.200" if code == "id" else "1,200") in few
    repeated = reason(Unavailable("rank_deficient", {"columns": ("X{n}", "**Y**")}), language(code)).plain()
    assert "X{n}" in repeated
    assert "**Y**" in repeated

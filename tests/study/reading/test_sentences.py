"""Every code of the reader has a sentence in both languages, and no sentence is without a code."""

import ast
from pathlib import Path
from string import Formatter

from analysis.reporting.language import language
from analysis.reporting.messages.reading import templates
from analysis.study import reading
from analysis.study.reading.signatures import FOREIGN

SOURCES = sorted(Path(reading.__path__[0]).glob("*.py"))


def codes() -> set[str]:
    """First arguments of every Notice(...) and UnusableInput(...) in the reader, and foreign kinds."""
    found = {code for _, code in FOREIGN}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in ("Notice", "UnusableInput"):
                    found |= _texts(node.args[0])
            elif isinstance(node, ast.Dict):
                found |= _refused(node)
    return found


def _texts(argument: ast.expr) -> set[str]:
    """The code itself, or both codes of a choice between two."""
    if isinstance(argument, ast.IfExp):
        return _texts(argument.body) | _texts(argument.orelse)
    return {argument.value} if isinstance(argument, ast.Constant) else set()


def _refused(node: ast.Dict) -> set[str]:
    """The code in a dict such as {"refused": "damaged_file"}."""
    pairs = zip(node.keys, node.values, strict=True)
    return {
        value.value
        for key, value in pairs
        if isinstance(key, ast.Constant) and key.value == "refused" and isinstance(value, ast.Constant)
    }


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes() == set(templates(language("en")))


def test_indonesian_sentences_exist_and_use_the_same_details() -> None:
    english, indonesian = templates(language("en")), templates(language("id"))
    for code, template in english.items():
        assert indonesian[code] != template, code
        assert _placeholders(indonesian[code]) == _placeholders(template), code


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}

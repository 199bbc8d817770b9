"""Text of users and of catalogues enters HTML through the one escaping helper only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Source, package_sources

HELPER = "analysis/reporting/renderers/text_escape.py"
TAG = re.compile(r"</?[a-zA-Z]")
# Fields that carry what a user typed, a file held or a catalogue says.
TEXT_FIELDS = {
    "title", "name", "label", "text", "reason", "column", "message", "word", "outcome", "category", "caption",
    "source", "file_name", "unit", "remark", "value", "scale", "dimension", "study_title", "description",
}  # fmt: skip
UNESCAPED_CALLS = {"_", "gettext", "ngettext", "str", "repr"}


def interpolated_into_html(source: Source) -> Iterator[ast.expr]:
    """Every expression that an f-string with HTML tags shows as it is."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        if any(isinstance(part, ast.Constant) and TAG.search(str(part.value)) for part in node.values):
            yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))


def goes_around_the_helper(expression: ast.expr) -> bool:
    if isinstance(expression, ast.Attribute):
        return expression.attr in TEXT_FIELDS
    if isinstance(expression, ast.Call):
        return ast.unparse(expression.func).split(".")[-1] in UNESCAPED_CALLS
    return False


@pytest.mark.parametrize("source", package_sources("interface", "pages", "analysis"), ids=lambda s: s.name)
def test_text_is_escaped_on_its_way_into_html(source: Source) -> None:
    around = [ast.unparse(e) for e in interpolated_into_html(source) if goes_around_the_helper(e)]
    assert around == []


@pytest.mark.parametrize("source", package_sources(), ids=lambda s: s.name)
def test_nothing_else_escapes_or_allows_html(source: Source) -> None:
    assert "unsafe_allow_html" not in source.text
    if source.name != HELPER:
        assert not re.search(r"\bhtml\.escape\(|from html import escape|markupsafe", source.text)


@pytest.mark.parametrize(
    ("code", "around"),
    [
        ('f"<p>{study.title}</p>"', True),
        ('f"<p>{_(text)}</p>"', True),
        ('f"<p>{for_html(study.title)}</p>"', False),
        ('f"{study.title}"', False),
    ],
)
def test_the_rule_sees_what_goes_around(code: str, around: bool) -> None:
    tree = ast.parse(code)
    source = Source(package_sources("sharing")[0].path, code, tree)
    assert any(goes_around_the_helper(e) for e in interpolated_into_html(source)) is around

"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import (
    ROOT,
    Source,
    functions,
    package_sources,
    read_source,
    tracked_text_files,
)

SOURCES = package_sources()
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_APP_LINES = 60
SELF_EXPLAINING_LINES = 5
# Written in two parts, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile("/wo" + "rk/|/tm" + "p/|/ro" + "ot/|/ho" + r"me/\w+/")
REGISTRY_ADDRESSES = re.compile(
    "pypi" + r"\.org|python" + r"hosted\.org|npm" + r"js\.|deb\.deb" + r"ian\.org"
)
CLAIMS = re.compile(r"H0\s+diterima|\bterbukti\b", re.IGNORECASE)
WRONG_IN_NOTES = re.compile(r"\bsalah\b(?!\s+satu)", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + "ME|X" + r"XX)\b")


def by_name(source: Source) -> str:
    return source.name


def body_after_imports(source: Source) -> list[ast.stmt]:
    """Statements of a file without its docstring and its imports."""
    is_text = lambda node: isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # noqa: E731
    return [n for n in source.tree.body if not isinstance(n, ast.Import | ast.ImportFrom) and not is_text(n)]


@pytest.mark.parametrize(
    "page", [s for s in package_sources("pages") if s.path.stem != "__init__"], ids=by_name
)
def test_page_first_asks_for_its_shell(page: Source) -> None:
    first = body_after_imports(page)[0]
    assert isinstance(first, ast.Expr)
    assert ast.unparse(first) == "require_shell()"


def test_app_is_short_and_stands_on_the_interface_alone() -> None:
    app = read_source(ROOT / "app.py")
    imported = {n.module for n in ast.walk(app.tree) if isinstance(n, ast.ImportFrom)}
    imported |= {a.name for n in ast.walk(app.tree) if isinstance(n, ast.Import) for a in n.names}
    assert len(app.text.splitlines()) < MAX_APP_LINES
    assert all(str(name).split(".")[0] in {"interface", "streamlit", "__future__"} for name in imported)


@pytest.mark.parametrize("source", SOURCES, ids=by_name)
def test_file_and_functions_are_small(source: Source) -> None:
    assert len(source.text.splitlines()) < MAX_FILE_LINES
    assert [f.name for f in functions(source) if code_lines(f) > MAX_FUNCTION_LINES] == []


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    docstring = ast.get_docstring(function, clean=False) or ""
    return (function.end_lineno or 0) - function.lineno + 1 - len(docstring.splitlines())


@pytest.mark.parametrize("source", SOURCES, ids=by_name)
def test_file_says_what_it_is_for(source: Source) -> None:
    assert ast.get_docstring(source.tree) or not source.text.strip()
    assert source.path.stem not in {"utils", "helpers", "common", "misc"}


@pytest.mark.parametrize(
    "source", package_sources("analysis/study", "analysis/statistics", "sharing"), ids=by_name
)
def test_results_and_public_functions_are_documented(source: Source) -> None:
    """Every public class, and every public function that its name alone does not explain."""
    public = [
        node
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
        or (isinstance(node, ast.FunctionDef) and code_lines(node) > SELF_EXPLAINING_LINES)
    ]
    named = [node for node in public if not node.name.startswith("_")]
    assert [node.name for node in named if not ast.get_docstring(node)] == []


def test_no_sentence_claims_more_than_a_test_can() -> None:
    texts = [s.path for s in SOURCES] + sorted((ROOT / "locales").rglob("*.po"))
    guilty = [path.name for path in texts if CLAIMS.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_no_note_calls_the_student_wrong() -> None:
    guilty = [
        f"{path.name}: {line}"
        for path in sorted((ROOT / "locales").rglob("*.po"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "msgid")) and WRONG_IN_NOTES.search(line)
    ]
    assert guilty == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    guilty = []
    for path in tracked_text_files():
        text = path.read_text(encoding="utf-8")
        if MACHINE_PATHS.search(text) or REGISTRY_ADDRESSES.search(text):
            guilty.append(path.relative_to(ROOT).as_posix())
    assert guilty == []


def test_nothing_is_left_unfinished() -> None:
    sources = [*SOURCES, *package_sources("tests"), read_source(ROOT / "start.py")]
    assert [s.name for s in sources if UNFINISHED.search(s.text)] == []


def test_no_test_sleeps() -> None:
    sleep = re.compile(r"\b(time|asyncio)\.sleep\b|\bwait_for_time" + r"out\(")
    sources = [s for s in package_sources("tests") if s.path != Path(__file__)]
    assert [s.name for s in sources if sleep.search(s.text)] == []

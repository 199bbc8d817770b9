"""Set-up must run where nothing is installed, and say what to do where it cannot go on."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.architecture.sources import ROOT, read_source

PIN = re.compile(r"^([\w.-]+)==([\w.]+)$")


def pins() -> dict[str, str]:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    requirements = [line for line in lines if line and not line.startswith("#")]
    matches = [PIN.match(line) for line in requirements]
    assert all(matches), "every requirement has an exact version"
    return {match[1]: match[2] for match in matches if match}


def test_installed_versions_are_the_pinned_ones() -> None:
    installed = {name: importlib.metadata.version(name) for name in pins()}
    assert installed == pins()


def test_start_needs_the_standard_library_only() -> None:
    tree = read_source(ROOT / "start.py").tree
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    names = {alias.name for node in imports for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_an_old_python_can_read_start_and_say_what_is_missing() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    assert "find_python" in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_no_entry_waits_for_an_email_address_on_the_first_start() -> None:
    asked = "from streamlit import config; print(config.get_option('server.showEmailPrompt'))"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "False"


def test_old_python_without_a_newer_one_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(start, "output_of", lambda command: "")
    with pytest.raises(start.CannotStart, match=r"3\.11, 3\.12 or 3\.13"):
        start.find_python()


def test_old_python_finds_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(start, "WINDOWS", False)
    monkeypatch.setattr(start, "output_of", lambda command: "python" if command[0] == "python3.12" else "")
    assert start.find_python() == "python"


def test_browser_that_is_named_but_absent_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANGKET_CHROMIUM", str(tmp_path / "absent"))
    with pytest.raises(start.CannotStart, match="does not exist"):
        start.find_chromium()


def test_no_browser_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANGKET_CHROMIUM", raising=False)
    monkeypatch.setattr(start, "browser_candidates", list)
    monkeypatch.setattr(start, "is_debian_root", lambda: False)
    with pytest.raises(start.CannotStart, match="Install one"):
        start.find_chromium()


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A folder with requirements and no environment; the list tells what set-up did there."""
    (tmp_path / "requirements.txt").write_text("a==1")
    (tmp_path / "requirements-dev.txt").write_text("b==1")
    environment = tmp_path / ".venv"
    done: list[str] = []

    def make() -> None:
        done.append("make")
        (environment / "bin").mkdir(parents=True, exist_ok=True)
        (environment / "bin" / "python").touch()

    def call(command: list[str], **_options: object) -> int:
        done.append(" ".join(Path(c).name for c in command if c.endswith(".txt")))
        return 0

    monkeypatch.setattr(start, "HERE", tmp_path)
    monkeypatch.setattr(start, "ENVIRONMENT", environment)
    monkeypatch.setattr(start, "STAMP", environment / "stamp.json")
    monkeypatch.setattr(start, "WINDOWS", False)
    monkeypatch.setattr(start, "make_environment", make)
    monkeypatch.setattr(start.subprocess, "call", call)
    return done


def test_environment_is_made_once(set_up: list[str]) -> None:
    start.ensure_environment("app")
    start.ensure_environment("app")
    assert set_up == ["make", "requirements.txt"]


def test_tests_complete_the_environment_of_the_app(set_up: list[str]) -> None:
    start.ensure_environment("app")
    start.ensure_environment("test")
    start.ensure_environment("app")
    assert set_up == ["make", "requirements.txt", "requirements.txt requirements-dev.txt"]


def test_environment_is_made_again_when_requirements_change(set_up: list[str]) -> None:
    start.ensure_environment("app")
    (start.HERE / "requirements.txt").write_text("a==2")
    start.ensure_environment("app")
    assert set_up == ["make", "requirements.txt"] * 2


def test_interrupted_set_up_starts_over(set_up: list[str]) -> None:
    start.ensure_environment("app")
    start.STAMP.write_text(json.dumps({})[:-1])
    start.ensure_environment("app")
    assert set_up == ["make", "requirements.txt"] * 2


def report_file(path: Path, tests: int, failures: int, skipped: int) -> Path:
    suite = f'<testsuite tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"/>'
    path.write_text(f"<testsuites>{suite}</testsuites>")
    return path


def test_verdict_adds_the_layers_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    reports = [report_file(tmp_path / "0.xml", 10, 1, 0), report_file(tmp_path / "1.xml", 5, 0, 2)]
    assert start.verdict([1, 0], reports) == 1
    assert "12 passed, 1 failed, 2 skipped" in capsys.readouterr().out


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_skipped_check_fails_in_ci_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", ci)
    assert start.verdict([0], [report_file(tmp_path / "0.xml", 5, 0, 1)]) == code

"""The documentation says what the code does: keys, settings, limits, reasons, files and quoted lines."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

from analysis.__main__ import _parser
from analysis.chapter import ANALYSES, SECTIONS, Analysis
from analysis.results_document import MAPS
from analysis.statistics.unavailable import Unavailable
from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model, Screening, Settings
from analysis.study.notice import Notice
from analysis.study.reading.limits import Limits
from interface.navigation import SCREENS
from sample_data.catalogue import SAMPLE_STUDIES
from tests.architecture.sources import ROOT, package_sources

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
DESCRIBED_ONCE = (Unavailable, Notice)
"""What may stand anywhere in the results; the page describes it in one place."""
RESULTS = (ROOT / "docs" / "results.md").read_text(encoding="utf-8")
QUOTED_CODE = re.compile(r"<!-- (\S+) -->\n```python\n(.*?)```", re.DOTALL)
NAMED_FILE = re.compile(
    r"`((?:analysis|interface|pages|sharing|sample_data|locales|tests|benchmarks|docs|\.ci)/[\w./-]+)`"
)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next heading of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    assert f"\n{heading}\n" in text, f"no heading {heading!r}"
    below = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"^#{{1,{level}}} ", below, maxsplit=1, flags=re.MULTILINE)[0]


def table_keys(text: str) -> list[str]:
    """Names in backticks in the first column of every table, in order."""
    first_cells = re.findall(r"^\| ([^|]*) \|", text, flags=re.MULTILINE)
    return [key for cell in first_cells for key in re.findall(r"`([\w-]+)`", cell)]


def dataclasses_in(kind: object, found: dict[type, None] | None = None) -> dict[type, None]:
    """Every dataclass that a type annotation leads to, in order of appearance."""
    found = {} if found is None else found
    if isinstance(kind, type) and is_dataclass(kind) and kind not in DESCRIBED_ONCE:
        if kind not in found:
            found[kind] = None
            hints = typing.get_type_hints(kind)
            for member in shown_fields(kind):
                dataclasses_in(hints[member], found)
    elif typing.get_origin(kind) in (typing.Union, types.UnionType, dict, tuple, list):
        for inner in typing.get_args(kind):
            dataclasses_in(inner, found)
    return found


def shown_fields(kind: type) -> list[str]:
    """The fields that the results document holds."""
    return [member.name for member in fields(kind) if member.repr]


def result_type(analysis: Analysis) -> type:
    compute = import_module(analysis.module).compute
    kind: type = typing.get_type_hints(compute)["return"]
    return kind


def keys_of(analysis: Analysis) -> Mapping[str, set[str]]:
    """Dataclass name -> its keys, for one analysis; a map that is the result itself has no key."""
    kinds = dataclasses_in(result_type(analysis))
    keys = {kind.__name__: set(shown_fields(kind)) for kind in kinds}
    if analysis.key in MAPS:
        keys[result_type(analysis).__name__] = set()
    return keys


def documented_elsewhere(analysis: Analysis) -> set[str]:
    """Dataclasses that another analysis's part of the page describes."""
    shared = {"models": "regression"}
    other = shared.get(analysis.key)
    return {name for each in ANALYSES if each.key == other for name in keys_of(each)}


RESULT_PARTS = [analysis for analysis in ANALYSES if analysis.key != "bootstrap"]


@pytest.mark.parametrize("analysis", RESULT_PARTS, ids=lambda analysis: analysis.key)
def test_every_key_of_the_results_is_documented_and_no_other(analysis: Analysis) -> None:
    described = set(table_keys(part(RESULTS, f"## `{analysis.key}`")))
    keys = keys_of(analysis)
    elsewhere = documented_elsewhere(analysis)
    needed = set().union(*(keys[name] for name in keys if name not in elsewhere))
    known = set().union(*keys.values()) | ({"bootstrap"} if analysis.key == "regression" else set())
    assert needed - described == set()
    assert described - known == set()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Codebook", Codebook),
        ("### Column entry", ColumnEntry),
        ("### Screening rule", Screening),
        ("### Settings", Settings),
    ],
)
def test_every_key_of_the_codebook_is_documented(heading: str, kind: type) -> None:
    text = part(RESULTS, heading).split("\n### ")[0]
    assert set(table_keys(text)) == {member.name for member in fields(kind)}


def test_every_key_of_a_model_and_its_hypotheses_is_documented() -> None:
    described = table_keys(part(RESULTS, "### Model"))
    assert set(described) == {member.name for kind in (Model, Hypothesis) for member in fields(kind)}


def test_defaults_of_the_settings_are_those_documented() -> None:
    text = part(RESULTS, "### Settings")
    for member in fields(Settings):
        row = next(line for line in text.splitlines() if line.startswith(f"| `{member.name}` |"))
        assert f" {getattr(Settings(), member.name)} " in row.replace("`", " ").replace('"', " ")


def test_every_option_of_the_command_is_documented() -> None:
    options = {name for action in _parser()._actions for name in action.option_strings if "--" in name}
    described = {
        f"--{key.lstrip('-')}" for key in re.findall(r"^\| `--([\w-]+)` \|", RESULTS, flags=re.MULTILINE)
    }
    assert described == options - {"--help"}


def test_every_reason_is_documented_and_no_other() -> None:
    raised = re.compile(r'(?:NotPossible|Unavailable)\(\s*"(\w+)"')
    sources = [*package_sources("analysis/statistics"), *package_sources("analysis/study")]
    used = {reason for source in sources for reason in raised.findall(source.text)}
    used |= set(raised.findall((ROOT / "analysis" / "chapter.py").read_text(encoding="utf-8")))
    assert set(table_keys(part(RESULTS, "## Reasons"))) == used


def test_every_method_file_is_in_the_method_reference() -> None:
    text = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    files = {source.path.name for source in package_sources("analysis/statistics")} - {"__init__.py"}
    assert {name for name in files if not re.search(rf"[`/]{name}`", text)} == set()


def test_every_key_of_a_notice_is_documented() -> None:
    needed = {member.name for member in fields(Notice)}
    assert set(table_keys(part(RESULTS, "## `notices`"))) == needed | {"message"}


def test_every_step_of_the_trail_that_no_screen_makes_is_documented() -> None:
    made = re.compile(r'Decision\("(\w+)"')
    texts = [
        (ROOT / "analysis" / "study" / name).read_text(encoding="utf-8")
        for name in ("trail.py", "opening.py")
    ]
    rows = part(RESULTS, "## `trail`").splitlines()
    described = next(row for row in rows if row.startswith("| `step` |"))
    assert set(re.findall(r"`(\w+)`", described)) - {"step"} == {
        step for text in texts for step in made.findall(text)
    }


def test_every_limit_is_documented_with_its_default() -> None:
    text = part((ROOT / "docs" / "safety.md").read_text(encoding="utf-8"), "### Limits")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+)(?: MB)? \|", text, flags=re.MULTILINE))
    defaults = {member.name: float(getattr(Limits(), member.name)) for member in fields(Limits)}
    megabytes = {name for name in defaults if name.endswith("_bytes")}
    shown = {
        name: float(value.replace(",", "")) * (1024 * 1024 if name in megabytes else 1)
        for name, value in rows.items()
    }
    assert shown == defaults


def test_every_environment_setting_is_documented() -> None:
    asked = re.compile(r'(?:environ\.get|getenv)\(\s*"([A-Z_]+)"')
    sources = [*package_sources(), *(s for s in package_sources("tests") if s.path.name == "conftest.py")]
    used = {name for source in sources for name in asked.findall(source.text)}
    described = table_keys((ROOT / "docs" / "deploying.md").read_text(encoding="utf-8"))
    assert used == set(described)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_named_files_and_links_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {name for name in NAMED_FILE.findall(text) if not name.startswith("locales/id/*")}
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


def quoted_lines() -> list[tuple[str, str]]:
    return [quote for page in PAGES for quote in QUOTED_CODE.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("name", "lines"), quoted_lines())
def test_quoted_lines_are_those_of_the_code(name: str, lines: str) -> None:
    assert lines in (ROOT / name).read_text(encoding="utf-8")


def test_the_walk_through_visits_every_file_of_its_example() -> None:
    visited = {name for name, _ in quoted_lines()}
    example = {f"{folder}/model_comparison.py" for folder in ("analysis/statistics", "analysis/reporting")}
    example |= {f"tests/{folder}/test_model_comparison.py" for folder in ("statistics", "reporting")}
    assert example | {"analysis/chapter.py"} <= visited


def test_readme_leads_to_every_sample_and_every_screen() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {key for key in SAMPLE_STUDIES if f"/?demo={key}" not in text} == set()
    screens = {screen.key for screen in SCREENS} - {"home"}
    assert {key for key in screens if f"/{key}?demo=" not in text} == set()
    assert {section.key for section in SECTIONS} <= screens

"""requirements.txt begins with exactly the packages that the app imports, and pins all that these need."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires

from packaging.requirements import Requirement

from tests.architecture.sources import ROOT, package_sources

OWN = {"analysis", "interface", "pages", "sample_data", "sharing"}
BROUGHT_ALONG = "# What these bring along"
IMPORTED_BY_OTHERS = {"plotly", "psycopg", "psycopg-binary"}
"""Streamlit draws charts with the first; SQLAlchemy imports the others for PostgreSQL."""

TESTED_ON = {
    "extra": "",
    "python_version": "3.11",
    "python_full_version": "3.11.0",
    "os_name": "posix",
    "platform_system": "Linux",
    "sys_platform": "linux",
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> set[str]:
    return {plain(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def imported_modules() -> Iterator[str]:
    trees = [source.tree for source in package_sources()]
    trees += [ast.parse((ROOT / name).read_text(encoding="utf-8")) for name in ("app.py", "asgi.py")]
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_first_packages_are_those_that_the_app_imports() -> None:
    first = (ROOT / "requirements.txt").read_text(encoding="utf-8").partition(BROUGHT_ALONG)[0]
    foreign = set(imported_modules()) - OWN - set(sys.stdlib_module_names)
    distributions = packages_distributions()
    imported = {plain(distributions[module][0]) for module in foreign}
    assert imported | IMPORTED_BY_OTHERS == pinned(first)


def needs(package: str) -> set[str]:
    """What it needs where the pins were tested, so that the answer is the same on every machine."""
    wanted = map(Requirement, requires(package) or ())
    return {plain(one.name) for one in wanted if one.marker is None or one.marker.evaluate(TESTED_ON)}


def test_every_package_that_another_needs_is_pinned_and_no_others() -> None:
    first, _, rest = (ROOT / "requirements.txt").read_text(encoding="utf-8").partition(BROUGHT_ALONG)
    needed = set().union(*(needs(package) for package in pinned(first) | pinned(rest)))
    assert needed - pinned(first) == pinned(rest)

"""The files of the project that the architecture tests look at."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("analysis", "sharing", "interface", "pages", "sample_data")
NOT_OURS = {".venv", ".git", "var", "node_modules", "__pycache__", "screenshots"}
TEXT_SUFFIXES = {".py", ".po", ".md", ".toml", ".txt", ".json", ".css", ".r", ".R", ".sps", ".sh", ".yml", ""}


@dataclass(frozen=True)
class Source:
    """A Python file of the project and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


def read_source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text))


def package_sources(*packages: str) -> list[Source]:
    """Every Python file of these packages; of all packages where none is named."""
    folders = [ROOT / package for package in packages or PACKAGES]
    return [read_source(path) for folder in folders for path in sorted(folder.rglob("*.py"))]


def tracked_text_files() -> list[Path]:
    """The text files of the repository; where this is no checkout, of the folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    names = listed.split("\0") if listed else [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*")]
    paths = [ROOT / name for name in names if name and not NOT_OURS.intersection(Path(name).parts)]
    return [path for path in paths if path.is_file() and path.suffix in TEXT_SUFFIXES]


def functions(source: Source) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [n for n in ast.walk(source.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

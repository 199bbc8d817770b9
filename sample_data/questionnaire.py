"""Simulated questionnaires: statements, the answers of imagined people, and the codebook that belongs to them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent
Row = list[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """One Likert item. `mean` is what people answer on average, before a reversed item is turned round."""

    code: str
    text: str
    dimension: str
    mean: float
    loading: float = 0.78
    reverse: bool = False

    @property
    def header(self) -> str:
        return f"{self.code}. {self.text}"


@dataclass(frozen=True, slots=True)
class StatementBlock:
    """The statements that measure one scale."""

    scale: str
    statements: tuple[Statement, ...]


def answer_block(
    block: StatementBlock,
    trait: NDArray[np.float64],
    words: Sequence[str],
    spread: float,
    random: np.random.Generator,
) -> list[Row]:
    """Answers in words, one row a person: a common-factor model rounded to the answer scale.

    `trait` has mean 0 and variance about 1; `spread` is the standard deviation of an answer before rounding.
    """
    points = len(words)
    rows: list[Row] = [[] for _ in trait]
    for statement in block.statements:
        own = random.standard_normal(trait.size) * np.sqrt(1 - statement.loading**2)
        numbers = np.rint(statement.mean + spread * (statement.loading * trait + own))
        numbers = np.clip(numbers, 1, points).astype(int)
        if statement.reverse:
            numbers = points + 1 - numbers
        for row, number in zip(rows, numbers, strict=True):
            row.append(words[number - 1])
    return rows


def answer_sheet(
    blocks: Sequence[StatementBlock],
    traits: Sequence[NDArray[np.float64]],
    words: Sequence[str],
    spread: float,
    random: np.random.Generator,
) -> list[Row]:
    """Answers to all blocks side by side, one row a person; `traits` has one array a block."""
    sheets = [
        answer_block(block, trait, words, spread, random) for block, trait in zip(blocks, traits, strict=True)
    ]
    return [list(chain.from_iterable(parts)) for parts in zip(*sheets, strict=True)]


def leave_unanswered(rows: list[Row], cells: int, random: np.random.Generator) -> None:
    """Empty so many cells, in place."""
    for position in random.choice(len(rows) * len(rows[0]), size=cells, replace=False):
        rows[position // len(rows[0])][position % len(rows[0])] = ""


def study_files(
    name: str,
    person_header: Sequence[str],
    people: Sequence[Row],
    blocks: Sequence[StatementBlock],
    answers: Sequence[Row],
    codebook: Mapping[str, Any],
) -> dict[str, bytes]:
    """A study's two committed files by name: its questionnaire and its codebook."""
    rows = [person + given for person, given in zip(people, answers, strict=True)]
    header = [*person_header, *(statement.header for block in blocks for statement in block.statements)]
    return {f"{name}.csv": csv_bytes(header, rows), f"{name}.codebook.json": json_bytes(codebook)}


def block_entries(block: StatementBlock, words: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Codebook entries of a block, by header."""
    answers = {word: number for number, word in enumerate(words, start=1)}
    return {
        statement.header: {
            "role": "item",
            "name": statement.code,
            "label": statement.text,
            "scale": block.scale,
            "dimension": statement.dimension,
            "points": [1, len(words)],
            "answers": answers,
            "reverse": statement.reverse,
        }
        for statement in block.statements
    }


def drawn(shares: Mapping[str, float], n: int, random: np.random.Generator) -> list[str]:
    """n categories drawn with the given shares."""
    return [str(category) for category in random.choice(list(shares), size=n, p=list(shares.values()))]


def csv_bytes(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 comma-separated text as Google Forms downloads it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue().encode("utf-8")


def json_bytes(codebook: Mapping[str, Any]) -> bytes:
    return (json.dumps(codebook, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def write(files: Mapping[str, bytes]) -> None:
    """Write the files of one study beside this module."""
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)

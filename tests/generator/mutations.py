"""Valid files with a few bits flipped, bytes replaced or their end cut off, from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.generator import containers as make
from tests.generator.survey import numbers, words


@dataclass(frozen=True, slots=True)
class Mutation:
    name: str
    file_name: str
    data: bytes


def valid_files() -> dict[str, bytes]:
    """Twelve files of all kinds by file name."""
    answers, sentences = numbers(), words()
    grid, text = answers.grid(), sentences.grid()
    labelled = {"X1": [1, 2, 3, 4, 5] * 6, "jk": [1, 2, 1] * 10, "nama": [f"n{i}" for i in range(30)]}
    return {
        "numbers.xlsx": make.xlsx(grid),
        "words.xlsx": make.xlsx(text),
        "sheets.xlsx": make.xlsx_sheets({"A": grid, "B": text, "C": grid}, hidden=["A"]),
        "raw.xlsx": make.package(make.raw_parts(make.cell_xml(grid))),
        "numbers.xls": make.xls(grid),
        "words.xls": make.xls(text),
        "numbers.ods": make.ods(grid),
        "words.ods": make.ods(text),
        "comma.csv": make.csv_bytes(grid),
        "semicolon.csv": make.csv_bytes(text, ";", "utf-8-sig"),
        "wide.txt": make.csv_bytes(text, "\t", "utf-16"),
        "labelled.sav": make.sav(
            labelled,
            column_labels={"X1": "Saya puas"},
            variable_value_labels={"jk": {1: "Laki-laki", 2: "Perempuan"}},
        ),
    }


def mutations(count: int, seed: int) -> Iterator[Mutation]:
    """`count` mutated files, taking the valid ones in turn."""
    dice = random.Random(seed)
    files = list(valid_files().items())
    for number in range(count):
        file_name, data = files[number % len(files)]
        kind = dice.choice(("flip", "flips", "cut", "replace", "repeat"))
        yield Mutation(f"{number} {kind} {file_name}", file_name, _mutated(data, kind, dice))


def _mutated(data: bytes, kind: str, dice: random.Random) -> bytes:
    changed = bytearray(data)
    place = dice.randrange(len(changed))
    if kind == "cut":
        return bytes(changed[:place])
    if kind == "repeat":
        return bytes(changed[:place] + changed[max(0, place - dice.randint(1, 500)) :])
    if kind == "replace":
        size = min(dice.randint(1, 64), len(changed) - place)
        changed[place : place + size] = dice.randbytes(size)
        return bytes(changed)
    for _ in range(1 if kind == "flip" else dice.randint(2, 40)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)

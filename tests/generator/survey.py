"""One small survey that every generated file carries, so that what was read can be checked."""

from __future__ import annotations

import random
from dataclasses import dataclass

from analysis.study.table import Cell

WORDS = ("Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju")
NAMES = ("Ayu", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Intan", "Joko")


@dataclass(frozen=True, slots=True)
class Survey:
    """Headers and one list of cells a respondent."""

    headers: list[str]
    rows: list[list[Cell]]

    def column(self, header: str) -> list[Cell]:
        place = self.headers.index(header)
        return [row[place] for row in self.rows]

    def grid(self) -> list[list[Cell]]:
        return [list(self.headers), *map(list, self.rows)]


def numbers(respondents: int = 30, items: int = 6, seed: int = 1) -> Survey:
    """Name, sex, age and items X1.1 ... answered 1 to 5."""
    dice = random.Random(seed)
    headers = ["Nama", "Jenis Kelamin", "Usia", *(f"X1.{i + 1}" for i in range(items))]
    rows: list[list[Cell]] = [
        [
            f"{NAMES[i % len(NAMES)]} {i}",
            dice.choice(("Laki-laki", "Perempuan")),
            dice.randint(18, 40),
            *(dice.randint(1, 5) for _ in range(items)),
        ]
        for i in range(respondents)
    ]
    return Survey(headers, rows)


def words(respondents: int = 30, items: int = 6, seed: int = 2) -> Survey:
    """As Google Forms exports it: timestamp, e-mail, sentences answered in words."""
    dice = random.Random(seed)
    headers = ["Timestamp", "Email Address"]
    headers += [f"Saya merasa puas dengan layanan toko nomor {i + 1}" for i in range(items)]
    rows: list[list[Cell]] = [
        [
            f"2026/05/{i % 28 + 1:02d} {dice.randint(8, 20)}:{dice.randint(10, 59)}:00 GMT+7",
            f"responden{i}@contoh.id",
            *(dice.choice(WORDS) for _ in range(items)),
        ]
        for i in range(respondents)
    ]
    return Survey(headers, rows)

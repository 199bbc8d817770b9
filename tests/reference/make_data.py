"""Make the simulated questionnaires on which other programs printed the reference figures.

Run it as `python -m tests.reference.make_data`; the csv files in data/ are committed, and a test
checks that this script still makes them. An empty cell is a missing answer. Items are stored as
answered: REVERSED names those that must be reversed from the declared points.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class SimulatedScale:
    """Items that measure one construct; `loadings` carry a minus sign where an item is reversed."""

    name: str
    loadings: tuple[float, ...]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(f"{self.name}{j}" for j in range(1, len(self.loadings) + 1))


RETAIL_SCALES = (
    SimulatedScale("CS", (0.75, 0.7, -0.6, 0.65, 0.8)),
    SimulatedScale("LP", (0.7, 0.55, 0.75, 0.6)),
    SimulatedScale("CB", (0.8, 0.7, 0.6, -0.65)),
    SimulatedScale("LO", (0.75, 0.8, 0.7, 0.6)),
)
SLEEP_SCALES = (
    SimulatedScale("SQ", (0.8, 0.75, 0.7, 0.65, -0.7, 0.6)),
    SimulatedScale("ST", (0.7, 0.7, -0.75, 0.6)),
    SimulatedScale("FO", (0.85, 0.8, 0.75)),
)
REVERSED = {"retail": ("CS3", "CB4"), "sleep": ("SQ5", "ST3")}
AGES = ("17-22", "23-28", "29-34", ">34")
FREQUENCIES = ("1", "2-3", "4-5", ">5")


def answers(
    factor: np.ndarray, scale: SimulatedScale, points: int, random: np.random.Generator
) -> np.ndarray:
    """(n, k) whole answers 1..points that load on the factor as the scale says."""
    loadings = np.array(scale.loadings)
    noise = random.standard_normal((factor.size, loadings.size)) * np.sqrt(1 - loadings**2)
    latent = factor[:, None] * loadings + noise
    middle = (points + 1) / 2 + 0.3 * np.sign(loadings)
    return np.clip(np.rint(middle + latent * points / 5), 1, points).astype(int)


def with_missing(cells: np.ndarray, missing: int, random: np.random.Generator) -> list[list[object]]:
    """The answers as cells, some of them emptied."""
    rows: list[list[object]] = [[int(value) for value in row] for row in cells]
    for position in random.choice(cells.size, size=missing, replace=False):
        rows[position // cells.shape[1]][position % cells.shape[1]] = ""
    return rows


def retail() -> tuple[list[str], list[list[object]]]:
    """207 shoppers: 17 items on 5 points, member or not, age and frequency of four levels, age in years."""
    random = np.random.default_rng(20241)
    n = 207
    member = random.random(n) < 0.6
    service, program, community = random.standard_normal((3, n))
    program = 0.5 * service + np.sqrt(0.75) * program
    community = 0.3 * service + 0.3 * program + 0.8 * community
    loyalty = 0.4 * service + 0.3 * program + 0.15 * community + 0.35 * member - 0.2
    loyalty = loyalty + 0.6 * random.standard_normal(n)
    factors = (service, program, community, loyalty)
    cells = np.hstack([answers(f, s, 5, random) for f, s in zip(factors, RETAIL_SCALES, strict=True)])
    rows = with_missing(cells, 9, random)
    years = np.clip(np.rint(17 + random.gamma(2.0, 5.0, n)), 15, 60).astype(int)
    age = np.digitize(years, [23, 29, 35])
    frequency = np.clip(np.rint(1.4 + 0.6 * loyalty + random.standard_normal(n)), 0, 3).astype(int)
    header = ["id", "member", "age", "years", "frequency"]
    header += [item for scale in RETAIL_SCALES for item in scale.items]
    return header, [
        [i + 1, "yes" if member[i] else "no", AGES[age[i]], int(years[i]), FREQUENCIES[frequency[i]], *row]
        for i, row in enumerate(rows)
    ]


def sleep() -> tuple[list[str], list[list[object]]]:
    """150 people: 13 items on 7 points about sleep, stress and focus; no group."""
    random = np.random.default_rng(20242)
    n = 150
    quality, stress, focus = random.standard_normal((3, n))
    stress = -0.4 * quality + np.sqrt(0.84) * stress
    focus = 0.45 * quality - 0.3 * stress + 0.75 * focus
    factors = (quality, stress, focus)
    cells = np.hstack([answers(f, s, 7, random) for f, s in zip(factors, SLEEP_SCALES, strict=True)])
    rows = with_missing(cells, 6, random)
    header = ["id"] + [item for scale in SLEEP_SCALES for item in scale.items]
    return header, [[i + 1, *row] for i, row in enumerate(rows)]


def write(folder: Path) -> None:
    """Write retail.csv and sleep.csv into the folder."""
    for name, (header, rows) in {"retail": retail(), "sleep": sleep()}.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    write(DATA)

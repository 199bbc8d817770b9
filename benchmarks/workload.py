"""The one workload that all engines of benchmarks.statistics compute, and the script that makes its data.

Item-total correlations, alpha and alpha if deleted of four scales; the regression of the fourth scale on
the others with VIF, Durbin-Watson and Breusch-Pagan; Levene's test and both t tests of the fourth scale
between two groups.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

SCALES = {"A": range(8), "B": range(8, 16), "C": range(16, 23), "D": range(23, 30)}
"""Scale -> positions of its items."""

PREDICTORS = ("A", "B", "C")
OUTCOME = "D"
ITEMS = 30
BLOCK = 100_000


def make_data(n: int, folder: Path, seed: int = 1) -> Path:
    """Write n simulated respondents as bytes, column after column: 30 answers 1 to 5, then the group 0 or 1.

    The scales share a common factor, and members of group 1 score a little higher on the fourth.
    """
    random = np.random.default_rng(seed)
    columns = np.empty((ITEMS + 1, n), dtype=np.int8)
    for start in range(0, n, BLOCK):
        size = min(BLOCK, n - start)
        group = random.integers(0, 2, size)
        common = random.standard_normal(size)
        for scale, positions in SCALES.items():
            factor = 0.6 * common + 0.8 * random.standard_normal(size)
            factor += 0.2 * group * (scale == OUTCOME)
            for position in positions:
                answer = 3 + 0.8 * factor + 0.8 * random.standard_normal(size)
                columns[position, start : start + size] = np.clip(np.rint(answer), 1, 5)
        columns[ITEMS, start : start + size] = group
    path = folder / f"answers_{n}.bin"
    columns.tofile(path)
    return path


def read_data(path: Path) -> np.ndarray:
    """(n, 31) int8: the answers, then the group."""
    return np.fromfile(path, dtype=np.int8).reshape(ITEMS + 1, -1).T


def write_text(path: Path) -> Path:
    """The same data as comma-separated text, for PSPP."""
    text = path.with_suffix(".csv")
    values = read_data(path)
    with text.open("wb") as file:
        for start in range(0, len(values), BLOCK):
            block = values[start : start + BLOCK]
            # Every value is one digit, so a line is digits and commas of fixed width.
            line = np.full((len(block), 2 * (ITEMS + 1)), ord(","), dtype=np.uint8)
            line[:, ::2] = block + ord("0")
            line[:, -1] = ord("\n")
            file.write(line.tobytes())
    return text


if __name__ == "__main__":
    write_text(make_data(int(sys.argv[1]), Path(sys.argv[2])))

"""Compare our figures with a folder of figures from other programs.

    python -m tests.reference.check_oracle FOLDER

FOLDER holds datasets/, spec/ and expected/. Prints, for each data set and statistic, how many figures
were compared and the worst relative difference; exits 1 when one is beyond its tolerance.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.reference import oracle_instrument, oracle_regression
from tests.reference.instrument_figures import difference
from tests.reference.oracle_instrument import Comparison

SOURCES = (oracle_instrument, oracle_regression)
"""Modules whose comparisons(folder) yields Comparison values, one per family of statistics."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    groups: defaultdict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for comparison in all_comparisons(folder):
        groups[comparison.dataset, comparison.statistic].append(comparison)
    beyond = [line for key, group in groups.items() for line in _report(key, group)]
    for line in beyond:
        print(line)
    print(f"{sum(map(len, groups.values()))} figures, {len(beyond)} beyond their tolerance")
    return 1 if beyond else 0


def all_comparisons(folder: Path) -> Iterator[Comparison]:
    for source in SOURCES:
        yield from source.comparisons(folder)


def _report(key: tuple[str, str], group: list[Comparison]) -> Iterator[str]:
    """Print one line for the group; yield a line for each figure beyond its tolerance."""
    worst = max(group, key=lambda each: difference(each.ours, each.expected))
    found = difference(worst.ours, worst.expected)
    print(f"{key[0]:16} {key[1]:28} {len(group):5d}  {found:9.1e}  {worst.where}")
    for each in group:
        if difference(each.ours, each.expected) > each.tolerance:
            yield f"BEYOND {each}"


if __name__ == "__main__":
    raise SystemExit(main())

"""How an engine written in Python measures itself and prints what it found."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path


def resident_mb() -> float:
    """Memory of this process in MB (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def measure(
    load: Callable[[], object], compute: Callable[..., Mapping[str, float]], repetitions: int
) -> None:
    """Load once, compute several times, print all times and the figures."""
    print("baseline_mb", resident_mb())
    data = load()
    figures: Mapping[str, float] = {}
    for _ in range(repetitions):
        start = time.perf_counter()
        figures = compute(data)
        print("seconds", time.perf_counter() - start)
    for name, value in figures.items():
        print(f"figure.{name}", repr(float(value)))

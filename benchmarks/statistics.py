"""Angket beside R, PSPP, and pingouin with statsmodels on one workload (benchmarks/workload.py).

    python -m benchmarks.statistics [--sizes 207 100000 1000000] [--repetitions 5]

Compute time is taken inside each process, data loaded and libraries imported; PSPP's is the time of the whole
process less that of one which only reads. Every engine runs alone. An engine that is not installed is named and
left out; one that finds other figures than Angket is reported.
"""

from __future__ import annotations

import argparse
import math
import shutil
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.engines import pspp
from benchmarks.processes import ROOT, Failed, python, run

SMALL = 10_000
"""Up to this many respondents a run is short, and repeated more often."""

AGREEMENT = 1e-6


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine at one size. Memory in MB, time in seconds; `above_imports` is None where unknown."""

    engine: str
    n: int
    compute: float
    process: float
    peak: float
    above_imports: float | None
    figures: dict[str, float]


def main() -> None:
    options = arguments()
    for sentence in missing_engines():
        print(sentence)
    print(heading())
    with tempfile.TemporaryDirectory() as folder:
        for n in options.sizes:
            run(python("benchmarks.workload", str(n), folder))
            data = Path(folder) / f"answers_{n}.bin"
            repetitions = 5 * options.repetitions if n <= SMALL else options.repetitions
            for measured in measure_all(data, n, repetitions):
                print(row(measured), flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[207, 100_000, 1_000_000])
    parser.add_argument("--repetitions", type=int, default=5)
    return parser.parse_args()


def missing_engines() -> list[str]:
    sentences = []
    if shutil.which("Rscript") is None:
        sentences.append("R is left out: install R with the packages psych, car and lmtest.")
    if shutil.which("pspp") is None:
        sentences.append("PSPP is left out: install pspp.")
    if find_spec("pingouin") is None:
        sentences.append("pingouin with statsmodels is left out: pip install pingouin (GPL, not required).")
    return sentences


def measure_all(data: Path, n: int, repetitions: int) -> list[Measured]:
    """Every engine that is installed, Angket first; the others' figures are compared with its own."""
    found = [in_process("Angket", python("benchmarks.engines.angket"), data, n, repetitions)]
    if shutil.which("Rscript"):
        script = str(ROOT / "benchmarks" / "engines" / "workload.R")
        found.append(in_process("R", ["Rscript", "--vanilla", script], data, n, repetitions))
    if find_spec("pingouin"):
        command = python("benchmarks.engines.pingouin_statsmodels")
        found.append(in_process("pingouin + statsmodels", command, data, n, repetitions))
    if shutil.which("pspp"):
        found.append(by_pspp(data, n, 3 if n <= SMALL else 1))
    for other in found[1:]:
        report_disagreement(found[0], other)
    return found


def in_process(engine: str, command: list[str], data: Path, n: int, repetitions: int) -> Measured:
    """An engine that times itself; the whole process is timed again with one repetition."""
    several = run([*command, str(data), str(repetitions)])
    once = run([*command, str(data), "1"])
    lines = [line.split() for line in several.output.splitlines() if len(line.split()) == 2]
    values = {name.removeprefix("figure."): float(value) for name, value in lines if name.startswith("fig")}
    baseline = next(float(value) for name, value in lines if name == "baseline_mb")
    return Measured(
        engine,
        n,
        median(float(value) for name, value in lines if name == "seconds"),
        once.seconds,
        several.peak_mb,
        several.peak_mb - baseline,
        values,
    )


def by_pspp(data: Path, n: int, repetitions: int) -> Measured:
    text = data.with_suffix(".csv")
    runs = {}
    for name, syntax in (("reading", pspp.reading(text)), ("workload", pspp.workload(text))):
        program = text.with_name(f"{name}.sps")
        program.write_text(syntax, encoding="ascii")
        runs[name] = [run(["pspp", "-o", "-", str(program)]) for _ in range(repetitions)]
    whole = median(each.seconds for each in runs["workload"])
    compute = whole - median(each.seconds for each in runs["reading"])
    return Measured("PSPP", n, compute, whole, max(each.peak_mb for each in runs["workload"]), None, {})


def report_disagreement(ours: Measured, other: Measured) -> None:
    for name, value in other.figures.items():
        # Which group comes first is an engine's own choice, and so is the sign of t.
        if not math.isclose(abs(value), abs(ours.figures[name]), rel_tol=AGREEMENT):
            print(f"{other.engine} finds {name} = {value!r} where Angket finds {ours.figures[name]!r}.")


def heading() -> str:
    columns = ("n", "engine", "compute s", "whole process s", "peak MB", "above imports MB")
    return f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}"


def row(measured: Measured) -> str:
    above = "" if measured.above_imports is None else f"{measured.above_imports:,.0f}"
    cells = (
        f"{measured.n:,}",
        measured.engine,
        f"{measured.compute:.4f}",
        f"{measured.process:.2f}",
        f"{measured.peak:,.0f}",
        above,
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        raise SystemExit(str(failure)) from None

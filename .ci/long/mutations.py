"""Two thousand damaged files and every hostile one through the reader; prints counts, worst time and memory.

    python .ci/long/mutations.py [COUNT]

Exits with 1 when anything but a reading or a refusal with a sentence came out.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from analysis.study.notice import UnusableInput  # noqa: E402
from analysis.study.reading.reader import read_table  # noqa: E402
from tests.generator.sentences import reading_sentence  # noqa: E402

MEGABYTE = 1024 * 1024
SEED = 20_260_522
# Linux counts resident memory in kilobytes, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
# Made in a process of its own: bombs are large before they are packed, and a process counts the
# memory of its children.
GENERATE = """
import sys
from pathlib import Path
from tests.generator.hostile import hostile_files
from tests.generator.mutations import mutations

folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for series, files in (("damaged", mutations(count, seed)), ("hostile", hostile_files())):
    for number, file in enumerate(files):
        place = folder / series / f"{number:05}"
        place.mkdir(parents=True)
        (place / "name").write_text(f"{file.name}\\n{file.file_name}", encoding="utf-8")
        (place / "data").write_bytes(file.data)
"""


@dataclass(slots=True)
class Tally:
    """What came out of a series of files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    slowest: str = ""


def run(places: Iterable[Path]) -> Tally:
    tally = Tally()
    for place in places:
        name, file_name = (place / "name").read_text(encoding="utf-8").split("\n")
        data = (place / "data").read_bytes()
        started = time.monotonic()
        outcome = one(name, file_name, data, tally)
        elapsed = time.monotonic() - started
        if elapsed > max(tally.seconds, default=0.0):
            tally.slowest = name
        tally.seconds.append(elapsed)
        tally.outcomes[outcome] += 1
    return tally


def one(name: str, file_name: str, data: bytes, tally: Tally) -> str:
    try:
        read_table(data, file_name)
    except UnusableInput as refusal:
        reading_sentence(refusal.code, refusal.details)
        return refusal.code
    except Exception:  # noqa: BLE001 - the very thing that is counted
        tally.failures.append(f"{name}\n{traceback.format_exc()}")
        return "uncaught"
    return "read"


def report(title: str, tally: Tally) -> None:
    worst = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * MEMORY_UNIT / MEGABYTE
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT / MEGABYTE
    middle = sorted(tally.seconds)[len(tally.seconds) // 2]
    print(f"{title}: {len(tally.seconds)} files")
    for outcome, count in tally.outcomes.most_common():
        print(f"  {count:6} {outcome}")
    print(f"  median {middle:.2f} s, worst {max(tally.seconds):.2f} s ({tally.slowest})")
    print(f"  largest reading process {worst:.0f} MB, this process {own:.0f} MB", flush=True)
    for failure in tally.failures:
        print(failure)


def read_all(folder: Path) -> int:
    """Read every generated file; in a process whose only children are reading processes."""
    failed = False
    for series in ("damaged", "hostile"):
        tally = run(sorted((folder / series).iterdir()))
        report(f"{series.capitalize()} files", tally)
        failed = failed or bool(tally.failures)
    return int(failed)


def main() -> int:
    if sys.argv[1:2] == ["--read"]:
        return read_all(Path(sys.argv[2]))
    count = sys.argv[1] if len(sys.argv) > 1 else "2000"
    generate = [sys.executable, "-c", GENERATE]
    read = [sys.executable, __file__, "--read"]
    with TemporaryDirectory() as folder:
        subprocess.run([*generate, folder, count, str(SEED)], cwd=PROJECT, check=True)  # noqa: S603 - our own code
        return subprocess.run([*read, folder], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())

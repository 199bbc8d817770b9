"""Two thousand damaged files and every hostile one through the reader; prints counts, worst time and memory.

    python .ci/long/mutations.py [COUNT]

Exits with 1 when anything but a reading or a refusal with a sentence came out.
"""

from __future__ import annotations

import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.study.notice import UnusableInput
from analysis.study.reading.reader import read_table
from tests.generator.hostile import hostile_files
from tests.generator.mutations import mutations
from tests.generator.sentences import reading_sentence

MEGABYTE = 1024 * 1024
SEED = 20_260_522


@dataclass(slots=True)
class Tally:
    """What came out of a series of files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    slowest: str = ""


def run(files: Iterable[tuple[str, str, bytes]]) -> Tally:
    tally = Tally()
    for name, file_name, data in files:
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
    # Linux counts resident memory in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    worst = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit / MEGABYTE
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE
    middle = sorted(tally.seconds)[len(tally.seconds) // 2]
    print(f"{title}: {len(tally.seconds)} files")
    for outcome, count in tally.outcomes.most_common():
        print(f"  {count:6} {outcome}")
    print(f"  median {middle:.2f} s, worst {max(tally.seconds):.2f} s ({tally.slowest})")
    print(f"  largest reading process so far {worst:.0f} MB, this process {own:.0f} MB")
    for failure in tally.failures:
        print(failure)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    damaged = run((file.name, file.file_name, file.data) for file in mutations(count, SEED))
    report("Damaged files", damaged)
    hostile = run((file.name, file.file_name, file.data) for file in hostile_files())
    report("Hostile files", hostile)
    return 1 if damaged.failures or hostile.failures else 0


if __name__ == "__main__":
    sys.exit(main())

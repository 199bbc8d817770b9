"""Angket's screens beside bare Streamlit pages with the same tables and charts, in a real browser.

    python -m benchmarks.screens [--repetitions 3] [--screens regression comparison ...] [--tables grid|static]

For each screen of the retail sample: first open on a server just started; first open of the screen on a server
whose Home somebody has seen; a run of the open screen again with everything known. The bare page
(benchmarks/bare_page.py) is given the texts of the same tables and the data of the same charts, taken from
Angket's own screen. Then the way of a file of 300 rows to its preview, and the chapter's way to Word.
Medians of the repetitions, in seconds; both pages in turn, on one machine, in one run.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, FilePayload, Page

from benchmarks.browser import (
    Content,
    answer_and_time,
    chromium,
    harvest,
    new_page,
    open_and_time,
    rerun_and_time,
    upload_and_time,
    wait_until_quiet,
)
from benchmarks.processes import ROOT
from benchmarks.server import APP, BARE_PAGE, fresh_server
from interface.navigation import SCREENS

SAMPLE = "retail"
RERUNS = 15
SETTLING = 12.0
"""Seconds in which a server imports in the background what later screens need."""
ROWS = 300


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of one visit: on a cold server, first on a warm one, run again."""

    cold: float
    first: float
    again: float


@dataclass(frozen=True, slots=True)
class Site:
    """One of the two pages: its script, its environment, the addresses of a screen and of a start, and the
    seconds after the start during which the server imports what later screens need."""

    script: Path
    environment: dict[str, str]
    address: str
    start: str
    settling: float

    def visit(self, browser: Browser, screen: str, expected: Content) -> Times:
        """The three times of a screen, each on servers of its own."""
        with fresh_server(self.script, **self.environment) as url:
            cold = self._open(browser, url, screen, expected)
        with fresh_server(self.script, **self.environment) as url:
            start = new_page(browser)
            start.goto(url + self.start)
            wait_until_quiet(start)
            time.sleep(self.settling)
            first = self._open(browser, url, screen, expected)
            again = self._run_again(browser, url, screen, expected)
        return Times(cold, first, again)

    def _open(self, browser: Browser, url: str, screen: str, expected: Content) -> float:
        page = new_page(browser)
        seconds = open_and_time(page, url + self.address.format(screen=screen), expected)
        page.context.close()
        return seconds

    def _run_again(self, browser: Browser, url: str, screen: str, expected: Content) -> float:
        page = new_page(browser)
        open_and_time(page, url + self.address.format(screen=screen), expected)
        wait_until_quiet(page)
        rerun_and_time(page)
        seconds = median(rerun_and_time(page) for _ in range(RERUNS))
        page.context.close()
        return seconds


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        contents = collect_contents(browser, Path(folder), options.screens)
        angket = Site(APP, {}, f"/{{screen}}?demo={SAMPLE}&lang=en", "/?lang=en", settling=SETTLING)
        surroundings = {"BARE_CONTENTS": folder, "BARE_TABLES": options.tables}
        bare = Site(BARE_PAGE, surroundings, "/?screen={screen}", "/", settling=0)
        print(heading())
        for screen, content in contents.items():
            visits = [
                (angket.visit(browser, screen, content), bare.visit(browser, screen, content))
                for _ in range(options.repetitions)
            ]
            print(
                row(screen, content, [ours for ours, _ in visits], [other for _, other in visits]), flush=True
            )
        print()
        for sentence in journey(browser, options.repetitions):
            print(sentence)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    names = [screen.key for screen in SCREENS]
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--screens", nargs="*", default=names, choices=names)
    parser.add_argument("--tables", choices=("grid", "static"), default="grid", help="of the bare page")
    return parser.parse_args()


def collect_contents(browser: Browser, folder: Path, screens: list[str]) -> dict[str, Content]:
    """What each screen shows when it stands still, kept in `folder` for the bare page."""
    contents = {}
    with fresh_server(APP) as url:
        page = new_page(browser)
        for screen in screens:
            page.goto(f"{url}/{screen}?demo={SAMPLE}&lang=en")
            wait_until_quiet(page)
            found = harvest(page)
            grids = [editor_rows()] * found["grids"]
            found["tables"] += grids
            (folder / f"{screen}.json").write_text(json.dumps(found), encoding="utf-8")
            contents[screen] = Content(len(found["tables"]), len(found["figures"]))
    return contents


def editor_rows() -> list[list[str]]:
    """A grid of the size of the Data screen's editor, whose canvas has no text to read."""
    codebook = json.loads((ROOT / "sample_data" / f"{SAMPLE}.codebook.json").read_text(encoding="utf-8"))
    return [[header, *map(str, entry.values())] for header, entry in codebook["columns"].items()]


def journey(browser: Browser, repetitions: int) -> Iterator[str]:
    """Each on servers just started, but for the preview that is told apart."""
    previews = [list(preview_times(browser)) for _ in range(repetitions)]
    first, later = (median(times) for times in zip(*previews, strict=True))
    yield f"Upload of {ROWS} rows to preview: on a server just started {first:.2f} s, later {later:.2f} s."
    for screen in ("home", "report"):
        answered = median(answer_time(browser, screen) for _ in range(repetitions))
        yield f"Cold {screen} until its conclusion, which needs the whole chapter: {answered:.2f} s."
    words = [word_times(browser) for _ in range(repetitions)]
    made, kept = (median(times) for times in zip(*words, strict=True))
    yield f"Click on Word to the finished file: {made:.2f} s, once more {kept:.2f} s."


def answer_time(browser: Browser, screen: str) -> float:
    with fresh_server(APP) as url:
        page = new_page(browser)
        seconds = answer_and_time(page, f"{url}/{screen}?demo={SAMPLE}&lang=en")
        page.context.close()
        return seconds


def preview_times(browser: Browser) -> Iterator[float]:
    """Of the first file given to a server, and of another once it has imported all that it needs."""
    with fresh_server(APP) as url:
        for settling in (SETTLING, 0):
            page = new_page(browser)
            page.goto(f"{url}/data?lang=en")
            wait_until_quiet(page)
            table = questionnaire(random.getrandbits(32))
            yield upload_and_time(page, FilePayload(name="answers.csv", mimeType="text/csv", buffer=table))
            page.context.close()
            time.sleep(settling)


def word_times(browser: Browser) -> tuple[float, float]:
    """Seconds of the first and of the second click."""
    with fresh_server(APP) as url:
        page = new_page(browser)
        page.goto(f"{url}/report?demo={SAMPLE}&lang=en")
        wait_until_quiet(page)
        time.sleep(SETTLING)
        return click_on_word(page), click_on_word(page)


def click_on_word(page: Page) -> float:
    start = time.perf_counter()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word (.docx)").click()
    download.value.path()
    return time.perf_counter() - start


def questionnaire(seed: int) -> bytes:
    """The sample's columns with 300 rows drawn from it, so that nothing of it is known to the server."""
    with (ROOT / "sample_data" / f"{SAMPLE}.csv").open(newline="", encoding="utf-8-sig") as file:
        header, *rows = list(csv.reader(file))
    text = io.StringIO()
    csv.writer(text).writerows([header, *random.Random(seed).choices(rows, k=ROWS)])
    return text.getvalue().encode()


def heading() -> str:
    columns: tuple[str, ...] = ("screen", "tables", "charts")
    columns += tuple(
        f"{kind}: {page}" for kind in ("cold", "first", "again") for page in ("Angket", "bare", "ratio")
    )
    return f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}"


def row(screen: str, content: Content, ours: list[Times], bare: list[Times]) -> str:
    cells = [screen, str(content.tables), str(content.figures)]
    for kind in ("cold", "first", "again"):
        angket_s, bare_s = (median(getattr(times, kind) for times in visits) for visits in (ours, bare))
        cells += [f"{angket_s:.2f}", f"{bare_s:.2f}", f"{angket_s / bare_s:.2f}"]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()

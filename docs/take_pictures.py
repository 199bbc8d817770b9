"""Take the README's pictures from the running app: python -m docs.take_pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import chromium, wait_until_quiet
from benchmarks.server import APP, fresh_server

FOLDER = Path(__file__).with_name("pictures")


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen at a window size in pixels."""

    name: str
    address: str
    width: int = 1366
    height: int = 900


PICTURES = (
    Picture("instrument", "/instrument?demo=retail&lang=id"),
    Picture("comparison", "/comparison?demo=retail&lang=id", height=1000),
    Picture("regression", "/regression?demo=retail&lang=en"),
    Picture("phone", "/loyalty_map?demo=retail&lang=id", width=390, height=844),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with fresh_server(APP) as url, chromium() as browser:
        for picture in PICTURES:
            size = {"width": picture.width, "height": picture.height}
            page = browser.new_page(viewport=size, color_scheme="light")  # type: ignore[arg-type]
            page.set_default_timeout(120_000)
            page.goto(url + picture.address)
            wait_until_quiet(page)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=FOLDER / f"{picture.name}.png")
            page.close()


if __name__ == "__main__":
    main()

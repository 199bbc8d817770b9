"""Set everything up and run Angket, or its tests, with nothing but Python 3.11 to 3.13.

    python3 start.py app  [options of `streamlit run`]     install what is needed, then start the app
    python3 start.py test [options of pytest]              install what is needed, then run every check

The first run makes the folder .venv beside this file; it is made again when the requirements change.
The tests also need Chromium, Chrome or Edge: the one that ANGKET_CHROMIUM names, else one found on the
system, else Debian's package when this runs as root.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
STAMP = ENVIRONMENT / "angket-requirements.json"
REQUIREMENTS = {"app": ("requirements.txt",), "test": ("requirements.txt", "requirements-dev.txt")}
SUPPORTED = ((3, 13), (3, 12), (3, 11))
WINDOWS = platform.system() == "Windows"
BROWSER_COMMANDS = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_BROWSERS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# The quick layers share the two cores; the browser layer keeps them for the app and for Chromium.
LAYERS = (
    ("Checks without a browser", ("-m", "not browser and not screenshots and not long", "-n", "2")),
    ("Checks in Chromium", ("-m", "(browser or screenshots) and not long")),
)


class CannotStart(Exception):
    """Why set-up stops, as a sentence with the next step."""


def say(text: str) -> None:
    print(text, flush=True)


def output_of(command: list[str]) -> str:
    """What a command prints, or "" where it does not run."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def find_python() -> str:
    """The interpreter to build the environment from: this one when it fits, else one found by name."""
    if sys.version_info[:2] in SUPPORTED:
        # Inside an environment, the Python it was made from: the environment may be about to be replaced.
        return str(getattr(sys, "_base_executable", None) or sys.executable)
    for major, minor in SUPPORTED:
        launcher = ["py", f"-{major}.{minor}"] if WINDOWS else [f"python{major}.{minor}"]
        found = output_of([*launcher, "-c", "import sys; print(sys.executable)"])
        if found:
            return found
    raise CannotStart(
        f"Angket needs Python 3.11, 3.12 or 3.13, and this is {platform.python_version()}. "
        "Install one of them (python.org, or your system's packages) and run the same line again."
    )


def is_debian_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian_packages(*packages: str) -> None:
    say(f"Installing {', '.join(packages)} from the system's packages ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        code = subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if code:
            raise CannotStart(f"`{' '.join(command)}` failed: see above, then run the same line again.")


def ensure_venv_module(python: str) -> None:
    """Debian ships Python without the part that makes environments."""
    probe = [python, "-c", "import ensurepip, venv; print('ready')"]
    if output_of(probe):
        return
    version = output_of([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    package = f"python{version}-venv"
    if is_debian_root():
        install_debian_packages(package)
    if not output_of(probe):
        raise CannotStart(
            f"This Python {version} cannot make virtual environments. On Debian or Ubuntu run "
            f"`sudo apt-get install {package}`, elsewhere install Python from python.org; "
            "then run the same line again."
        )


def environment_python() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")


def fingerprints(task: str) -> dict[str, str]:
    """SHA-256 of every requirements file that the task installs."""
    return {name: hashlib.sha256((HERE / name).read_bytes()).hexdigest() for name in REQUIREMENTS[task]}


def installed_fingerprints() -> dict[str, str]:
    """What the environment was made from; empty where there is none, or set-up was interrupted."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and environment_python().exists() else {}


def ensure_environment(task: str) -> None:
    """Make or complete .venv; afterwards it holds exactly what the requirements files say."""
    wanted, installed = fingerprints(task), installed_fingerprints()
    current = fingerprints("test")
    outdated = not installed or any(current.get(name) != digest for name, digest in installed.items())
    if not outdated and wanted.items() <= installed.items():
        return
    if outdated:
        make_environment()
    say("Installing what Angket needs (a few minutes, only the first time) ...")
    files = [argument for name in wanted for argument in ("-r", str(HERE / name))]
    pip = [str(environment_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if subprocess.call([*pip, "-q", *files], env=child_environment(), stdin=subprocess.DEVNULL):
        raise CannotStart(
            "The packages could not be installed. Check the internet connection and the free disk space "
            "(about 1 GB), then run the same line again."
        )
    STAMP.write_text(json.dumps(wanted, indent=1), encoding="utf-8")


def make_environment() -> None:
    python = find_python()
    ensure_venv_module(python)
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    say(f"Making the environment {ENVIRONMENT.name} ...")
    if subprocess.call([python, "-m", "venv", str(ENVIRONMENT)], env=child_environment()):
        raise CannotStart(f"The folder {ENVIRONMENT} could not be made. Check that this folder is writable.")


def child_environment(**more: str) -> dict[str, str]:
    """The surroundings without settings that would leak other packages into the environment."""
    leaking = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET"}
    return {**{name: value for name, value in os.environ.items() if name not in leaking}, **more}


def browser_candidates() -> list[str]:
    """Where Chromium, Chrome or Edge may be, the likeliest first."""
    candidates = [path for path in (shutil.which(name) for name in BROWSER_COMMANDS) if path]
    candidates += [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC_BROWSERS]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        folder = os.environ.get(variable)
        if folder:
            candidates += [str(Path(folder) / path) for path in WINDOWS_BROWSERS]
    return [path for path in candidates if Path(path).is_file()]


def works(browser: str) -> bool:
    """Some systems ship a command that only says how to install the browser; asked on Windows it opens."""
    return WINDOWS or bool(output_of([browser, "--version"]))


def find_chromium() -> str:
    named = os.environ.get("ANGKET_CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise CannotStart(f"ANGKET_CHROMIUM names {named}, which does not exist. Correct or unset it.")
        return named
    found = next(filter(works, browser_candidates()), None)
    if found is None and is_debian_root():
        install_debian_packages("chromium")
        found = next(filter(works, browser_candidates()), None)
    if found is None:
        raise CannotStart(
            "The tests need Chromium, Google Chrome or Microsoft Edge, and none was found. Install one "
            "(Debian: `sudo apt-get install chromium`; other systems: google.com/chrome), or set "
            "ANGKET_CHROMIUM to the program, then run the same line again."
        )
    return found


def run_app(options: list[str]) -> int:
    ensure_environment("app")
    command = [str(environment_python()), "-m", "interface", "run", str(HERE / "app.py")]
    return subprocess.call([*command, *options], cwd=HERE, env=child_environment())


def run_tests(options: list[str]) -> int:
    ensure_environment("test")
    environment = child_environment(ANGKET_CHROMIUM=find_chromium())
    layers = (("Chosen checks", tuple(options)),) if options else LAYERS
    with tempfile.TemporaryDirectory() as folder:
        reports = []
        codes = []
        for number, (title, arguments) in enumerate(layers):
            say(f"== {title}")
            report = Path(folder) / f"{number}.xml"
            pytest = [str(environment_python()), "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
            codes.append(subprocess.call(pytest, cwd=HERE, env=environment, stdin=subprocess.DEVNULL))
            reports.append(report)
        return verdict(codes, reports)


def verdict(codes: list[int], reports: list[Path]) -> int:
    """One line for all layers. Where CI is set, a skipped check counts as a failed one."""
    total = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for report in reports:
        suites = ElementTree.parse(report).iter("testsuite") if report.is_file() else ()  # noqa: S314 our own file
        for suite in suites:
            for count in total:
                total[count] += int(suite.get(count, "0"))
    failed, skipped = total["failures"] + total["errors"], total["skipped"]
    say(f"{total['tests'] - failed - skipped} passed, {failed} failed, {skipped} skipped")
    if skipped and os.environ.get("CI"):
        say("A skipped check is a failure here: see the reasons above.")
        return 1
    return next((code for code in codes if code), 0)


TASKS = {"app": run_app, "test": run_tests}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in TASKS:
        say(__doc__ or "")
        return 2
    try:
        return TASKS[arguments[0]](arguments[1:])
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

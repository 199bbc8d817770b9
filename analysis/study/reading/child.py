"""What runs inside the reading process: bounds set, doors shut, one file parsed, one answer written.

Started as `python -I -S -c BOOTSTRAP`; reads one JSON line and the file's bytes from standard
input and answers on standard output. Nothing here is called in the application's own process.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from analysis.study.notice import UnusableInput
from analysis.study.reading import wire

REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.truncate",
    "shutil.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "winreg.",
    "sqlite3.",
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def main() -> None:
    """Read one request from standard input, answer on standard output, within the bounds it states."""
    answer = _private_standard_output()
    request = json.loads(sys.stdin.buffer.readline())
    entry = _load_entry(request["entry"])
    _bound_resources(request["limits"])
    _shut_doors()
    data = sys.stdin.buffer.read(request["size"])
    answer.write(_answer(entry, data, request))
    answer.flush()
    os._exit(0)


def _answer(entry: Any, data: bytes, request: dict[str, Any]) -> bytes:
    """The encoded result of the entry, or of the refusal that it raised."""
    try:
        reply = wire.dump(entry(data, request))
        if len(reply) > request["limits"]["reply_bytes"]:
            raise UnusableInput("too_much_text")
        return reply
    except UnusableInput as error:
        return wire.dump({"refused": error.code, "details": dict(error.details)})
    except (MemoryError, RecursionError):
        return wire.dump({"refused": "too_demanding", "details": {}})
    except Exception as error:  # noqa: BLE001 - whatever a damaged file provokes must end in a sentence
        return wire.dump({"refused": "damaged_file", "details": {}, "cause": type(error).__name__})


def _private_standard_output() -> Any:
    """The pipe to the parent; a library that prints writes to nowhere instead."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answer


def _load_entry(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


def _bound_resources(limits: dict[str, float]) -> None:
    """Ask the system to enforce memory, processor time, no core, no files written."""
    _first_victim()
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's wall clock remains
        return
    memory, seconds = int(limits["memory_bytes"]), int(limits["seconds"]) + 2
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # macOS accepts no address-space limit
            continue


def _first_victim() -> None:
    """On Linux, should memory run out, this process is ended before any other."""
    try:
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    except OSError:
        return


def _shut_doors() -> None:
    """No environment, no network, no other processes, no writing."""
    os.environ.clear()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _leave_network()
    sys.addaudithook(_refuse)


def _leave_network() -> None:
    """Enter an empty network where the system lets an ordinary process do so."""
    unshare = getattr(os, "unshare", None)
    if unshare is None:
        return
    try:
        unshare(NEW_USER_AND_NETWORK)
    except OSError:
        return


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook; it cannot be taken out again."""
    if event == "open":
        _, mode, flags = arguments
        if (isinstance(mode, str) and any(letter in mode for letter in "wax+")) or (
            isinstance(flags, int) and flags & WRITING
        ):
            raise PermissionError("the reading process writes no files")
    elif event.startswith(REFUSED_EVENTS):
        raise PermissionError(f"the reading process may not use {event}")

"""Stand-ins for a reader that goes wrong; the reading process runs them in place of the real one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Request = Mapping[str, Any]


def echo(data: bytes, request: Request) -> dict[str, Any]:
    return {"size": len(data), "name": request["name"]}


def sleep(data: bytes, request: Request) -> dict[str, Any]:
    threading.Event().wait(600)
    return {}


def spin(data: bytes, request: Request) -> dict[str, Any]:
    while True:
        pass


def abort(data: bytes, request: Request) -> dict[str, Any]:
    os.abort()


def allocate(data: bytes, request: Request) -> dict[str, Any]:
    return {"size": len(b"x" * 4_000_000_000)}


def allocate_and_sleep(data: bytes, request: Request) -> dict[str, Any]:
    held = bytearray(int(request["limits"]["memory_bytes"] * 0.8))
    threading.Event().wait(600)
    return {"size": len(held)}


def answer_too_much(data: bytes, request: Request) -> dict[str, Any]:
    return {"text": "x" * 2_000_000}


def print_noise(data: bytes, request: Request) -> dict[str, Any]:
    print("noise")
    sys.stderr.write("noise")
    os.write(1, b"noise")
    return {"quiet": True}


def environment(data: bytes, request: Request) -> dict[str, Any]:
    return {"names": sorted(os.environ), "folder": str(Path.cwd()), "path": sys.path}


def descriptors(data: bytes, request: Request) -> dict[str, Any]:
    """Open descriptors beyond the three standard ones that are not pipes to the parent."""
    found = []
    for number in range(3, 256):
        try:
            found.append(os.fstat(number).st_mode)
        except OSError:
            continue
    return {"modes": found}


def loaded_modules(data: bytes, request: Request) -> dict[str, Any]:
    return {"modules": sorted(sys.modules)}


def connect(data: bytes, request: Request) -> dict[str, Any]:
    return _outcome(lambda: socket.create_connection(("127.0.0.1", int(request["port"])), timeout=2))


def resolve(data: bytes, request: Request) -> dict[str, Any]:
    return _outcome(lambda: socket.getaddrinfo("example.org", 80))


def start_program(data: bytes, request: Request) -> dict[str, Any]:
    return _outcome(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))


def write_file(data: bytes, request: Request) -> dict[str, Any]:
    return _outcome(lambda: Path(request["path"]).write_text("x"))


def fail(data: bytes, request: Request) -> dict[str, Any]:
    raise RuntimeError("a defect of the reader with a path /srv/secret in it")


def _outcome(action: Any) -> dict[str, Any]:
    try:
        action()
    except OSError as error:
        return {"refused_by": type(error).__name__}
    return {"refused_by": ""}

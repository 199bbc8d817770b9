"""The reading process: ended when it misbehaves, and without anything worth stealing."""

import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.reading.isolation import run_isolated
from analysis.study.reading.limits import MEGABYTE, Limits
from analysis.study.reading.reader import queue_notice, read_table

DEFAULT = Limits()
BRISK = Limits(seconds=1.5)


def run(entry: str, data: bytes = b"", limits: Limits = DEFAULT, **options: Any) -> dict[str, Any]:
    return run_isolated(data, options, limits, f"tests.study.reading.misbehaving:{entry}")


def refusal(entry: str, limits: Limits = BRISK) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        run(entry, limits=limits)
    return caught.value


def test_bytes_and_options_arrive() -> None:
    assert run("echo", b"\0\n\xff" * 1000, name="名") == {"size": 3000, "name": "名"}


@pytest.mark.parametrize("entry", ["sleep", "spin"])
def test_a_reader_that_never_answers_is_ended(entry: str) -> None:
    started = time.monotonic()
    assert refusal(entry).code == "too_slow"
    assert time.monotonic() - started < BRISK.seconds + 3


def test_an_abort_is_a_refusal() -> None:
    assert refusal("abort", Limits()).code == "too_demanding"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces an address-space limit")
def test_memory_is_bounded_by_the_system() -> None:
    assert refusal("allocate", Limits(memory_bytes=300 * MEGABYTE)).code == "too_demanding"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory was used")
def test_a_reader_that_stalls_near_the_cap_is_called_too_demanding() -> None:
    limits = Limits(memory_bytes=300 * MEGABYTE, seconds=1.5)
    assert refusal("allocate_and_sleep", limits).code == "too_demanding"


def test_a_defect_is_a_refusal_without_its_text() -> None:
    error = refusal("fail", Limits())
    assert error.code == "damaged_file"
    assert error.details == {}


def test_an_oversized_answer_is_refused() -> None:
    assert refusal("answer_too_much", Limits(reply_bytes=MEGABYTE)).code == "too_much_text"
    assert len(run("answer_too_much", limits=Limits(reply_bytes=3 * MEGABYTE))["text"]) == 2_000_000


def test_printing_does_not_disturb_the_answer() -> None:
    assert run("print_noise") == {"quiet": True}


def test_the_environment_holds_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    seen = run("environment")
    assert seen["names"] == ["OPENBLAS_NUM_THREADS"]
    assert seen["folder"] == Path(sys.executable).anchor
    assert "" not in seen["path"]


def test_no_descriptor_is_inherited(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w") as secret:
        secret.write("x")
        modes = run("descriptors")["modes"]
    regular = [mode for mode in modes if mode & 0o170000 == 0o100000]
    assert regular == []


def test_the_network_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert run("connect", port=port)["refused_by"] == "PermissionError"
    assert run("resolve")["refused_by"] == "PermissionError"


def test_no_program_is_started_and_no_file_written(tmp_path: Path) -> None:
    assert run("start_program")["refused_by"] == "PermissionError"
    target = tmp_path / "x"
    assert run("write_file", path=str(target))["refused_by"] == "PermissionError"
    assert not target.exists()


def test_the_process_starts_light() -> None:
    modules = set(run("loaded_modules")["modules"])
    assert not modules & {"numpy", "pandas", "scipy", "streamlit", "sqlalchemy"}


def test_the_project_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "analysis.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert read_table(b"a,b\n1,2\n3,4\n", "a.csv").table.row_count == 2


def test_one_file_at_a_time_and_a_sentence_for_the_rest() -> None:
    slow = threading.Thread(target=lambda: refusal("sleep"))
    slow.start()
    while queue_notice() is None:  # the turn is taken as soon as the thread has started
        threading.Event().wait(0.001)
    with pytest.raises(UnusableInput) as caught:
        run("echo", limits=Limits(queue_seconds=0.05), name="")
    slow.join()
    assert caught.value.code == "busy"
    assert queue_notice() is None
    assert run("echo", name="")["size"] == 0

"""What stays as long as the process does is kept from the collector; matrices have one thread."""

import os
import subprocess
import sys

from tests.running_app import ROOT


def printed(program: str, **environment: str) -> str:
    surroundings = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**surroundings, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.strip()


def test_libraries_are_frozen_once_and_the_collector_runs_on():
    program = (
        "import gc; from interface.warm_up import load_analysis;"
        "before = gc.get_freeze_count(); load_analysis(); first = gc.get_freeze_count();"
        "load_analysis();"
        "print(before, first > 50_000, gc.get_freeze_count() <= first, gc.isenabled())"
    )
    assert printed(program) == "0 True True True"


def test_matrices_have_one_thread_unless_somebody_asked_for_more():
    program = "import os, analysis; print(os.environ['OPENBLAS_NUM_THREADS'])"
    assert printed(program) == "1"
    assert printed(program, OPENBLAS_NUM_THREADS="4") == "4"

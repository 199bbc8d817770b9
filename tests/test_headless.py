"""The headless command as a user runs it: files in, JSON, Word and Excel out, exit codes."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[1]
RETAIL = ROOT / "sample_data" / "retail.csv"
RETAIL_CODEBOOK = ROOT / "sample_data" / "retail.codebook.json"
KEYS = {
    "study", "notices", "trail", "codebook", "respondents", "quality", "descriptives", "validity", "reliability",
    "regression", "assumptions", "comparison", "oneway", "correlations", "factorability", "loyalty",
}  # fmt: skip


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "analysis", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("headless")
    done = run(
        RETAIL, "--codebook", RETAIL_CODEBOOK, "--json", folder / "out.json",
        "--docx", folder / "out.docx", "--xlsx", folder / "out.xlsx",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def document(outputs: Path) -> dict:
    return json.loads((outputs / "out.json").read_text(encoding="utf-8"))


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        for held in value.values():
            yield from numbers(held)
    elif isinstance(value, list):
        for held in value:
            yield from numbers(held)
    elif isinstance(value, float):
        yield value


def test_every_part_of_the_contract_is_there(document: dict):
    assert set(document) >= KEYS
    assert document["study"]["rows_read"] == 110
    assert {"data_fingerprint", "study_fingerprint"} <= set(document["study"])
    assert set(document["regression"]) >= {"n", "coefficients", "anova", "equation", "f2", "hc3", "bootstrap"}


def test_no_part_failed_by_a_defect(document: dict):
    assert "internal_error" not in json.dumps(document)


def test_every_number_is_finite(document: dict):
    found = list(numbers(document))
    assert len(found) > 1000
    assert all(map(math.isfinite, found))


def test_the_written_codebook_gives_the_same_study_again(outputs: Path, document: dict, tmp_path: Path):
    book = tmp_path / "again.json"
    book.write_text(json.dumps(document["codebook"]), encoding="utf-8")
    done = run(RETAIL, "--codebook", book)
    assert done.returncode == 0, done.stderr
    again = json.loads(done.stdout)
    assert again["study"] == document["study"]
    assert again["regression"] == document["regression"]


def test_two_runs_give_the_same_json(outputs: Path, tmp_path: Path):
    run(RETAIL, "--codebook", RETAIL_CODEBOOK, "--json", tmp_path / "second.json")
    assert (tmp_path / "second.json").read_bytes() == (outputs / "out.json").read_bytes()


def test_word_shows_the_same_number_as_the_json(outputs: Path, document: dict):
    with zipfile.ZipFile(outputs / "out.docx") as parts:
        text = parts.read("word/document.xml").decode()
    printed = f"{document['regression']['coefficients']['Customer Service']['b']:.3f}".replace(".", ",")
    assert printed in text


def test_excel_has_the_unrounded_number_and_no_formula(outputs: Path, document: dict):
    book = openpyxl.load_workbook(outputs / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    wanted = document["regression"]["anova"]["f"]
    assert any(isinstance(cell.value, float) and math.isclose(cell.value, wanted) for cell in cells)


def test_inspect_stops_after_detection():
    done = run(RETAIL, "--inspect", "--lang", "en")
    found = json.loads(done.stdout)
    assert set(found) == {"study", "notices", "codebook"}
    assert any(notice["severity"] == "warning" and "CS4" in notice["message"] for notice in found["notices"])


@pytest.mark.parametrize(
    ("codebook", "named"),
    [
        ({"columns": {"Tidak ada": {"role": "item"}}}, "Tidak ada"),
        ({"model": {"outcome": "Entah", "predictors": []}}, "Entah"),
        ({"model": {"group": "Kartu member", "group_levels": ["Anggota", "Ya"]}}, "Anggota"),
        ({"setings": {}}, "setings"),
        ({"settings": {"alpha": 7}}, "alpha"),
    ],
)
def test_a_codebook_that_does_not_fit_is_named_in_one_line(codebook: dict, named: str, tmp_path: Path):
    path = tmp_path / "book.json"
    path.write_text(json.dumps(codebook), encoding="utf-8")
    done = run(RETAIL, "--codebook", path)
    assert done.returncode == 2
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nothing", b"\x89PNG\r\n\x1a\n", b"only one line\n"])
def test_a_file_that_is_no_questionnaire_exits_2_or_says_what_is_missing(content: bytes, tmp_path: Path):
    path = tmp_path / "wrong.xlsx"
    path.write_bytes(content)
    done = run(path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_missing_file_is_named():
    done = run("nowhere.csv")
    assert done.returncode == 2
    assert "nowhere.csv" in done.stderr

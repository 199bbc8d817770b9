"""Every code that the interface or the store raises has a sentence in both languages."""

import re

import pytest

from analysis.reporting.language import LANGUAGES, language
from analysis.reporting.messages.wording import AREAS
from tests.running_app import ROOT

RAISED = re.compile(r'UnusableInput\(\s*"([a-z_]+)"')
STUDY = ROOT / "analysis/study"
FILES = [
    *sorted((ROOT / "interface").glob("*.py")),
    STUDY / "study_file.py",
    STUDY / "codebook_file.py",
]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_has_words(code):
    raised = {found for path in FILES for found in RAISED.findall(path.read_text(encoding="utf-8"))}
    known = {key for area in AREAS for key in area.templates(language(code))}
    assert {"editor_points_half", "saved_study_version", "codebook_not_json"} <= raised
    assert raised <= known

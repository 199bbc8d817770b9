"""Hostile files: a sentence or a harmless reading, in bounded time, and never anything else."""

import time

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.reading.limits import Limits
from analysis.study.reading.reader import read_table
from tests.generator.hostile import READ, HostileFile, hostile_files
from tests.generator.sentences import reading_sentence

SLACK = 5.0


@pytest.mark.parametrize("file", list(hostile_files()), ids=lambda file: file.name)
def test_hostile_file(file: HostileFile) -> None:
    started = time.monotonic()
    outcome = outcome_of(file)
    assert time.monotonic() - started < Limits().seconds + SLACK
    assert outcome in file.outcomes


def outcome_of(file: HostileFile) -> str:
    """The code of the refusal, whose sentences must exist in both languages, or READ."""
    try:
        reading = read_table(file.data, file.file_name)
    except UnusableInput as refusal:
        sentences = [reading_sentence(refusal.code, refusal.details, lang=lang) for lang in ("id", "en")]
        return refusal.code if all(sentences) else ""
    return READ if reading.table.row_count else ""

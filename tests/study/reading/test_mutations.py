"""Two hundred damaged files; .ci/long/mutations.py runs two thousand."""

import pytest

from analysis.study.notice import UnusableInput
from analysis.study.reading.reader import read_table
from tests.generator.mutations import mutations, valid_files
from tests.generator.sentences import reading_sentence


@pytest.mark.parametrize("file_name", valid_files())
def test_the_valid_files_are_read(file_name: str) -> None:
    assert read_table(valid_files()[file_name], file_name).table.row_count == 30


@pytest.mark.parametrize("part", range(8))
def test_damaged_files_are_read_or_refused(part: int) -> None:
    for mutation in mutations(25, seed=part):
        try:
            reading = read_table(mutation.data, mutation.file_name)
        except UnusableInput as refusal:
            outcome = reading_sentence(refusal.code, refusal.details)
        else:
            outcome = reading.table.fingerprint()
        assert outcome, mutation.name

"""Messy files of every kind: right rows, right headers, and a notice for each change."""

import pytest

from analysis.study.reading.limits import Limits
from analysis.study.reading.parsing import read
from analysis.study.reading.wire import decode_reading, dump, encode_reading, load
from tests.generator.messy import messy_files
from tests.generator.messy_file import MessyFile
from tests.generator.sentences import reading_sentence


@pytest.mark.parametrize("file", list(messy_files()), ids=lambda file: file.name)
def test_messy_file(file: MessyFile) -> None:
    read_here = read(file.data, file.file_name, None, Limits())
    reading = decode_reading(load(dump(encode_reading(read_here))))
    assert reading == read_here
    given = {notice.code for notice in reading.notices}
    assert reading.table.headers == file.headers
    assert reading.table.row_count == file.rows
    assert reading.table.row_numbers[0] == file.first_row_number
    assert set(file.notices) <= given
    for header, cells in file.cells.items():
        assert list(reading.table.column(header)[: len(cells)]) == cells
    for notice in reading.notices:
        for lang in ("id", "en"):
            assert reading_sentence(notice.code, notice.details, notice.where, lang)

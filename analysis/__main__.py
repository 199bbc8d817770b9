"""The headless command: everything the screens show, without a browser (docs/results.md)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.reporting.language import LANGUAGES, Language, language
from analysis.reporting.messages.wording import unusable_text
from analysis.study.notice import UnusableInput

if TYPE_CHECKING:
    from analysis.chapter import ChapterResults
    from analysis.study.opening import Opening

DONE, UNUSABLE = 0, 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Returns 0, or 2 when the input or the codebook cannot be used."""
    options = _parser().parse_args(arguments)
    words = language(options.lang)
    try:
        document = _document(_opening(options), options, words)
        _write(document, options.json)
    except UnusableInput as error:
        print(unusable_text(error, words), file=sys.stderr)
        return UNUSABLE
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    parser.add_argument("input", type=Path, help="the questionnaire file")
    parser.add_argument("--sheet", help="name of the sheet to read")
    parser.add_argument("--codebook", type=Path, help="codebook file (JSON)")
    parser.add_argument("--json", type=Path, help="where to write the results; standard output if absent")
    parser.add_argument("--docx", type=Path, help="where to write the Word report")
    parser.add_argument("--xlsx", type=Path, help="where to write the Excel workbook")
    parser.add_argument("--lang", choices=LANGUAGES, default="id", help="language of messages and report")
    parser.add_argument("--inspect", action="store_true", help="stop after reading and detection")
    parser.add_argument(
        "--trusted", action="store_true", help="lift the upload limits for a file of one's own"
    )
    return parser


def _opening(options: argparse.Namespace) -> Opening:
    from analysis.study.opening import open_study
    from analysis.study.reading.reader import read_table

    data = _bytes_of(options.input, "input_missing")
    codebook = _codebook(options.codebook) if options.codebook else None
    reading = read_table(data, options.input.name, options.sheet, trusted=options.trusted)
    return open_study(reading, options.input.stem, codebook)


def _bytes_of(path: Path, code: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UnusableInput(code, file=path.name) from None


def _codebook(path: Path) -> dict[str, object]:
    from analysis.study.codebook_file import codebook_from_bytes

    return codebook_from_bytes(_bytes_of(path, "codebook_missing"), path.name)


def _document(opening: Opening, options: argparse.Namespace, words: Language) -> dict[str, object]:
    from analysis.results_document import inspection_document, results_document

    if options.inspect:
        return inspection_document(opening.study, opening.notices, words)
    from analysis.chapter import chapter_results

    results = chapter_results(opening.study)
    document = results_document(results, words, opening.notices)
    if options.docx or options.xlsx:
        _write_reports(results, options, words)
    return document


def _write_reports(results: ChapterResults, options: argparse.Namespace, words: Language) -> None:
    from analysis.report_document import report
    from analysis.reporting.renderers.excel import workbook
    from analysis.reporting.renderers.word import word_document

    chapter = report(results, words)
    if options.docx:
        _save(options.docx, word_document(chapter, words))
    if options.xlsx:
        _save(options.xlsx, workbook(chapter, words))


def _write(document: dict[str, object], path: Path | None) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    if path is None:
        sys.stdout.buffer.write(f"{text}\n".encode())
    else:
        _save(path, text.encode())


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError:
        raise UnusableInput("output_not_writable", file=path.name) from None


if __name__ == "__main__":
    sys.exit(main())

"""What a file is by its content; its name is only compared with that afterwards."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from analysis.study.notice import Notice, UnusableInput

READABLE = ("xlsx", "xlsm", "xls", "ods", "csv", "sav")
"""Kinds that can be read; "csv" is any delimited text."""

EXTENSIONS: Mapping[str, str] = {
    "xlsx": "xlsx",
    "xlsm": "xlsm",
    "xltx": "xlsx",
    "xltm": "xlsm",
    "xls": "xls",
    "xlt": "xls",
    "ods": "ods",
    "ots": "ods",
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
    "txt": "csv",
    "sav": "sav",
    "zsav": "sav",
}

# Leading bytes of files that are not tables, or not tables that can be read here.
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf_file"),
    (b"\x89PNG", "picture_file"),
    (b"\xff\xd8\xff", "picture_file"),
    (b"GIF8", "picture_file"),
    (b"BM\x36", "picture_file"),
    (b"RIFF", "picture_file"),
    (b"II*\0", "picture_file"),
    (b"MM\0*", "picture_file"),
    (b"\x1f\x8b", "compressed_file"),
    (b"BZh", "compressed_file"),
    (b"\xfd7zXZ\0", "compressed_file"),
    (b"7z\xbc\xaf\x27\x1c", "compressed_file"),
    (b"Rar!\x1a\x07", "compressed_file"),
    (b"\x28\xb5\x2f\xfd", "compressed_file"),
    (b"{\\rtf", "word_file"),
    (b"<stata_dta>", "stata_file"),
    (b"SAS     ", "sas_file"),
    (b"PAR1", "data_store_file"),
    (b"SQLite format 3\0", "data_store_file"),
    (b"RDX", "r_file"),
    (b"MZ", "program_file"),
    (b"\x7fELF", "program_file"),
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_BINARY_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
SAS_MAGIC = b"\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c"


def recognise(data: bytes) -> str:
    """The kind of a file: one of READABLE. Raises UnusableInput naming what else it is."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnusableInput("empty_file")
    for signature, code in FOREIGN:
        if data.startswith(signature):
            raise UnusableInput(code)
    if SAS_MAGIC in data[:48]:
        raise UnusableInput("sas_file")
    if data[:4] in OLD_BINARY_SHEETS:
        raise UnusableInput("very_old_workbook")
    if data[:4] in (b"$FL2", b"$FL3"):
        return "sav"
    if data.startswith(COMPOUND):
        return "xls"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _package(data)
    return _text(data)


def mislabelled(kind: str, file_name: str) -> tuple[Notice, ...]:
    """A notice when the name promises another kind of file than the content is."""
    _, dot, extension = file_name.rpartition(".")
    promised = EXTENSIONS.get(extension.lower(), "") if dot else ""
    if promised == kind or not dot or (promised, kind) == ("xlsm", "xlsx"):
        return ()
    return (
        Notice("mislabelled", "warning", details={"extension": f".{extension[:20]}", "kind": f".{kind}"}),
    )


def _package(data: bytes) -> str:
    """The kind of a zip container, from the names of its parts."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise UnusableInput("damaged_file") from None
    lowered = {name.replace("\\", "/").lower().lstrip("/") for name in names}
    if "xl/workbook.bin" in lowered:
        raise UnusableInput("binary_workbook")
    if any(name.startswith("xl/") for name in lowered):
        return "xlsm" if any(name.endswith("vbaproject.bin") for name in lowered) else "xlsx"
    if "content.xml" in lowered:
        return _open_document(data)
    if any(name.startswith("word/") for name in lowered):
        raise UnusableInput("word_file")
    if any(name.startswith("ppt/") for name in lowered):
        raise UnusableInput("slides_file")
    if any(name.startswith("index/") and name.endswith(".iwa") for name in lowered):
        raise UnusableInput("numbers_file")
    raise UnusableInput("zip_file", n=len(names))


def _open_document(data: bytes) -> str:
    """ "ods", or a refusal for texts and slides, by the declared type in the first part."""
    head = data[:400]
    if b"opendocument.text" in head:
        raise UnusableInput("word_file")
    if b"opendocument.presentation" in head or b"opendocument.graphics" in head:
        raise UnusableInput("slides_file")
    return "ods"


def _text(data: bytes) -> str:
    """ "csv", or a refusal for markup, other text formats and binary data."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip().lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise UnusableInput("xml_workbook")
    if head.startswith(
        (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<div", b"<style")
    ):
        raise UnusableInput("web_page_file")
    if head.startswith((b"<?xml", b"<!doctype")):
        raise UnusableInput("web_page_file" if b"<html" in head or b"<table" in head else "xml_file")
    if head.startswith((b'{"', b"[{", b"{\r\n", b"{\n", b"[\n", b"[\r\n")):
        raise UnusableInput("json_file")
    if head.startswith(b"ascii spss port file") or b"spss port file" in data[:500].lower():
        raise UnusableInput("spss_portable_file")
    if head.startswith(b"mime-version:"):
        raise UnusableInput("web_page_file")
    return "csv"

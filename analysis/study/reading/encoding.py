"""The character encoding of delimited text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.study.notice import Notice, UnusableInput

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
SAMPLE = 64 * 1024
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The characters of a text file, the encoding they were read in, and what had to be changed."""

    text: str
    encoding: str
    notices: tuple[Notice, ...]


def decode(data: bytes) -> DecodedText:
    """Text of a file, with a notice unless it is plain UTF-8.

    Order: byte order mark, UTF-16 by its pattern of zero bytes, strict UTF-8, UTF-8 with a few
    damaged bytes (replaced and counted), Windows-1252. Raises UnusableInput for binary data.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    wide = _utf_16_without_mark(data[:SAMPLE])
    if wide:
        return _decoded(data, wide)
    if data[:SAMPLE].count(0) * 50 > min(len(data), SAMPLE):
        raise UnusableInput("binary_file")
    try:
        return _cleaned(data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        return _not_quite_utf_8(data)


def _decoded(data: bytes, encoding: str) -> DecodedText:
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    if damaged * 10 > len(text):
        raise UnusableInput("binary_file")
    if encoding == "utf-8" and not damaged:
        return _cleaned(text, encoding, ())
    code = Notice("encoding", details={"encoding": encoding.upper()})
    return _cleaned(text, encoding, (code, *_damage(damaged)))


def _not_quite_utf_8(data: bytes) -> DecodedText:
    """UTF-8 with a few bad bytes when whole characters outnumber them, else Windows-1252."""
    whole = len(MULTIBYTE.findall(data))
    lone = len(HIGH.findall(MULTIBYTE.sub(b"", data)))
    if whole > lone:
        return _decoded(data, "utf-8")
    text = data.decode("cp1252", errors="replace")
    odd = text.count("\ufffd") + len(CONTROLS.findall(text))
    if odd * 20 > len(text):
        raise UnusableInput("binary_file")
    notice = Notice("encoding", "warning", details={"encoding": "Windows-1252"})
    return _cleaned(text, "cp1252", (notice, *_damage(text.count("\ufffd"))))


def _cleaned(text: str, encoding: str, notices: tuple[Notice, ...]) -> DecodedText:
    """Without control characters, which no spreadsheet shows and no report can hold."""
    removed = len(CONTROLS.findall(text))
    if removed:
        text = CONTROLS.sub("", text)
        notices = (*notices, Notice("control_characters_removed", "warning", details={"n": removed}))
    return DecodedText(text, encoding, notices)


def _damage(count: int) -> tuple[Notice, ...]:
    return (Notice("characters_replaced", "warning", details={"n": count}),) if count else ()


def _utf_16_without_mark(sample: bytes) -> str:
    """The encoding's name when nearly every other byte is zero, else ""."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > 0.6 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.1 * pairs:
        return "utf-16-be"
    return ""

"""Zip containers of workbooks: what they really hold is counted before anything is parsed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.study.notice import UnusableInput
from analysis.study.reading.limits import Limits

CHUNK = 1024 * 1024
LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
ENCRYPTED_FLAG = 0x1
STORED, DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Part:
    """One part: where its packed bytes stand, how they are packed, CRC-32 of what they hold."""

    name: str
    start: int
    packed: int
    method: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Archive:
    """A container file: its bytes, its parts by name, and the limits that inflating obeys."""

    data: bytes
    parts: dict[str, Part]
    limits: Limits

    def has(self, name: str) -> bool:
        return name in self.parts

    def read(self, name: str) -> bytes:
        """The inflated bytes of a part; b"" when there is none."""
        part = self.parts.get(name)
        return b"" if part is None else b"".join(_inflate(self.data, part))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The inflated bytes of a part, at most CHUNK at a time."""
        return _inflate(self.data, self.parts[name])


def open_archive(data: bytes, limits: Limits) -> Archive:
    """The container's parts, after counting what they inflate to.

    Sizes that the container declares are never trusted. Raises UnusableInput for too many or
    duplicate parts, overlapping or encrypted ones, unknown packing and too much inflated data.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise UnusableInput("damaged_file") from None
    if len(entries) > limits.parts:
        raise UnusableInput("too_many_parts", limit=limits.parts)
    parts: dict[str, Part] = {}
    for entry in entries:
        part = _part(data, entry)
        parts[part.name] = part
    if len({name.lower() for name in parts}) < len(entries):
        raise UnusableInput("duplicate_parts")
    _refuse_overlap(list(parts.values()))
    _count_inflated(data, list(parts.values()), limits)
    return Archive(data, parts, limits)


def _part(data: bytes, entry: zipfile.ZipInfo) -> Part:
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise UnusableInput("encrypted_file")
    if entry.compress_type not in (STORED, DEFLATED):
        raise UnusableInput("damaged_file")
    header = data[entry.header_offset : entry.header_offset + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
        raise UnusableInput("damaged_file")
    *_, name_length, extra_length = LOCAL_HEADER.unpack(header)
    start = entry.header_offset + LOCAL_HEADER.size + name_length + extra_length
    if start + entry.compress_size > len(data):
        raise UnusableInput("damaged_file")
    name = entry.filename.replace("\\", "/").lstrip("/")
    return Part(name, start, entry.compress_size, entry.compress_type, entry.CRC)


def _refuse_overlap(parts: list[Part]) -> None:
    """Parts that share packed bytes are a known way to build bombs."""
    end = 0
    for part in sorted(parts, key=lambda part: part.start):
        if part.packed and part.start < end:
            raise UnusableInput("overlapping_parts")
        end = max(end, part.start + part.packed)


def _count_inflated(data: bytes, parts: list[Part], limits: Limits) -> None:
    """Raises UnusableInput when it is too much, or when a part is not what its checksum says."""
    total = 0
    for part in parts:
        checksum = 0
        for piece in _inflate(data, part):
            checksum = zlib.crc32(piece, checksum)
            total += len(piece)
            if total > limits.inflated_bytes:
                raise UnusableInput("too_large_inflated", limit=limits.inflated_bytes)
        if checksum != part.checksum:
            raise UnusableInput("damaged_file")


def _inflate(data: bytes, part: Part) -> Iterator[bytes]:
    """Pieces of at most CHUNK bytes of a part, whatever size it declares."""
    packed = memoryview(data)[part.start : part.start + part.packed]
    if part.method == STORED:
        for start in range(0, len(packed), CHUNK):
            yield bytes(packed[start : start + CHUNK])
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pending: bytes | memoryview = packed
    try:
        while not inflater.eof:
            piece = inflater.decompress(pending, CHUNK)
            pending = inflater.unconsumed_tail
            if piece:
                yield piece
            elif not pending:
                break
    except zlib.error:
        raise UnusableInput("damaged_file") from None

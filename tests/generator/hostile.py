"""Hostile files: each must end in one of the named refusals, or be read without harm."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.generator import containers as make
from tests.generator.survey import numbers

READ = "read"
"""Stands for: the file may also be read, its rows being what they are."""


@dataclass(frozen=True, slots=True)
class HostileFile:
    name: str
    file_name: str
    data: bytes
    outcomes: tuple[str, ...]


def hostile_files() -> Iterator[HostileFile]:
    """All cases, in a fixed order."""
    for builder in (
        _bombs,
        _cells,
        _styles,
        _xml,
        _containers,
        _foreign,
        _texts,
        _statistics_files,
        _text_cells,
    ):
        yield from builder()


def _bombs() -> Iterator[HostileFile]:
    grid = make.cell_xml(numbers().grid())
    blank = " " * (300 * 1024 * 1024)
    parts = make.raw_parts(grid)
    parts["xl/media/fill.xml"] = blank
    bomb = make.package(parts)
    yield HostileFile("declared bomb", "a.xlsx", bomb, ("too_large_inflated",))
    yield HostileFile("undeclared bomb", "a.xlsx", understated(bomb), ("too_large_inflated",))
    many = {f"xl/part{i}.xml": b"" for i in range(3_000)}
    yield HostileFile(
        "many parts", "a.xlsx", make.package({**make.raw_parts(grid), **many}), ("too_many_parts",)
    )
    yield HostileFile("overlapping parts", "a.xlsx", overlapping(), ("overlapping_parts",))
    shared = make.raw_parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    shared["xl/sharedStrings.xml"] = "<sst>" + "<si/>" * 40_000_000 + "</sst>"
    yield HostileFile(
        "shared strings bomb",
        "a.xlsx",
        make.package(shared),
        ("too_demanding", "too_slow", "damaged_file", "no_rows"),
    )
    ods = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "<a/>" + blank,
    }
    yield HostileFile("ods bomb", "a.ods", make.package(ods), ("too_large_inflated",))


def understated(data: bytes) -> bytes:
    """A zip container whose directory and headers declare 100 bytes for every part."""
    changed = bytearray(data)
    for info in zipfile.ZipFile(io.BytesIO(data)).infolist():
        struct.pack_into("<I", changed, info.header_offset + 22, 100)
    start = data.rfind(b"PK\x05\x06")
    offset = struct.unpack_from("<I", data, start + 16)[0]
    while data[offset : offset + 4] == b"PK\x01\x02":
        struct.pack_into("<I", changed, offset + 24, 100)
        name, extra, comment = struct.unpack_from("<HHH", data, offset + 28)
        offset += 46 + name + extra + comment
    return bytes(changed)


def overlapping() -> bytes:
    """Two directory entries that point at the same packed bytes."""
    content = make.package(
        {
            **make.raw_parts(make.cell_xml(numbers().grid())),
            "xl/a1.xml": b"x" * 5000,
            "xl/a2.xml": b"x" * 5000,
        }
    )
    changed = bytearray(content)
    infos = {info.filename: info for info in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    entry = content.rfind(b"xl/a2.xml")
    struct.pack_into("<I", changed, entry - 4, infos["xl/a1.xml"].header_offset)
    header = infos["xl/a1.xml"].header_offset + 30
    changed[header : header + 9] = b"xl/a2.xml"
    return bytes(changed)


def _cells() -> Iterator[HostileFile]:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    too_far = ("too_many_rows", "too_many_columns", "too_many_cells")
    yield HostileFile("sparse xlsx", "a.xlsx", make.package(make.raw_parts(far)), too_far)
    spaced = far.replace(' r="', ' r = "')
    hidden = (*too_far, "too_demanding", "too_slow", "damaged_file")
    yield HostileFile("sparse xlsx past the patterns", "a.xlsx", make.package(make.raw_parts(spaced)), hidden)
    tall = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    yield HostileFile("two far rows", "a.xlsx", make.package(make.raw_parts(tall)), too_far)
    merges = (
        "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 60_000)) + "</mergeCells>"
    )
    grid = make.cell_xml(numbers().grid())
    yield HostileFile(
        "merged cells", "a.xlsx", make.package(make.raw_parts(grid, extra=merges)), ("too_many_merged",)
    )
    links = "<hyperlinks>" + "".join(f'<hyperlink ref="A{i}"/>' for i in range(1, 200_000)) + "</hyperlinks>"
    yield HostileFile("hyperlinks", "a.xlsx", make.package(make.raw_parts(grid, extra=links)), (READ,))
    for name, rows, columns in (("ods repeated rows", 1_000_000, 1), ("ods repeated block", 100_000, 16_000)):
        yield HostileFile(name, "a.ods", repeated_ods(rows, columns), too_far)
    yield HostileFile("xls far cells", "a.xls", _far_xls(), too_far)


def repeated_ods(rows: int, columns: int) -> bytes:
    """One filled cell declared to be repeated over rows and columns."""
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="{columns}">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return make.package({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest})


def _far_xls() -> bytes:
    import xlwt

    book = xlwt.Workbook()
    page = book.add_sheet("Data")
    page.write(0, 0, 1)
    page.write(65_535, 255, 1)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _styles() -> Iterator[HostileFile]:
    grid = make.cell_xml(numbers().grid())
    refused = ("styles_too_large",)
    long = f'<numFmts><numFmt numFmtId="164" formatCode="{"0" * 200_000}"/></numFmts><cellXfs>'
    long += '<xf numFmtId="164"/>' * 60_000 + "</cellXfs>"
    yield HostileFile(
        "styles times a long format", "a.xlsx", make.package(make.raw_parts(grid, long)), refused
    )
    many = "<cellXfs>" + '<xf numFmtId="0"/>' * 200_000 + "</cellXfs>"
    yield HostileFile("many styles", "a.xlsx", make.package(make.raw_parts(grid, many)), refused)


def _xml() -> Iterator[HostileFile]:
    grid = make.cell_xml(numbers().grid())
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for name, declaration in (("entities", laughs), ("external entity", outside)):
        for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
            parts = make.raw_parts(grid)
            parts[part] = str(parts[part]).replace(
                '<?xml version="1.0"?>', '<?xml version="1.0"?>' + declaration
            )
            yield HostileFile(f"{name} in {part}", "a.xlsx", make.package(parts), ("xml_entities",))
    parts = make.raw_parts(grid)
    wide = str(parts["xl/worksheets/sheet1.xml"]).replace('<?xml version="1.0"?>', laughs)
    parts["xl/worksheets/sheet1.xml"] = wide.encode("utf-16")
    yield HostileFile("entities in UTF-16", "a.xlsx", make.package(parts), ("xml_entities",))
    late = make.raw_parts(grid)
    late["xl/sharedStrings.xml"] = "<?xml version='1.0'?>" + " " * 3_000_000 + laughs + "<sst/>"
    yield HostileFile("entities after blanks", "a.xlsx", make.package(late), ("xml_entities",))
    deep = make.raw_parts("<row>" * 200_000)
    yield HostileFile(
        "deep nesting", "a.xlsx", make.package(deep), ("damaged_file", "too_demanding", "no_data")
    )


def _containers() -> Iterator[HostileFile]:
    grid = make.cell_xml(numbers().grid())
    parts = make.raw_parts(grid)
    twice = [
        *parts.items(),
        (
            "xl/worksheets/sheet1.xml",
            make.raw_parts(make.cell_xml(numbers(5).grid()))["xl/worksheets/sheet1.xml"],
        ),
    ]
    yield HostileFile("duplicate parts", "a.xlsx", make.package(twice), ("duplicate_parts",))
    whole = make.package(parts)
    yield HostileFile("cut in half", "a.xlsx", whole[: len(whole) // 2], ("damaged_file",))
    yield HostileFile("cut at the end", "a.xlsx", whole[:-15], ("damaged_file",))
    flipped = bytearray(whole)
    place = zipfile.ZipFile(io.BytesIO(flipped)).getinfo("xl/worksheets/sheet1.xml")
    struct.pack_into("<I", flipped, flipped.rfind(b"xl/worksheets/sheet1.xml") - 30, place.CRC ^ 1)
    yield HostileFile("wrong checksum", "a.xlsx", bytes(flipped), ("damaged_file",))
    yield HostileFile("encrypted zip", "a.xlsx", _flagged(whole), ("encrypted_file",))
    yield HostileFile("password", "a.xlsx", compound("EncryptedPackage"), ("encrypted_file",))
    locked = struct.pack("<HH16x", 0x0809, 16) + struct.pack("<HH6x", 0x002F, 6)
    yield HostileFile("password on xls", "a.xls", compound("Workbook", locked), ("encrypted_file",))
    yield HostileFile("old document", "a.xls", compound("WordDocument"), ("word_file",))
    yield HostileFile("old slides", "a.xls", compound("PowerPoint Document"), ("slides_file",))
    yield HostileFile("compound of nothing", "a.xls", compound("Other"), ("unknown_office_file",))
    escape = make.package({**parts, "../../../../etc/cron.d/x": b"x", "C:\\windows\\x": b"x", "/abs": b"x"})
    yield HostileFile("path traversal", "../../etc/passwd.xlsx", escape, (READ,))
    yield HostileFile("polyglot", "a.xlsx", b"%PDF-1.4\n" + whole, ("pdf_file",))
    yield HostileFile(
        "script before zip", "a.xlsx", b"<html><script>alert(1)</script>" + whole, ("web_page_file",)
    )
    yield HostileFile("directory loop", "a.xls", looping_compound(), ("damaged_file", "unknown_office_file"))
    missing = {name: part for name, part in parts.items() if "sheet1" not in name}
    yield HostileFile("sheet missing", "a.xlsx", make.package(missing), ("damaged_file", "no_data"))


def _flagged(data: bytes) -> bytes:
    """The container with every part marked as encrypted."""
    changed = bytearray(data)
    offset = struct.unpack_from("<I", data, data.rfind(b"PK\x05\x06") + 16)[0]
    while data[offset : offset + 4] == b"PK\x01\x02":
        changed[offset + 8] |= 1
        name, extra, comment = struct.unpack_from("<HHH", data, offset + 28)
        offset += 46 + name + extra + comment
    return bytes(changed)


def compound(stream: str, content: bytes = b"") -> bytes:
    """A compound file of one allocation sector, one directory sector and one named stream."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header[76:] = struct.pack("<I", 0) + b"\xff" * (512 - 80)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * (512 - 8)
    directory = _directory_entry("Root Entry", 5) + _directory_entry(stream, 2)
    return bytes(header) + table + directory.ljust(512, b"\0") + content.ljust(4096, b"\0")


def _directory_entry(name: str, kind: int) -> bytes:
    entry = bytearray(128)
    encoded = (name + "\0").encode("utf-16-le")
    entry[: len(encoded)] = encoded
    struct.pack_into("<HBB", entry, 64, len(encoded), kind, 1)
    struct.pack_into("<III", entry, 68, 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
    struct.pack_into("<II", entry, 116, 2, 4096)  # one sector is enough: the chain ends after it
    return bytes(entry)


def looping_compound() -> bytes:
    """A compound file whose directory chain leads back to itself."""
    data = bytearray(compound("Workbook"))
    struct.pack_into("<I", data, 512 + 4, 1)
    return bytes(data)


def _foreign() -> Iterator[HostileFile]:
    html = b"<html><body><table><tr><td>Nama</td></tr></table></body></html>"
    document = make.package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
    slides = make.package({"ppt/presentation.xml": "<p/>"})
    apple = make.package({"Index/Document.iwa": b"x"})
    inside = make.package({"data.csv": make.csv_bytes(numbers().grid())})
    binary = make.package({"xl/workbook.bin": b"x"})
    zipped = gzip.compress(make.csv_bytes(numbers().grid()))
    sheet_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    for name, file_name, data, code in (
        ("HTML named xls", "a.xls", html, "web_page_file"),
        ("HTML in UTF-16", "a.xls", html.decode().encode("utf-16"), "web_page_file"),
        ("XML of 2003", "a.xls", sheet_2003, "xml_workbook"),
        ("document named xlsx", "a.xlsx", document, "word_file"),
        ("slides", "a.xlsx", slides, "slides_file"),
        ("Apple Numbers", "a.xlsx", apple, "numbers_file"),
        ("zip of csv", "a.zip", inside, "zip_file"),
        ("binary workbook", "a.xlsb", binary, "binary_workbook"),
        ("gzip named csv", "a.csv", zipped, "compressed_file"),
        ("gzip bomb named csv", "a.csv", gzip.compress(b"1," * 20_000_000), "compressed_file"),
        ("PDF named xlsx", "a.xlsx", b"%PDF-1.7\n", "pdf_file"),
        ("PNG named csv", "a.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture_file"),
        ("JSON", "a.csv", b'{"a": 1}', "json_file"),
        ("RTF", "a.csv", b"{\\rtf1 x}", "word_file"),
        ("program", "a.xls", b"MZ\x90\0" + b"\0" * 100, "program_file"),
        ("database", "a.csv", b"SQLite format 3\0" + b"\0" * 100, "data_store_file"),
        ("empty", "a.csv", b"", "empty_file"),
        ("blanks only", "a.csv", b" \r\n\t\n", "empty_file"),
        ("noise", "a.csv", zlib.compress(make.csv_bytes(numbers().grid()))[2:], "binary_file"),
    ):
        yield HostileFile(name, file_name, data, (code,))


def _texts() -> Iterator[HostileFile]:
    head = b"a,b,c\r\n"
    yield HostileFile("huge field", "a.csv", head + b"x" * 5_000_000 + b",1,2\r\n", ("cell_too_long",))
    yield HostileFile("huge line", "a.csv", head + b"1," * 5_000_000, ("too_many_columns",))
    yield HostileFile("quote that swallows all", "a.csv", head + b'"' + b"1,2,3\r\n" * 100_000, (READ,))
    yield HostileFile("many quotes", "a.csv", head + b'"' * 3_000_001, (READ, "cell_too_long", "no_rows"))
    yield HostileFile("many rows", "a.csv", head + b"1,2,3\r\n" * 300_000, ("too_many_rows",))
    wide = b",".join(b"c%d" % i for i in range(1_900)) + b"\r\n" + b"1\r\n" * 100_000
    yield HostileFile("one wide row and many short", "a.csv", wide, ("too_many_cells",))
    yield HostileFile("20 MB and a byte", "a.csv", b"1" * (20 * 1024 * 1024 + 1), ("file_too_large",))
    yield HostileFile("bad UTF-8", "a.csv", head + b"\xc3\x28,\xff\xfe,\xed\xa0\x80\r\n" * 30, (READ,))
    yield HostileFile(
        "lone surrogates",
        "a.csv",
        b"\xff\xfe" + "a,b\n".encode("utf-16-le") + b"\x00\xd8,\0" * 40,
        (READ, "binary_file", "no_rows"),
    )
    yield HostileFile("NUL", "a.csv", head + b"1\0,2,3\r\n" * 30, (READ, "binary_file"))
    yield HostileFile("commas only", "a.csv", b",,,,\r\n" * 1000, ("no_data", "empty_file"))
    spaces = b"a,b\r\n" + b" " * 1_000_000 + b"1" * 100 + b"x,2\r\n"
    yield HostileFile("long blanks", "a.csv", spaces, ("cell_too_long",))
    backtrack = b"Rata-rata,b,c,d\r\n" + (b"1" * 30_000 + b"!,12:" + b"0" * 30_000 + b",3,4\r\n") * 20
    yield HostileFile("text that makes patterns backtrack", "a.csv", backtrack, (READ,))


def _statistics_files() -> Iterator[HostileFile]:
    whole = make.sav({"a": [1.0, 2.0, 3.0], "b": ["x", "y", "z"]})
    refused = ("damaged_file", "too_demanding", "too_slow", "too_many_rows", "no_rows", "no_data")
    billions = bytearray(whole)
    struct.pack_into("<i", billions, 80, 2_000_000_000)
    yield HostileFile("sav of billions", "a.sav", bytes(billions), (*refused, READ))
    wide = bytearray(whole)
    struct.pack_into("<i", wide, 68, 2_000_000_000)
    yield HostileFile("sav of wide cases", "a.sav", bytes(wide), (*refused, READ))
    yield HostileFile("cut sav", "a.sav", whole[: len(whole) // 2], refused)
    yield HostileFile("signature only", "a.sav", b"$FL2", refused)
    yield HostileFile("falsely compressed", "a.sav", b"$FL3" + whole[4:], (*refused, READ))


def _text_cells() -> Iterator[HostileFile]:
    """Text that would be code elsewhere; it must arrive as it is."""
    survey = numbers()
    nasty = [
        '=HYPERLINK("http://x")',
        "<script>alert(1)</script>",
        "'; DROP TABLE study; --",
        "{{7*7}} ${7*7} %s %n {0.__class__}",
        "![x](http://x/y.png) **a** :red[b] $x$",
        "\\input{/etc/passwd}",
        "\u202egnp.exe\u202c",
        "__proto__",
        "const",
    ]
    rows = [[*nasty], *([text for _ in nasty] for text in nasty), *(row for row in survey.rows)]
    yield HostileFile("code in headers and cells", "<img src=x>.csv", make.csv_bytes(rows), (READ,))
    yield HostileFile("code in a workbook", "a.xlsx", make.xlsx(rows, sheet="<b>&'x"), (READ,))

from __future__ import annotations

import dataclasses
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Cm

from analysis.reporting.captions import Caption, ExhibitCaptions
from analysis.reporting.exhibit import Column, Quantity, Row, Table, Verdict
from analysis.reporting.language import language
from analysis.reporting.renderers.cell_text import cell_text
from analysis.reporting.renderers.html_table import table_html
from analysis.reporting.renderers.text_escape import one_line, printable
from analysis.reporting.renderers.times_widths import ems
from analysis.reporting.renderers.word import exhibit_docx, word_document
from analysis.reporting.renderers.word_table_fit import CELL_MARGIN_CM, EM_CM, fit
from tests.reporting.renderers.html_reading import Reading
from tests.reporting.renderers.specimens import NASTY, exhibit, figure, report, section, table

ID, EN = language("id"), language("en")


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


@pytest.fixture(scope="module")
def chapter() -> Document:
    return opened(word_document(report(), EN))


def body_rows(word_table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in word_table.rows][2:]


def test_every_cell_stands_in_a_real_table(chapter: Document):
    shown = body_rows(chapter.tables[0])
    for texts, row in zip(shown, table().rows, strict=True):
        if row.heading:
            assert set(texts) == {"Layanan"}
        else:
            assert texts == [cell_text(cell, EN) for cell in row.cells]


@pytest.mark.parametrize("code", ["id", "en"])
def test_numbers_are_the_same_text_as_on_the_screen(code: str):
    words = language(code)
    word = body_rows(opened(exhibit_docx(exhibit(), words)).tables[0])
    screen = Reading(table_html(table(), words)).rows[2:]
    assert [row[1:7] for row in word[1:]] == [row[1:7] for row in screen[1:]]


def test_captions_are_counted_fields_with_bookmarks(chapter: Document):
    captions = [paragraph for paragraph in chapter.paragraphs if paragraph.style.name == "Caption"]
    assert [caption.text for caption in captions] == [
        "Table 4.1 Tabel Layanan",
        "Figure 4.1 Gambar Layanan",
        "Table 4.2 Tabel Layanan",
        "Figure 4.2 Gambar Layanan",
    ]
    instructions = [element.text for element in captions[0]._p.iter(qn("w:instrText"))]
    assert instructions == [" SEQ Table \\* ARABIC "]
    marks = [element for caption in captions for element in caption._p.iter(qn("w:bookmarkStart"))]
    assert len({mark.get(qn("w:name")) for mark in marks}) == 4
    every = list(chapter.element.body.iter(qn("w:bookmarkStart")))
    assert len({mark.get(qn("w:id")) for mark in every}) == len(every)


def test_table_caption_stands_above_and_figure_caption_below():
    children = [
        "table" if child.tag == qn("w:tbl") else _kind(child)
        for child in opened(exhibit_docx(exhibit(), EN)).element.body
    ]
    assert children.index("caption") == children.index("table") - 1
    assert children[children.index("picture") + 1] == "caption"


def _kind(child) -> str:
    if child.findall(f".//{qn('w:drawing')}"):
        return "picture"
    style = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "caption" if style is not None and style.get(qn("w:val")) == "Caption" else "words"


def test_rows_do_not_break_and_the_head_repeats(chapter: Document):
    rows = [row._tr.trPr for row in chapter.tables[0].rows]
    assert all(properties.find(qn("w:cantSplit")) is not None for properties in rows)
    assert [properties.find(qn("w:tblHeader")) is not None for properties in rows] == [True] * 2 + [False] * 4


def test_an_empty_cell_is_no_taller_than_its_row():
    wide = Table(
        "w", "W", tuple(Column("Kolom panjang") for _ in range(12)), (Row(("", *["1,234.567"] * 11)),)
    )
    (row,) = opened(exhibit_docx(dataclasses.replace(exhibit(), tables=(wide,)), EN)).tables[0].rows[1:]
    empty, full = (cell.paragraphs[0]._p for cell in row.cells[:2])
    sizes = {size.get(qn("w:val")) for paragraph in (empty, full) for size in paragraph.iter(qn("w:sz"))}
    assert empty.pPr.find(f"{qn('w:rPr')}/{qn('w:sz')}") is not None
    assert len(sizes) == 1


def test_tables_have_no_vertical_rules(chapter: Document):
    edges = {edge.tag for borders in chapter.element.body.iter(qn("w:tcBorders")) for edge in borders}
    assert edges == {qn("w:top"), qn("w:bottom")}


def test_pictures_have_alternative_text(chapter: Document):
    described = [shape._inline.docPr.get("descr") for shape in chapter.inline_shapes]
    assert described == ["Keterangan Layanan"] * 2


def test_page_is_that_of_an_indonesian_thesis(chapter: Document):
    page = chapter.sections[0]
    lengths = (
        page.page_width,
        page.page_height,
        page.left_margin,
        page.top_margin,
        page.right_margin,
        page.bottom_margin,
    )
    # Word counts in twentieths of a point.
    assert [length / Cm(1) for length in lengths] == pytest.approx([21, 29.7, 4, 3, 3, 3], abs=0.002)
    normal = chapter.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 12)


@pytest.mark.parametrize(("code", "tag"), [("id", "id-ID"), ("en", "en-GB")])
def test_the_spelling_checker_knows_the_language(code: str, tag: str):
    document = opened(exhibit_docx(exhibit(), language(code)))
    assert document.core_properties.language == tag
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == tag


def test_simulated_data_say_so_on_every_page():
    real = opened(word_document(dataclasses.replace(report(), simulated=False), EN))
    simulated = opened(word_document(report(), EN))
    assert "Simulated data" in simulated.sections[0].header.paragraphs[0].text
    assert not any("Simulated" in paragraph.text for paragraph in real.paragraphs)
    assert real.sections[0].header.paragraphs[0].text == ""


def test_the_words_stand_in_the_order_of_the_chapter(chapter: Document):
    lists = ("toc 1", "toc 2", "table of figures")
    texts = [p.text for p in chapter.paragraphs if p.style.name not in lists]
    places = [
        texts.index(text)
        for text in (
            "4.1 Bagian Layanan",
            "Kesimpulan Layanan.",
            "4.1.1 Judul Layanan",
            "Layanan\u00a0= 5.454 +\u00a00.271\u00a0Satu Layanan −\u00a00.073\u00a0Layanan",
            "Table 4.1 Tabel Layanan",
            "N\u00a0=\u00a01,110. Catatan Layanan. Source: Layanan.",
            "Konvensi: 2,689 poin (Layanan)",
            "Figure 4.1 Gambar Layanan",
            "Nilai Layanan di atas batas.",
            "4.2 Bagian Layanan",
            "Appendix",
            "Items and their statements",
            "Parts that were not computed",
            "Jejak",
        )
    ]
    assert places == sorted(places)


def test_lists_stand_at_the_beginning_with_all_their_lines_and_lead_to_them(chapter: Document):
    lists = {
        style: [p for p in chapter.paragraphs if p.style.name == style]
        for style in ("toc 1", "toc 2", "table of figures")
    }
    assert [line.text for line in lists["toc 1"]] == ["4.1 Bagian Layanan", "4.2 Bagian Layanan", "Appendix"]
    headings = [p.text for p in chapter.paragraphs if p.style.name == "Heading 2"]
    assert [line.text for line in lists["toc 2"]] == headings
    assert [line.text for line in lists["table of figures"]] == [
        "Table 4.1 Tabel Layanan",
        "Table 4.2 Tabel Layanan",
        "Figure 4.1 Gambar Layanan",
        "Figure 4.2 Gambar Layanan",
    ]
    targets = {mark.get(qn("w:name")) for mark in chapter.element.body.iter(qn("w:bookmarkStart"))}
    lines = [line._p for found in lists.values() for line in found]
    links = [link.get(qn("w:anchor")) for line in lines for link in line.iter(qn("w:hyperlink"))]
    assert len(links) == len(lines)
    assert set(links) <= targets
    first = next(p for p in chapter.paragraphs if p.style.name == "Heading 1")
    assert first.paragraph_format.page_break_before
    styles = [p.style.name for p in chapter.paragraphs]
    assert max(map(styles.index, lists)) < styles.index("Heading 1")


def test_every_field_that_begins_ends(chapter: Document):
    kinds = [mark.get(qn("w:fldCharType")) for mark in chapter.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
    assert len(kinds) == 3 * (3 + 4)


def test_what_could_not_be_computed_stands_in_the_appendix_with_its_reason():
    bare = dataclasses.replace(section(), key="loyalty", name="Peta", key_figures=(), exhibits=())
    document = opened(word_document(dataclasses.replace(report(), sections=(section(), bare)), EN))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["4.1 Bagian Layanan", "Appendix"]
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Bagian Layanan: Layanan", "Belum dapat dihitung: Layanan."] in rows
    assert ["Peta", "Kesimpulan Layanan."] in rows


def test_a_sentence_that_the_section_opened_with_is_not_said_again():
    view = section()
    again = dataclasses.replace(exhibit(), sentences=(view.conclusion, *exhibit().sentences))
    document = opened(
        word_document(
            dataclasses.replace(report(), sections=(dataclasses.replace(view, exhibits=(again,)),)), EN
        )
    )
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts.count("Kesimpulan Layanan.") == 1
    assert texts.count("Nilai Layanan di atas batas.") == 1


def test_notes_stay_with_the_last_row_of_their_table(chapter: Document):
    noted, unnoted = chapter.tables[0], chapter.tables[-1]

    def kept(row) -> set[bool]:
        return {bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in row.cells}

    assert kept(noted.rows[-1]) == {True}
    assert kept(unnoted.rows[-1]) == {False}


def test_a_long_table_breaks_neither_after_its_first_nor_before_its_last_row():
    rows = tuple(Row((str(place), Quantity(1.0))) for place in range(40))
    long = Table("long", "Panjang", (Column("A", "left"), Column("B")), rows)
    document = opened(exhibit_docx(dataclasses.replace(exhibit(), tables=(long,)), EN))
    kept = [
        bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next)
        for row in document.tables[0].rows[1:]
    ]
    assert kept == [True] * 2 + [False] * 35 + [True] * 3


def test_one_long_cell_does_not_break_the_short_ones_beside_it():
    words = ("Statistic", "df", "Sig.", "Criterion", "Decision")
    columns = (Column("Test", "left"), *(Column(word) for word in words), Column("Alternative", "left"))
    test, good = "Deviation from linearity: Supervisor Support (F)", Verdict("good", "No indication")
    usual = Row((test, "1,319.282", "15; 132", "0.175", "1.772 < d < 2.2", good, ""))
    wordy = Row(
        (test, "2.252", "", "0.129", "", good, "Newey-West, only where the rows are in order of time")
    )
    found = fit(Table("all", "All", columns, (usual, wordy)), EN)
    room = dict(zip(("Test", *words), found.widths, strict=False))
    for cell, width in zip(usual.cells[1:6], found.widths[1:6], strict=True):
        assert ems(cell_text(cell, EN)) * found.size * EM_CM + 2 * CELL_MARGIN_CM <= width + 1e-9
    assert room["Test"] > room["Statistic"]


def test_a_short_table_of_long_cells_is_divided_between_pages():
    def kept(text: str) -> list[bool]:
        table = Table("few", "Few", (Column("A", "left"),), (Row((text,)),) * 9)
        document = opened(exhibit_docx(dataclasses.replace(exhibit(), tables=(table,)), EN))
        return [
            bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next)
            for row in document.tables[0].rows[1:]
        ]

    assert kept("word") == [True] * 9
    assert kept("word " * 40) == [True] * 2 + [False] * 4 + [True] * 3


def picture(height: float, *, names_beside: bool = True) -> InlineShape:
    y = dataclasses.replace(figure().y, visible=names_beside)
    tall = dataclasses.replace(figure(), height=height, y=y)
    document = opened(exhibit_docx(dataclasses.replace(exhibit(), figures=(tall,)), EN))
    return document.inline_shapes[0]


def test_a_tall_picture_keeps_its_width_until_rows_would_touch():
    assert picture(300).width == picture(1050).width
    assert picture(1050).height / Cm(1) < 14
    assert picture(2000).width < picture(300).width
    assert picture(2000).height / Cm(1) == pytest.approx(20, abs=0.5)


def test_rows_with_their_names_above_them_stay_apart():
    assert picture(900, names_beside=False).height > 1.2 * picture(900).height


def test_a_picture_stands_inside_the_margins():
    shown = picture(300)
    assert shown.width / Cm(1) < 14
    assert [shown._inline.get(side) for side in ("distT", "distB", "distL", "distR")] == ["0"] * 4


@pytest.mark.parametrize("text", NASTY)
def test_user_text_is_literal_everywhere(text: str):
    document = opened(word_document(report(text), ID))
    cells = [cell.text for word_table in document.tables for row in word_table.rows for cell in row.cells]
    assert one_line(text) in cells
    assert any(printable(text) in paragraph.text for paragraph in document.paragraphs)
    assert document.core_properties.title == one_line(text)
    instructions = {element.text for element in document.element.body.iter(qn("w:instrText"))}
    assert instructions == {
        ' TOC \\o "1-2" \\h \\z \\u ',
        ' TOC \\h \\z \\c "Tabel" ',
        ' TOC \\h \\z \\c "Gambar" ',
        " SEQ Tabel \\* ARABIC ",
        " SEQ Gambar \\* ARABIC ",
    }


def test_nothing_in_the_file_points_outside():
    with ZipFile(BytesIO(word_document(report(NASTY[2]), ID))) as parts:
        links = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in links


def test_equal_reports_give_equal_texts():
    def parts(data: bytes) -> dict[str, bytes]:
        with ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    assert parts(word_document(report(), ID)) == parts(word_document(report(), ID))


def test_an_exhibit_keeps_its_number_in_the_chapter():
    captions = ExhibitCaptions((Caption("table", "Tabel", 4, 7),), (Caption("figure", "Gambar", 4, 5),))
    texts = [paragraph.text for paragraph in opened(exhibit_docx(exhibit(), ID, captions)).paragraphs]
    assert "Tabel 4.7 Tabel Layanan" in texts
    assert "Gambar 4.5 Gambar Layanan" in texts


def test_a_word_of_a_heading_is_never_broken():
    columns = (Column("Variabel", "left"), *(Column(title) for title in ("Member", "Mmmmmmmm") * 4))
    cells = ("Layanan", *(Quantity(1.5) for _ in range(8)))
    found = fit(Table("heads", "Judul", columns, (Row(cells),)), ID)
    for column, width in zip(columns, found.widths, strict=True):
        assert ems(column.title, bold=True) * found.size * EM_CM + 2 * CELL_MARGIN_CM <= width


def test_names_stand_on_one_line_before_headings_do():
    heads = ("Rata-rata semua butir", "Simpangan baku butir", "Skor tertinggi butir") * 2
    columns = (Column("Skala", "left"), *(Column(head) for head in heads))
    cells = ("Layanan pelanggan", *(Quantity(1.5) for _ in heads))
    found = fit(Table("names", "Judul", columns, (Row(cells),)), ID)
    name = ems("Layanan pelanggan") * found.size * EM_CM + 2 * CELL_MARGIN_CM
    assert found.widths[0] >= name
    assert found.widths[1] < ems(heads[0], bold=True) * found.size * EM_CM
    assert sum(found.widths) == pytest.approx(14, abs=0.01)


def wide(columns: int) -> Table:
    heads = tuple(Column(f"Variabel {place}", "left" if place == 0 else "right") for place in range(columns))
    cells = ("Layanan", *(Quantity(1.5) for _ in range(columns - 1)))
    return Table("wide", "Lebar", heads, (Row(cells),))


def test_type_shrinks_before_the_page_turns():
    sizes = [fit(wide(columns), ID) for columns in (6, 10, 13, 30)]
    assert [found.landscape for found in sizes] == [False, False, True, True]
    assert [found.size for found in sizes] == [10, 9, 9, 6.5]
    for found in sizes:
        assert sum(found.widths) == pytest.approx(23.7 if found.landscape else 14, abs=0.01)


def test_a_turned_page_holds_heading_and_table_and_ends():
    broad = dataclasses.replace(exhibit(), tables=(wide(14),), key="wide")
    view = dataclasses.replace(section(), exhibits=(exhibit(), broad, exhibit()))
    document = opened(word_document(dataclasses.replace(report(), sections=(view,)), EN))
    assert [page.orientation for page in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]

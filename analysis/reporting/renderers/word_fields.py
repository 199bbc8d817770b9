"""Fields of a Word file: counted captions, the lists that Word builds from them, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from analysis.reporting.captions import Caption
from analysis.reporting.renderers.text_escape import for_document, for_html


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of a list: its words, the bookmark where they stand, the style of the line."""

    text: str
    bookmark: str
    style_id: str


def write_caption(paragraph: Paragraph, caption: Caption, title: str, bookmark_id: int) -> str:
    """ "Tabel 4.3 Title": the number is a SEQ field, and a bookmark spans label and number.

    Word builds "Daftar Tabel" from the SEQ fields and refers to the bookmark, whose name is returned.
    """
    name = f"_Ref_{caption.kind}_{caption.chapter}_{caption.number}"
    _mark(paragraph, "w:bookmarkStart", bookmark_id, name)
    paragraph.add_run(for_document(f"{caption.word} {caption.chapter}."))
    write_field(paragraph, f" SEQ {caption.word} \\* ARABIC ", str(caption.number))
    _mark(paragraph, "w:bookmarkEnd", bookmark_id)
    paragraph.add_run(f" {for_document(title)}")
    return name


def write_marked(paragraph: Paragraph, text: str, bookmark_id: int) -> str:
    """Words inside a bookmark, whose name is returned."""
    name = f"_Toc_{bookmark_id}"
    _mark(paragraph, "w:bookmarkStart", bookmark_id, name)
    paragraph.add_run(for_document(text))
    _mark(paragraph, "w:bookmarkEnd", bookmark_id)
    return name


def write_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field with the result that stands there until Word updates it."""
    _field_character(paragraph.add_run(), "begin")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    paragraph.add_run()._r.append(text)
    _field_character(paragraph.add_run(), "separate")
    paragraph.add_run(shown)
    _field_character(paragraph.add_run(), "end")


def write_list(before: Paragraph, instruction: str, entries: Sequence[ListEntry]) -> None:
    """A field that lists headings or captions, put before a paragraph.

    Its lines are there from the start, each a link. Page numbers come when Word updates the field: before
    that nobody has laid out the pages, and a number would be a guess.
    """
    for paragraph in _list_paragraphs(instruction, entries):
        before._p.addprevious(parse_xml(paragraph))


def _list_paragraphs(instruction: str, entries: Sequence[ListEntry]) -> Iterator[str]:
    opening = (
        f'{_character("begin")}<w:r><w:instrText xml:space="preserve">{for_html(instruction)}</w:instrText></w:r>'
        f"{_character('separate')}"
    )
    for place, entry in enumerate(entries):
        first = opening if place == 0 else ""
        last = _character("end") if place == len(entries) - 1 else ""
        yield (
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{entry.style_id}"/></w:pPr>{first}'
            f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1"><w:r>'
            f'<w:t xml:space="preserve">{for_html(entry.text)}</w:t></w:r></w:hyperlink>{last}</w:p>'
        )


def _character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field_character(run: Run, kind: str) -> None:
    character = OxmlElement("w:fldChar")
    character.set(qn("w:fldCharType"), kind)
    run._r.append(character)


def _mark(paragraph: Paragraph, tag: str, bookmark_id: int, name: str = "") -> None:
    element = OxmlElement(tag)
    element.set(qn("w:id"), str(bookmark_id))
    if name:
        element.set(qn("w:name"), name)
    paragraph._p.append(element)

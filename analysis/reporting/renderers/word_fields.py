"""Fields of a Word file: counted captions that a list of tables can be built from, page numbers."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from analysis.reporting.captions import Caption
from analysis.reporting.renderers.text_escape import for_document


def write_caption(paragraph: Paragraph, caption: Caption, title: str, bookmark_id: int) -> None:
    """ "Tabel 4.3 Title": the number is a SEQ field, and a bookmark spans label and number.

    Word builds "Daftar Tabel" from the SEQ fields and refers to the bookmark from the text.
    """
    name = f"_Ref_{caption.kind}_{caption.chapter}_{caption.number}"
    _mark(paragraph, "w:bookmarkStart", bookmark_id, name)
    paragraph.add_run(for_document(f"{caption.word} {caption.chapter}."))
    write_field(paragraph, f" SEQ {caption.word} \\* ARABIC ", str(caption.number))
    _mark(paragraph, "w:bookmarkEnd", bookmark_id)
    paragraph.add_run(f" {for_document(title)}")


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

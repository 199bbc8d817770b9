"""Page and type of the Word file: A4, the margins and typeface that Indonesian theses ask for."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from analysis.reporting.language import Language

TYPEFACE = "Times New Roman"
PAGE_SHORT, PAGE_LONG = Cm(21), Cm(29.7)
MARGIN_LEFT, MARGIN = Cm(4), Cm(3)
TABLE_TEXT_ID, NOTES_ID = "TableText", "ExhibitNotes"
CONTENTS_IDS = ("TOC1", "TOC2")
CAPTIONS_LIST_ID = "TableofFigures"
LIST_STYLES = (("toc 1", "TOC1", 0.0), ("toc 2", "TOC2", 0.5), ("table of figures", CAPTIONS_LIST_ID, 0.0))
HANGING_CM = 1.2
"""By how much the further lines of a long entry stand in."""
LANGUAGE_TAGS = {"id": "id-ID", "en": "en-GB"}
# A file says nothing about when it was made: the trail does, and equal studies give equal files.
NO_DATE = datetime(2000, 1, 1)


def new_document(title: str, language: Language) -> Document:
    """An empty document with the styles set."""
    document = docx.Document()
    _set_properties(document, title, language)
    _set_styles(document, language)
    set_page(document.sections[0], landscape=False)
    return document


def set_page(section: Section, landscape: bool) -> None:
    """A4 with 4 cm for the binding and 3 cm elsewhere; upright or across."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (PAGE_LONG, PAGE_SHORT) if landscape else (PAGE_SHORT, PAGE_LONG)
    )
    # Turned across, the binding edge is the top.
    section.left_margin, section.top_margin = (MARGIN, MARGIN_LEFT) if landscape else (MARGIN_LEFT, MARGIN)
    section.right_margin = section.bottom_margin = MARGIN


def text_width_cm(landscape: bool) -> float:
    """Width between the margins in centimetres."""
    page, margins = (PAGE_LONG, 2 * MARGIN) if landscape else (PAGE_SHORT, MARGIN_LEFT + MARGIN)
    return (page - margins) / Cm(1)


def _set_properties(document: Document, title: str, language: Language) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.language = LANGUAGE_TAGS[language.code]
    properties.created = properties.modified = NO_DATE
    properties.last_modified_by, properties.revision = "", 1


def _set_styles(document: Document, language: Language) -> None:
    _style(document, "Normal", 12, spacing=1.5, after=6, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    _style(document, "Title", 14, bold=True, after=6, align=WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, "Subtitle", 12, after=0, align=WD_ALIGN_PARAGRAPH.CENTER)
    for level in (1, 2, 3):
        _style(document, f"Heading {level}", 12, bold=True, before=12, after=6, keep=True)
    _style(document, "Caption", 11, bold=True, before=6, after=4, align=WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, "Header", 10)
    _style(document, "Footer", 10, align=WD_ALIGN_PARAGRAPH.CENTER)
    _add_style(document, "Exhibit Notes", NOTES_ID)
    _style(document, "Exhibit Notes", 10, before=3, after=8)
    cast("ParagraphStyle", document.styles["Exhibit Notes"]).paragraph_format.keep_together = True
    _add_style(document, "Table Text", TABLE_TEXT_ID)
    _style(document, "Table Text", 10, before=1, after=1)
    _set_list_styles(document)
    _set_language(document, LANGUAGE_TAGS[language.code])


def _set_list_styles(document: Document) -> None:
    """Contents and lists of tables and figures, under the names by which Word knows them."""
    _style(
        document, "TOC Heading", 12, bold=True, before=12, after=6, keep=True, align=WD_ALIGN_PARAGRAPH.CENTER
    )
    for name, style_id, indent in LIST_STYLES:
        _add_style(document, name, style_id, builtin=True)
        _style(document, name, 11, after=2)
        line = cast("ParagraphStyle", document.styles[name]).paragraph_format
        # Numbers of pages stand at the right end of a dotted line; long titles keep clear of them.
        line.left_indent, line.first_line_indent = Cm(indent + HANGING_CM), Cm(-HANGING_CM)
        line.right_indent = Cm(1)
        line.tab_stops.add_tab_stop(
            Cm(text_width_cm(landscape=False)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _add_style(document: Document, name: str, style_id: str, *, builtin: bool = False) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    style.element.styleId = style_id
    style.base_style = document.styles["Normal"]


def _style(
    document: Document,
    name: str,
    size: float,
    *,
    bold: bool = False,
    spacing: float = 1.0,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> None:
    style = cast("ParagraphStyle", document.styles[name])
    style.font.name, style.font.size, style.font.bold = TYPEFACE, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    _set_every_script(style)
    paragraph = style.paragraph_format
    paragraph.line_spacing, paragraph.alignment = spacing, align
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    paragraph.keep_with_next = keep


def _set_every_script(style: ParagraphStyle) -> None:
    """Name the typeface for every script: headings of the base template point to theme fonts instead."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)
    # The base template spaces out the letters of its titles and underlines them with a coloured rule.
    for tag in ("w:spacing", "w:kern"):
        for element in style.element.get_or_add_rPr().findall(qn(tag)):
            element.getparent().remove(element)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)


def _set_language(document: Document, tag: str) -> None:
    """The language that the spelling checker uses."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), tag)
    properties.append(element)

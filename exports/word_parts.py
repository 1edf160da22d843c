"""Parts of a Word document that python-docx has no names for: fields, bookmarks, links inside, boxes to tick.

Whatever text comes in is data: it is cleaned and set as text of a run, never as an instruction of a field.
"""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exports.plain import clean

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_EMPTY_BOX, _TICKED_BOX = "\u2610", "\u2612"
_BOX_FONT = "MS Gothic"
"""Where Word has its boxes; other programs take them from any font that holds them."""
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


def xml_of(part: Paragraph | Run | Table | _Row) -> Any:
    """Return the XML of a part: what python-docx has no names for is written there."""
    return part._element  # noqa: SLF001 - python-docx documents this as the way to it, and has no public one


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """Add ``text`` as it stands; its line breaks break lines. ``style``: id of a character style."""
    run = paragraph.add_run(clean(text))
    if style is not None:
        xml_of(run).style = style
    return run


def set_style(paragraph: Paragraph, style: str) -> None:
    """Set a paragraph in the style with this id; to look styles up by name takes longer than everything else."""
    xml_of(paragraph).style = style


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field that shows ``shown`` until somebody updates it. ``instruction`` is ours, never text from outside."""
    for part in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run()
        if part == "shown":
            run.text = clean(shown)
        elif part == "instruction":
            xml_of(run).append(_made("w:instrText", text=f" {instruction} "))
        else:
            xml_of(run).append(_made("w:fldChar", {"w:fldCharType": part}))


def add_bookmarked(paragraph: Paragraph, name: str, number: int, text: str) -> None:
    """Add ``text`` between the marks of the bookmark ``name``; ``number`` is another for each in a document."""
    xml_of(paragraph).append(_made("w:bookmarkStart", {"w:id": str(number), "w:name": name}))
    add_text(paragraph, text)
    xml_of(paragraph).append(_made("w:bookmarkEnd", {"w:id": str(number)}))


def add_link(paragraph: Paragraph, anchor: str, text: str, style: str) -> None:
    """Add ``text`` as a link to the bookmark ``anchor`` of the same document."""
    run = add_text(paragraph, text, style)
    link = _made("w:hyperlink", {"w:anchor": anchor, "w:history": "1"})
    xml_of(paragraph).append(link)
    link.append(xml_of(run))


def add_tick(paragraph: Paragraph, name: str, number: int, *, is_ticked: bool) -> None:
    """Add a box that a click ticks, with its word behind it; ``number`` is another for each in a document."""
    box = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w:alias/><w:id w:val="{number}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(_TICKED_BOX):04X}" w14:font="{_BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="{ord(_EMPTY_BOX):04X}" w14:font="{_BOX_FONT}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}"'
        f' w:hint="eastAsia"/></w:rPr><w:t>{_TICKED_BOX if is_ticked else _EMPTY_BOX}</w:t></w:r></w:sdtContent></w:sdt>'
    )
    box.find(f".//{qn('w:alias')}").set(qn("w:val"), clean(name))
    xml_of(paragraph).append(box)
    add_text(paragraph, f"\u00a0{name}")


def describe_table(table: Table, name: str, *, head_row: bool, head_column: bool) -> None:
    """Say what a table is and which of its cells are heads, for those who cannot see it."""
    properties = xml_of(table).tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    flags = {"firstRow": head_row, "lastRow": False, "firstColumn": head_column, "lastColumn": False}
    flags |= {"noHBand": True, "noVBand": True}
    bits = sum(_LOOK_BITS[flag] for flag, is_set in flags.items() if is_set)  # for programs older than the words
    words = {f"w:{flag}": str(int(is_set)) for flag, is_set in flags.items()}
    properties.append(_made("w:tblLook", {"w:val": f"{bits:04X}", **words}))
    properties.append(_made("w:tblCaption", {"w:val": clean(name)}))


def keep_row(row: _Row, *, is_head: bool = False, least_height: Length | None = None) -> None:
    """Keep a row on one page; a head comes again on every page."""
    properties = xml_of(row).get_or_add_trPr()
    properties.append(_made("w:cantSplit"))
    if least_height is not None:
        row.height, row.height_rule = least_height, WD_ROW_HEIGHT_RULE.AT_LEAST
    if is_head:
        properties.append(_made("w:tblHeader"))


def _made(name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> Any:
    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    if text is not None:
        element.text = text
        element.set(qn("xml:space"), "preserve")
    return element

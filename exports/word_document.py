"""An empty Word document of ours: A4, own styles, edition on every page, language, properties without a person's name.

The same content and date give the same bytes: nothing in the file tells when or where it was written.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from datetime import UTC, datetime, time
from pathlib import Path
from string import Template
from typing import Any, Final

from babel.core import get_global
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from exports.palette import RESOURCES, tokens
from exports.plain import one_line, shortened
from exports.word_parts import add_field, add_text
from fastmap.report.finished import Report
from fastmap.texts import locale_of

FONT: Final = "Arial"
"""On Windows and macOS, and Liberation Sans has its widths where it is missing."""
_STAND_IN: Final = "Liberation Sans"
TEXT_WIDTH: Final = Mm(170)
_MOST_IN_PROPERTY: Final = 255
_NOT_OURS: Final = ("customXml", "stylesWithEffects", "thumbnail", "extended-properties", "webSettings", "fontTable")
"""Parts of python-docx's template that say things about another program, or nothing."""
_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_TEXT, _CORE = "word/document.xml", "docProps/core.xml"
_MOST_READ: Final = 64 * 1024 * 1024
"""Bytes of text above which a document is not looked into."""
_PLACE: Final = re.compile(r"(\{pages?\})")


def new_document(report: Report, title: str) -> WordDocument:
    """Return a document without content; ``title`` is what it is called beside the cluster."""
    document = Document()
    _leave_out_what_is_not_ours(document)
    language = language_tag(report.language)
    colours = tokens()
    words = {name: getattr(colours, name).lstrip("#") for name in ("text", "text2", "primary", "line", "line_strong")}
    words |= {"sunken": colours.sunken.lstrip("#"), "language": language, "font": FONT}
    _take_over(document.styles.element, "word_styles.xml", words)
    _take_over(document.part.numbering_part.element, "word_numbering.xml", {})
    _set_up_page(document, report)
    _settings(document, language)
    _properties(document, report, title)
    return document


def language_tag(language: str) -> str:
    """Return the language as Word names it for proofing, with the country it is mostly written in.

    >>> [language_tag(code) for code in ("en", "de", "hu")]
    ['en-GB', 'de-DE', 'hu-HU']
    """
    locale = locale_of(language)
    country = locale.territory or str(get_global("likely_subtags").get(locale.language, "")).rpartition("_")[2]
    return f"{locale.language}-{country}" if country else str(locale.language)


def document_bytes(document: WordDocument) -> bytes:
    """Return the finished file: the same bytes for the same content."""
    # A document is told from one that somebody went on writing by the fingerprint of its text.
    document.core_properties.identifier = _fingerprint(document.part.blob)
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in parts.infolist():
            packed.writestr(zipfile.ZipInfo(part.filename, _ZIP_DAY), parts.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_as_written(path: Path) -> bool:
    """Say whether the document at ``path`` is one of ours that nobody has changed since.

    A file that is no such document, or that cannot be read as one, is none. Raises `OSError`.
    """
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as parts:
            if sum(parts.getinfo(part).file_size for part in (_TEXT, _CORE)) > _MOST_READ:
                return False
            return f">{_fingerprint(parts.read(_TEXT))}</dc:identifier>".encode() in parts.read(_CORE)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return False


def _fingerprint(text: bytes) -> str:
    return f"fastmap:{hashlib.sha256(text).hexdigest()}"


def _leave_out_what_is_not_ours(document: WordDocument) -> None:
    for holder in (document.part.package, document.part):
        for key, relation in tuple(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in _NOT_OURS:
                del holder.rels[key]
    package = document.part.package
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _font_table(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _font_table() -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}><w:font w:name="{FONT}">'
        f'<w:altName w:val="{_STAND_IN}"/><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def _take_over(element: Any, file: str, words: dict[str, str]) -> None:
    """Put the content of one of our templates in place of the content of a part."""
    template = Template((RESOURCES / "templates" / file).read_text(encoding="utf-8"))
    ours = parse_xml(template.substitute(words).encode())
    for part in tuple(element):
        element.remove(part)
    for part in tuple(ours):
        element.append(part)


def _set_up_page(document: WordDocument, report: Report) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    header = section.header.paragraphs[0]
    header.style = document.styles["Header"]
    add_text(header, one_line(report.banner or ""))
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    # The tab leads to the right edge; a name that fills the line would push the page number to the next one.
    add_text(footer, shortened(one_line(f"{report.cluster} · {report.round_label}"), 80) + "\t")
    for part in _PLACE.split(report.words.page_of):
        if _PLACE.fullmatch(part):
            add_field(footer, "PAGE" if part == "{page}" else "NUMPAGES", "1")
        else:
            add_text(footer, part)


def _settings(document: WordDocument, language: str) -> None:
    """Let Word check the spelling, break long words, and open the file as one of today."""
    settings = document.settings.element
    for name in ("w:proofState", "w:savePreviewPicture", "w:rsids", "w:shapeDefaults"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    zoom = settings.find(qn("w:zoom"))
    zoom.set(qn("w:percent"), "100")
    hyphens = OxmlElement("w:autoHyphenation")
    settings.find(qn("w:defaultTabStop")).addnext(hyphens)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    theme = settings.find(qn("w:themeFontLang"))
    theme.set(qn("w:val"), language)


def _properties(document: WordDocument, report: Report, title: str) -> None:
    properties, at = document.core_properties, datetime.combine(report.made_on, time(), UTC)
    cluster = shortened(one_line(report.cluster), _MOST_IN_PROPERTY)
    properties.title = shortened(one_line(f"{title} – {report.cluster}"), _MOST_IN_PROPERTY)
    properties.subject = shortened(one_line(report.title), _MOST_IN_PROPERTY)
    properties.author = properties.last_modified_by = cluster
    properties.language = language_tag(report.language)
    properties.category = properties.comments = properties.keywords = ""
    properties.content_status = shortened(one_line(report.banner or ""), _MOST_IN_PROPERTY)
    properties.created = properties.modified = at
    properties.revision = 1

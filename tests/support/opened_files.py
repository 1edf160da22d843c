"""What programs find in a file of ours when they open it: its text, and whatever in it is more than text."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
from defusedxml.ElementTree import fromstring
from PIL import Image

from exports.plain import clean
from tests.support.pdf_text import text_of

_FORMULA_SIGNS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_UNSEEN = re.compile("[\\s\u200b\u00ad\u2060\ufffd\ufffe?]")
_ACTIVE_IN_PDF = ("/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/AA", "/RichMedia", "/XFA", "/SubmitForm")
_ACTIVE_IN_SVG = {"script", "foreignObject", "iframe", "image", "animate", "set", "handler", "a"}


def bare(text: str) -> str:
    """Return ``text`` as it is compared: cleaned, without blanks, marks where a line may break, and signs for no sign."""
    return _UNSEEN.sub("", clean(text))


def text_in(path: Path) -> str:
    """Return all text of a file that people or programs read; "" for a PNG."""
    return _text_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _text_of(path: Path, _written_at: int) -> str:
    return _READERS[path.suffix](path)


def more_than_text(path: Path) -> set[str]:
    """Return everything in a file that does something or leads somewhere: formulas, links, scripts, fields."""
    return set(_FINDERS[path.suffix](path))


# --- workbooks --------------------------------------------------------------------------------------------------------


def _cells(path: Path) -> tuple[tuple[object, str], ...]:
    """Return value and type of every cell that holds something."""
    return _cells_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _cells_of(path: Path, _written_at: int) -> tuple[tuple[object, str], ...]:
    sheets = openpyxl.load_workbook(path).worksheets
    cells = (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)
    return tuple((cell.value, cell.data_type) for cell in cells if cell.value is not None)


def _xlsx_text(path: Path) -> str:
    return "\n".join(str(value) for value, _ in _cells(path))


def _active_in_xlsx(path: Path) -> Iterator[str]:
    yield from (f"formula {value}" for value, kind in _cells(path) if kind == "f")
    yield from _active_in_package(path)


def _active_in_package(path: Path) -> Iterator[str]:
    """Yield parts of an Office file that are no content, and relations that lead out of it."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.search(r"vba|externalLink|connections|embeddings|activeX|ctrlProps", name):
                yield f"part {name}"
            if name.endswith(".rels"):
                found = (one for one in fromstring(package.read(name)) if one.get("TargetMode") == "External")
                yield from (f"link {one.get('Target')}" for one in found)
            if name.startswith("xl/") and b"ddeLink" in package.read(name):
                yield f"DDE in {name}"


# --- papers -----------------------------------------------------------------------------------------------------------


def _docx_text(path: Path) -> str:
    docx.Document(str(path))  # python-docx opens it
    with zipfile.ZipFile(path) as package:
        parts = [fromstring(package.read(name)) for name in package.namelist() if _is_story(name)]
    return "\n".join("".join(part.itertext()) for part in parts)


def _is_story(name: str) -> bool:
    return re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name) is not None


def _active_in_docx(path: Path) -> Iterator[str]:
    main = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if _is_story(name):
                tree = fromstring(package.read(name))
                yield from (f"field {''.join(one.itertext()).strip()}" for one in tree.iter(f"{main}instrText"))
                yield from (f"field {one.get(f'{main}instr')}" for one in tree.iter(f"{main}fldSimple"))
    yield from _active_in_package(path)


# --- PDF --------------------------------------------------------------------------------------------------------------


def _active_in_pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as document:
        for one in document.objects:
            if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                continue
            yield from (f"active {key}" for key in _ACTIVE_IN_PDF if key in one)
            action = one.get("/S")
            if isinstance(action, pikepdf.Name) and str(action) in _ACTIVE_IN_PDF:
                yield f"action {action}"
            yield from _links(one)
        yield from (f"file {name}" for name in document.attachments)


def _links(one: Any) -> Iterator[str]:
    """Yield where a link leads, if outside; an action may stand in the dictionary of its link or apart."""
    for holder in (one, one.get("/A")):
        if isinstance(holder, pikepdf.Dictionary) and "/URI" in holder and "/S" in holder:
            yield f"link {holder['/URI']}"


# --- pictures and plain files -----------------------------------------------------------------------------------------


def _svg_text(path: Path) -> str:
    return "".join(fromstring(path.read_bytes()).itertext())


def _active_in_svg(path: Path) -> Iterator[str]:
    for one in fromstring(path.read_bytes()).iter():
        name = str(one.tag).rpartition("}")[2]
        if name in _ACTIVE_IN_SVG:
            yield f"element {name}"
        for key, value in one.attrib.items():
            plain = key.rpartition("}")[2].lower()
            if plain.startswith("on") or (plain == "href" and not value.startswith("#")):
                yield f"attribute {plain}={value}"
            if re.search(r"url\((?!#)|javascript:|@import", value):
                yield f"value {value}"


def _opened_png(path: Path) -> str:
    with Image.open(path) as picture:
        picture.verify()
    return ""


def _plain_text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _rows(path: Path, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(_plain_text(path), newline=""), delimiter=separator))


def _csv_text(path: Path) -> str:
    return "\n".join(cell for row in _rows(path) for cell in row)


def _active_in_csv(path: Path) -> Iterator[str]:
    for row in _rows(path):
        yield from (f"cell {cell}" for cell in row if cell.lstrip(" \u00a0").startswith(_FORMULA_SIGNS))


def _json_text(path: Path) -> str:
    return "\n".join(_strings(json.loads(path.read_bytes())))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)


def _is_survey(path: Path) -> bool:
    return _plain_text(path).startswith("class\t")


def _txt_text(path: Path) -> str:
    """Return what is read: a survey tool shows the texts of its file as web pages."""
    if not _is_survey(path):
        return _plain_text(path)
    return "\n".join(html.unescape(cell) for row in _rows(path, "\t") for cell in row)


def _active_in_txt(path: Path) -> Iterator[str]:
    text = _plain_text(path)
    if _is_survey(path):
        yield from (f"element {one.lower()}" for one in re.findall(r"</?[a-zA-Z]\w*", text))
    yield from (
        f"control {sign!r}" for sign in re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)
    )


def _nothing(_path: Path) -> Iterator[str]:
    return iter(())


_READERS: Mapping[str, Callable[[Path], str]] = {
    ".csv": _csv_text,
    ".docx": _docx_text,
    ".json": _json_text,
    ".pdf": text_of,
    ".png": _opened_png,
    ".sha256": _plain_text,
    ".svg": _svg_text,
    ".txt": _txt_text,
    ".xlsx": _xlsx_text,
}
_FINDERS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    ".csv": _active_in_csv,
    ".docx": _active_in_docx,
    ".json": _nothing,
    ".pdf": _active_in_pdf,
    ".png": _nothing,
    ".sha256": _nothing,
    ".svg": _active_in_svg,
    ".txt": _active_in_txt,
    ".xlsx": _active_in_xlsx,
}

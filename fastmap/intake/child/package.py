"""Spreadsheets that are packages of parts (.xlsx, .xlsb, .ods): checked before anything is built, mended where possible."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from itertools import islice
from typing import Any

from fastmap.intake.child import marks, repair
from fastmap.intake.child.limits import MOST_AREA, MOST_SHEET_BYTES, MOST_SHEETS, MOST_UNPACKED, Mode, Refused
from fastmap.intake.child.values import values_of

MOST_RATIO = 150
RATIO_FROM = 1_000_000
MOST_ENTRIES = 500
_LISTS = "lists"
"""Sheet of a form that holds the words of its drop-downs."""
_CELL = re.compile(rb"""[\s]r=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_FAR_CELL = re.compile(rb"""[\s]r=["'](?:[A-Z]{3}|[A-Z]{1,2}[0-9]{4})""")
"""A cell beyond ZZ999; without one, no sheet has more than 702 × 999 cells."""
_NO_SHEETS = (
    "docProps/",
    "xl/theme/",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "[Content_Types].xml",
)
"""Parts beside the sheets; a sheet may have any name."""
_SAVED = re.compile(rb"modified[^>]{0,400}>([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}Z?)<")


def read_package(content: bytes, mode: Mode, only: list[str] | None) -> dict[str, Any]:
    """Return what is in a package; of a damaged form what is left of it. Raises `Refused` for what is no spreadsheet."""
    try:
        return _read_whole_package(content, mode, only)
    except Refused as refusal:
        if refusal.code != "damaged" or mode != Mode.FORM:
            raise
    except Exception:
        if mode != Mode.FORM:
            raise
    rest = repair.repaired(content, MOST_UNPACKED) if len(content) <= MOST_SHEET_BYTES[Mode.FORM] else None
    if rest is None:
        raise Refused("damaged", "zip")
    return {**_read_whole_package(rest, mode, only), "repaired": True}


class _Package:
    """The parts of a package, each unpacked only when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Look at the directory alone: a package that would unpack to much is refused before."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
            raise Refused("damaged", "zip") from None
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        _check_directory(self._zip.infolist())
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}
        """How many bytes each part says it has, by its name."""

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """Return a part; nothing where there is none."""
        if name not in self._entries:
            return b""
        try:
            return self._zip.read(self._entries[name])
        except Exception:  # noqa: BLE001 - BadZipFile, zlib.error and whatever else a broken stream brings
            raise Refused("damaged", "zip") from None

    def part_or_nothing(self, name: str) -> bytes:
        """Return a part that can be done without."""
        try:
            return self.part(name)
        except Refused:
            return b""


def _read_whole_package(content: bytes, mode: Mode, only: list[str] | None) -> dict[str, Any]:
    package = _Package(content)
    if "xl/workbook.xml" in package:
        return _read_xlsx(content, package, mode, only)
    if "xl/workbook.bin" in package:
        _check_parts(package, "xl/", mode)
        return values_of(content, "xlsb", mode, only)
    if "content.xml" in package and b"spreadsheet" in package.part("mimetype")[:200]:
        return _read_ods(content, package, mode, only)
    is_document = "[Content_Types].xml" in package or "mimetype" in package
    raise Refused("no_spreadsheet", "zip" if is_document else "archive")


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused("too_large", "zip")
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused("password", "zip")
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise Refused("too_large", "zip")


def _check_parts(package: _Package, prefix: str, mode: Mode) -> None:
    """Unpack what will be read once in Python: a size that lies shows as a wrong checksum, before anything is built."""
    for name, size in package.sizes.items():
        if name.startswith(prefix) and not name.startswith((f"{prefix}media/", f"{prefix}vbaProject")):
            if size > MOST_SHEET_BYTES[mode]:
                raise Refused("too_large", "zip")
            package.part(name)


def _read_xlsx(content: bytes, package: _Package, mode: Mode, only: list[str] | None) -> dict[str, Any]:
    sheet_names, files, names = marks.workbook_parts(
        package.part("xl/workbook.xml"), package.part("xl/_rels/workbook.xml.rels")
    )
    parts: dict[str, bytes] = {}
    for name, size in package.sizes.items():
        if (not name.endswith(".xml") or name.startswith(_NO_SHEETS)) and name not in files:
            continue
        if size > MOST_SHEET_BYTES[mode]:
            raise Refused("too_large", "xlsx")
        parts[name] = package.part(name)
        _check_area(parts[name], mode)
    package.part("xl/sharedStrings.xml")
    if mode == Mode.FORM:
        found = _form_in_xlsx(content, list(zip(sheet_names, files, strict=True)), names, parts)
    else:
        found = values_of(content, "xlsx", mode, only)
    found["macros"] = any(name.casefold().endswith("vbaproject.bin") for name in package.sizes)
    if saved := _SAVED.search(package.part_or_nothing("docProps/core.xml")):
        found["saved"] = saved[1].decode()
    return found


def _form_in_xlsx(
    content: bytes, sheets: list[tuple[str, str]], names: dict[str, tuple[int, int, int]], parts: dict[str, bytes]
) -> dict[str, Any]:
    """Return the sheets with named cells and those beside them, with names and formula flags.

    ``sheets``: the name of each and the part it is in; two may bear one name.
    """
    wanted = {place[0] for place in names.values()}
    if wanted:  # sheets beside the form may hold another one; the form's own lists never do
        others = (i for i, (name, file) in enumerate(sheets) if file in parts and name != _LISTS)
        wanted |= set(islice(others, MOST_SHEETS[Mode.FORM]))
    found = values_of(content, "xlsx", Mode.FORM, [sheets[i][0] for i in sorted(wanted)] or None)
    position = {sheet["name"]: i for i, sheet in enumerate(found["sheets"])}
    found["names"] = {name: (position[sheets[sheet][0]], row, column) for name, (sheet, row, column) in names.items()}
    found["formulas"] = [
        flag
        for name, file in sheets
        if name in position
        for flag in marks.sheet_formulas(parts.get(file, b""), position[name])
    ]
    return found


def _check_area(sheet_xml: bytes, mode: Mode) -> None:
    if not _FAR_CELL.search(sheet_xml):
        return
    cells = _CELL.findall(sheet_xml)
    columns = [marks.column_number(name) for name in {name for name, _ in cells}]
    rows = [int(row) for _, row in cells]
    if (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1) > MOST_AREA[mode]:
        raise Refused("too_large", "xlsx")


def _read_ods(content: bytes, package: _Package, mode: Mode, only: list[str] | None) -> dict[str, Any]:
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise Refused("password", "ods")
    if package.sizes["content.xml"] > MOST_SHEET_BYTES[mode]:
        raise Refused("too_large", "ods")
    document = package.part("content.xml")
    found = values_of(content, "ods", mode, only)
    found["macros"] = any(name.startswith("Basic/") for name in package.sizes)
    if mode == Mode.FORM:
        tree = marks.tree_of(document)
        sheet_names = [sheet["name"] for sheet in found["sheets"]]
        found["names"] = {name: tuple(place) for name, place in marks.ods_names(tree, sheet_names)}
        found["formulas"] = list(marks.ods_formulas(tree, sheet_names))
    return found

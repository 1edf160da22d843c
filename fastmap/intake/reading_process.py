"""The child process that opens files from outside. Run as a script; it imports nothing of fastmap.

It gets the bytes of one file after the other on standard input and answers with JSON on standard output. After its
imports it gives up opening files and using much memory or time, so that whatever a hostile file does stays here: the
parent (`safe_reading`) sees an answer, or a process that ended.

Request: ``>BHI`` (mode: 0 form, 1 table, 2 overview; bytes of options, bytes of the file), then the options as JSON
(``{"sheet"?, "encoding"?, "delimiter"?}``: one sheet alone; how text is to be read) and the file. Answer: ``>I``, then
that many bytes JSON: ``{"kind", "refused"?, "macros"?, "saved"?, "encoding"?, "guessed"?, "delimiter"?, "sheets":
[{"name", "rows", "merged", "size"?}], "names": {name: [sheet, row, column]} (left out if they are those of the answer
before), "formulas": [[sheet, row, column, has_value]]}``; rows and columns count from 0. An overview holds the first
rows of every sheet, and how many rows and columns there are. A long sheet has no rows there and says in ``parts`` how
many answers follow with them, each ``>I`` and a JSON list of rows, sheet by sheet.
"""

from __future__ import annotations

import codecs
import importlib.util
import io
import json
import os
import re
import struct
import sys
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import python_calamine as calamine

if TYPE_CHECKING:
    from collections.abc import Mapping

try:
    import resource
except ImportError:  # Windows: see reading_windows; time is limited by the parent everywhere
    resource = None  # type: ignore[assignment]

FORM, TABLE, OVERVIEW = 0, 1, 2
MOST_UNPACKED = 50_000_000
MOST_RATIO = 150
RATIO_FROM = 1_000_000
MOST_ENTRIES = 500
MOST_SHEETS = (12, 200, 500)
_LISTS = "lists"
"""Sheet of a form that holds the words of its drop-downs."""
MOST_AREA = (720_000, 4_000_000, 4_000_000)
"""Cells of one sheet, empty ones between filled ones included: form, table, overview."""
MOST_SHEET_BYTES = (6_000_000, MOST_UNPACKED, MOST_UNPACKED)
CELLS_AT_ONCE = 40_000
"""Cells sent in one part: reading more JSON at once would keep a window waiting for longer than a tenth of a second."""
HEAD_ROWS, HEAD_COLUMNS, HEAD_TEXT = 20, 40, 300
"""What an overview shows of a sheet: rows, columns, characters of a cell."""
MOST_TEXT = 40_000
"""Characters kept of one cell; a spreadsheet cell holds 32,767."""
MEMORY = (700_000_000, 1_500_000_000, 1_500_000_000)
SECONDS = (15, 60, 60)
"""Processor time for one file: form, table, overview."""

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
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_FLAT_SHEETS = (b"opendocument.spreadsheet", b"excel.sheet", b"office:spreadsheet", b"office:document")
"""Marks of a whole workbook written as one text of XML."""
_HEIF = (b"heic", b"heix", b"mif1", b"avif", b"hevc", b"msf1")


class Refused(Exception):  # noqa: N818 - an answer, not a mistake
    """The file is not read; ``code`` says why."""

    def __init__(self, code: str, kind: str = "unknown") -> None:
        """Keep the code and what the file looked like."""
        super().__init__(code)
        self.code = code
        self.kind = kind


def main() -> None:
    """Answer requests until standard input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _load_all()
    _limit_files()
    last_names = 0
    while header := _exactly(source, 7):
        mode, length, size = struct.unpack(">BHI", header)
        options = json.loads(_exactly(source, length) or b"{}")
        content = _exactly(source, size)
        _limit_work(mode)
        found = _answer(content, mode, options)
        if names := found.get("names"):
            # Forms of one round share their names: they are sent once and then only meant.
            found["names_mark"] = mark = hash(tuple(names.items()))
            if mark == last_names:
                del found["names"]
            last_names = mark
        _send(target, found)


def _send(target: BinaryIO, found: dict[str, Any]) -> None:
    """Write the answer, and behind it the rows of long sheets in parts: whoever reads may breathe between them."""
    parts: list[list[Any]] = []
    for sheet in found.get("sheets", ()):
        rows, at_once = sheet["rows"], max(1, CELLS_AT_ONCE // max(1, max(map(len, sheet["rows"]), default=1)))
        if len(rows) > at_once:
            sheet["rows"], sheet["parts"] = [], -(-len(rows) // at_once)
            parts += (rows[first : first + at_once] for first in range(0, len(rows), at_once))
    for part in (found, *parts):
        answer = json.dumps(part, default=_as_json, separators=(",", ":")).encode()
        target.write(struct.pack(">I", len(answer)) + answer)
    target.flush()


def _load_all() -> None:
    """Load what Python loads late (codecs, parsers), while files may still be opened."""
    for name in (*_beside("reading_text").CODECS, "utf-16-le", "utf-16-be", "cp437"):
        codecs.lookup(name)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", "<a/>")
    _answer(memory.getvalue(), FORM)
    _beside("reading_repair")
    _beside("reading_xls")
    if os.name == "nt":
        _job()
    _beside("reading_marks").tree_of(b"<a/>")
    _read_text(b"a;b", FORM, {})


def _exactly(source: BinaryIO, size: int) -> bytes:
    content = source.read(size)
    return content if len(content) == size else b""


def _limit_files() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _limit_work(mode: int) -> None:
    if os.name == "nt":
        _job().limit(MEMORY[mode])
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY[mode], hard))
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + SECONDS[mode] + 1, hard))


@cache
def _job() -> Any:
    return _beside("reading_windows").Job()


def _answer(content: bytes, mode: int, options: Mapping[str, str] | None = None) -> dict[str, Any]:
    try:
        return read(content, mode, options or {})
    except Refused as refusal:
        return {"kind": refusal.kind, "refused": refusal.code}
    except MemoryError:
        return {"kind": "unknown", "refused": "too_large"}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a Rust panic is a BaseException; nothing a file does may end the import
        return {"kind": "unknown", "refused": "damaged"}


def read(content: bytes, mode: int, options: Mapping[str, str]) -> dict[str, Any]:
    """Return the values, names and formula flags of one file. Raises `Refused` for what is not a spreadsheet."""
    kind = kind_of(content)
    only = [options["sheet"]] if options.get("sheet") else None
    if kind == "zip":
        return _read_package(content, mode, only)
    if kind == "ole":
        return _read_binary_workbook(content, mode, only)
    if kind == "csv" or (kind == "other" and options.get("encoding")):
        return _read_text(content, mode, options)
    return {"kind": kind}


def kind_of(content: bytes) -> str:
    """Return what the bytes are, whatever the file is called."""
    if not content.strip(b"\0 \t\r\n"):
        return "empty"
    if content.startswith(b"PK\x03\x04"):
        return "zip"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_IMAGES) or (content[4:8] == b"ftyp" and content[8:12] in _HEIF):
        return "image"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image"
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") and any(tag in start for tag in (b"<html", b"<!doctype html", b"<table", b"<head")):
        return "html"
    if start.startswith(b"<?xml") and any(mark in start for mark in _FLAT_SHEETS):
        return "flat"
    if start.startswith((b"<?xml", b"{\\rtf")):
        return "other"
    return "csv" if _is_text(content) else "other"


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:65536]
    strange = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13, 26))
    return b"\0" not in sample and strange * 200 <= len(sample)


def _read_package(content: bytes, mode: int, only: list[str] | None) -> dict[str, Any]:
    try:
        return _read_whole_package(content, mode, only)
    except Refused as refusal:
        if refusal.code != "damaged" or mode != FORM:
            raise
    except Exception:
        if mode != FORM:
            raise
    rest = (
        _beside("reading_repair").repaired(content, MOST_UNPACKED) if len(content) <= MOST_SHEET_BYTES[FORM] else None
    )
    if rest is None:
        raise Refused("damaged", "zip")
    return {**_read_whole_package(rest, mode, only), "repaired": True}


@cache
def _beside(name: str) -> Any:
    """Load a module beside this one by its path: their folder is no place to import from."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None  # the file lies there
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read_whole_package(content: bytes, mode: int, only: list[str] | None) -> dict[str, Any]:
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        raise Refused("damaged", "zip") from None
    entries = {entry.filename: entry for entry in package.infolist()}
    _check_directory(package.infolist())
    if "xl/workbook.xml" in entries:
        return _read_xlsx(content, package, entries, mode, only)
    if "xl/workbook.bin" in entries:
        _check_parts(package, entries, "xl/", mode)
        return _values(content, "xlsb", mode, only)
    if "content.xml" in entries and b"spreadsheet" in _part(package, entries, "mimetype")[:200]:
        return _read_ods(content, package, entries, mode, only)
    is_document = "[Content_Types].xml" in entries or "mimetype" in entries
    raise Refused("no_spreadsheet", "zip" if is_document else "archive")


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused("too_large", "zip")
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused("password", "zip")
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise Refused("too_large", "zip")


def _check_parts(package: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], prefix: str, mode: int) -> None:
    """Unpack what will be read once in Python: a size that lies shows as a wrong checksum, before anything is built."""
    for name, entry in entries.items():
        if name.startswith(prefix) and not name.startswith((f"{prefix}media/", f"{prefix}vbaProject")):
            if entry.file_size > MOST_SHEET_BYTES[mode]:
                raise Refused("too_large", "zip")
            _part(package, entries, name)


def _part(package: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> bytes:
    if name not in entries:
        return b""
    try:
        return package.read(entries[name])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise Refused("damaged", "zip") from None
    except Exception:  # noqa: BLE001 - zlib.error and whatever a broken stream brings
        raise Refused("damaged", "zip") from None


def _part_or_nothing(package: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> bytes:
    """Return a part that can be done without."""
    try:
        return _part(package, entries, name)
    except Refused:
        return b""


def _read_xlsx(
    content: bytes,
    package: zipfile.ZipFile,
    entries: dict[str, zipfile.ZipInfo],
    mode: int,
    only: list[str] | None,
) -> dict[str, Any]:
    marks = _beside("reading_marks")
    sheet_names, files, names = marks.workbook_parts(
        _part(package, entries, "xl/workbook.xml"), _part(package, entries, "xl/_rels/workbook.xml.rels")
    )
    parts: dict[str, bytes] = {}
    for name, entry in entries.items():
        if (not name.endswith(".xml") or name.startswith(_NO_SHEETS)) and name not in files:
            continue
        if entry.file_size > MOST_SHEET_BYTES[mode]:
            raise Refused("too_large", "xlsx")
        parts[name] = _part(package, entries, name)
        _check_area(parts[name], mode)
    _part(package, entries, "xl/sharedStrings.xml")
    if mode != FORM:
        found = _values(content, "xlsx", mode, only)
    else:
        wanted = {place[0] for place in names.values()} if names else set()
        if wanted:  # sheets beside the form may hold another one; the form's own lists never do
            others = (i for i, part in enumerate(files) if part in parts and sheet_names[i] != _LISTS)
            wanted |= set(islice(others, MOST_SHEETS[mode]))
        found = _values(content, "xlsx", mode, [sheet_names[i] for i in sorted(wanted)] or None)
        position = {sheet["name"]: i for i, sheet in enumerate(found["sheets"])}
        found["names"] = {
            name: (position[sheet_names[sheet]], row, column) for name, (sheet, row, column) in names.items()
        }
        found["formulas"] = [
            flag
            for i, name in enumerate(sheet_names)
            if name in position
            for flag in marks.sheet_formulas(parts.get(files[i], b""), position[name])
        ]
    found["macros"] = any(name.casefold().endswith("vbaproject.bin") for name in entries)
    if saved := _SAVED.search(_part_or_nothing(package, entries, "docProps/core.xml")):
        found["saved"] = saved[1].decode()
    return found


def _check_area(sheet_xml: bytes, mode: int) -> None:
    if not _FAR_CELL.search(sheet_xml):
        return
    cells = _CELL.findall(sheet_xml)
    columns = [_beside("reading_marks").column_number(name) for name in {name for name, _ in cells}]
    rows = [int(row) for _, row in cells]
    if (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1) > MOST_AREA[mode]:
        raise Refused("too_large", "xlsx")


def _read_ods(
    content: bytes,
    package: zipfile.ZipFile,
    entries: dict[str, zipfile.ZipInfo],
    mode: int,
    only: list[str] | None,
) -> dict[str, Any]:
    if b"encryption-data" in _part(package, entries, "META-INF/manifest.xml"):
        raise Refused("password", "ods")
    if entries["content.xml"].file_size > MOST_SHEET_BYTES[mode]:
        raise Refused("too_large", "ods")
    document = _part(package, entries, "content.xml")
    found = _values(content, "ods", mode, only)
    found["macros"] = any(name.startswith("Basic/") for name in entries)
    if mode == FORM:
        marks = _beside("reading_marks")
        tree = marks.tree_of(document)
        sheet_names = [sheet["name"] for sheet in found["sheets"]]
        found["names"] = {name: tuple(place) for name, place in marks.ods_names(tree, sheet_names)}
        found["formulas"] = list(marks.ods_formulas(tree, sheet_names))
    return found


def _read_binary_workbook(content: bytes, mode: int, only: list[str] | None) -> dict[str, Any]:
    if _ENCRYPTED_PACKAGE in content:
        raise Refused("password", "xls")
    found = _values(content, "xls", mode, only)
    if mode == FORM and len(content) <= MOST_SHEET_BYTES[FORM]:
        position = {sheet["name"]: i for i, sheet in enumerate(found["sheets"])}
        try:
            cells = list(_beside("reading_xls").formula_cells(content))
        except (struct.error, IndexError):  # the reader got along with it; only the marks are missing
            cells = []
        found["formulas"] = [
            [position[name], row, column, result] for name, row, column, result in cells if name in position
        ]
    return found


def _values(content: bytes, kind: str, mode: int, only: list[str] | None = None) -> dict[str, Any]:
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        wanted = only or workbook.sheet_names[: MOST_SHEETS[mode]]
        wanted = [name for name in wanted if name in workbook.sheet_names]
        sheets = [_sheet(workbook.get_sheet_by_name(name), mode) for name in wanted]
    except calamine.PasswordError:
        raise Refused("password", kind) from None
    except calamine.CalamineError:
        raise Refused("damaged", kind) from None
    return {"kind": kind, "sheets": sheets}


def _sheet(sheet: calamine.CalamineSheet, mode: int) -> dict[str, Any]:
    if sheet.end is not None and (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_AREA[mode]:
        raise Refused("too_large")
    if mode == OVERVIEW:
        size = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
        return _head(sheet.name, sheet.to_python(skip_empty_area=False, nrows=HEAD_ROWS), size)
    merged = (sheet.merged_cell_ranges or []) if mode == FORM else []
    return {"name": sheet.name, "rows": sheet.to_python(skip_empty_area=False), "merged": merged}


def _head(name: str, rows: list[Any], size: tuple[int, int]) -> dict[str, Any]:
    head = [
        [value[:HEAD_TEXT] if isinstance(value, str) else value for value in row[:HEAD_COLUMNS]]
        for row in rows[:HEAD_ROWS]
    ]
    return {"name": name, "rows": head, "merged": [], "size": size}


def _read_text(content: bytes, mode: int, options: Mapping[str, str]) -> dict[str, Any]:
    reader = _beside("reading_text")
    text, encoding, is_guess = reader.decoded(content, options.get("encoding"))
    delimiter = options.get("delimiter") or reader.delimiter_of(text)
    rows = reader.rows_of(text, delimiter, most_cells=MOST_AREA[mode], most_letters=MOST_TEXT)
    if rows is None:
        raise Refused("too_large", "csv")
    if mode == OVERVIEW:
        sheet = _head("", rows, (len(rows), max(map(len, rows), default=0)))
    else:
        sheet = {"name": "", "rows": rows, "merged": []}
    found = {"kind": "csv", "sheets": [sheet], "encoding": encoding, "delimiter": delimiter}
    return {**found, "guessed": True} if is_guess else found


def _as_json(value: object) -> object:
    if isinstance(value, datetime):
        moment = value.isoformat(sep=" ", timespec="minutes")
        return {"date": moment.removesuffix(" 00:00")}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, clock) else str(value)


if __name__ == "__main__":
    main()

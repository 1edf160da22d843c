"""What can still be read of a damaged package, put together anew.

A form whose styles are broken, or whose end was cut off by a mail program, still holds its answers. Only parts whose
checksum is right are used: an answer is whole, or it is not there.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import defusedxml.ElementTree as SafeTree

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 200
_HEADER = struct.Struct("<4s5H3I2H")
_START = b"PK\x03\x04"
_ENCRYPTED, _SIZES_BEHIND = 1, 8
_STORED, _DEFLATED = 0, 8
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ROOT = "_rels/.rels"
"""Says where the workbook is; without it no reader begins."""
_SHEETS = "xl/worksheets/"
_DISPENSABLE = ("xl/styles.xml", "xl/theme/", "docProps/", "xl/calcChain.xml", "xl/drawings/", "xl/media/")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def repaired(content: bytes, most_bytes: int) -> bytes | None:
    """Return a package of the whole parts of a damaged one, or ``None`` if no table is left in it.

    ``most_bytes``: so much may be unpacked in all.
    """
    parts = dict(_whole_parts(content, most_bytes))
    if "content.xml" in parts and "mimetype" in parts:
        return _packed(parts)
    if not any(name.startswith(_SHEETS) for name in parts):
        return None
    for name in [name for name in parts if name.startswith(_DISPENSABLE) or not _is_well_formed(name, parts[name])]:
        del parts[name]
    if _WORKBOOK not in parts or _RELATIONS not in parts:
        _make_workbook(parts)
    if _ROOT not in parts:
        _make_root(parts)
    return _packed(parts) if any(name.startswith(_SHEETS) for name in parts) else None


def _whole_parts(content: bytes, most_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Yield every part whose checksum is right, found by its own header: the directory at the end may be gone."""
    place, count = content.find(_START), 0
    while place >= 0 and count < MOST_PARTS and most_bytes > 0:
        count += 1
        part = _part_at(content, place, most_bytes)
        if part is not None:
            most_bytes -= len(part[1])
            yield part
        place = content.find(_START, place + 4)


def _part_at(content: bytes, place: int, most_bytes: int) -> tuple[str, bytes] | None:
    if len(content) < place + _HEADER.size:
        return None
    _, _, flags, method, _, _, checksum, packed_size, size, name_size, extra_size = _HEADER.unpack_from(content, place)
    begin = place + _HEADER.size + name_size + extra_size
    name = content[place + _HEADER.size : place + _HEADER.size + name_size].decode("utf-8", "replace")
    if flags & _ENCRYPTED or method not in {_STORED, _DEFLATED} or not name:
        return None
    if method == _STORED:
        if flags & _SIZES_BEHIND or packed_size > most_bytes:
            return None
        data = content[begin : begin + packed_size]
    else:
        stream = zlib.decompressobj(-15)
        try:
            data = stream.decompress(content[begin:], most_bytes)
        except zlib.error:
            return None
        if not stream.eof:
            return None
        if flags & _SIZES_BEHIND:
            behind = stream.unused_data.removeprefix(b"PK\x07\x08")
            checksum, size = struct.unpack_from("<I", behind)[0] if len(behind) >= 4 else -1, len(data)
    # A size that is not true was put there on purpose.
    return (name, data) if zlib.crc32(data) == checksum and len(data) == size else None


def _is_well_formed(name: str, part: bytes) -> bool:
    if not name.endswith((".xml", ".rels")):
        return True
    try:
        SafeTree.fromstring(part, forbid_dtd=True)
    except Exception:  # noqa: BLE001 - whatever the parser says against it: this part is not used
        return False
    return True


def _make_workbook(parts: dict[str, bytes]) -> None:
    """Make the part that names the sheets, which was lost; names of cells are lost with it."""
    sheets = sorted(name for name in parts if name.startswith(_SHEETS) and name.endswith(".xml"))
    entries = "".join(
        f'<sheet name="{number}" sheetId="{number}" r:id="rId{number}"/>' for number, _ in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target={quoteattr(name.removeprefix("xl/"))}/>'
        for number, name in enumerate(sheets, start=1)
    )
    if "xl/sharedStrings.xml" in parts:
        relations += f'<Relationship Id="rIdS" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts[_WORKBOOK] = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'.encode()
    parts[_RELATIONS] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'.encode()


def _make_root(parts: dict[str, bytes]) -> None:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{_WORKBOOK}"/>'
    parts[_ROOT] = f'<Relationships xmlns="{_PACKAGE}">{relation}</Relationships>'.encode()


def _packed(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return memory.getvalue()

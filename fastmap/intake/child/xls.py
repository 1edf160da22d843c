"""Which cells of an old binary workbook (.xls) hold a formula.

The reader gives values only. Formula cells are found in the records of the workbook stream: [MS-XLS] 2.4.127 (Formula),
[MS-CFB] for the container. What does not fit is passed over: the flags are a note beside an answer, never the answer.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTOR_SIZE, _FAT_COUNT, _DIRECTORY, _MINI_CUTOFF, _FAT_LIST = 30, 44, 48, 56, 76
_FAT_ENTRIES = 109
"""Places of the allocation table that stand in the header: enough for seven million bytes."""
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers from here on are marks, not sectors."""
_FORMULA, _EOF, _SHEET, _ERROR = 0x0006, 0x000A, 0x0085, 0x0205
_TEXT, _WRONG, _EMPTY = 0, 2, 3
"""Kinds of results that are no numbers."""


def formula_cells(content: bytes) -> Iterator[tuple[str, int, int, bool]]:
    """Yield sheet, row and column of every cell with a formula or an error, and whether it has a usable result."""
    stream = _workbook_stream(content)
    for name, offset in _sheets(stream):
        for kind, record in _records(stream, offset):
            if kind == _EOF:
                break
            if kind == _FORMULA and len(record) >= 14:
                row, column = struct.unpack_from("<HH", record)
                yield name, row, column, _has_result(record[6:14])
            elif kind == _ERROR and len(record) >= 8 and record[7]:
                row, column = struct.unpack_from("<HH", record)
                yield name, row, column, False


def _has_result(result: bytes) -> bool:
    return result[6:8] != b"\xff\xff" or result[0] not in {_WRONG, _EMPTY}


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, record in _records(stream, 0):
        if kind == _EOF:
            return
        if kind == _SHEET and len(record) > 8:
            (offset,) = struct.unpack_from("<I", record)
            size, is_wide = record[6], record[7] & 1
            text = record[8 : 8 + size * (2 if is_wide else 1)]
            yield text.decode("utf-16-le" if is_wide else "latin-1", "replace"), offset


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _workbook_stream(content: bytes) -> bytes:
    if len(content) < 512:
        return b""
    (shift,) = struct.unpack_from("<H", content, _SECTOR_SIZE)
    if shift not in {9, 12}:
        return b""
    size = 1 << shift

    def sector(number: int) -> bytes:
        return content[(number + 1) * size : (number + 2) * size]

    (fat_sectors,) = struct.unpack_from("<I", content, _FAT_COUNT)
    listed = struct.unpack_from(f"<{_FAT_ENTRIES}I", content, _FAT_LIST)[: min(fat_sectors, _FAT_ENTRIES)]
    table = b"".join(sector(number) for number in listed if number < _LAST_SECTOR)
    fat = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def chain(number: int) -> bytes:
        parts: list[bytes] = []
        while number < len(fat) and len(parts) <= len(fat):  # a ring ends here as well
            parts.append(sector(number))
            number = fat[number]
        return b"".join(parts)

    (directory,) = struct.unpack_from("<I", content, _DIRECTORY)
    (cutoff,) = struct.unpack_from("<I", content, _MINI_CUTOFF)
    entries = chain(directory)
    for place in range(0, len(entries) - 127, 128):
        entry = entries[place : place + 128]
        (name_size,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(0, min(name_size, 64) - 2)].decode("utf-16-le", "replace")
        first, length = struct.unpack_from("<II", entry, 116)
        if name == "Workbook" and length >= cutoff:
            return chain(first)[:length]
    return b""

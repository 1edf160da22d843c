"""How large the pages of a damaged file are: told by the pages themselves where the header does not say it any more.

SQLite writes the size into bytes 16 and 17; without it not one row can be read. A page of rows or of an index begins
with its kind and says where its cells lie, and they are put in from the end of the page backwards. Cut at the wrong size,
hardly any page looks like that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

POSSIBLE: Final = tuple(1 << power for power in range(9, 17))
_USUAL = 4096
_ROWS_OR_INDEX = {2: 12, 5: 12, 10: 8, 13: 8}
"""Kind of page → bytes before its list of cells."""
_FILE_HEADER = 100
_FRACTIONS = bytes((64, 32, 32))
"""What SQLite has always written into bytes 21 to 23."""
_CLEARLY_BETTER = 2.0
_MOST_LOOKED_AT = 4_000_000  # bytes: the first thousand pages tell enough


def mend_page_size(content: bytearray) -> int:
    """Make the header say how large the pages are, and return it; a header that says what the pages say stays."""
    said = _said(content)
    shares = {size: _sound_share(bytes(content[:_MOST_LOOKED_AT]), size) for size in POSSIBLE}
    best = max(shares, key=lambda size: (shares[size], size == _USUAL))
    if not shares[best]:
        best = said or _USUAL
    if said is not None and shares[best] < _CLEARLY_BETTER * shares[said]:
        best = said
    if best != said:
        content[16:18] = (1 if best == POSSIBLE[-1] else best).to_bytes(2)
        content[18:20] = b"\x01\x01"  # a journal that is rolled back: no other was ever chosen for our files
        content[20:24] = b"\x00" + _FRACTIONS
    return best


def _said(content: bytearray) -> int | None:
    """Return the size that the header tells, ``None`` where SQLite would refuse what stands around it."""
    number = int.from_bytes(content[16:18])
    size = POSSIBLE[-1] if number == 1 else number
    around_it = content[18] in (1, 2) and content[19] in (1, 2) and content[21:24] == _FRACTIONS
    return size if size in POSSIBLE and around_it else None


def _sound_share(content: bytes, size: int) -> float:
    """Return which share of the bytes lies on pages that are sound if pages have this size."""
    sound = sum(1 for start in range(0, len(content) - size + 1, size) if _is_sound(content, start, size))
    return sound * size / max(len(content), 1)


def _is_sound(content: bytes, start: int, size: int) -> bool:
    header = start + (_FILE_HEADER if start == 0 else 0)
    before_list = _ROWS_OR_INDEX.get(content[header])
    count = int.from_bytes(content[header + 3 : header + 5])
    if before_list is None or not count or header - start + before_list + 2 * count > size:
        return False
    cells = list(_cells(content, header + before_list, count))
    end_of_list = header - start + before_list + 2 * count
    return all(end_of_list <= cell < size for cell in cells) and max(cells) >= size // 2


def _cells(content: bytes, at: int, count: int) -> Iterator[int]:
    return (int.from_bytes(content[place : place + 2]) for place in range(at, at + 2 * count, 2))

"""Text with one answer a line (.csv and the like): its letters, its separators, its rows.

Loaded by the child process; imports nothing of fastmap.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CODECS = ("utf-8", "utf-16", "cp1252", "cp1250", "latin-1", "iso8859-15", "mac-roman")
"""Encodings that text may be read in."""


def decoded(content: bytes, wanted: str | None) -> tuple[str, str]:
    """Return the text and the encoding it was read in: the one wanted, else the first that fits."""
    if wanted in CODECS:
        return content.decode(wanted, "replace").removeprefix("\ufeff"), wanted
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "utf-16"
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1"), "latin-1"


def delimiter_of(text: str) -> str:
    """Return the separator under which most lines have the same number of fields, more than one."""
    if text[:4].casefold() == "sep=" and text[4:5] in ";,\t|":
        return text[4]

    def agreement(delimiter: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row, _ in zip(_tolerant(lines), range(60), strict=False) if row)
        if not widths:
            return 0, 0
        width, lines_of_it = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
        return (lines_of_it, width) if width > 1 else (0, 0)

    return max(";,\t|", key=agreement)


def rows_of(text: str, delimiter: str, *, most_cells: int, most_letters: int) -> list[list[str]] | None:
    """Return the fields of each line, cut to ``most_letters``; ``None`` for more than ``most_cells``."""
    if text[:4].casefold() == "sep=" and "\n" in text:
        text = text.partition("\n")[2]
    csv.field_size_limit(10_000_000)
    rows, cells = [], 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append([field[:most_letters] for field in row])
        cells += len(row)
        if cells > most_cells:
            return None
    return rows


def _tolerant(lines: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error:
        return

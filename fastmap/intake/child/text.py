"""Text with one answer a line (.csv and the like): its letters, its separators, its rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CODECS = ("utf-8", "utf-16", "cp1252", "cp1250", "iso8859-2", "latin-1", "iso8859-15", "mac-roman")
"""Encodings that text may be read in."""
_LETTERS = {
    "cp1252": frozenset("áéíóúàèìòùâêîôûäëïöüñçœæÿßÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÑÇŒÆŸ"),
    "cp1250": frozenset("áéíóúâîäëöüőűăşţçßÁÉÍÓÚÂÎÄËÖÜŐŰĂŞŢÇ"),
}
_LETTERS["iso8859-2"] = _LETTERS["cp1250"]
"""Letters of the languages of the forms as far as an encoding has them: west and middle of Europe share the bytes."""
_BESIDE_LETTERS = frozenset("'’`´·-–—.")
"""Signs that may stand between two letters."""
_MOST_TOLD = 100_000
"""Letters beyond ASCII that are looked at."""
_ORDINAL = re.compile(rb"(?:[0-9]\.?|(?<![A-Za-z\x80-\xff])[A-Za-z]{1,2}\.?|[a-z]\.)$")
"""What stands before the raised letter of "1º", "Nº", "Mª", "Ant.º"."""
_PORTUGUESE = (b"\xe3o", b"\xe3e", b"\xf5e", b"\xc3O", b"\xc3E", b"\xd5E")
"""Letter pairs of "ão", "ãe", "õe": of no other language …"""
_NOT_PORTUGUESE = (b"n", b"N")
"""… but for what follows them in Hungarian "-ően"."""
_BEFORE_FRENCH_U = frozenset("abcdefjlmnopqrs")
"""Letters after which French writes "û"; Hungarian has "ű" behind others too, and at the beginning of words."""
_CENTRAL_WORDS = re.compile(r"\b(?:kft|zrt|nyrt|bt|kkt|és|az|egy|nem)\b|sz|zs|gy|cs|[áíóöú]")
"""Signs of Hungarian; the last are letters that stand beside "ű" there and never beside "û" in French."""
_WESTERN_WORDS = re.compile(r"\b(?:la|le|les|des|du|et|un|une|pour|avec)\b|qu|ou|oû|eu")


def decoded(content: bytes, wanted: str | None) -> tuple[str, str, bool]:
    """Return the text, the encoding it was read in, and whether that is a guess: the one wanted, or UTF, else the likeliest."""
    if wanted in CODECS:
        return content.decode(wanted, "replace").removeprefix("\ufeff"), wanted, False
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "utf-16", False
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), "utf-8", False
    except UnicodeDecodeError:
        encoding = _likeliest(content)
        return content.decode(encoding), encoding, True


def _likeliest(content: bytes) -> str:
    """Return the encoding in which the letters beyond ASCII make most sense; in doubt that of western Europe."""
    able = [encoding for encoding in _LETTERS if _can_be(content, encoding)]
    if not able:
        return "latin-1"
    points = dict.fromkeys(able, 0)
    for match in islice(re.finditer(rb"[\x80-\xff]", content), _MOST_TOLD):
        for encoding in able:
            points[encoding] += _sense(content, match.start(), encoding)
    best = [encoding for encoding in able if points[encoding] == max(points.values())]
    if best[:2] == ["cp1252", "cp1250"]:  # "û" or "ű" alone: the words around it tell
        western, central = (content[:_MOST_TOLD].decode(encoding).casefold() for encoding in best[:2])
        is_central = len(_CENTRAL_WORDS.findall(central)) > len(_WESTERN_WORDS.findall(western))
        return "cp1250" if is_central and western != central else "cp1252"
    return best[0]


def _can_be(content: bytes, encoding: str) -> bool:
    if encoding == "iso8859-2":
        return re.search(rb"[\x80-\x9f]", content) is None  # control characters there
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sense(content: bytes, place: int, encoding: str) -> int:
    """Return 1 for a byte that is a letter one may expect there in an encoding, -1 for one that is out of place."""
    sign = content[place : place + 1].decode(encoding)
    before = content[max(0, place - 1) : place].decode(encoding, "replace")
    after = content[place + 1 : place + 2].decode(encoding, "replace")
    if content[place : place + 2] in _PORTUGUESE and content[place + 2 : place + 3] not in _NOT_PORTUGUESE:
        return 1 if encoding == "cp1252" else -1
    if content[place] in b"\xba\xaa":  # "º" and "ª", or "ş" and "Ş"
        is_ordinal = not after.isalpha() and _ORDINAL.search(content[max(0, place - 4) : place]) is not None
        return 1 if is_ordinal == (encoding == "cp1252") else -1
    if sign in "ûÛ" and before.casefold() not in _BEFORE_FRENCH_U:
        return -1
    if sign.isalpha():
        return 1 if sign in _LETTERS[encoding] else -1
    return -1 if before.isalpha() and after.isalpha() and sign not in _BESIDE_LETTERS else 0


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


class OpenQuoteError(ValueError):
    """A quotation mark is opened and not closed: everything behind it would stand in one cell, and nobody would know."""

    def __init__(self, row: int) -> None:
        """Keep the row in which it stands, from 1."""
        super().__init__(row)
        self.row = row


def rows_of(text: str, delimiter: str, *, most_cells: int, most_letters: int) -> list[list[str]] | None:
    """Return the fields of each line, cut to ``most_letters``; ``None`` for more than ``most_cells``.

    Raises `OpenQuoteError` where a row goes on over lines that are not its own.
    """
    if text[:4].casefold() == "sep=" and "\n" in text:
        text = text.partition("\n")[2]
    csv.field_size_limit(10_000_000)
    rows: list[list[str]] = []
    cells = 0
    lines = _Lines(text)
    for row in csv.reader(lines, delimiter=delimiter):
        rows.append([field[:most_letters] for field in row])
        cells += len(row)
        if cells > most_cells:
            return None
        if (len(lines.of_row) > 1 or lines.are_out) and _is_torn(lines.of_row, delimiter):
            raise OpenQuoteError(len(rows))
        lines.of_row.clear()
    return rows


class _Lines:
    """Gives the lines of a text and remembers those of the row that is being read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.of_row: list[str] = []
        self.are_out = False
        """Whether one more was asked for than there are: inside a row, a quotation mark is still open."""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.of_row.append(line)
            yield line
        self.are_out = True


def _is_torn(lines: list[str], delimiter: str) -> bool:
    """Return whether a quotation mark in these lines, which were read as one row, was never meant to reach so far.

    It is closed nowhere, or only by one that opens another cell further down, with letters behind it.
    """
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return len(lines) > 1 or "unexpected end" in str(error)
    return False


def _tolerant(lines: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error:
        return

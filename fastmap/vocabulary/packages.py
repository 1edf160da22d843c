"""Opening downloaded packages: every CSV table inside, read as a stream and within limits, never written to disk."""

from __future__ import annotations

import csv
import io
import lzma
import re
import threading
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from fastmap.errors import FastmapError

MAX_ENTRIES = 500
MAX_TOTAL_BYTES = 400_000_000
"""Unpacked, per package; the largest official one has 30 MB."""
MAX_RATIO = 150
"""Unpacked to packed, for entries over 1 MB; the official ones stay below 10."""
MAX_FIELD = 16_000_000
"""Characters in a cell: official tables hold cells of some 900,000, far over the reader's usual limit."""

_HEADER_LETTERS = 100_000
_VERSION = re.compile(r"\bv?(\d+\.\d+(?:\.(?:\d+|x))?)\b", re.IGNORECASE)
_LANGUAGE_IN_TABLE = re.compile(r"_([a-z]{2})\.csv$", re.IGNORECASE)
_LANGUAGE_IN_PACKAGE = re.compile(r"\s-\s([a-z]{2})\s-\s", re.IGNORECASE)
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, UnicodeError, csv.Error)
_FIELD_LIMIT = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV table of a package: its header, and its rows as they come."""

    name: str
    """File name inside the package, without folders."""
    package: str
    """Name of the file the user gave."""
    header: tuple[str, ...]
    rows: Iterator[Sequence[str]]

    @property
    def language(self) -> str | None:
        """The language its name tells, or the package's name; ``None`` if neither does."""
        found = _LANGUAGE_IN_TABLE.search(self.name) or _LANGUAGE_IN_PACKAGE.search(self.package)
        return found[1].lower() if found else None

    @property
    def version(self) -> str | None:
        """The version that the package's name tells, such as ``1.1.1`` or ``1.0.x``."""
        found = _VERSION.search(self.package)
        return found[1].lower() if found else None

    def columns(self, *names: str) -> tuple[int | None, ...]:
        """Return where the columns stand, whatever their order and case; ``None`` for those that are not there."""
        places = {title: place for place, title in reversed(tuple(enumerate(map(_title, self.header))))}
        return tuple(places.get(_title(name)) for name in names)


def packages_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return ``paths`` with every folder replaced by the packages (.zip) and tables (.csv) right inside it, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in {".zip", ".csv"})
            if not inside:
                raise FastmapError("vocabulary_folder_empty", path=str(path))
            found += inside
        else:
            found.append(path)
    return tuple(found)


@contextmanager
def wide_fields() -> Iterator[None]:
    """Let the CSV reader take large cells meanwhile: its limit belongs to the whole process."""
    with _FIELD_LIMIT:
        before = csv.field_size_limit(MAX_FIELD)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def tables(path: Path) -> Iterator[Table]:
    """Yield every CSV table of ``path``, a package (.zip) or a single table; read one before asking for the next.

    Raises `FastmapError` if the file is missing, damaged, protected or unreasonably large.
    """
    if not path.is_file():
        raise FastmapError("vocabulary_missing", path=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(4)
            file.seek(0)
            yield from _packed(path, file) if head[:2] == b"PK" else _plain(path, file)
    except _DAMAGE as damage:
        raise FastmapError("vocabulary_damaged", path=path.name) from damage
    except OSError as problem:
        raise FastmapError("vocabulary_unreadable", path=path.name, reason=problem.strerror or "") from problem


def _packed(path: Path, file: IO[bytes]) -> Iterator[Table]:
    with zipfile.ZipFile(file) as package:
        entries = package.infolist()
        _refuse_bombs(path, entries)
        for entry in entries:
            if entry.filename.lower().endswith(".csv") and not entry.is_dir():
                if entry.flag_bits & 1:
                    raise FastmapError("vocabulary_protected", path=path.name)
                with package.open(entry) as content:
                    yield from _table(path, PurePosixPath(entry.filename.replace("\\", "/")).name, content)


def _plain(path: Path, file: IO[bytes]) -> Iterator[Table]:
    if path.stat().st_size > MAX_TOTAL_BYTES:
        raise FastmapError("vocabulary_too_large", path=path.name)
    yield from _table(path, path.name, file)


def _refuse_bombs(path: Path, entries: Sequence[zipfile.ZipInfo]) -> None:
    unreasonable = (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES
        or any(
            entry.file_size > 1_000_000 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
            for entry in entries
        )
    )
    if unreasonable:
        raise FastmapError("vocabulary_too_large", path=path.name)


def _table(path: Path, name: str, content: IO[bytes]) -> Iterator[Table]:
    with io.TextIOWrapper(content, "utf-8-sig", newline="") as text:
        first = text.readline(_HEADER_LETTERS)
        if first.strip() and "\0" not in first:
            # Nobody's download has semicolons; saved again by an office program with a decimal comma it has.
            separator = ";" if first.count(";") > first.count(",") else ","
            header = next(csv.reader([first], delimiter=separator), [])
            rows = csv.reader(text, delimiter=separator)
            yield Table(name=name, package=path.name, header=tuple(header), rows=rows)


def _title(raw: str) -> str:
    return raw.strip().lstrip("\ufeff").casefold().replace(" ", "").replace("_", "")

"""Which files an import looks at, and what a file is besides a form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from fastmap.errors import FastmapError
from fastmap.intake.safe_reading import MOST_BYTES
from fastmap.model.normalise import clean_text

_LEFT_ASIDE: Final = ("~$", ".", "Thumbs.db", "desktop.ini")
"""Beginnings of the names of owner files and hidden files."""
_ASSESSMENT_SUFFIX: Final = ".fastmap"
_BESIDE_ASSESSMENTS: Final = (".fastmap-journal", ".fastmap.in-use")
"""Ends of the names of files that lie beside an assessment while it is open."""
FileId: TypeAlias = tuple[int, int]
"""Device and number of a file: two paths with the same are the same file."""
_MEDIA_TYPES: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"RIFF", "image/webp"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """One file of an import with its content, or why there is none."""

    path: Path
    content: bytes = b""
    sha256: str = ""
    refused: str | None = None
    """``not_readable``, ``too_large``, ``leads_out`` or ``assessment_file``."""

    @property
    def name(self) -> str:
        """The file's name as text."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """Return a file's name as text that can be stored and shown, whatever bytes the system calls the file by.

    >>> name_of(Path("caf\\udce9.xlsx"))
    'caf�.xlsx'
    """
    return clean_text(os.fsencode(path.name).decode(errors="replace")) or "?"


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named and all files inside the folders named, each once, folders in order of name.

    Office owner files (``~$…``, ``.~lock…``), hidden files and what lies beside an open assessment are left aside
    inside folders. Raises `FastmapError`
    ``path_missing`` naming every path that does not exist.
    """
    given = [Path(path) for path in paths]
    missing = tuple(str(path) for path in given if not path.exists())
    if missing:
        raise FastmapError("path_missing", paths=missing, count=len(missing))
    found: dict[Path, Path] = {}
    for path in given:
        for file in _inside(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def leads_out(path: Path, given: Collection[Path]) -> bool:
    """Return whether a file that was found in one of the folders ``given`` is a link to somewhere else.

    A folder may come from anybody; what a link in it names was chosen by whoever made the folder, not by whoever imports it.
    """
    if not path.is_symlink() or path in given:
        return False
    real = path.resolve()
    return not any(real.is_relative_to(one.resolve()) for one in given if one.is_dir())


def _inside(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_LEFT_ASIDE))
        for name in sorted(names):
            if not name.startswith(_LEFT_ASIDE) and not name.lower().endswith(_BESIDE_ASSESSMENTS):
                yield Path(parent) / name


def load_file(path: Path, open_files: Collection[FileId] = frozenset()) -> FoundFile:
    """Return the file's bytes and SHA-256; trouble with the disk is a finding about this file, not an error.

    Assessments are never opened, nor is any of ``open_files``: on POSIX, closing a file drops every lock that this
    process holds on it, and the assessment that takes the answers would lie open to another program.
    """
    if is_assessment(path, open_files):
        return FoundFile(path=path, refused="assessment_file")
    try:
        if not path.is_file():
            return FoundFile(path=path, refused="not_readable")  # a pipe or device would never end
        if path.stat().st_size > MOST_BYTES:
            return FoundFile(path=path, refused="too_large")
        content = path.read_bytes()
    except OSError:
        return FoundFile(path=path, refused="not_readable")
    return FoundFile(path=path, content=content, sha256=hashlib.sha256(content).hexdigest())


def is_assessment(path: Path, open_files: Collection[FileId] = frozenset()) -> bool:
    """Return whether a file is an assessment by its name, or one of ``open_files`` by whatever name; opens nothing."""
    try:
        status = path.stat()
    except OSError:
        return False
    names = {path.suffix.lower(), path.resolve().suffix.lower()}
    return _ASSESSMENT_SUFFIX in names or (status.st_dev, status.st_ino) in open_files


def media_type(kind: str, content: bytes) -> str:
    """Return the media type of a picture or PDF by its first bytes."""
    if kind == "pdf":
        return "application/pdf"
    return next((name for start, name in _MEDIA_TYPES if content.startswith(start)), "image/heic")

"""Which files an import looks at, and what a file is besides a form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastmap.errors import FastmapError
from fastmap.intake.safe_reading import MOST_BYTES

_LEFT_ASIDE: Final = ("~$", ".", "Thumbs.db", "desktop.ini")
"""Beginnings of the names of owner files and hidden files."""
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
    """``not_readable`` or ``too_large``."""


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named and all files inside the folders named, each once, folders in order of name.

    Office owner files (``~$…``, ``.~lock…``) and hidden files inside folders are left aside. Raises `FastmapError`
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


def _inside(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_LEFT_ASIDE))
        for name in sorted(names):
            if not name.startswith(_LEFT_ASIDE):
                yield Path(parent) / name


def load_file(path: Path) -> FoundFile:
    """Return the file's bytes and SHA-256; trouble with the disk is a finding about this file, not an error."""
    try:
        if not path.is_file():
            return FoundFile(path=path, refused="not_readable")  # a pipe or device would never end
        if path.stat().st_size > MOST_BYTES:
            return FoundFile(path=path, refused="too_large")
        content = path.read_bytes()
    except OSError:
        return FoundFile(path=path, refused="not_readable")
    return FoundFile(path=path, content=content, sha256=hashlib.sha256(content).hexdigest())


def media_type(kind: str, content: bytes) -> str:
    """Return the media type of a picture or PDF by its first bytes."""
    if kind == "pdf":
        return "application/pdf"
    return next((name for start, name in _MEDIA_TYPES if content.startswith(start)), "image/heic")

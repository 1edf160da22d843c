"""The first 100 bytes of a file: whose it is and which schema, known before anything is opened.

Closing a file drops all locks that this process holds on it, so a file that is open here must not be looked at this
way; `fastmap.store.opening` sees to that.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastmap.errors import FastmapError
from fastmap.store.failures import damaged, os_failure

APPLICATION_ID: Final = 0x464D4150
"""``FMAP``."""
HEADER_BYTES: Final = 100
PROTECTED_MAGIC: Final = b"age-encryption.org/v1\n"
"""How a copy under a password begins."""
OUR_TABLE: Final = b"CREATE TABLE attachment_contents"
"""Stands in every file of ours, on one of its first pages."""
_MAGIC = b"SQLite format 3\0"
_FIRST_PAGES_BYTES = 1 << 18
_TREE_PAGES = (0x05, 0x0D)
"""What SQLite writes right behind the header: the kind of the page on which the list of tables begins."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says."""

    application_id: int
    schema: int
    """SQLite's ``user_version``: the number of the last migration, 1 or more."""


def refuse_what_is_no_file(path: Path) -> None:
    """Raise `FastmapError` for what is missing, a folder, a pipe or a device. Opens nothing: a pipe would wait for ever."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise FastmapError("file_missing", file=str(path)) from None
    except OSError as error:
        raise _unreadable(error, path) from error
    if stat.S_ISDIR(mode):
        raise FastmapError("file_is_folder", file=str(path))
    if not stat.S_ISREG(mode):
        raise FastmapError("file_foreign", file=path.name)


def read_header(path: Path) -> Header:
    """Return the header of a fastmap file; refuse what is missing, a folder, empty or not ours. Changes nothing."""
    refuse_what_is_no_file(path)
    try:
        with path.open("rb", buffering=0) as file:
            start = file.read(HEADER_BYTES) or b""
            more = b"" if start.startswith(_MAGIC) else file.read(_FIRST_PAGES_BYTES) or b""
    except OSError as error:
        raise _unreadable(error, path) from error
    if start.startswith(PROTECTED_MAGIC):
        raise FastmapError("file_under_password", file=path.name)
    if _has_lost_its_beginning(start, more):
        raise damaged(path)
    return parse_header(start, path)


def _has_lost_its_beginning(start: bytes, more: bytes) -> bool:
    """Return whether a file that does not begin like ours goes on like one: a disk lost its first bytes, or all 100."""
    was_overwritten = start[:4] in (bytes(4), b"\xff" * 4) or start[68:72] == APPLICATION_ID.to_bytes(4)
    return was_overwritten and more[:1] != b"" and more[0] in _TREE_PAGES and OUR_TABLE in more


def parse_header(start: bytes, path: Path) -> Header:
    """Return what the first bytes say. Raises `FastmapError` for an empty, foreign or cut-off file."""
    if not start:
        raise FastmapError("file_empty", file=path.name)
    if not start.startswith(_MAGIC):
        raise FastmapError("file_foreign", file=path.name)
    if len(start) < HEADER_BYTES:
        raise damaged(path)
    header = Header(int.from_bytes(start[68:72]), int.from_bytes(start[60:64]))
    if header.application_id != APPLICATION_ID or header.schema < 1:
        raise FastmapError("file_foreign", file=path.name)
    return header


def header_bytes(descriptor: int) -> bytes:
    """Return the header through a descriptor that stays open for as long as the file is locked."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, HEADER_BYTES)


def _unreadable(error: OSError, path: Path) -> FastmapError:
    failure = os_failure(error, path)
    return FastmapError("file_not_readable", file=path.name) if failure.code == "file_not_writable" else failure

"""Putting a finished file in its place: written beside it, synced, then moved – never half there."""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.journals import journal_of
from fastmap.store.long_names import BESIDE, refuse_long_name

_DRAFT = re.compile(r"\..*\.fastmap\.[0-9a-f]{8}\.part(-journal)?")
_DRAFT_OF = re.compile(r"\.(.*)\.[0-9a-f]{8}\.part")
_SUFFIX = ".fastmap"
_DRAFT_BYTES = len("..fastmap.00000000.part") + BESIDE
"""So much longer the name of a draft may be than its target's."""
_OLD_DRAFT_S = 3600.0
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EACCES}


def refuse_place(target: Path) -> None:
    """Raise `FastmapError` where no new file can be made: the name is taken or too long, or the folder is missing."""
    with told_as_fastmap_errors(target):
        refuse_long_name(target, more=_DRAFT_BYTES)
        if target.exists() or target.is_symlink():
            raise FastmapError("file_is_folder" if target.is_dir() else "file_exists", file=target.name)
        if not target.parent.is_dir():
            raise FastmapError("folder_missing", file=target.name, folder=str(target.parent))


@contextmanager
def beside(target: Path, *, token: str = "") -> Iterator[Path]:
    """Give a new name in the target's folder and clean up what is left under it, with its journal.

    The name says that it is ours whatever the target is called, so that a later start knows what a kill left.
    """
    remove_old_drafts(target.parent)
    name = target.name if target.name.endswith(_SUFFIX) else target.name + _SUFFIX
    draft = target.with_name(f".{name}.{token or secrets.token_hex(4)}.part")
    try:
        yield draft
    finally:
        for leftover in (draft, journal_of(draft)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def remove_old_drafts(folder: Path) -> None:
    """Remove drafts of programs that were killed: they may hold personal data. Younger ones may still be written."""
    for draft in folder.glob(".*.fastmap.*.part*"):
        with suppress(OSError):
            if is_draft(draft.name) and time.time() - draft.stat().st_mtime > _OLD_DRAFT_S:
                draft.unlink()


def is_draft(name: str) -> bool:
    """Return whether a file of this name is a draft of ours, or its journal."""
    return _DRAFT.fullmatch(name) is not None


def name_told(draft: Path) -> str:
    """Return what a draft is called in a sentence: as the file that it will be."""
    found = _DRAFT_OF.fullmatch(draft.name)
    return draft.name if found is None else found[1]


def place_new(draft: Path, target: Path) -> None:
    """Give ``draft`` its final name durably. Raises `FastmapError` if there is a file already; it is not touched."""
    sync_file(draft)
    set_journal_aside(target)
    try:
        os.link(draft, target)  # fails if the name is taken, at one stroke
    except FileExistsError:
        raise FastmapError("file_exists", file=target.name) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():  # FAT and some network drives know no links: a small gap is left here
            raise FastmapError("file_exists", file=target.name) from error
        draft.rename(target)
    else:
        draft.unlink()
    sync_folder(target.parent)


def place_over(draft: Path, target: Path) -> None:
    """Give ``draft`` its final name durably, replacing what was there at one stroke."""
    sync_file(draft)
    draft.replace(target)
    sync_folder(target.parent)


def set_journal_aside(target: Path) -> None:
    """Rename a journal left by a file of this name that is gone: SQLite would apply it to the new file."""
    journal = journal_of(target)
    if not target.exists() and journal.exists():
        journal.replace(journal.with_name(journal.name + f".{secrets.token_hex(4)}.old"))


def sync_file(path: Path) -> None:
    """Return when the content of ``path`` is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in ``folder`` are on the disk, where the system can promise that (not Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network drives cannot sync folders
            raise
    finally:
        os.close(descriptor)

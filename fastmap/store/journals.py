"""What lies beside a file under the names that SQLite uses, looked at before SQLite does.

Whoever sends a file may send a journal with it. SQLite takes back the unfinished change in it – and then removes the file
that the journal names as the one above it, whatever file that is; a journal that is a link is written through. None of ours
is like that: we never change two files in one transaction. So such a journal keeps the file from being opened at all. Nor
do we ever keep changes in a ``-wal``: SQLite would take them into the file before anybody has looked at them.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

from fastmap.errors import FastmapError

JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_ENDINGS = ("-journal", "-wal", "-shm")


def journal_of(path: Path) -> Path:
    """Return where the journal of a file lies if there is one."""
    return path.with_name(path.name + _ENDINGS[0])


def has_hot_journal(path: Path) -> bool:
    """Return whether a change was begun and not finished: its journal still says what was there before."""
    try:
        with journal_of(path).open("rb") as journal:
            return journal.read(len(JOURNAL_MAGIC)) == JOURNAL_MAGIC
    except OSError:
        return False


def remove_empty_journal(path: Path, identity: tuple[int, int] | None = None) -> None:
    """Remove a journal with nothing in it; with ``identity`` only if it is that very file.

    Whoever opens a file for writing begins with a journal of its own: a program whose file was replaced under this name
    may still hold the one that lies there, and takes away no other when it closes.
    """
    journal = journal_of(path)
    with suppress(OSError):  # there is none, or the folder takes no change: an empty one does no harm
        found = journal.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size == 0 and identity in (None, (found.st_dev, found.st_ino)):
            journal.unlink()


def journal_identity(path: Path) -> tuple[int, int] | None:
    """Return device and number of the journal that lies beside a file."""
    try:
        found = journal_of(path).lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def refuse_strange_journal(path: Path) -> None:
    """Raise `FastmapError` ``journal_strange`` where opening ``path`` could touch another file. Changes nothing.

    So does ``changes_beside`` where it would take in changes that nobody has looked at.
    """
    for ending in _ENDINGS:
        beside = path.with_name(path.name + ending)
        if beside.is_symlink() or (beside.exists() and not beside.is_file()):
            raise _strange(path, beside)
    journal = journal_of(path)
    if journal.exists() and _names_another(journal):
        raise _strange(path, journal)
    ahead = path.with_name(path.name + "-wal")
    if ahead.exists() and ahead.stat().st_size > 0:
        raise FastmapError("changes_beside", file=path.name, journal=ahead.name)


def refuse_linked_journal(path: Path) -> None:
    """Raise `FastmapError` ``file_linked`` where a change was cut off while the file was open under another of its names.

    SQLite looks for the journal by name, and would take half a change for the whole. Only this folder is searched.
    """
    if path.stat().st_nlink == 1:
        return
    for journal in path.parent.glob(f"*{_ENDINGS[0]}"):
        other = journal.with_name(journal.name.removesuffix(_ENDINGS[0]))
        if other.name != path.name and other.exists() and other.samefile(path) and has_hot_journal(other):
            raise FastmapError("file_linked", file=path.name, other=other.name)


def _names_another(journal: Path) -> bool:
    """Whether the journal ends with the name of a journal above it: its length, its sum, and the magic once more."""
    with journal.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(length - len(JOURNAL_MAGIC), 0))
        return file.read() == JOURNAL_MAGIC and length > len(JOURNAL_MAGIC)


def _strange(path: Path, beside: Path) -> FastmapError:
    return FastmapError("journal_strange", file=path.name, journal=beside.name)

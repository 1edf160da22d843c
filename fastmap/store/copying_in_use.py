"""A copy of a file that another program has open: read as it stands between two changes, checked, then given its name."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store.copying import connect_for_reading, is_sound
from fastmap.store.failures import in_use, told_as_fastmap_errors
from fastmap.store.handles import identity_of, is_open_here
from fastmap.store.header import read_header
from fastmap.store.journals import journal_of
from fastmap.store.placing import beside, place_new, refuse_place

_TRIES = 20
_BETWEEN_TRIES_S = 0.05


def copy_file_in_use(path: Path, target: Path) -> None:
    """Write what is saved in ``path`` to ``target``, which must not exist; ``path`` may be open elsewhere.

    SQLite would wait for the lock of whoever has it open, so the bytes are read past it. They are whole if no change was
    under way before and after: no journal with content, and the same bytes twice. Raises `FastmapError`.
    """
    path, target = path.absolute(), target.absolute()
    with told_as_fastmap_errors(path):
        content = content_in_use(path)
    with told_as_fastmap_errors(target):
        refuse_place(target)
        with beside(target) as draft:
            draft.write_bytes(content)
            with closing(connect_for_reading(draft)) as copy:
                if not is_sound(copy):
                    raise FastmapError("copy_failed", file=target.name)
            place_new(draft, target)


def content_in_use(path: Path) -> bytes:
    """Return what is saved in a file that another program may have open; raises `FastmapError` where nobody can tell."""
    if is_open_here(identity_of(path)):
        # Closing a second descriptor would drop our own lock; its window can save a copy itself.
        raise in_use(path)
    read_header(path)
    return _content_at_rest(path)


def _content_at_rest(path: Path) -> bytes:
    journal = journal_of(path)
    for _ in range(_TRIES):
        if not _has_content(journal):
            content = path.read_bytes()
            if not _has_content(journal) and path.read_bytes() == content:
                return content
        time.sleep(_BETWEEN_TRIES_S)
    raise in_use(path)


def _has_content(journal: Path) -> bool:
    try:
        return journal.stat().st_size > 0
    except FileNotFoundError:
        return False

"""Drafts that must not outlive a kill: noted on this computer while they are written, removed at the next start.

What comes out of a copy under a password is plain. Written beside its target, a draft of it would stay where the program
was killed until somebody writes there again – perhaps never, on a stick. So a note in the data folder says where a draft
is being written. Whoever starts fastmap next removes the drafts of notes that nobody holds any more.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from fastmap import places
from fastmap.store.placing import beside, is_draft, sync_file, sync_folder

_JUST_BEGUN_S = 60.0


@contextmanager
def noted_beside(target: Path) -> Iterator[Path]:
    """Give a new name in the target's folder as `beside` does, noted until nothing is left under it."""
    with ExitStack() as kept:
        draft = kept.enter_context(beside(target))
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        note = folder / draft.name.rsplit(".", 2)[1]  # of the name of the target, which may be a person's, nothing
        descriptor = os.open(note, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            _hold(descriptor)
            os.write(descriptor, os.fsencode(draft))
            sync_file(note)
            sync_folder(folder)
            yield draft
        finally:
            kept.close()  # nothing is left under the name: only now may the note go
            os.close(descriptor)
            with suppress(OSError):
                note.unlink()


def remove_left_drafts() -> int:
    """Remove what killed programs left under noted names; return how many files. Nothing that goes wrong is an error.

    Only names that drafts have are removed, whatever a note says.
    """
    removed = 0
    with suppress(OSError):
        for note in _folder().iterdir():
            with suppress(OSError, ValueError):
                removed += _remove_of(note)
    return removed


def _remove_of(note: Path) -> int:
    descriptor = os.open(note, os.O_RDWR)
    try:
        if not _hold(descriptor):
            return 0
        content, removed = os.read(descriptor, 1 << 16), 0
        if not content and time.time() - os.fstat(descriptor).st_mtime < _JUST_BEGUN_S:
            return 0  # its writer is between two steps
        draft = Path(os.fsdecode(content))
        if draft.is_absolute() and is_draft(draft.name) and draft.is_file() and not draft.is_symlink():
            draft.unlink()
            removed = 1
    finally:
        os.close(descriptor)
    if not _waits(draft):
        note.unlink()
    return removed


def _waits(draft: Path) -> bool:
    """Whether a draft may still be there: its folder, such as a stick, is not at hand now."""
    return draft.is_absolute() and is_draft(draft.name) and (draft.is_file() or not draft.parent.is_dir())


def _hold(descriptor: int) -> bool:
    """Hold a note for as long as it is open; false if another program does, which then lives."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _folder() -> Path:
    return places.user_data_folder() / "drafts"

"""What must not outlive a kill: noted on this computer for as long as it lies somewhere, removed at the next start.

Drafts of exports, what a PDF is set from, copies of scans to look at, and what comes out of a copy under a password hold
what people said in confidence. Where the program is killed they would stay for ever, in whatever folder they are. So a
note in the data folder says where they lie, and its writer holds a lock on it. Whoever starts fastmap next removes what
notes name that nobody holds any more.

The name of everything noted holds the random name of its note, and has one of the shapes below: a note removes nothing
else, whatever it says.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from fastmap import places

_JUST_BEGUN_S = 60.0
_HOLD_TRIES = 100
_HOLD_PAUSE_S = 0.01
_END = b"\0"
_LONGEST = 1 << 20
_FILE = re.compile(r"\..*\.fastmap\.(?P<token>[0-9a-f]{8})\.part|\.fastmap-(?P<other>[0-9a-f]{8})(-\d+)?(\..{1,15})?")
_FOLDER = re.compile(r"\.fastmap-(?P<token>[0-9a-f]{8})|fastmap-(pdf|form|scans)-(?P<other>[0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Note:
    """Says where something of ours lies, for as long as its writer lives."""

    token: str
    """Eight random figures and letters; part of the name of everything that is noted."""
    path: Path
    descriptor: int | None
    """``None``: the data folder cannot be written, and nothing is noted."""
    may_fail: bool
    """Whether the work goes on where nothing can be noted."""

    def add(self, path: Path) -> Path:
        """Note ``path``, before anything lies there, and return it."""
        with suppress(OSError) if self.may_fail else nullcontext():
            if self.descriptor is not None:
                os.write(self.descriptor, os.fsencode(path.absolute()) + _END)
        return path


@contextmanager
def noting() -> Iterator[Note]:
    """Give a note that is held for as long as the block lasts; afterwards nothing should be left of what it names.

    Where something is – a viewer has it open, a stick was pulled out – the note stays, and the next start tries again.
    Raises `OSError` if the data folder cannot be written.
    """
    folder, token = _notes(), secrets.token_hex(4)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / token
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _hold_at_last(descriptor)
        yield Note(token, path, descriptor, may_fail=False)
    finally:
        is_done = _is_done(descriptor, token)
        os.close(descriptor)
        if is_done:
            with suppress(OSError):
                path.unlink()


@contextmanager
def noting_if_possible() -> Iterator[Note]:
    """As `noting`; where the data folder cannot be written, the work goes on without a note."""
    kept = noting()
    try:
        note = kept.__enter__()
    except OSError:
        token = secrets.token_hex(4)
        yield Note(token, _notes() / token, None, may_fail=True)
        return
    try:
        yield replace(note, may_fail=True)
    finally:
        kept.__exit__(None, None, None)


@contextmanager
def passing_folder(kind: str) -> Iterator[Path]:
    """Give an empty folder among the computer's temporary ones, for its owner alone, that is gone afterwards.

    ``kind`` is one of those in the shapes above.
    """
    with noting_if_possible() as note:
        folder = note.add(Path(tempfile.gettempdir()) / f"fastmap-{kind}-{note.token}")
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def shown_scans() -> Iterator[Path]:
    """Give the folder for copies of scans to look at; whoever writes there makes it, for an erasure takes it away."""
    with noting() as note:
        folder = note.add(places.shown_scans_folder() / f"fastmap-scans-{note.token}")
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def remove_shown_scans() -> int:
    """Remove all copies of scans to look at, those of other windows, too; return how many files."""
    folder = places.shown_scans_folder()
    count = sum(path.is_file() for path in folder.rglob("*"))
    shutil.rmtree(folder, ignore_errors=True)
    return count - sum(path.is_file() for path in folder.rglob("*"))


def remove_leftovers() -> int:
    """Remove what killed programs left where they noted it; return how many. Nothing that goes wrong is an error."""
    removed = 0
    with suppress(OSError):
        for note in _notes().iterdir():
            with suppress(OSError, ValueError):
                removed += _remove_of(note)
    return removed


def _remove_of(note: Path) -> int:
    descriptor = os.open(note, os.O_RDWR)
    try:
        if not _hold(descriptor):
            return 0
        content = os.read(descriptor, _LONGEST)
        if not content and time.time() - os.fstat(descriptor).st_mtime < _JUST_BEGUN_S:
            return 0  # its writer is between two steps
        named = _named(content)
        removed = sum(_remove(path, note.name) for path in named)
    finally:
        os.close(descriptor)
    if not any(_waits(path, note.name) for path in named):
        note.unlink()
    return removed


def _named(content: bytes) -> list[Path]:
    return [Path(os.fsdecode(one)) for one in content.split(_END) if one]


def _is_done(descriptor: int, token: str) -> bool:
    """Whether nothing waits of what a note names, whose writer is at its end."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return not any(_waits(path, token) for path in _named(os.read(descriptor, _LONGEST)))
    except (OSError, ValueError):
        return False  # nobody knows


def _remove(path: Path, token: str) -> bool:
    if path.is_symlink() or not path.is_absolute():
        return False
    if path.is_file() and _is_named(_FILE, path, token):
        path.unlink()
        return True
    if path.is_dir() and _is_named(_FOLDER, path, token):
        shutil.rmtree(path, ignore_errors=True)
        return not path.exists()
    return False


def _is_named(shape: re.Pattern[str], path: Path, token: str) -> bool:
    found = shape.fullmatch(path.name)
    return found is not None and token in (found["token"], found["other"])


def _waits(path: Path, token: str) -> bool:
    """Whether something may still be there: it could not be removed, or its folder, such as a stick, is not at hand."""
    if not path.is_absolute() or not (_is_named(_FILE, path, token) or _is_named(_FOLDER, path, token)):
        return False
    if path.parent == places.shown_scans_folder():
        return path.is_dir()  # its folder comes and goes
    return path.exists() or not path.parent.is_dir()


def _hold_at_last(descriptor: int) -> None:
    for _ in range(_HOLD_TRIES):  # whoever looks for notes of the dead may hold it for a moment
        if _hold(descriptor):
            return
        time.sleep(_HOLD_PAUSE_S)


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


def _notes() -> Path:
    return places.user_data_folder() / "drafts"

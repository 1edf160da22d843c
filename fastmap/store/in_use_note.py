"""A small note beside an open file, saying who has it open.

The lock itself is SQLite's and ends with the process, however it ends. The note only tells people who to ask – and
guards where locks do not reach: while a note of *another* computer lies beside a file in a synced or shared folder,
the file is not opened for writing. A note of this computer without a lock behind it is a left-over and replaced.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import secrets
import stat
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from fastmap.model.normalise import clean_text

_LONGEST = 2000  # bytes; the note comes from outside when it is read
_NEITHER_WAIT_NOR_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class InUseNote:
    """Who has a file open, where, since when."""

    user: str
    host: str
    since: datetime
    machine: str
    opening: str = ""
    """Which opening of the file wrote it: a window may open a file a second time that was replaced under it."""

    @property
    def from_this_computer(self) -> bool:
        """True if this computer wrote it. Its name may change with the network, its machine number does not."""
        return self.host == this_host() or self.machine == this_machine()


def note_path(path: Path) -> Path:
    """Return the place of the note that belongs to the file at ``path``."""
    return path.with_name(path.name + ".in-use")


def read_note(path: Path) -> InUseNote | None:
    """Return the note beside ``path``, or ``None`` if there is none or it is no note."""
    try:
        plain = json.loads(_read(note_path(path)).decode("utf-8"))
        since = datetime.fromisoformat(plain["since"])
        user, host = _one_line(plain["user"]), _one_line(plain["host"])
        return InUseNote(user, host, since, str(plain.get("machine")), str(plain.get("opening", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_note(path: Path, since: datetime) -> InUseNote | None:
    """Put our note beside ``path`` and return it. A folder that takes none is no reason to stop: the lock holds too."""
    note = InUseNote(_user(), this_host(), since.replace(microsecond=0), this_machine(), secrets.token_hex(8))
    try:
        _write(note_path(path), json.dumps({**asdict(note), "since": note.since.isoformat()}).encode())
    except OSError:
        return None
    return note


def remove_note(path: Path, ours: InUseNote | None) -> None:
    """Take our note away again; one that somebody else has put there meanwhile stays."""
    found = None if ours is None else read_note(path)
    if ours is not None and found is not None and found.opening == ours.opening:
        with suppress(OSError):
            note_path(path).unlink(missing_ok=True)


def _read(place: Path) -> bytes:
    """Return how a note begins; of a pipe, a device or a link nothing: whoever sent the file may have sent it along."""
    descriptor = os.open(place, os.O_RDONLY | _NEITHER_WAIT_NOR_FOLLOW)
    try:
        return os.read(descriptor, _LONGEST) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    finally:
        os.close(descriptor)


def _write(place: Path, content: bytes) -> None:
    """Write a note, but never through a link: whoever sent the file may have sent one with it that leads elsewhere."""
    if place.is_symlink():
        raise FileExistsError(place)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NEITHER_WAIT_NOR_FOLLOW, 0o644)
    try:
        os.write(descriptor, content)
    except OSError:
        place.unlink(missing_ok=True)  # a full disk: half a note would be nobody's, and stay
        raise
    finally:
        os.close(descriptor)


def this_host() -> str:
    """Return the name of this computer."""
    return platform.node() or "?"


def this_machine() -> str:
    """Return a number of this computer that tells nothing about it."""
    return hashlib.sha256(f"fastmap {uuid.getnode()}".encode()).hexdigest()[:12]


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user id, as in some containers
        return "?"


def _one_line(text: object) -> str:
    return " ".join(clean_text(str(text)).split())[:100]

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
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastmap.model.normalise import clean_text

_LONGEST = 2000  # bytes; the note comes from outside when it is read


@dataclass(frozen=True, slots=True)
class InUseNote:
    """Who has a file open, where, since when."""

    user: str
    host: str
    since: datetime
    machine: str

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
        with note_path(path).open("rb") as file:
            plain = json.loads(file.read(_LONGEST).decode("utf-8"))
        since = datetime.fromisoformat(plain["since"])
        return InUseNote(_one_line(plain["user"]), _one_line(plain["host"]), since, str(plain.get("machine")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_note(path: Path, since: datetime) -> None:
    """Put our note beside ``path``. A folder that takes none is no reason to stop: the lock holds without it."""
    note = {
        "user": _user(),
        "host": this_host(),
        "since": since.isoformat(timespec="seconds"),
        "machine": this_machine(),
    }
    with suppress(OSError):
        _write(note_path(path), json.dumps(note).encode())


def _write(place: Path, content: bytes) -> None:
    """Write a note, but never through a link: whoever sent the file may have sent one with it that leads elsewhere."""
    if place.is_symlink():
        return
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(place, flags, 0o644)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)


def remove_note(path: Path) -> None:
    """Take our note away again."""
    note = read_note(path)
    if note is None or note.from_this_computer:
        with suppress(OSError):
            note_path(path).unlink(missing_ok=True)


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
